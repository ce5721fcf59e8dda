"""Which rolls had what: numbers of rolls, from the first to the last, and what the rolls' days prove."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from roster.people import Contact, Tie

T = TypeVar("T")
_DAYS_OF_ABSENCE = 2


@dataclass(frozen=True, slots=True)
class Dated:
    """A roll by its number, with the day it came and the last day on which the MIS handed over the very same.

    `accepted` says that a run was made from it without an objection to it; `again` that it is an older roll's bytes.
    """

    number: int
    day: date
    confirmed_on: date | None = None
    accepted: bool = False
    cut_short: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """Something that stood unchanged on the rolls from the one numbered `first` to `last`."""

    thing: T
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Version:
    """A contact as they stood on the rolls from `first` to `last`, without ties, and the ties they had and have no more."""

    contact: Contact
    first: int
    last: int
    ties: tuple[Span[Tie], ...] = ()


class Rolls:
    """The rolls up to the current one, which is the last.

    An old file sent again by mistake tells of nobody, unless a run accepted it. Somebody counts as gone once rolls of two
    different days lack them: accepted ones, or the current one, and none that was cut short.
    """

    def __init__(self, rolls: Iterable[Dated]) -> None:
        self._rolls = {roll.number: roll for roll in rolls}
        self.current = max(self._rolls)

    def within(self, since: int, until: int | None) -> tuple[int, int] | None:
        """The first and the last roll that tells of what stood on those from `since` to before `until`."""
        end = self.current + 1 if until is None or until > self.current else until
        low, high = bisect_left(self._telling, since), bisect_left(self._telling, end)
        return (self._telling[low], self._telling[high - 1]) if low < high else None

    def gone(self, last: int) -> bool:
        """Whether what the roll of this number was the last to have is gone, and not merely missing once."""
        return last < self.proof

    def first_day(self, number: int) -> date:
        """The day a roll came."""
        return self._rolls[number].day

    def last_day(self, number: int) -> date:
        """The last day on which a roll is known to have been true."""
        roll = self._rolls[number]
        return max(roll.day, roll.confirmed_on or roll.day)

    @cached_property
    def _telling(self) -> list[int]:
        every = self._rolls.values()
        return sorted(one.number for one in every if one.accepted or not one.again or one.number == self.current)

    @cached_property
    def proof(self) -> int:
        """The number of the roll by which, counted from the newest, two days are full; 0 if they are not."""
        days: set[date] = set()
        for number in sorted(self._rolls, reverse=True):
            roll = self._rolls[number]
            if (roll.accepted or number == self.current) and not roll.cut_short:
                days |= {roll.day, self.last_day(number)}
                if len(days) >= _DAYS_OF_ABSENCE:
                    return number
        return 0
