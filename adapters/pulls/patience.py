"""How long a server is waited for, and how often it is asked again."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds, but for `tries`. `silence` is without a byte, `answer` for one whole answer, `everything` for all of a pull."""

    connect: float = 10
    silence: float = 60
    answer: float = 180
    everything: float = 20 * 60
    tries: int = 5
    first_pause: float = 2
    longest_pause: float = 120

    def pause(self, tried: int, asked_for: float | None) -> float:
        """How long to wait after the `tried`th failure: what the server asks for, or twice as long each time."""
        return asked_for if asked_for is not None else self.first_pause * 2 ** (tried - 1)


def asked_for(retry_after: str | None, now: datetime) -> float | None:
    """Read `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3); None if it says nothing that we understand."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max((parsedate_to_datetime(retry_after) - now).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return None
