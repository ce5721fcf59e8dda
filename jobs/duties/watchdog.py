"""The dead man's switch: after each good night a service outside is asked, and raises the alarm when it is not."""

from datetime import timedelta

from sqlalchemy import and_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import job_runs, outbox, tables
from adapters.store.kept_back import kept_back
from adapters.watchdog import tell_watchdog
from jobs.duties.compare import KIND as COMPARE
from jobs.duty import Duty, Every, Turn
from jobs.office import Office
from roster.errors import RosterError

_LETTER = tables.Letter
_A_DAY = timedelta(days=1)


class NotAGoodNight(RosterError):
    """There is nothing good to tell yet."""

    headline = "The watchdog is not told: the night is not good yet."


def ping(office: Office, turn: Turn) -> str:
    """Tell the watchdog of a good night: compared, and no letter kept back by the mail server. Raises `NotAGoodNight`."""
    with office.store.reading() as session:
        night = job_runs.of_slot(session, COMPARE, turn.slot)
        if night is None or night.state != job_runs.DONE:
            raise NotAGoodNight(
                "roster doctor says why.", headline="The watchdog is not told: the night's comparison is not done."
            )
        if stuck(session, office):
            raise NotAGoodNight(
                "roster doctor says more.", headline="The watchdog is not told: letters cannot be handed over."
            )
    tell_watchdog(office.settings.watchdog.url or "")
    return "told"


def stuck(session: Session, office: Office) -> int:
    """How many letters the mail server has kept from going, by refusing us or by not being there: given up in the last day, or tried for longer than that."""
    now = office.clock()
    given_up = and_(
        col(_LETTER.state) == outbox.Way.DEAD.value,
        col(_LETTER.ended_at) >= now - _A_DAY,
        ~col(_LETTER.error).like("recipient 5%"),
        ~col(_LETTER.error).in_(("no longer an admin", "stopped")),
    )
    return len(session.scalars(select(col(_LETTER.id)).where(given_up)).all()) + len(kept_back(session, now))


DUTY = Duty(
    "watchdog",
    Every.DAY,
    ping,
    at=lambda settings: settings.schedule.at,
    wanted=lambda settings: settings.watchdog.url is not None,
    order=90,
)
