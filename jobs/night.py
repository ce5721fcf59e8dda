"""A night's run: everything read, judged, kept and written about in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from adapters.store import Store, lists, outbox, rolls, runs, snapshots, tables
from adapters.store.lists import KeptList
from jobs.crashing import crash_point
from jobs.digest import digest_of
from jobs.inputs import inputs_digest
from jobs.settings import Settings
from jobs.writing import Writer
from roster.errors import RosterError
from roster.guard import Objection
from roster.letters import Letter
from roster.night import AgainstRoll, GroupNight, Memory, Received, Rules, night_of, roll_objections
from roster.roll import Roll
from roster.runs import State
from roster.service_guards import ROLL_GUARDS
from roster.words import counted

_REFUSED_FOR = timedelta(days=7)


class NotReady(RosterError):
    """A night's run needs something that is not there yet."""

    headline = "There is nothing to compare yet."


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What a night made of one group, in counts."""

    name: str
    state: State
    guards: tuple[str, ...]
    removals: int
    queries: int


@dataclass(frozen=True, slots=True)
class Night:
    """A night's run. `again` says that nothing had changed since the slot's last run, which was left as it is."""

    slot: date
    number: int
    groups: tuple[GroupResult, ...]
    letters: int
    again: bool = False


def run_night(store: Store, settings: Settings, *, slot: date, now: datetime) -> Night:
    """Hold every group's newest list against the newest roll, keep the result, and write the letters.

    Raises `NotReady` without a roll, a list, or an office to write to. Sends nothing: that is `deliver`'s.
    """
    office = _office_of(settings)
    with store.writing() as session:
        roll, kept = _newest(session)
        inputs = inputs_digest(
            slot, roll, [one.row for one in kept], last_release=runs.last_release(session), settings=settings
        )
        before = runs.latest(session)
        if before and before.slot == slot and before.inputs == inputs:
            return _as_before(session, before)
        run = runs.begin(session, slot, roll_id=roll.id or 0, inputs=inputs, at=now)
        refused = outbox.refused_since(session, now - _REFUSED_FOR)
        nights = _judged(session, roll, kept, run, _Asked(settings, refused))
        writer = Writer(settings, run, office, now)
        digest = digest_of(session, run, roll, nights, settings)
        letters = [*_to_volunteers(nights, writer, refused, settings), *([writer.office(digest)] if digest else [])]
        for night, one in zip(nights, kept, strict=True):
            runs.keep(session, run, night, list_id=one.row.id or 0)
            runs.void_others(session, one.row.group_key, night.digest, now)
        if _proved_good(nights):
            rolls.accept(session, roll, now)
        for letter in letters:
            outbox.write(session, run, letter)
        run.finished_at = now
        crash_point("night")
        return Night(slot, run.number, tuple(map(_result, nights)), len(letters))


@dataclass(frozen=True, slots=True)
class _Asked:
    settings: Settings
    refused: frozenset[str]

    def admins(self, group: str) -> tuple[str, ...]:
        return reachable(self.settings, group, self.refused)


def reachable(settings: Settings, group: str, refused: frozenset[str]) -> tuple[str, ...]:
    """The admins of a group who can be written to, each once."""
    return tuple(dict.fromkeys(one for one in settings.group(group).admins if one not in refused))


def _office_of(settings: Settings) -> str:
    if settings.school.office_email is None:
        raise NotReady(
            "Put school.office_email into the settings: the digest goes there, and what volunteers answer.",
            headline="Nobody knows where the office's letters should go.",
        )
    return settings.school.office_email


def _newest(session: Session) -> tuple[tables.Roll, tuple[KeptList, ...]]:
    roll, kept = rolls.newest(session), lists.newest_of_each(session)
    if roll is None:
        raise NotReady("Give it an MIS export: roster receive contacts.xlsx.")
    if not kept:
        raise NotReady("Give it a group's member list: roster receive 3B=members.csv.")
    return roll, kept


def _judged(
    session: Session, roll: tables.Roll, kept: tuple[KeptList, ...], run: tables.Run, asked: _Asked
) -> tuple[GroupNight, ...]:
    settings = asked.settings
    accepted = rolls.last_accepted(session)
    before = rolls.facts(session, accepted) if accepted and accepted.id != roll.id else None
    found = roll_objections(rolls.facts(session, roll), before, run.slot, settings.limits)
    against = AgainstRoll(roll.id or 0, found)
    ready = Roll(snapshots.rebuilt(session, roll), run.slot)
    rules = Rules(settings.policy, settings.limits)
    return tuple(
        night_of(_received(one, asked), ready, _memory(session, one.row.group_key), rules, against) for one in kept
    )


def _received(one: KeptList, asked: _Asked) -> Received:
    name = one.row.group_name
    return Received(one.listed, one.row.day, scope=asked.settings.group(name).scope, addressed=bool(asked.admins(name)))


def _memory(session: Session, key: str) -> Memory:
    told = tuple(flag for flag in runs.flags(session, runs.last_told(session, key)) if flag.standing == "remove")
    last = runs.flags(session, runs.last_of(session, key))
    return Memory(told, last, runs.in_force(session, key), read=bool(runs.releases(session, key)))


def _to_volunteers(
    nights: Iterable[GroupNight], writer: Writer, refused: frozenset[str], settings: Settings
) -> Iterable[Letter]:
    for night in nights:
        if night.tells:
            words = writer.volunteers_words(night)
            for admin in reachable(settings, night.name, refused):
                yield writer.volunteer(night, words, admin)


def _proved_good(nights: Iterable[GroupNight]) -> bool:
    """Whether nothing speaks against the roll, or the office has released every group that it was held for."""
    return all(night.state is State.RELEASED for night in nights if any(map(_is_about_the_roll, night.objections)))


def _is_about_the_roll(objection: Objection) -> bool:
    return objection.guard in ROLL_GUARDS


def _result(night: GroupNight) -> GroupResult:
    removals = sum(flag.standing == "remove" for flag in night.flags)
    guards = tuple(objection.guard for objection in night.objections)
    return GroupResult(night.name, night.state, guards, removals, len(night.flags) - removals)


def _as_before(session: Session, run: tables.Run) -> Night:
    return Night(
        run.slot, run.number, tuple(_kept_result(session, row) for row in runs.of_run(session, run)), 0, again=True
    )


def _kept_result(session: Session, row: tables.GroupRun) -> GroupResult:
    flags = runs.flags(session, row)
    removals = sum(flag.standing == "remove" for flag in flags)
    guards = tuple(one.guard for one in runs.objections(session, row))
    return GroupResult(row.group_name, State(row.state), guards, removals, len(flags) - removals)


def said(result: GroupResult) -> str:
    """Say a group's night in a line, without anybody in it."""
    counts = f"{result.removals} to take out, {result.queries} to look at"
    held = f" by {', '.join(result.guards)}" if result.state is State.HELD else ""
    return f"{result.state.value}{held}: {counts}"


def letters_said(number: int) -> str:
    """Say how many letters were written."""
    return f"{counted(number, 'letter')} written" if number else "nothing changed, so nobody is written to"
