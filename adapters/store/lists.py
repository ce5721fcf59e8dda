"""Member lists: landed, and the newest of each group."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.rolls import Arrival
from roster.groups import Completeness, Member, MemberList, Shown
from roster.phone import Phone
from roster.runs import group_key


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list as kept: its row, and the list itself without its problems, which are only counted."""

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
    if earlier and earlier[0].sha256 == arrival.sha256:
        before = earlier[0].day
        earlier[0].received_at, earlier[0].day = arrival.at, arrival.day
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
    )
    session.add(row)
    session.flush()
    members = [{"list_id": row.id, "position": at, **_row(member)} for at, member in enumerate(listed.members)]
    if members:
        session.execute(insert(tables.Member), members)
    return Landed(new=True, before=same.day if same else None)


def newest_of_each(session: Session) -> tuple[KeptList, ...]:
    """The newest list of every group, by name."""
    last = select(func.max(col(tables.MemberList.id))).group_by(col(tables.MemberList.group_key))
    rows = session.scalars(
        select(tables.MemberList).where(col(tables.MemberList.id).in_(last)).order_by(col(tables.MemberList.group_key))
    )
    return tuple(KeptList(row, _rebuilt(session, row)) for row in rows.all())


def _rebuilt(session: Session, row: tables.MemberList) -> MemberList:
    found = select(tables.Member).where(col(tables.Member.list_id) == row.id).order_by(col(tables.Member.position))
    members = tuple(map(_member, session.scalars(found)))
    completeness = Completeness(row.completeness)
    return MemberList(row.group_name, members, row.platform, row.format, completeness, row.said, row.file)


def _row(member: Member) -> dict[str, Any]:
    return {
        "shown_as": member.shown_as,
        "row": member.row,
        "name": member.name,
        "phone": member.phone.e164 if member.phone else None,
        "email": member.email,
        "shown": member.shown.value,
        "admin": member.admin,
        "own": member.own,
    }


def _member(row: tables.Member) -> Member:
    phone = Phone(row.phone) if row.phone else None
    return Member(row.shown_as, row.row, row.name, phone, row.email, Shown(row.shown), row.admin, row.own)
