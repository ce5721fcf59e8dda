"""What stands as a run begins, in numbers: enough to wind a copy of the database back to that moment."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import ending, rolls, tables
from adapters.store.decision_tables import Decision
from roster.letters import Audience

_LETTER, _ABOUT, _GROUP_RUN = tables.Letter, tables.LetterGroup, tables.GroupRun


def standing_now(session: Session) -> dict[str, Any]:
    """Give the numbers, as JSON.

    `decisions` are by their table [the last one's number, the numbers of those in force]; `releases` the same. `rolls` is
    [the last one's number, the numbers of those that no run has accepted], `lists` and `audit` the last number, `forgotten`
    how much had been deleted. `letters` are those by which volunteers were last told, `anchors` where each group's scope
    stood unquestioned, as [roll, word].
    """
    return {
        "decisions": {table.__tablename__: _decisions(session, table) for table in ending.TABLES},
        "releases": _releases(session),
        "rolls": [_last(session, tables.Roll), _doubted(session)],
        "lists": _last(session, tables.MemberList),
        "audit": _last(session, tables.AuditEntry),
        "forgotten": _last(session, tables.Forgetting),
        "letters": _telling(session),
        "anchors": {row.group_key: [row.anchor, row.word] for row in session.scalars(select(tables.Judgement))},
    }


def decided_until(session: Session, now: datetime) -> datetime:
    """Give the moment of the last decision, or now if that is later."""
    moments = (column for table in ending.TABLES for column in (col(table.at), col(table.ended_at)))
    found: Iterator[datetime | None] = (session.scalar(select(func.max(column))) for column in moments)
    return max((now, *filter(None, found)))


def accepted_now(session: Session) -> int | None:
    """Give the number of the last roll that proved good."""
    row = rolls.last_accepted(session)
    return row.id if row else None


def _last(session: Session, table: Any) -> int:
    return session.scalar(select(func.max(col(table.id)))) or 0


def _decisions(session: Session, table: type[Decision]) -> list[Any]:
    return [_last(session, table), [row.id for row in ending.unended(session, table)]]


def _releases(session: Session) -> list[Any]:
    in_force = (
        select(col(tables.Release.id)).where(col(tables.Release.void_at).is_(None)).order_by(col(tables.Release.id))
    )
    return [_last(session, tables.Release), list(session.scalars(in_force))]


def _doubted(session: Session) -> list[int | None]:
    doubted = select(col(tables.Roll.id)).where(col(tables.Roll.accepted_at).is_(None)).order_by(col(tables.Roll.id))
    return list(session.scalars(doubted))


def _telling(session: Session) -> list[int]:
    """Of every volunteer and group the last letter of each kind that has told something, or will."""
    last = (
        select(func.max(col(_LETTER.id)))
        .join(_ABOUT, col(_ABOUT.letter_id) == col(_LETTER.id))
        .join(
            _GROUP_RUN,
            (col(_GROUP_RUN.run_id) == col(_LETTER.run_id)) & (col(_GROUP_RUN.group_key) == col(_ABOUT.group_key)),
        )
        .where(
            col(_LETTER.audience) == Audience.VOLUNTEER.value,
            col(_LETTER.state).not_in(("dead", "withdrawn")),
            col(_GROUP_RUN.told).is_(True),
        )
        .group_by(col(_ABOUT.group_key), col(_LETTER.recipient), col(_LETTER.kind))
    )
    return sorted({one for one in session.scalars(last) if one is not None})
