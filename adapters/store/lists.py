"""Member lists: landed, and the newest of each group."""

from dataclasses import dataclass
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


def receive(session: Session, arrival: Arrival, listed: MemberList) -> tables.MemberList | None:
    """Keep a group's list; None if it is the group's newest already."""
    key = group_key(listed.name)
    of_group = select(tables.MemberList).where(col(tables.MemberList.group_key) == key)
    earlier = session.scalars(of_group.order_by(col(tables.MemberList.id).desc())).all()
    if earlier and earlier[0].sha256 == arrival.sha256:
        return None
    same = [row.id for row in earlier if row.sha256 == arrival.sha256]
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
        same_as=same[-1] if same else None,
    )
    session.add(row)
    session.flush()
    members = [{"list_id": row.id, "position": at, **_row(member)} for at, member in enumerate(listed.members)]
    if members:
        session.execute(insert(tables.Member), members)
    return row


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
