"""A copy of the database, in memory, wound back to just before one of its runs."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, create_engine, delete, select, update
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlmodel import col

from adapters.store import ending, runs, tables
from adapters.store.roll_tables import Lasting
from roster.scope import Kind

_LASTING: tuple[type[Lasting], ...] = (tables.Pupil, tables.Contact, tables.Tie, tables.Gap)
_OF_GROUP_RUNS: tuple[Any, ...] = (tables.Objection, tables.Verdict, tables.Flag)


@contextmanager
def looking_at(copy: sqlite3.Connection) -> Iterator[Session]:
    """Read and change a copy that is nobody else's."""
    engine = create_engine("sqlite://", creator=lambda: copy, poolclass=StaticPool, hide_parameters=True)
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


def wind_back(session: Session, run: tables.Run) -> None:
    """Make a copy what it was as a run began. The run itself is in it no more."""
    number, roll, began, stood = run.id or 0, run.roll_id, run.started_at, run.stood
    lists = [one for row in runs.of_run(session, run) for one in row.lists]
    _unmake_rolls(session, roll, run.roll_confirmed_on, stood["rolls"][1], began)
    _unmake_lists(session, stood["lists"], lists)
    _undecide(session, stood["decisions"])
    _rule(session, tables.Release, stood["releases"], "void_at", began)
    _drop(session, tables.AuditEntry, col(tables.AuditEntry.id) > stood["audit"])
    _unmake_runs(session, number)
    told = col(tables.Letter.id).in_(stood["letters"])
    session.execute(update(tables.Letter).values(state="withdrawn"))
    session.execute(update(tables.Letter).where(told).values(state="sent"))
    _forget_judgements(session, stood["anchors"], run.slot)
    session.flush()
    session.expire_all()


def _unmake_rolls(session: Session, roll: int, confirmed_on: date | None, doubted: list[int], began: datetime) -> None:
    for table in _LASTING:
        _drop(session, table, col(table.since) > roll)
        session.execute(update(table).where(col(table.until) > roll).values(until=None))
    _drop(session, tables.Roll, col(tables.Roll.id) > roll)
    session.execute(update(tables.Roll).where(col(tables.Roll.id) == roll).values(confirmed_on=confirmed_on))
    accepted = col(tables.Roll.accepted_at)
    session.execute(update(tables.Roll).where(accepted.is_(None)).values(accepted_at=began))
    session.execute(update(tables.Roll).where(col(tables.Roll.id).in_(doubted)).values(accepted_at=None))


def _unmake_lists(session: Session, last: int, lists: list[Any]) -> None:
    _drop(session, tables.Member, col(tables.Member.list_id) > last)
    _drop(session, tables.MemberList, col(tables.MemberList.id) > last)
    for number, day, as_of, _ in lists:
        row = session.get_one(tables.MemberList, number)
        row.day, row.as_of = date.fromisoformat(day), datetime.fromisoformat(as_of) if as_of else None


def _undecide(session: Session, decisions: dict[str, Any]) -> None:
    for table in ending.TABLES:
        last, in_force = decisions[str(table.__tablename__)]
        _drop(session, table, col(table.id) > last)
        session.execute(update(table).where(col(table.id).in_(in_force)).values(ended_at=None, ended_by="", why=""))


def _rule(session: Session, table: Any, stood: list[Any], ended: str, at: datetime) -> None:
    last, in_force = stood
    _drop(session, table, col(table.id) > last)
    session.execute(update(table).where(col(table.id).in_(in_force)).values({ended: None}))
    session.execute(
        update(table).where(col(table.id).not_in(in_force), col(getattr(table, ended)).is_(None)).values({ended: at})
    )


def _unmake_runs(session: Session, number: int) -> None:
    later = select(col(tables.GroupRun.id)).where(col(tables.GroupRun.run_id) >= number)
    for table in _OF_GROUP_RUNS:
        _drop(session, table, col(table.group_run_id).in_(later))
    letters = select(col(tables.Letter.id)).where(col(tables.Letter.run_id) >= number)
    _drop(session, tables.LetterGroup, col(tables.LetterGroup.letter_id).in_(letters))
    for dated in (tables.Letter, tables.LedgerEntry, tables.GroupRun):
        _drop(session, dated, col(dated.run_id) >= number)
    _drop(session, tables.Run, col(tables.Run.id) >= number)


def _forget_judgements(session: Session, anchors: dict[str, list[Any]], day: date) -> None:
    """Leave of the judgements of before nothing but their anchors, so that everybody is judged."""
    session.execute(delete(tables.Precedent))
    session.execute(delete(tables.Judgement))
    for key, (anchor, word) in anchors.items():
        row = tables.Judgement(
            group_key=key, inputs="", context="", listed="", day=day, good_until=day, scope=[Kind.SCHOOL.value, "", [], False],
            held=[], proposal=[], anchor=anchor, word=word,
        )  # fmt: skip
        session.add(row)


def _drop(session: Session, table: Any, which: ColumnElement[bool]) -> None:
    session.execute(delete(table).where(which))
