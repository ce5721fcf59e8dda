"""When a job is due: which of its slots have come by now, which of them are still worth doing, and which are too old."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo

_LOOKED_BACK = timedelta(days=400)
# A slot further ahead than this was had by a clock that was wrong; one less far is only this clock's being put right.
_AHEAD = timedelta(days=2)
# No clock that is right says that it is earlier: a computer without a battery wakes up in 1970.
_FIRST_YEAR = 2026
_A_QUARTER = 15


class Every(Enum):
    """How often a job is due, once each time: the slot is the local date, the ISO week, or a moment in UTC."""

    DAY = "day"
    WEEK = "week"
    QUARTER_HOUR = "quarter-hour"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a job is due, and from which time of day by the clock of its zone. `weekday` (0 is Monday) is a weekly job's.

    `catches_up` is how many of the newest slots are worth doing, however late.
    """

    every: Every
    zone: ZoneInfo
    at: time = time(0)
    weekday: int = 6
    catches_up: int = 1


@dataclass(frozen=True, slots=True)
class Due:
    """The slots that nobody has had yet, oldest first: those to be done, and those too old to be worth it."""

    slots: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


def due(rhythm: Rhythm, now: datetime, known: Collection[str]) -> Due:
    """Say what is due at a moment (aware, any zone). `known` are the slots that somebody has had: all since `looked_back`, and the oldest.

    The first time ever only the newest slot is due: what would have been before the installation is nobody's. From then
    on each slot comes once, however the clock goes: a slot is known by its name, so that an hour that comes twice or not
    at all, and a clock set back or forward, make it come neither twice nor never. Slots that a clock had which was far
    ahead are no reason to wait until they come.
    """
    newest = _newest(rhythm, now)
    first = min(_not_far_ahead(rhythm.every, newest, known), default=_named(rhythm.every, newest))
    window = _window(rhythm.every, newest)
    missed = [slot for slot in window if slot not in known and slot >= first]
    skipped = tuple(slot for slot in missed if too_old(rhythm, now, slot))
    return Due(tuple(missed[len(skipped) :]), skipped)


def newest_slot(rhythm: Rhythm, now: datetime) -> str:
    """Give the last slot that has come. A time of day that a clock change leaves out counts as passed."""
    return _named(rhythm.every, _newest(rhythm, now))


def looked_back(rhythm: Rhythm, now: datetime) -> str:
    """Give the oldest slot that may still be missed: what nobody has had before it is not gone into."""
    if rhythm.every is Every.QUARTER_HOUR:
        return newest_slot(rhythm, now)
    return _named(rhythm.every, _newest(rhythm, now) - _LOOKED_BACK)


def too_old(rhythm: Rhythm, now: datetime, slot: str) -> bool:
    """Whether a slot that could not be done is no longer worth another try."""
    return slot < _named(rhythm.every, _newest(rhythm, now) - (rhythm.catches_up - 1) * _step(rhythm.every))


def _not_far_ahead(every: Every, newest: datetime, known: Collection[str]) -> Collection[str]:
    if newest.year < _FIRST_YEAR:
        return known
    latest = _named(every, newest + max(_AHEAD, _step(every)))
    return [slot for slot in known if slot <= latest]


@lru_cache(64)
def _window(every: Every, newest: datetime) -> tuple[str, ...]:
    """Every slot up to the newest, as far back as anybody looks, oldest first."""
    number = 0 if every is Every.QUARTER_HOUR else _LOOKED_BACK // _step(every)
    return tuple(_named(every, newest - back * _step(every)) for back in range(number, -1, -1))


def _newest(rhythm: Rhythm, now: datetime) -> datetime:
    """The newest slot, as a moment that is good for reckoning with whole days: midnight, or the quarter of an hour, in UTC."""
    if rhythm.every is Every.QUARTER_HOUR:
        moment = now.astimezone(UTC)
        return moment.replace(minute=moment.minute - moment.minute % _A_QUARTER, second=0, microsecond=0)
    local = now.astimezone(rhythm.zone)
    today = local.date()
    day = today if local.time() >= rhythm.at else today - timedelta(days=1)
    if rhythm.every is Every.WEEK:
        day -= timedelta(days=(day.weekday() - rhythm.weekday) % 7)
    return datetime.combine(day, time(0), UTC)


def _step(every: Every) -> timedelta:
    match every:
        case Every.DAY:
            return timedelta(days=1)
        case Every.WEEK:
            return timedelta(days=7)
        case Every.QUARTER_HOUR:
            return timedelta(minutes=_A_QUARTER)


def _named(every: Every, slot: datetime) -> str:
    day: date = slot.date()
    match every:
        case Every.DAY:
            return day.isoformat()
        case Every.WEEK:
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02}"
        case Every.QUARTER_HOUR:
            return f"{slot:%Y-%m-%dT%H:%MZ}"
