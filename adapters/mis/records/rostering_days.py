"""The first and the last day of a pupil, from the days on which their roles begin and end."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from adapters.mis.records.rostering import Office
from roster.dates import Order, orders_of, read_date


class Days:
    """Reads the days of all pupils' roles, so that one order of day and month holds for all.

    A role may begin and end with the school year or the term, and that is nobody's coming or leaving. So a day that more
    than half of the pupils share is neither; nor is the last day of a term a leaving, unless somebody's role begins after
    it.
    """

    def __init__(self, held: Mapping[str, tuple[Office, ...]], terms: Iterable[str]) -> None:
        every = [office for offices in held.values() for office in offices]
        said = {*terms, *(office.begins for office in every), *(office.ends for office in every)}
        self._order: Order = orders_of({0: said})[0]
        latest = max(self._read(office.begins for office in every), default=date.min)
        self._no_first = self._shared(map(self._first, held.values()))
        self._no_last = self._shared(map(self._last, held.values())) | {
            day for day in self._read(terms) if day >= latest
        }

    def starts(self, offices: tuple[Office, ...]) -> str:
        """Give the day on which the first role begins, in ISO 8601; "" if one does not say; a text that is no day as it is."""
        return self._odd(office.begins for office in offices) or _said(self._first(offices), self._no_first)

    def leaves(self, offices: tuple[Office, ...]) -> str:
        """Give the day on which the last role ends, in ISO 8601; "" if one never does; a text that is no day as it is."""
        return self._odd(office.ends for office in offices) or _said(self._last(offices), self._no_last)

    def _first(self, offices: tuple[Office, ...]) -> date | None:
        days = self._read(office.begins for office in offices)
        return min(days) if days and len(days) == len(offices) else None

    def _last(self, offices: tuple[Office, ...]) -> date | None:
        days = self._read(office.ends for office in offices)
        return max(days) if days and len(days) == len(offices) else None

    def _odd(self, said: Iterable[str]) -> str:
        return next((text for text in said if text and not self._read([text])), "")

    def _read(self, said: Iterable[str]) -> list[date]:
        return [day for text in said if (day := read_date(text, self._order))]

    @staticmethod
    def _shared(days: Iterable[date | None]) -> frozenset[date]:
        said = list(days)
        counted = Counter(day for day in said if day)
        return frozenset(day for day, pupils in counted.items() if pupils > 1 and pupils > len(said) / 2)


def _said(day: date | None, nobodys: frozenset[date]) -> str:
    return day.isoformat() if day and day not in nobodys else ""
