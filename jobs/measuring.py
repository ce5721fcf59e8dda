"""How Roster is doing, in numbers: nobody's name, and no group's."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import job_runs, ledger, releases, runs, tables
from jobs.duties.compare import KIND as COMPARE
from jobs.office import Office

_LETTER, _JOB = tables.Letter, tables.JobRun


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a monitor may want to know. `letters` are counted by state ("sent"), `jobs` by kind and state.

    `last_good_night` is when the newest night that was compared had ended; None before the first.
    """

    last_good_night: datetime | None
    open_items: int
    groups: int
    held: int
    letters: dict[str, int]
    jobs: dict[tuple[str, str], int]


def numbers_of(office: Office) -> Numbers:
    """Count it all, at one moment of the database."""
    with office.store.reading() as session:
        night, run = job_runs.last_done(session, COMPARE), runs.latest(session)
        groups = runs.of_run(session, run) if run else ()
        return Numbers(
            night.ended_at if night else None,
            sum(len(account.unsettled) for account in ledger.accounts(session)),
            len(groups),
            sum(releases.is_held(session, one) for one in groups),
            _letters(session),
            _jobs(session),
        )


def _letters(session: Session) -> dict[str, int]:
    found = session.execute(select(col(_LETTER.state), func.count()).group_by(col(_LETTER.state)))
    return {str(state): int(number) for state, number in found}


def _jobs(session: Session) -> dict[tuple[str, str], int]:
    found = session.execute(
        select(col(_JOB.kind), col(_JOB.state), func.count()).group_by(col(_JOB.kind), col(_JOB.state))
    )
    return {(kind, state): number for kind, state, number in found}
