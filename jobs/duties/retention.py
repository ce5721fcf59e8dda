"""Every day, after the back-up: what has been kept long enough is deleted."""

from jobs.duty import Duty, Every, Turn
from jobs.forget import forget_now
from jobs.office import Office


def run(office: Office, turn: Turn) -> str:
    """Delete it."""
    return forget_now(office, by="Roster", mine=turn.mine).said


DUTY = Duty(
    "retention", Every.DAY, run, at=lambda settings: settings.schedule.housekeeping_at, order=85,
)  # fmt: skip
