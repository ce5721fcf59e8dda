"""The nightly back-up."""

from jobs.backup import back_up, said
from jobs.duty import Duty, Every, Turn
from jobs.office import Office


def run(office: Office, turn: Turn) -> str:
    """Make it. Raises `BackUpTrouble` or `KeyTrouble`; the older ones stay."""

    def still_wanted() -> None:
        with office.store.writing() as session:
            turn.mine(session)

    return said(back_up(office.settings, office.clock(), still_wanted))


DUTY = Duty(
    "backup",
    Every.DAY,
    run,
    at=lambda settings: settings.schedule.housekeeping_at,
    wanted=lambda settings: bool(settings.backup.folder),
    order=80,
)
