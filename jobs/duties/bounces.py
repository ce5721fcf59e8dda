"""Every quarter of an hour: letters that came back."""

from jobs.duty import Duty, Every
from jobs.returns import take_back
from jobs.settings import Settings


def _has_a_mailbox(settings: Settings) -> bool:
    return settings.bounces.address is not None and bool(settings.bounces.host or settings.bounces.folder)


DUTY = Duty("bounces", Every.QUARTER_HOUR, take_back, wanted=_has_a_mailbox, order=60, aside=True)
