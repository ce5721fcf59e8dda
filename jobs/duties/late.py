"""Told in time: if the night's run has not ended when letters to volunteers should go, the office hears of it."""

from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from adapters.mail.late import LatePage, late_letter
from adapters.store import job_runs, letters_about, outbox, runs, tables
from jobs.duties.compare import KIND as COMPARE
from jobs.duty import Duty, Every, Turn
from jobs.office import Office
from roster.errors import RosterError
from roster.letters import Audience, Kind, Letter

_AT_WORK = timedelta(minutes=5)


class StillAtIt(RosterError):
    """The night's run has just begun, as after a computer's sleep."""

    headline = "The night's comparison is being made just now."


def tell(office: Office, turn: Turn) -> str:
    """Write to the office, once, unless the night of a slot has been run. Raises `StillAtIt` if it has begun a moment ago."""
    now = office.clock()
    with office.store.writing() as session:
        turn.mine(session)
        night = job_runs.of_slot(session, COMPARE, turn.slot)
        if night and night.state == job_runs.DONE:
            return ""
        if turn.slot != office.today.isoformat():
            return "the night was not run in time, and that day is over"
        if night and night.state == job_runs.RUNNING and now - night.started_at < _AT_WORK:
            raise StillAtIt("It is looked at again in a few minutes.")
        return _told(session, office, night, turn.slot)


def _told(session: Session, office: Office, night: tables.JobRun | None, slot: str) -> str:
    settings, run = office.settings, runs.latest(session)
    address = settings.school.office_email
    if run is None or address is None:
        return "the night was not run in time; nothing has been compared yet, so there is nobody to tell"
    key, done = f"late/{slot}", "the night was not run in time; the office is told"
    if letters_about.is_written(session, key):
        return done
    why = night.outcome if night else ""
    words = late_letter(LatePage(settings.school.name, date.fromisoformat(slot), settings.letters.begin, why))
    domain = (settings.sender or address).rpartition("@")[2]
    outbox.write(
        session,
        run,
        Letter(
            key=key,
            run=f"{run.slot.isoformat()}.{run.number}",
            audience=Audience.OFFICE,
            groups=(),
            recipient=address,
            message_id=f"<{uuid4().hex}@{domain}>",
            thread=f"<roster.late.{slot}@{domain}>",
            words=words,
            written_at=office.clock(),
            kind=Kind.ALERT,
        ),
    )
    return done


DUTY = Duty(
    "late", Every.DAY, tell, at=lambda settings: settings.letters.opens, order=35, aside=True
)  # fmt: skip
