"""Every job that there is: what stands in `jobs.duties`, and an MIS's for each that the settings name."""

from adapters.discovery import found_in
from jobs import duties
from jobs.duty import Duty
from jobs.pulling import pulls_of
from jobs.settings import Settings


def rota_of(settings: Settings) -> tuple[Duty, ...]:
    """Give the jobs that the settings ask for, in the order in which they are done when they are due at once."""
    every = (*found_in(duties, Duty), *pulls_of(settings))
    wanted = (duty for duty in every if duty.wanted(settings))
    return tuple(sorted(wanted, key=lambda duty: (duty.order, duty.kind)))
