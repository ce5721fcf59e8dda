"""Every morning of a school day: whoever is still to be taken out is said again, once a week, and to co-admins after a while."""

from datetime import date, time

from jobs.duty import Duty, Every, Turn
from jobs.office import Office
from jobs.reminding import remind
from roster.words import counted


def _run(office: Office, turn: Turn) -> str:
    if date.fromisoformat(turn.slot) != office.today:
        return "too late: the next morning reminds"
    with office.store.writing() as session:
        turn.mine(session)
        nudges, escalated = remind(session, office.settings, office.today, office.clock())
    return f"{counted(nudges, 'reminder')}, {counted(escalated, 'letter')} to co-admins"


DUTY = Duty("remind", Every.DAY, _run, at=lambda _: time(6), order=60)
