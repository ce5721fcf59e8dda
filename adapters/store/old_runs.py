"""Nights of long ago: what they found and wrote, which can be forgotten once nothing of today rests on it."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import links, runs, tables
from adapters.store.ending import TABLES
from adapters.store.forgettings import drop, held_by
from adapters.store.needles import ERASED
from adapters.store.outbox import PERHAPS_ARRIVED, Way

_RUN, _GROUP_RUN, _LETTER = tables.Run, tables.GroupRun, tables.Letter
_OF_A_GROUP: tuple[Any, ...] = (tables.Verdict, tables.Flag, tables.Objection)


def forget_nights(session: Session, before: datetime, readers: Collection[str] = ()) -> int:
    """Delete what nights before a moment found, and their letters; gives how many letters and flagged people that were.

    What each of the `readers`, each group's volunteers and the office were told last stays, each group's last result, and
    letters on their way.
    """
    old = set(session.scalars(select(col(_RUN.id)).where(col(_RUN.started_at) < before))) - _needed(session, readers)
    if not old:
        return 0
    results = session.scalars(select(col(_GROUP_RUN.id)).where(col(_GROUP_RUN.run_id).in_(old))).all()
    letters = session.scalars(select(col(_LETTER.id)).where(col(_LETTER.run_id).in_(old))).all()
    drop(session, col(tables.LetterGroup.letter_id), letters)
    gone = drop(session, col(_LETTER.id), letters)
    gone += sum(drop(session, col(table.group_run_id), results) for table in _OF_A_GROUP)
    for memory in ("told_id", "last_id"):
        rested = update(_GROUP_RUN).where(col(getattr(_GROUP_RUN, memory)).in_(results))
        session.execute(rested.values({memory: None}))
    drop(session, col(_GROUP_RUN.id), results)
    drop(session, col(_RUN.id), old - _mentioned(session))
    drop(session, col(tables.SettingsKept.sha256), _unused_settings(session))
    return gone


def forget_decisions(session: Session, before: datetime) -> int:
    """Delete what was decided and had ended before a moment, and addresses that are long written to again.

    Answers that lapsed stay until the office knows of it. The newest row of each kind stays, so that no number comes twice.
    """
    every: tuple[Any, ...] = (*TABLES, tables.Stop)
    return sum(drop(session, col(table.id), _ended(session, table, before)) for table in every)


def forget_names_on_releases(session: Session, before: datetime) -> int:
    """Take the people out of releases that were void before a moment; that and by whom something was released stays."""
    named = select(tables.Release).where(col(tables.Release.void_at) < before, col(tables.Release.people).is_not(None))
    due = [row for row in session.scalars(named) if row.people not in ([], [ERASED])]
    for row in due:
        # Nobody at all would be a word taken back.
        row.people = [ERASED]
    return len(due)


def _needed(session: Session, readers: Collection[str]) -> set[int | None]:
    latest, office = runs.latest(session), runs.last_told_to_office(session)
    waiting = (Way.PENDING.value, Way.CLAIMED.value)
    unsent = session.scalars(select(col(_LETTER.run_id)).where(col(_LETTER.state).in_(waiting)))
    keys = session.scalars(select(col(_GROUP_RUN.group_key)).distinct()).all()
    results = [one for key in keys for one in (runs.last_of(session, key), runs.last_told(session, key)) if one]
    heard = {number for number, _ in last_heard(session, readers)}
    return {*(run.id for run in (latest, office) if run), *unsent, *heard, *(one.run_id for one in results)}


def last_heard(session: Session, readers: Collection[str]) -> frozenset[tuple[int, str]]:
    """The runs of the last letters of each kind that each of the readers had, or may have had, of each group: their ids, with the group's key."""
    about, lost = tables.LetterGroup, (Way.DEAD.value, Way.WITHDRAWN.value)
    last = select(func.max(col(_LETTER.run_id)), col(about.group_key)).join(
        about, col(about.letter_id) == col(_LETTER.id)
    )
    theirs = last.where(
        col(_LETTER.recipient).in_(readers),
        or_(col(_LETTER.state).not_in(lost), col(_LETTER.error) == PERHAPS_ARRIVED),
    )
    found = session.execute(
        theirs.group_by(col(_LETTER.recipient), col(about.group_key), col(_LETTER.kind), col(_LETTER.state))
    )
    return frozenset((number, key) for number, key in found)


def _mentioned(session: Session) -> frozenset[int]:
    told = (tables.Link, tables.Hint, tables.Stop, _LETTER)
    of = (_LETTER, _GROUP_RUN, tables.LedgerEntry)
    return held_by(session, *(col(one.reported_in) for one in told), *(col(one.run_id) for one in of))


def _unused_settings(session: Session) -> Iterable[str]:
    return set(session.scalars(select(col(tables.SettingsKept.sha256)))) - held_by(session, col(_RUN.settings))


def _ended(session: Session, table: Any, before: datetime) -> list[int]:
    numbers = session.scalars(select(col(table.id)).order_by(col(table.id).desc())).all()
    over = select(table).where(col(table.ended_at) < before)
    untold = {number for number, _ in links.unreported(session)} if table is tables.Link else set()
    return [row.id for row in session.scalars(over) if row.id != numbers[0] and row.id not in untold]
