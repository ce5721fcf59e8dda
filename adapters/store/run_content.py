"""What a run found, as it is kept: each group's state, objections, verdicts, flags, and what was told."""

import hashlib
import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import runs, tables

_PARTS = {"objections": tables.Objection, "verdicts": tables.Verdict, "flags": tables.Flag}
_NOT_FOUND_BY_IT = frozenset({"group_run_id", "position"})


def content_of(session: Session, run: tables.Run) -> dict[str, Any]:
    """Give what a run found, by the group's key, as JSON."""
    return {row.group_key: _group(session, row) for row in runs.of_run(session, run)}


def result_of(session: Session, run: tables.Run) -> str:
    """Give the SHA-256 of what a run found and of what it says it was made from."""
    made_from = {
        "slot": run.slot.isoformat(),
        "roll": session.get_one(tables.Roll, run.roll_id).sha256,
        "confirmed": str(run.roll_confirmed_on),
        "settings": run.settings,
        "stood": run.stood,
        "lists": {row.group_key: row.lists for row in runs.of_run(session, run)},
    }
    text = json.dumps({"found": content_of(session, run), "from": made_from}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _group(session: Session, row: tables.GroupRun) -> dict[str, Any]:
    return {
        "name": row.group_name,
        "state": row.state,
        "digest": row.digest,
        "members": row.members,
        "told": row.told,
        "addressed": row.addressed,
        "withheld": row.withheld,
        **{part: _rows(session, table, row) for part, table in _PARTS.items()},
    }


def _rows(session: Session, table: Any, row: tables.GroupRun) -> list[dict[str, Any]]:
    columns = [column for column in table.__table__.columns if column.name not in _NOT_FOUND_BY_IT]
    found = select(*columns).where(col(table.group_run_id) == row.id).order_by(col(table.position))
    return [dict(one._mapping) for one in session.execute(found)]  # noqa: SLF001 - the name SQLAlchemy gives it
