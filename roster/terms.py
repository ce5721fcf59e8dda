"""The school's days: terms, days on which it is closed, and when volunteers may be written to."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_LOOKED_AHEAD = 400
MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Term:
    """A run of school days from the first to the last, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Terms:
    """All that is known of the school's days. Without any term, every one of the `weekdays` (0 is Monday) is a school day."""

    spans: tuple[Term, ...] = ()
    closed: frozenset[date] = field(default_factory=frozenset)
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY

    def is_school_day(self, day: date) -> bool:
        """Whether the school is open to pupils."""
        if day.weekday() not in self.weekdays or day in self.closed:
            return False
        return not self.spans or any(term.first <= day <= term.last for term in self.spans)

    def next_school_day(self, day: date) -> date | None:
        """Give the first school day from a day on, itself included; None if no term that is known has one."""
        ahead = (day + timedelta(days=number) for number in range(_LOOKED_AHEAD))
        return next(filter(self.is_school_day, ahead), None)

    def runs_out(self) -> date | None:
        """Give the last day that any term knows; None without terms."""
        return max((term.last for term in self.spans), default=None)


@dataclass(frozen=True, slots=True)
class Window:
    """When volunteers may be written to: on school days from `opens` to before `closes`, by the school's clock."""

    terms: Terms
    opens: time
    closes: time
    zone: ZoneInfo

    def is_open(self, now: datetime) -> bool:
        """Whether a letter may go at this moment (aware, any zone)."""
        local = now.astimezone(self.zone)
        return self.terms.is_school_day(local.date()) and self.opens <= local.time() < self.closes

    def next_opening(self, now: datetime) -> datetime | None:
        """Give the moment itself if it is open, else the next opening (aware); None if no school day is known."""
        if self.is_open(now):
            return now
        local = now.astimezone(self.zone)
        first = local.date() if local.time() < self.opens else local.date() + timedelta(days=1)
        day = self.terms.next_school_day(first)
        return datetime.combine(day, self.opens, self.zone) if day else None
