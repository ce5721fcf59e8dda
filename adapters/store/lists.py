"""Member lists: landed, and what is known of each group from its lists together."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.rolls import Arrival
from roster.groups import Completeness, Member, MemberList, Presence, Shown
from roster.merging import merged
from roster.phone import Phone
from roster.runs import group_key


@dataclass(frozen=True, slots=True)
class KeptList:
    """What is known of a group: the row of its newest list, and that list with those before it that it does not replace."""

    row: tables.MemberList
    listed: MemberList


@dataclass(frozen=True, slots=True)
class Landed:
    """A list that came in. `new` unless it is the group's newest already; `before` is the day an older one of the same bytes came."""

    new: bool
    before: date | None = None


def receive(session: Session, arrival: Arrival, listed: MemberList) -> Landed:
    """Keep a group's list; the newest of the group, sent again, is from now on as young as its last coming."""
    key = group_key(listed.name)
    of_group = select(tables.MemberList).where(col(tables.MemberList.group_key) == key)
    earlier = session.scalars(of_group.order_by(col(tables.MemberList.id).desc())).all()
    if earlier and earlier[0].sha256 == arrival.sha256 and _proves_the_same(session, earlier[0], listed):
        before = earlier[0].day
        earlier[0].received_at, earlier[0].day = arrival.at, arrival.day
        earlier[0].as_of = _as_of(arrival, listed)
        return Landed(new=False, before=before)
    same = next((row for row in earlier if row.sha256 == arrival.sha256), None)
    row = tables.MemberList(
        group_key=key,
        group_name=listed.name,
        sha256=arrival.sha256,
        file=arrival.file,
        received_at=arrival.at,
        day=arrival.day,
        format=listed.format,
        platform=listed.platform,
        completeness=listed.completeness.value,
        said=listed.said,
        members=len(listed.members),
        problems=len(listed.problems),
        same_as=same.id if same else None,
        as_of=_as_of(arrival, listed),
        without_maker=listed.without_maker,
        hides_people=listed.hides_people,
    )
    session.add(row)
    session.flush()
    people = chain(((one, True) for one in listed.members), ((one, False) for one in listed.gone))
    members = [{"list_id": row.id, "position": at, **_row(one, here=here)} for at, (one, here) in enumerate(people)]
    if members:
        session.execute(insert(tables.Member), members)
    return Landed(new=True, before=same.day if same else None)


def newest_of_each(session: Session) -> tuple[KeptList, ...]:
    """What is known of every group, by name: its newest list with all since the last one that shows everybody."""
    last = select(func.max(col(tables.MemberList.id))).group_by(col(tables.MemberList.group_key))
    rows = session.scalars(
        select(tables.MemberList).where(col(tables.MemberList.id).in_(last)).order_by(col(tables.MemberList.group_key))
    )
    return tuple(KeptList(row, _known(session, row)) for row in rows.all())


def each_of(session: Session, key: str) -> tuple[KeptList, ...]:
    """Every list of a group by itself, as it came, oldest first; without those whose people are forgotten."""
    of_group = select(tables.MemberList).where(col(tables.MemberList.group_key) == key)
    rows = session.scalars(of_group.order_by(col(tables.MemberList.id))).all()
    every = (KeptList(row, _rebuilt(session, row)) for row in rows)
    return tuple(one for one in every if one.listed.members or not one.row.members)


def chain_of(session: Session, key: str) -> tuple[int, ...]:
    """The numbers of a group's lists that are judged together: the newest, back to the last one that shows everybody."""
    return tuple(row.id or 0 for row, _ in _chain(session, key))


def _known(session: Session, newest: tables.MemberList) -> MemberList:
    return merged(listed for _, listed in reversed(_chain(session, newest.group_key)))


def _chain(session: Session, key: str) -> list[tuple[tables.MemberList, MemberList]]:
    of_group = select(tables.MemberList).where(col(tables.MemberList.group_key) == key)
    found: list[tuple[tables.MemberList, MemberList]] = []
    for row in session.scalars(of_group.order_by(col(tables.MemberList.id).desc())):
        found.append((row, _rebuilt(session, row)))
        if found[-1][1].proves_absence:
            break
    return found


def _proves_the_same(session: Session, row: tables.MemberList, listed: MemberList) -> bool:
    """Whether a list of the same bytes says the same as before: its admin may have said more since, or a better reader does."""
    before = _rebuilt(session, row)
    said = (before.said, before.completeness, before.without_maker, before.members, before.gone)
    return said == (listed.said, listed.completeness, listed.without_maker, listed.members, listed.gone)


def _as_of(arrival: Arrival, listed: MemberList) -> datetime | None:
    """The moment a list shows: what it says itself, or that it came; a chat that does not say may be of any day."""
    if listed.as_of or listed.completeness is Completeness.EVENTS:
        return listed.as_of
    return arrival.at.replace(tzinfo=None)


def _rebuilt(session: Session, row: tables.MemberList) -> MemberList:
    found = select(tables.Member).where(col(tables.Member.list_id) == row.id).order_by(col(tables.Member.position))
    people = session.scalars(found).all()
    here, gone = ([_member(one) for one in people if one.here is told] for told in (True, False))
    return MemberList(
        name=row.group_name,
        members=tuple(here),
        platform=row.platform,
        format=row.format,
        completeness=Completeness(row.completeness),
        said=row.said,
        file=row.file,
        gone=tuple(gone),
        as_of=row.as_of,
        without_maker=row.without_maker,
        hides_people=row.hides_people,
    )


def _row(member: Member, *, here: bool) -> dict[str, Any]:
    return {
        "shown_as": member.shown_as,
        "row": member.row,
        "name": member.name,
        "phone": member.phone.e164 if member.phone else None,
        "email": member.email,
        "shown": member.shown.value,
        "admin": member.admin,
        "own": member.own,
        "more_phones": [phone.e164 for phone in member.more_phones],
        "more_emails": list(member.more_emails),
        "presence": member.presence.value,
        "here": here,
        "went_at": member.went_at,
    }


def _member(row: tables.Member) -> Member:
    return Member(
        shown_as=row.shown_as,
        row=row.row,
        name=row.name,
        phone=Phone(row.phone) if row.phone else None,
        email=row.email,
        shown=Shown(row.shown),
        admin=row.admin,
        own=row.own,
        more_phones=tuple(map(Phone, row.more_phones)),
        more_emails=tuple(row.more_emails),
        presence=Presence(row.presence),
        went_at=row.went_at,
    )
