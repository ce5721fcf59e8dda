"""Rows that last: what a new roll still has stays open, what it lacks is closed, and only what is new is written."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, col

Cells = dict[str, Any]
Pick = Callable[[int, Sequence[int]], int]


def settle(session: Session, table: Any, roll_id: int, wanted: Sequence[Cells], pick: Pick | None = None) -> list[int]:
    """Let a table hold exactly these rows from a roll on, and give their ids in the same order.

    Where several open rows hold the very same, `pick` chooses among their ids the one for the cells at a position.
    """
    still_open: dict[str, list[int]] = defaultdict(list)
    for row in open_rows(session, table):
        still_open[_content(table, row._asdict())].append(row.id)
    ids: list[int] = []
    fresh: list[Cells] = []
    following = _following(session, table)
    for at, cells in enumerate(wanted):
        found = still_open.get(_content(table, cells))
        if found:
            ids.append(pick(at, found) if pick else found[0])
            found.remove(ids[-1])
        else:
            ids.append(following + len(fresh))
            fresh.append({"id": ids[-1], "since": roll_id, "until": None, **cells})
    _close(session, table, roll_id, (one for found in still_open.values() for one in found))
    if fresh:
        session.execute(insert(table), fresh)
    return ids


def open_rows(session: Session, table: Any) -> Iterable[Any]:
    """Give the rows that the newest roll has, the oldest first."""
    return session.execute(select(*table.__table__.columns).where(col(table.until).is_(None)).order_by(col(table.id)))


def ids_by_key(session: Session, table: Any, keys: Iterable[str]) -> dict[str, int]:
    """Give the ids of keys, each kept once for ever; new ones are written."""
    known = {row.key: row.id for row in session.execute(select(*table.__table__.columns))}
    missing = [key for key in dict.fromkeys(keys) if key not in known]
    following = _following(session, table)
    fresh = {key: following + at for at, key in enumerate(missing)}
    if fresh:
        session.execute(insert(table), [{"id": one, "key": key} for key, one in fresh.items()])
    return known | fresh


def _close(session: Session, table: type[SQLModel], roll_id: int, ids: Iterable[int]) -> None:
    ended = [{"closed": one} for one in ids]
    if ended:
        rows = table.__table__  # type: ignore[attr-defined]
        session.connection().execute(update(rows).where(rows.c.id == bindparam("closed")).values(until=roll_id), ended)


def _following(session: Session, table: Any) -> int:
    return (session.scalar(select(func.max(col(table.id)))) or 0) + 1


def _content(table: Any, cells: Cells) -> str:
    """What a row holds, whenever it does, as one text to compare by."""
    names = (one.name for one in table.__table__.columns if one.name not in {"id", "since", "until"})
    return json.dumps([cells[name] for name in names], default=str)
