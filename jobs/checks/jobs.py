"""Whether everything that runs by itself has run: each job's last good time, and what became of the rest."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import job_runs, runs, tables
from adapters.store.job_runs import DONE, FAILED, PARKED, RUNNING, SKIPPED
from jobs.check_up import Grade, Symptom
from jobs.duty import Duty, Every
from jobs.missed import called, when, why
from jobs.office import Office
from jobs.rota import rota_of
from jobs.timekeeping import rhythm_of
from roster.due import newest_slot
from roster.words import counted, spoken

_SILENT, _LOOKED_BACK = timedelta(hours=26), timedelta(days=7)
_START = "Let roster serve run all the time, as a service of this computer; it catches up by itself."
_LOG = "Mend what it says, or look into roster serve's log; it is tried again by itself within the hour."
_AGAIN = "Mend what it says; the next one is done when its time comes. roster COMMAND does most of them at once."


def check(office: Office) -> Iterable[Symptom]:
    """Look at every job that the settings ask for."""
    now = office.clock()
    with office.store.reading() as session:
        last = session.scalar(select(func.max(col(tables.JobRun.started_at))))
        asleep = last is None or last < now - _SILENT
        if asleep:
            yield _asleep(office, last)
        for duty in rota_of(office.settings):
            yield from _of_job(session, duty, office, now, asleep=asleep)
        if runs.latest(session) is None:
            yield Symptom(
                Grade.WORTH_A_LOOK,
                "nights",
                "Nothing has been compared yet; if a night fails, nobody is written to about it.",
                "Receive an MIS export and a member list, then run roster nightly.",
            )


def _asleep(office: Office, last: datetime | None) -> Symptom:
    since = f"since {spoken(last.astimezone(office.settings.school.zone).date())}" if last else "yet"
    return Symptom(Grade.WRONG, "schedule", f"Nothing has run by itself {since}.", _START)


def _of_job(session: Session, duty: Duty, office: Office, now: datetime, *, asleep: bool) -> Iterator[Symptom]:
    slot = newest_slot(rhythm_of(duty, office), now)
    row, good = job_runs.of_slot(session, duty.kind, slot), job_runs.last_done(session, duty.kind)
    name, before = called(duty.kind), f"Last done for {_slot(good)}." if good else "It has never been done."
    match row.state if row else None:
        case None:
            # While nothing runs at all, that is said once.
            if not asleep:
                yield Symptom(Grade.WRONG, name, f"It is due for {when([slot])}. {before}", _START)
        case state if state == DONE:
            yield Symptom(Grade.WELL, name, f"Done for {when([slot])}.")
        case state if state == RUNNING:
            yield _at_work(row, name, now)
        case state if row and state in {FAILED, PARKED}:
            said = f"Not done for {when([slot])}: {why(row) or 'nobody knows why.'} {before}"
            yield Symptom(Grade.WRONG, name, said, _LOG if state == FAILED else _AGAIN)
    if duty.every is not Every.QUARTER_HOUR:
        yield from _of_the_week(session, duty, slot, now)


def _at_work(row: tables.JobRun | None, name: str, now: datetime) -> Symptom:
    if row and row.lease_until and row.lease_until > now:
        return Symptom(Grade.WELL, name, "It is being done just now.")
    return Symptom(Grade.WRONG, name, "It was broken off in the middle, and nobody has taken it over.", _START)


def _of_the_week(session: Session, duty: Duty, newest: str, now: datetime) -> Iterator[Symptom]:
    """What was missed in the last days, though the newest may be done."""
    rows = [row for row in job_runs.unwell(session, now - _LOOKED_BACK) if row.kind == duty.kind]
    missed = [row.slot for row in rows if row.state in {SKIPPED, PARKED} and row.slot != newest]
    if missed:
        said = f"{counted(len(missed), 'time')} not done in the last week: {when(missed)}."
        yield Symptom(Grade.WORTH_A_LOOK, called(duty.kind), said, _START)


def _slot(row: tables.JobRun) -> str:
    return when([row.slot])
