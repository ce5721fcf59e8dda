"""What is held, for somebody to read; and their word that it may go out."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from adapters.store import Store, runs, tables
from roster.errors import RosterError
from roster.guard import Objection
from roster.runs import group_key
from roster.shown import plain
from roster.words import listed


class NotHeld(RosterError):
    """A release was asked for where nothing is held."""

    headline = "Nothing is held for this group."


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a held list would name: as the group shows them, their row, and why. For the office's eyes."""

    shown_as: str
    phone: str | None
    row: int
    standing: str
    reason: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A group's held result: the night, the objections, and the people, those to remove first."""

    group: str
    slot: date
    objections: tuple[Objection, ...]
    people: tuple[Named, ...]
    digest: str

    @property
    def removals(self) -> tuple[Named, ...]:
        """Those who would be asked to leave."""
        return tuple(one for one in self.people if one.standing == "remove")


def held(store: Store, *, on: date | None = None) -> tuple[Held, ...]:
    """Everything that the last run holds and that is not released yet; of a given night, if one is given."""
    with store.reading() as session:
        return tuple(_held(session, run, row) for run, row in _rows(session, on) if runs.is_held(session, row))


def held_group(store: Store, group: str, *, on: date | None = None) -> Held:
    """One group's held result. Raises `NotHeld` if there is none."""
    found = held(store, on=on)
    for one in found:
        if group_key(one.group) == group_key(group):
            return one
    _must_be_known(store, group, on)
    now = f"Right now {listed([plain(one.group) for one in found])} can be released." if found else "Nothing is held."
    raise NotHeld(now, headline=f"Nothing is held for {plain(group)}.")


def _must_be_known(store: Store, group: str, on: date | None) -> None:
    """Refuse the name of no group at all. Raises `NotHeld`."""
    with store.reading() as session:
        run = runs.latest(session, on)
        names = [row.group_name for row in runs.of_run(session, run)] if run else []
    if names and group_key(group) not in map(group_key, names):
        known = listed(list(map(plain, names)))
        raise NotHeld(f"The last night judged {known}.", headline=f"There is no group {plain(group)}.")


def release(store: Store, result: Held, *, by: str, now: datetime) -> None:
    """Let exactly this result go out at the next run. Raises `NotHeld` if it has changed since it was read."""
    with store.writing() as session:
        for _, row in _rows(session, result.slot):
            same = row.group_key == group_key(result.group) and row.digest == result.digest
            if same and runs.is_held(session, row):
                runs.release(session, row, by=by, at=now)
                return
    raise NotHeld(
        "Read it again: a run has changed it meanwhile.", headline=f"{plain(result.group)} is held no longer."
    )


def _rows(session: Session, on: date | None) -> list[tuple[tables.Run, tables.GroupRun]]:
    run = runs.latest(session, on)
    return [(run, row) for row in runs.of_run(session, run)] if run else []


def _held(session: Session, run: tables.Run, row: tables.GroupRun) -> Held:
    objections = tuple(Objection(one.guard, one.message) for one in runs.objections(session, row))
    people = sorted(map(_named, runs.verdicts(session, row)), key=lambda one: one.standing != "remove")
    return Held(row.group_name, run.slot, objections, tuple(people), row.digest)


def _named(row: tables.Verdict) -> Named:
    return Named(row.shown_as, row.phone, row.row, row.standing, row.reason, tuple(row.evidence))
