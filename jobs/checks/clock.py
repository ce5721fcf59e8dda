"""Whether this computer's clock can be right."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from adapters.store import tables
from jobs.check_up import Grade, Symptom
from jobs.office import Office
from roster.words import spoken

_WHAT = "clock"
_TOLERATED = timedelta(minutes=5)
_MOMENTS = (
    col(tables.JobRun.started_at), col(tables.Run.started_at), col(tables.Letter.written_at), col(tables.AuditEntry.at),
    col(tables.Roll.received_at), col(tables.MemberList.received_at),
)  # fmt: skip


def check(office: Office) -> Iterable[Symptom]:
    """See whether anything that is kept is said to have happened after now."""
    now = office.clock()
    newest = max(filter(None, (_newest(office, column) for column in _MOMENTS)), default=now)
    here = now.astimezone(office.settings.school.zone)
    said = f"It is {here:%H:%M} on {spoken(here.date())}, {office.settings.school.zone.key}"
    if newest > now + _TOLERATED:
        yield Symptom(
            Grade.WRONG,
            _WHAT,
            f"{said}; but something has happened on {spoken(newest.astimezone(here.tzinfo).date())} already.",
            "Set this computer's clock by the network. It was wrong then, or it is wrong now.",
        )
    else:
        yield Symptom(Grade.WELL, _WHAT, f"{said}.")


def _newest(office: Office, column: Any) -> datetime | None:
    with office.store.reading() as session:
        return session.scalar(select(func.max(column)))
