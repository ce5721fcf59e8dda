"""Telling a watchdog that all is well: an address is asked, and whoever keeps it raises the alarm when nobody does."""

import httpx2

from adapters.pulls.addresses import LOOPBACK
from roster.errors import RosterError

_SECONDS = 10.0


class WatchdogSilent(RosterError):
    """The watchdog's address does not answer as it should."""

    headline = "The watchdog's address does not answer."


def tell_watchdog(url: str, seconds: float = _SECONDS) -> None:
    """Ask an address (GET), once, and follow it nowhere. Raises `WatchdogSilent`, which never repeats the address.

    `seconds` is how long it may keep silent.
    """
    # A proxy of the school's is used where there is one, but not for this very machine.
    trusting = httpx2.URL(url).host not in LOOPBACK
    try:
        with httpx2.Client(timeout=seconds, follow_redirects=False, trust_env=trusting) as client:
            answer = client.get(url, headers={"User-Agent": "roster"})
    except (httpx2.HTTPError, OSError) as error:
        raise _silent(type(error).__name__) from None
    if not answer.is_success:
        raise _silent(str(answer.status_code))


def _silent(what: str) -> WatchdogSilent:
    return WatchdogSilent(
        "Look whether watchdog.url in the settings is still right.",
        headline=f"The watchdog's address does not answer as it should ({what}).",
    )
