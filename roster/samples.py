"""Headings held against what stands under them: a telephone column is one, whatever it is called."""

from dataclasses import replace
from itertools import islice

from roster.columns import PUPIL, Column, Plan, Slot
from roster.export import Lines
from roster.groups import Problem
from roster.telephones import read_telephones
from roster.vocabulary import Field

_SAMPLES = 60
_MOST = 0.6
_ENOUGH = 2
_MAY_HOLD_NUMBERS_INSTEAD = frozenset({Field.FULL})
_NINE_DIGITS = 9


def held_against(plan: Plan, lines: Lines) -> tuple[Plan, tuple[Problem, ...]]:
    """Correct a plan by the values: a contact's "name" column full of numbers, and unknown headings over numbers.

    A number too many protects somebody, so such a column is read as telephones, and the office is told.
    """
    columns = []
    problems = []
    for column in plan.columns:
        doubtful = column.field in _MAY_HOLD_NUMBERS_INSTEAD and column.who != PUPIL
        columns.append(replace(column, field=Field.PHONE) if doubtful and _numbers(lines, column.index) else column)
    for index, heading in plan.unread:
        if _numbers(lines, index):
            slots_before = [column.who for column in columns if column.index < index and column.who != PUPIL]
            columns.append(Column(index, heading, Field.PHONE, slots_before[-1] if slots_before else 0))
            said = f'"{heading}" is no heading Roster knows, but it holds telephone numbers: read as such.'
        else:
            said = f'"{heading}" is no heading Roster knows; it was not read.'
        problems.append(Problem("value", said, column=heading))
    ordered = tuple(sorted(columns, key=lambda column: column.index))
    return replace(plan, columns=ordered, slots=plan.slots or (Slot(""),)), tuple(problems)


def _numbers(lines: Lines, index: int) -> bool:
    said = (cells[index] for _, cells in lines if index < len(cells) and cells[index])
    samples = list(islice(said, _SAMPLES))
    rung = [text for text in samples if sum(map(str.isdigit, text)) >= _NINE_DIGITS and read_telephones(text).phones]
    return len(samples) >= _ENOUGH and len(rung) >= _MOST * len(samples)
