"""What is held, for somebody to read; and their word that it may go out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from adapters.store import Store, audit, releases, runs, tables
from jobs.naming import one_identity
from roster.errors import RosterError
from roster.groups import Member
from roster.guard import Objection
from roster.night import REMOVE
from roster.phone import Phone
from roster.runs import State, group_key
from roster.shown import label, plain
from roster.words import listed


class NotHeld(RosterError):
    """A release was asked for where nothing is held."""

    headline = "Nothing is held for this group."


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a held list would name: as the group shows them, their row, and why. For the office's eyes.

    `withheld` says why volunteers never hear of them ("restricted", "admin", "household"), `released` that somebody has let
    them out though the rest is held.
    """

    shown_as: str
    phone: str | None
    row: int
    standing: str
    reason: str
    evidence: tuple[str, ...]
    identity: str = ""
    withheld: str = ""
    released: bool = False


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

    @property
    def to_be_named(self) -> tuple[Named, ...]:
        """Those of whom volunteers would hear."""
        return tuple(one for one in self.removals if not one.withheld)


def held(store: Store, *, on: date | None = None) -> tuple[Held, ...]:
    """Everything that the last run holds and that is not released yet; of a given night, if one is given."""
    with store.reading() as session:
        return tuple(_held(session, run, row) for run, row in _rows(session, on) if releases.is_held(session, row))


def held_group(store: Store, group: str, *, on: date | None = None) -> Held:
    """One group's held result. Raises `NotHeld` if there is none."""
    found = held(store, on=on)
    for one in found:
        if group_key(one.group) == group_key(group):
            return one
    _must_be_known(store, group, on)
    now = (
        f"Right now {listed([plain(one.group) for one in found])} can be released."
        if found
        else "No other group is held either."
    )
    raise NotHeld(now, headline=f"Nothing is held for {plain(group)}.")


def _must_be_known(store: Store, group: str, on: date | None) -> None:
    """Refuse the name of no group at all. Raises `NotHeld`."""
    with store.reading() as session:
        run = runs.latest(session, on)
        names = [row.group_name for row in runs.of_run(session, run)] if run else []
    if names and group_key(group) not in map(group_key, names):
        known = listed(list(map(plain, names)))
        raise NotHeld(f"The last night judged {known}.", headline=f"There is no group {plain(group)}.")


def named_of(result: Held, said: Iterable[str], region: str) -> tuple[Named, ...]:
    """Give those of a held list who are named, by what the list shows, the row, or the number.

    Raises `NotFound` or `NotUnique`, and `NotHeld` for somebody of whom volunteers never hear.
    """
    members = {_as_member(one): one for one in result.removals}
    found = tuple(dict.fromkeys(members[one_identity(one, members, region)] for one in said))
    for one in found:
        if one.withheld:
            raise NotHeld(
                "Settle it with them yourselves.",
                headline=f"{plain(one.shown_as)} is a matter for the office alone.",
            )
    return found


def release(store: Store, result: Held, *, by: str, now: datetime, only: Sequence[Named] = ()) -> Held:
    """Let exactly this result, or `only` some of its people, go out at the next run, and give what stays held.

    Raises `NotHeld` if it has changed since it was read, or nobody new is released.
    """
    with store.writing() as session:
        for run, row in _rows(session, result.slot):
            same = row.group_key == group_key(result.group) and row.digest == result.digest
            if same and releases.is_held(session, row):
                _let_out(session, row, result, _Word(by, now), only)
                return _held(session, run, row)
    raise NotHeld(
        "Read it again: a run has changed it meanwhile.", headline=f"{plain(result.group)} is held no longer."
    )


def take_back(store: Store, group: str, *, by: str, now: datetime) -> None:
    """Take a release back before any letter has gone. Raises `NotHeld` if there is none, or it is too late."""
    with store.writing() as session:
        key = group_key(group)
        if not any(one.people != frozenset() for one in releases.in_force(session, key)):
            raise NotHeld("There is nothing to take back.", headline=f"Nothing is released for {plain(group)}.")
        if not releases.take_back(session, key, by=by, at=now):
            raise NotHeld(
                "Write to the volunteers yourselves, and exempt whoever is to stay: roster exempt.",
                headline=f"A letter about {plain(group)} has gone already.",
            )
        audit.note(session, "take back release", by=by, at=now, about={"group": group})


def lapsing(store: Store, who: str | None, group: str | None) -> tuple[str, ...]:
    """Name the groups of which a release is for a list that changes once somebody may stay: None is everybody, or every group."""
    with store.reading() as session:
        return tuple(
            row.group_name
            for _, row in _rows(session, None)
            if group in (None, row.group_key) and row.state == State.HELD.value and _is_released_with(session, row, who)
        )


def _is_released_with(session: Session, row: tables.GroupRun, who: str | None) -> bool:
    going = {flag.identity for flag in runs.flags(session, row) if flag.standing == REMOVE}
    return bool(releases.in_force(session, row.group_key)) and (bool(going) if who is None else who in going)


@dataclass(frozen=True, slots=True)
class _Word:
    by: str
    at: datetime


def _let_out(session: Session, row: tables.GroupRun, result: Held, word: _Word, only: Sequence[Named]) -> None:
    named = {one.identity for one in only}
    before = releases.let_out(session, row)
    if named and named <= before:
        raise NotHeld("Nobody else of it was named.", headline="They are released already.")
    # Whoever has released one after the other has read them all.
    part = sorted(named | before) if named and {one.identity for one in result.to_be_named} - named - before else None
    releases.give(session, row, by=word.by, at=word.at, people=part)
    guards = [one.guard for one in result.objections]
    about = {"group": row.group_name, "digest": row.digest, "people": part or "all", "guards": guards}
    audit.note(session, "release", by=word.by, at=word.at, about=about)


def _rows(session: Session, on: date | None) -> list[tuple[tables.Run, tables.GroupRun]]:
    run = runs.latest(session, on)
    return [(run, row) for row in runs.of_run(session, run)] if run else []


def _held(session: Session, run: tables.Run, row: tables.GroupRun) -> Held:
    objections = tuple(Objection(one.guard, one.message) for one in runs.objections(session, row))
    withheld, released = dict(row.withheld), releases.let_out(session, row)
    people = [
        _named(one, withheld.get(one.identity, ""), one.identity in released) for one in runs.verdicts(session, row)
    ]
    people.sort(key=lambda one: one.standing != "remove")
    return Held(row.group_name, run.slot, objections, tuple(people), row.digest)


def _named(row: tables.Verdict, withheld: str, released: bool) -> Named:
    going = row.standing == "remove"
    return Named(
        row.shown_as, row.phone, row.row, row.standing, row.reason, tuple(row.evidence), row.identity,
        withheld=withheld if going else "", released=released and going,
    )  # fmt: skip


def _as_member(one: Named) -> Member:
    phone = Phone(one.phone) if one.phone else None
    return Member(one.shown_as, one.row, name=label(one.shown_as), phone=phone)
