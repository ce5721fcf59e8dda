"""Which back-ups are old enough to go. Pure."""

from collections.abc import Callable, Collection, Hashable
from datetime import datetime

_ALWAYS = 2


def surplus(made: Collection[datetime], *, daily: int, weekly: int) -> frozenset[datetime]:
    """Of back-ups made at these moments, give those to delete.

    Kept are the last back-up of each of the newest `daily` days that have one, and of each of the newest `weekly` weeks
    (which end on Sunday). The newest always stays, and the one before it, of the same day or not: the newest may turn out
    to be no good.
    """
    newest_first = sorted(set(made), reverse=True)
    kept = {
        *newest_first[:_ALWAYS],
        *_last_of_each(newest_first, datetime.date, daily),
        *_last_of_each(newest_first, lambda at: at.isocalendar()[:2], weekly),
    }
    return frozenset(newest_first) - kept


def _last_of_each(newest_first: list[datetime], span: Callable[[datetime], Hashable], at_most: int) -> list[datetime]:
    last: dict[Hashable, datetime] = {}
    for at in newest_first:
        last.setdefault(span(at), at)
    return list(last.values())[:at_most]
