"""What is kept of one member of a group: the lists that show them, the nights that flagged them, what was decided of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import lists, tables
from adapters.store.decision_tables import Decision
from adapters.store.lists import KeptList
from roster.decisions import Answer, is_reach
from roster.groups import Member, MemberList
from roster.letters import Audience
from roster.runs import State
from roster.steps import Seen, Sight
from roster.trail import Event, Step

_RUN, _GROUP_RUN, _FLAG, _LETTER, _RELEASE = tables.Run, tables.GroupRun, tables.Flag, tables.Letter, tables.Release


def sights(session: Session, key: str, identities: Collection[str], zone: ZoneInfo) -> tuple[Sight, ...]:
    """What each list of a group tells of somebody, oldest first."""
    used = _first_used(session, key, zone)
    return tuple(_sights(lists.each_of(session, key), used, frozenset(identities)))


def nights(session: Session, key: str, identities: Collection[str], zone: ZoneInfo) -> tuple[Seen, ...]:
    """What each night made of somebody in a group, oldest first."""
    flagged = select(col(_FLAG.group_run_id), col(_FLAG.standing), col(_FLAG.told)).join(
        _GROUP_RUN, col(_GROUP_RUN.id) == col(_FLAG.group_run_id)
    )
    theirs = flagged.where(col(_GROUP_RUN.group_key) == key, col(_FLAG.identity).in_(identities))
    flags = session.execute(theirs).all()
    standings = {row.group_run_id: row.standing for row in flags}
    named = {row.group_run_id for row in flags if row.told}
    heard, released = _heard(session, key), _releases(session, key, frozenset(identities), zone)
    found = select(_GROUP_RUN, col(_RUN.slot)).join(_RUN, col(_RUN.id) == col(_GROUP_RUN.run_id))
    rows = session.execute(found.where(col(_GROUP_RUN.group_key) == key).order_by(col(_GROUP_RUN.id)))
    return tuple(
        Seen(
            slot,
            row.list_id,
            standings.get(row.id, ""),
            told=row.told and row.run_id in heard and row.id in named,
            held=row.state == State.HELD.value,
            released=tuple(released.get(row.digest, ())) if row.state == State.HELD.value else (),
        )
        for row, slot in rows
    )


def decided(session: Session, key: str, identities: Collection[str], zone: ZoneInfo) -> tuple[Event, ...]:
    """What was decided about somebody, and what of it has ended."""
    answers = session.scalars(select(tables.Link).where(col(tables.Link.member).in_(identities)))
    exemptions = session.scalars(select(tables.Exemption).where(col(tables.Exemption.who).in_(identities)))
    told: list[Event] = []
    for answer in answers:
        if answer.group_key == key or is_reach(answer.member):
            told += _told(answer, _answer_said(answer), "the answer", zone)
    for exemption in exemptions:
        if exemption.group_key in {None, key}:
            told += _told(exemption, f"exempted by {exemption.by}", "the exemption", zone)
    return tuple(told)


def _sights(kept: Sequence[KeptList], used: dict[int, date], who: frozenset[str]) -> Iterator[Sight]:
    before: set[str] = set()
    for one in kept:
        number = one.row.id or 0
        yield Sight(
            number,
            min(one.row.day, used.get(number, one.row.day)),
            shown=_is_among(who, one.listed.members),
            went=_went(one, who),
            proves=one.listed.proves_absence,
            hides=not _hidden(one.listed) <= before,
        )
        before |= {member.identity for member in one.listed.members}


def _is_among(who: frozenset[str], members: Iterable[Member]) -> bool:
    return any(_is(who, member) for member in members)


def _is(who: frozenset[str], member: Member) -> bool:
    return not who.isdisjoint((member.identity, *member.identities))


def _went(one: KeptList, who: frozenset[str]) -> date | None:
    gone = (member for member in one.listed.gone if _is(who, member))
    return next((member.went_at.date() if member.went_at else one.row.day for member in gone), None)


def _hidden(listed: MemberList) -> set[str]:
    """Those who show neither a number nor an address, whoever they are."""
    return {one.identity for one in listed.members if not (one.own or one.phones or one.emails)}


def _first_used(session: Session, key: str, zone: ZoneInfo) -> dict[int, date]:
    """The day on which each list was first judged: one that comes again is dated anew."""
    found = select(col(_GROUP_RUN.list_id), col(_RUN.started_at)).join(_RUN, col(_RUN.id) == col(_GROUP_RUN.run_id))
    rows = session.execute(found.where(col(_GROUP_RUN.group_key) == key).order_by(col(_RUN.id).desc()))
    return {number: _day(at, zone) for number, at in rows}


def _heard(session: Session, key: str) -> set[int]:
    """The runs of which some volunteer of the group got a letter, or will."""
    about = select(col(tables.LetterGroup.letter_id)).where(col(tables.LetterGroup.group_key) == key)
    alive = select(col(_LETTER.run_id)).where(
        col(_LETTER.id).in_(about),
        col(_LETTER.audience) == Audience.VOLUNTEER.value,
        col(_LETTER.state).not_in(("dead", "withdrawn")),
    )
    return set(session.scalars(alive))


def _releases(
    session: Session, key: str, identities: frozenset[str], zone: ZoneInfo
) -> dict[str, list[tuple[date, str]]]:
    """Who released somebody, and when, by the held list's digest; not whoever released others alone."""
    found: dict[str, list[tuple[date, str]]] = {}
    for row in session.scalars(select(_RELEASE).where(col(_RELEASE.group_key) == key).order_by(col(_RELEASE.id))):
        if row.people is None or identities & set(row.people):
            found.setdefault(row.digest, []).append((_day(row.at, zone), row.by))
    return found


def _told(row: Decision, said: str, what: str, zone: ZoneInfo) -> list[Event]:
    begun = Event(row.day, Step.DECIDED, said)
    if row.ended_at is None:
        return [begun]
    why = f" ({row.why})" if row.why else ""
    return [begun, Event(_day(row.ended_at, zone), Step.DECIDED, f"{what} ended by {row.ended_by}{why}")]


def _answer_said(row: Any) -> str:
    shown = row.contact["shown"] if row.contact else ""
    return {
        Answer.SAME: f"confirmed by {row.by} as {shown}",
        Answer.SOMEBODY_ELSE: f"said by {row.by} not to be {shown}",
        Answer.NO_PARENT: f"said by {row.by} to be nobody's parent",
    }[Answer[row.answer]]


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()
