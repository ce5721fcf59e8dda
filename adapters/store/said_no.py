"""Carers who have said that they do not want to be in a group, and are never listed as missing again."""

from sqlalchemy.orm import Session

from adapters.store import tables
from adapters.store.ending import Word, end, unended
from adapters.store.whos import who_cells, who_in
from roster.decisions import Who
from roster.people import Contact


def remember(session: Session, word: Word, who: Who, *, group_key: str, group: str) -> None:
    """Keep somebody's no."""
    session.add(tables.SaidNo(**word.cells, group_key=group_key, group_name=group, contact=who_cells(who)))


def undo(session: Session, word: Word, contact: Contact, *, group_key: str) -> bool:
    """End a contact's no; says whether there was one."""
    rows = unended(session, tables.SaidNo, group_key=group_key)
    found = [row for row in rows if who_in(row.contact).is_(contact)]
    for row in found:
        end(row, by=word.by, at=word.at, why="undone")
    return bool(found)


def every(session: Session, group_key: str) -> tuple[Who, ...]:
    """All who have said no to a group."""
    return tuple(who_in(row.contact) for row in unended(session, tables.SaidNo, group_key=group_key))
