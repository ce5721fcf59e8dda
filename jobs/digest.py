"""Whether the office should hear of a night, and of what."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from adapters.mail.digest import Edition, Told, digest_letter, roll_said
from adapters.store import links, outbox, runs, tables
from jobs.digest_notes import FADING, ONCE, Happenings, standing_notes
from jobs.digest_roll import FromRoll
from jobs.settings import Settings
from jobs.writing import conduct_of
from roster.answered import answered
from roster.changes import Changeset, Flag
from roster.decisions import Decisions
from roster.letters import Words
from roster.night import GroupNight
from roster.roll import Roll
from roster.runs import State, group_key
from roster.shown import plain
from roster.words import listed, spoken

_TROUBLED = frozenset({State.HELD, State.STALE, State.UNADDRESSED, State.PAUSED})


@dataclass(frozen=True, slots=True)
class Before:
    """What the office was last told about a group: its flags, and what was the matter with it."""

    flags: tuple[Flag, ...] = ()
    matter: tuple[str, ...] = ()


def digest_of(
    session: Session,
    run: tables.Run,
    roll: tables.Roll,
    nights: tuple[GroupNight, ...],
    settings: Settings,
    load: Callable[[], Roll] | None = None,
) -> Words | None:
    """Write the digest, or give None if the office knows all of it. Remembers what it says besides, in the run.

    `load` puts the whole roll together; it is asked only if there is a digest to write.
    """
    last = runs.last_told_to_office(session)
    before = _before(session, last)
    given_up = outbox.unreported(session)
    happened = Happenings(session)
    notes = dict((*_notes(nights, settings), *standing_notes(session, nights, run.slot)))
    decided = Decisions(links=links.in_force(session))
    told = tuple(_told(night, before.get(group_key(night.name), Before()), decided, run.slot) for night in nights)
    run.notes = sorted(notes)
    changed = any(_is_news(one, before) for one in told) or set(before) - _keys(nights)
    if last and not changed and not given_up and not happened and not _are_news(run.notes, last.notes):
        return None
    outbox.reported(session, given_up, run)
    happened.told(run)
    known = FromRoll(session, load)
    edition = Edition(
        school=settings.school.name,
        on=run.slot,
        roll=roll_said(roll.day, roll.on_roll, roll.contacts, roll.problems),
        groups=tuple(replace(one, missing=known.missing(one.night)) for one in told),
        notes=(*_unsaid(notes, last.notes if last else ()), *happened.said, *map(_given_up, given_up)),
        conduct=conduct_of(settings),
    )
    return digest_letter(edition)


def _before(session: Session, run: tables.Run | None) -> dict[str, Before]:
    if run is None:
        return {}
    return {row.group_key: _known(session, row) for row in runs.of_run(session, run)}


def _known(session: Session, row: tables.GroupRun) -> Before:
    guards = (one.guard for one in runs.objections(session, row))
    return Before(runs.flags(session, row), _matter(State(row.state), guards))


def _told(night: GroupNight, before: Before, known: Decisions, slot: date) -> Told:
    changes = Changeset.between(before.flags, night.flags, reasons=True)
    return Told(night, changes, answered=dict(_answered(night, known, slot)))


def _answered(night: GroupNight, known: Decisions, slot: date) -> Iterator[tuple[str, str]]:
    """Say of whom the office has answered and who stays in question; a label that several share is nobody's."""
    sharing = Counter(member.identity for member in night.judged.listed.members)
    for verdict in night.verdicts:
        member = verdict.member
        said = answered(verdict.reason.name, known.about(member.identities, group_key(night.name), slot))
        if said and sharing[member.identity] == 1:
            yield member.identity, said


def _is_news(told: Told, before: dict[str, Before]) -> bool:
    known = before.get(group_key(told.night.name))
    guards = (one.guard for one in told.night.objections)
    return known is None or told.news or known.matter != _matter(told.night.state, guards)


def _are_news(now: Sequence[str], before: Sequence[str]) -> bool:
    """Whether the office should hear of what else is so: of anything new, and of the end of what it was to mend."""
    ended = set(before) - set(now)
    return bool(set(now) - set(before)) or any(not key.startswith(FADING) for key in ended)


def _unsaid(notes: Mapping[str, str], before: Collection[str]) -> Iterator[str]:
    """The sentences of the notes, less those that are said once and have been."""
    return (said for key, said in notes.items() if not (key.startswith(ONCE) and key in before))


def _matter(state: State, guards: Iterator[str]) -> tuple[str, ...]:
    return (state.value, *sorted(guards)) if state in _TROUBLED else ()


def _keys(nights: tuple[GroupNight, ...]) -> set[str]:
    return {group_key(night.name) for night in nights}


def _notes(nights: tuple[GroupNight, ...], settings: Settings) -> Iterator[tuple[str, str]]:
    have = _keys(nights)
    without = [name for name in settings.groups if group_key(name) not in have]
    unaddressed = [night.name for night in nights if not settings.group(night.name).admins]
    if without:
        names = listed(list(map(plain, without)))
        yield f"no list {sorted(map(group_key, without))}", f"No member list has been received for {names}."
    if unaddressed:
        names = listed(list(map(plain, unaddressed)))
        yield (
            f"no admin {sorted(map(group_key, unaddressed))}",
            f"No admin's address is known for {names}: add it under [groups] in the settings.",
        )


def _given_up(letter: tables.Letter) -> str:
    return (
        f"The letter of {spoken(letter.written_at.date())} about {letter.group_name} to {letter.recipient} was given up "
        f"({letter.error}). Check the address in the settings."
    )
