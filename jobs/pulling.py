"""Every MIS that the settings name is a job of its own, done before the night's run."""

from functools import partial

from jobs.duty import Duty, Every, Turn
from jobs.office import Office
from jobs.pull import pull
from jobs.settings import Settings

_BEFORE_THE_NIGHT = 10


def pulls_of(settings: Settings) -> tuple[Duty, ...]:
    """Give a job for every [pull.NAME], due at its own time."""
    return tuple(
        Duty(
            f"pull.{name}",
            Every.DAY,
            partial(_asked, name),
            at=lambda _, moment=chosen.moment: moment,  # type: ignore[misc]
            order=_BEFORE_THE_NIGHT,
        )
        for name, chosen in settings.pull.items()
    )


def _asked(name: str, office: Office, turn: Turn) -> str:
    receipt = pull(office, name, turn.pause, turn.mine)
    return "took in a roll" if receipt.changed else "nothing new"
