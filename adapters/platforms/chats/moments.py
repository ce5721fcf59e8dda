"""Which day it was: the order of day, month and year is the telephone's, and a file tells it only by figures over 12."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from adapters.platforms.chats.headers import GAPS, MARKS, Moment, moment_in

_DIGITS = re.compile(r"\d+")
_MONTHS = 12
_DAYS = 31
_YEAR = 4
_CENTURY = 2000
_YEARS = range(2009, 2060)  # WhatsApp began in 2009; what is later is counted from another epoch.
_DRESS = dict.fromkeys(map(ord, f"{MARKS}{GAPS}.,،、"))
_BEFORE_NOON = frozenset(
    "am ص قظ 上午 凌晨 清晨 早上 午前 오전 पूर्वाह्न मपू öö πμ ap fm de dop sa pg ก่อนเที่ยง পূর্বাহ্ণ ਪੂਦੁ முற்பகல் ಪೂರ್ವಾಹ್ನ".split()
)
_AFTER_NOON = frozenset(
    "pm م بظ 下午 晚上 中午 午後 오후 अपराह्न मउ ös μμ ip em du odp pop ch ptg หลังเที่ยง অপরাহ্ণ ਬਾਦੁ பிற்பகல் ಅಪರಾಹ್ನ".split()
)
_NOT_HALVES = frozenset("klo kl um om ore ob u t às as à a г ч".split())


@dataclass(slots=True)
class Days:
    """The highest figure seen in each place of a file's dates."""

    _highest: list[int] = field(default_factory=lambda: [0, 0, 0])

    def note(self, date: str) -> None:
        """Note a date as it stands in a head."""
        self._highest = [max(pair) for pair in zip(self._highest, map(int, _DIGITS.findall(date)), strict=False)]

    @property
    def are_told(self) -> bool:
        """Whether a figure was seen that can only be a day."""
        return sum(_MONTHS < highest <= _DAYS for highest in self._highest) == 1

    def moment(self, line: str) -> datetime | None:
        """Give the moment that a line begins with, where the file tells which figure is the day."""
        told = moment_in(line)
        order = told and self._order(told)
        if not told or not order:
            return None
        year, month, day = (int(told.fields[place]) for place in order)
        hour = _hour(told)
        year += _CENTURY if year < 100 else 0
        if hour is None or year not in _YEARS:
            return None
        try:
            return datetime(year, month, day, hour, *told.clock[1:])  # noqa: DTZ001 (a telephone's own clock, no zone)
        except ValueError:
            return None

    def _order(self, told: Moment) -> tuple[int, int, int] | None:
        """Give the places of year, month and day."""
        year = next((place for place, one in enumerate(told.fields) if len(one) == _YEAR), 2)
        former, latter = (place for place in range(3) if place != year)
        high, low = self._highest[former], self._highest[latter]
        if max(high, low) > _DAYS or min(high, low) > _MONTHS:
            return None
        if high > _MONTHS:
            return year, latter, former
        if low > _MONTHS or year == 0:
            return year, former, latter
        return (year, latter, former) if year == 2 and "." in told.between else None


def _hour(told: Moment) -> int | None:
    """Give the hour of 24; None if the half of the day is in words that are not known."""
    hour = told.clock[0] % 24
    words = {word.translate(_DRESS).casefold() for word in told.words} - {""}
    if not words <= _BEFORE_NOON | _AFTER_NOON | _NOT_HALVES:
        return None
    if hour > 12 or words <= _NOT_HALVES:
        return hour
    return hour % 12 + (12 if words & _AFTER_NOON else 0)
