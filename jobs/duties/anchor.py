"""Every night, after the run: settings that are others are noted, and the end of the audit is written down beside the database."""

from adapters.store import anchors, audit
from jobs.duty import Duty, Every, Turn
from jobs.office import Office
from jobs.settings_noted import note_settings
from roster.errors import RosterError


class NotWrittenDown(RosterError):
    """The file of anchors cannot be written."""

    headline = "The end of the audit could not be written down beside the database."


def run(office: Office, turn: Turn) -> str:
    """Write it down. Raises `NotWrittenDown`."""
    with office.store.writing() as session:
        turn.mine(session)
        note_settings(session, office.settings, office.clock())
        head = audit.head(session)
    try:
        anchors.write_down(anchors.file_beside(office.settings.database), head, office.clock())
    except OSError as error:
        raise NotWrittenDown(f"The computer says: {error.strerror}.") from error
    return f"Wrote down the end of the audit, at entry {head.number}."


DUTY = Duty("anchor", Every.DAY, run, at=lambda settings: settings.schedule.at, order=40)
