"""Where no telephone number belongs, so that one which stands there is somebody's all the same."""

import re

from roster.columns import PUPIL, Plan
from roster.dates import Order, read_date
from roster.digits import may_hold_a_number
from roster.headings import NAME_FIELDS
from roster.lines import Lines
from roster.samples import values_of
from roster.text import words
from roster.vocabulary import Field

# Columns after the last heading in which somebody may have noted something.
_BEYOND = 8
_READ_FOR_NUMBERS = frozenset({Field.PHONE, Field.EMAIL})
_LONG_BY_NATURE = frozenset({Field.ID, Field.DOB, Field.LEFT, Field.START, Field.IGNORED})
_NOTES = frozenset({"note", "notes", "comment", "comments", "info", "information"})
_MOST = 0.5
_IDS_AT_LEAST = 3
_LETTERS_AT_MOST = 2
_DIALLED = re.compile(r"(?<!\w)(?:\+|0)\s?\d")
_BETWEEN = re.compile(r"[\s,;/|<>]+")


def asides(plan: Plan, lines: Lines) -> frozenset[int]:
    """The columns where a telephone number has slipped if there is one.

    A contact's name is read with the number beside it, and so is an e-mail address. A column of long ids has numbers of
    its own: none that begin as those do which are dialled.
    """
    columns = (
        column.index
        for column in plan.columns
        if column.field not in _READ_FOR_NUMBERS
        and (column.who == PUPIL or column.field not in NAME_FIELDS)
        and (not is_long_by_nature(column.field, column.heading) or not _holds_ids(lines, column.index))
    )
    headed = {column.index for column in plan.columns}
    unheaded = frozenset(range(plan.width + _BEYOND)) - headed
    return frozenset(columns) | unheaded | {index for index, _ in plan.unread}


def is_long_by_nature(field: Field, heading: str) -> bool:
    """Whether long numbers, dates and addresses are usual in a column; among notes they are not."""
    return field in _LONG_BY_NATURE and not _NOTES & set(words(heading))


def may_have_slipped(text: str) -> bool:
    """Whether a cell may hold a telephone number where none belongs: digits enough, and no day with the time beside it."""
    return may_hold_a_number(text) and not any(read_date(text, order) for order in (Order.DAY_FIRST, Order.MONTH_FIRST))


def beside_addresses(text: str) -> str:
    """Give what stands in a cell beside e-mail addresses."""
    return " ".join(part for part in _BETWEEN.split(text) if "@" not in part)


def _holds_ids(lines: Lines, index: int) -> bool:
    samples = values_of(lines, index)
    ids = sum(map(_is_a_long_id, samples))
    return ids >= _IDS_AT_LEAST and ids > _MOST * len(samples)


def _is_a_long_id(text: str) -> bool:
    prose = any(len(word) > _LETTERS_AT_MOST and word.isalpha() for word in words(text))
    return may_have_slipped(text) and not prose and not _DIALLED.search(text)
