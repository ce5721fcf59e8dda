"""Dates as spreadsheets hold them, the order of day and month decided once for a whole column."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from roster.text import clean

_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}.*)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?|(\d{4})(\d{2})(\d{2})")
_NAMED = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]+([a-z]{3,9})\.?,?[\s\-/.]+(\d{4}|\d{2})",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"([2-6]\d{4})(?:\.\d+)?")
# Day 1 of the 1900 date system is 1 January 1900, and it counts a 29 February that never was (ECMA-376, 18.17.4.1).
_SERIAL_EPOCH = date(1899, 12, 30)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TWELVE = 12
# Of dates taken at random six in ten have a day after the twelfth, so one in so many is rather a slip than the rule.
_TOO_MANY_FOR_ONE = 3


class Order(Enum):
    """Which of the two small numbers of a date is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    CONTRADICTED = "both orders in one column"
    UNPROVEN = "nothing to tell by"


def order_of(cells: Iterable[str], otherwise: Order = Order.DAY_FIRST) -> Order:
    """Decide the order for a column: day first, unless a cell can only be month first.

    A column that holds proof of both is `CONTRADICTED`: then only cells that fit one order alone can be read.
    A column that proves neither has the order `otherwise`.
    """
    day_first = month_first = False
    for cell in set(cells):
        numeric = _NUMERIC.fullmatch(clean(cell))
        if numeric:
            day_first |= int(numeric[1]) > _TWELVE
            month_first |= int(numeric[2]) > _TWELVE
    if day_first and month_first:
        return Order.CONTRADICTED
    return Order.MONTH_FIRST if month_first else Order.DAY_FIRST if day_first else otherwise


def orders_of(columns: Mapping[int, Iterable[str]]) -> dict[int, Order]:
    """Decide the order for each date column of a sheet.

    One program wrote them all: a column that proves nothing has the order that the others prove, else day first.
    A single cell with the month first, beside several others that could be either and with no other column like it,
    is rather a slip of the pen: then those others cannot be read.
    """
    texts = {index: frozenset(cells) for index, cells in columns.items()}
    proven = {index: order_of(cells, Order.UNPROVEN) for index, cells in texts.items()}
    alone = [index for index, order in proven.items() if order is Order.MONTH_FIRST]
    if len(alone) == 1 and _hangs_on_one(texts[alone[0]]):
        proven[alone[0]] = Order.CONTRADICTED
    others = set(proven.values()) - {Order.UNPROVEN}
    shared = Order.MONTH_FIRST if others == {Order.MONTH_FIRST} else Order.DAY_FIRST
    return {index: shared if order is Order.UNPROVEN else order for index, order in proven.items()}


def _hangs_on_one(cells: frozenset[str]) -> bool:
    numeric = [found for cell in cells if (found := _NUMERIC.fullmatch(clean(cell)))]
    telling = sum(int(found[2]) > _TWELVE for found in numeric)
    return telling == 1 and len(numeric) > _TOO_MANY_FOR_ONE


@lru_cache(maxsize=16_384)
def read_date(cell: str, order: Order) -> date | None:
    """Read one cell, or give None if it is no date, or two dates at once in a contradicted column."""
    text = clean(cell)
    for pattern, read in ((_ISO, _iso), (_SERIAL, _serial), (_NAMED, _named)):
        found = pattern.fullmatch(text)
        if found:
            return read(found)
    numeric = _NUMERIC.fullmatch(text)
    return _numeric(numeric, order) if numeric else None


def _numeric(found: re.Match[str], order: Order) -> date | None:
    first, second, year = int(found[1]), int(found[2]), _whole_year(found[3])
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if order is Order.CONTRADICTED:
        return (day_first or month_first) if not (day_first and month_first) or first == second else None
    return month_first if order is Order.MONTH_FIRST else day_first


def _iso(found: re.Match[str]) -> date | None:
    year, month, day = (int(part) for part in (found.groups()[:3] if found[1] else found.groups()[3:]))
    return _day(year, month, day)


def _serial(found: re.Match[str]) -> date:
    return _SERIAL_EPOCH + timedelta(days=int(found[1]))


def _named(found: re.Match[str]) -> date | None:
    month = found[2].lower()[:3]
    return _day(_whole_year(found[3]), _MONTHS.index(month) + 1, int(found[1])) if month in _MONTHS else None


def _whole_year(text: str) -> int:
    return int(text) if len(text) > 2 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
