"""Headings held against what stands under them: a telephone column is one, whatever it is called."""

import re
from dataclasses import replace
from itertools import islice

from roster.columns import PUPIL, Column, Plan, Slot
from roster.dates import Order, read_date
from roster.groups import Problem
from roster.headings import NAME_FIELDS
from roster.lines import Lines
from roster.telephones import read_telephones
from roster.vocabulary import Field

_SAMPLES = 60
_MOST = 0.6
_ENOUGH = 2
_MAY_HOLD_NUMBERS_INSTEAD = frozenset({Field.FULL})
_NINE_DIGITS = 9
_NAME_LIKE = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")


def held_against(plan: Plan, lines: Lines) -> tuple[Plan, tuple[Problem, ...]]:
    """Correct a plan by the values: a contact's "name" column full of numbers, and unknown headings over numbers.

    A number too many protects somebody, so such a column is read as telephones, and the office is told. A column of
    names with numbers beside them stays one of names; the numbers in it are read all the same.
    """
    columns = []
    problems = []
    for column in plan.columns:
        doubtful = column.field in _MAY_HOLD_NUMBERS_INSTEAD and column.who != PUPIL
        instead = doubtful and holds_numbers(lines, column.index, alone=True)
        columns.append(replace(column, field=Field.PHONE) if instead else column)
    for index, heading in plan.unread:
        if holds_numbers(lines, index):
            slots_before = [column.who for column in columns if column.index < index and column.who != PUPIL]
            columns.append(Column(index, heading, Field.PHONE, slots_before[-1] if slots_before else 0))
            said = f'"{heading}" is no heading Roster knows, but it holds telephone numbers: read as such.'
        else:
            said = f'"{heading}" is no heading Roster knows; it was not read.'
            if _holds_dates(lines, index):
                said += ' It holds dates: if they are last days at school, call it "Leaving date".'
        problems.append(Problem("value", said, column=heading))
    ordered = tuple(sorted(columns, key=lambda column: column.index))
    return replace(plan, columns=ordered, slots=plan.slots or (Slot(""),)), tuple(problems)


def _holds_dates(lines: Lines, index: int) -> bool:
    said = (cells[index] for _, cells in lines if index < len(cells) and cells[index])
    samples = list(islice(said, _SAMPLES))
    dated = [text for text in samples if not text.isdigit() and read_date(text, Order.DAY_FIRST)]
    return bool(samples) and len(dated) >= _MOST * len(samples)


def reaches_contacts(plan: Plan, lines: Lines) -> bool:
    """Whether telephones can be read under these headings: in their own column, beside names, or under an unknown one."""
    beside_names = (column.index for column in plan.columns if column.who != PUPIL and column.field in NAME_FIELDS)
    unknown = (index for index, _ in plan.unread)
    return plan.reaches_contacts or any(holds_numbers(lines, index) for index in (*beside_names, *unknown))


def holds_numbers(lines: Lines, index: int, *, alone: bool = False) -> bool:
    """Whether most cells of a column hold telephone numbers; `alone`: and hardly anything beside them."""
    said = (cells[index] for _, cells in lines if index < len(cells) and cells[index])
    samples = list(islice(said, _SAMPLES))
    rung = [text for text in samples if sum(map(str.isdigit, text)) >= _NINE_DIGITS and read_telephones(text).phones]
    if alone:
        rung = [text for text in rung if not _NAME_LIKE.search(text)]
    return len(samples) >= _ENOUGH and len(rung) >= _MOST * len(samples)
