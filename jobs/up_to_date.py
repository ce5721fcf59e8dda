"""Before volunteers' letters go: what has changed since the night that wrote them is heeded."""

from adapters.store import outbox, runs
from jobs.night import run_night, stands_today
from jobs.office import Office
from roster.letters import Audience


def heed_what_changed(office: Office) -> bool:
    """Compare once more if letters to volunteers could go now, and anything that went into today's run is another since.

    An exemption of this morning, a release taken back, a better export: none waits for the next night while letters that
    know nothing of it go out. Says whether a run was made. Without a run of today there is nothing to make anew.
    """
    now, window = office.clock(), office.settings.window
    if not window.is_open(now):
        return False
    with office.store.reading() as session:
        if not any(audience is Audience.VOLUNTEER for _, audience in outbox.due(session, now)):
            return False
        run = runs.latest(session, office.today)
        if run is None or stands_today(session, office.settings, now):
            return False
    return not run_night(office.store, office.settings, slot=office.today, now=now).again
