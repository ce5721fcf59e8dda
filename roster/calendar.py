"""The school's calendar: days of the year as the settings write them, the leavers' grace, the pause in summer."""

import re
from datetime import date, timedelta

from roster.people import Pupil
from roster.policy import Policy

_DAY_OF_YEAR = re.compile(r"(\d\d)-(\d\d)")
_LEAP_YEAR = 2024


def is_day_of_year(said: str) -> bool:
    """Whether a text is a day of the year, month before day: "07-17"."""
    found = _DAY_OF_YEAR.fullmatch(said)
    if not found:
        return False
    try:
        date(_LEAP_YEAR, int(found[1]), int(found[2]))
    except ValueError:
        return False
    return True


def day_in(year: int, said: str) -> date:
    """Give a day of the year in one year; 29 February is the 28th where there is none."""
    month, day = map(int, said.split("-"))
    if (month, day) == (2, 29):
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, day)


def moved(day: date, days: int) -> date:
    """Give the day so many days later, or earlier below nought; the calendar's own ends are as far as it goes."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def years_from(year: int) -> tuple[int, ...]:
    """Give a year and the next, where the calendar has one."""
    return tuple(one for one in (year, year + 1) if one <= date.max.year)


def grace_end(last_day: date, policy: Policy) -> date:
    """Give the last day on which a leaver's carers may stay: the child's own last day where the school gives no grace."""
    after = moved(last_day, policy.leavers_grace_days)
    named = [
        day
        for said in policy.leavers_grace_until
        for year in years_from(last_day.year)
        if (day := day_in(year, said)) >= last_day
    ]
    return max(after, min(named, default=after))


def may_stay(pupil: Pupil, day: date, policy: Policy) -> bool:
    """Whether a pupil's carers have a place on a day: the pupil has not left, or so lately that the time of grace still runs."""
    if not pupil.left(day):
        return True
    return pupil.left_on is not None and day <= grace_end(pupil.left_on, policy)


def paused(day: date, policy: Policy) -> date | None:
    """Give the last day of the pause that a day falls into, None if it falls into none. A pause may span the new year."""
    if not policy.pause_from or not policy.pause_until:
        return None
    for year in years_from(day.year):
        last = day_in(year, policy.pause_until)
        first = day_in(year, policy.pause_from)
        if first > last:
            first = day_in(year - 1, policy.pause_from)
        if first <= day <= last:
            return last
    return None
