"""Member lists that newer ones have replaced: whose people can be forgotten."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import lists, tables
from adapters.store.forgettings import drop, held_by

_LIST, _MEMBER = tables.MemberList, tables.Member


def forget_replaced(session: Session, before: date) -> int:
    """Delete the people of lists that were replaced before a day; gives how many people that were.

    A group's newest list stays, with all since the last one that shows everybody, for they are judged together. What
    night used which list, and how many people it had, stays.
    """
    due = _replaced(session, before)
    gone = drop(session, col(_MEMBER.list_id), due)
    unused = due - held_by(session, col(tables.GroupRun.list_id), col(tables.LedgerEntry.list_id))
    for older in unused:
        session.execute(update(_LIST).where(col(_LIST.same_as) == older).values(same_as=None))
    drop(session, col(_LIST.id), unused)
    return gone


def _replaced(session: Session, before: date) -> frozenset[int]:
    """The lists that the judgement needs no more, and whose successor came before a day."""
    needed = {number for group in _groups(session) for number in lists.chain_of(session, group)}
    found: set[int] = set()
    for group in _groups(session):
        rows = session.execute(
            select(col(_LIST.id), col(_LIST.day)).where(col(_LIST.group_key) == group).order_by(col(_LIST.id))
        ).all()
        # A list that comes again is dated anew, so a later one may be of an earlier day.
        found |= {row.id for row, after in pairwise(rows) if max(row.day, after.day) < before}
    return frozenset(found - needed)


def _groups(session: Session) -> Iterable[str]:
    return session.scalars(select(col(_LIST.group_key)).distinct()).all()
