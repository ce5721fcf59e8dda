"""Headings held against what stands under them: a telephone column is one, whatever it is called."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from roster.columns import PUPIL, Column, Plan, Slot, understand
from roster.dates import Order, read_date
from roster.groups import Problem
from roster.guesses import Guess, guess
from roster.headings import NAME_FIELDS
from roster.lines import Lines
from roster.telephones import read_telephones
from roster.vocabulary import Field
from roster.words import lettered

SAMPLES = 300
_MOST = 0.6
_ENOUGH = 2
_MAY_HOLD_NUMBERS_INSTEAD = frozenset({Field.FULL})
_ONLY_PROTECT = frozenset({Field.PHONE, Field.EMAIL})
_NINE_DIGITS = 9
_NAME_LIKE = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")
_SAY_SO = "roster map shows the columns, and takes your answer"


def held_against(plan: Plan, lines: Lines) -> tuple[Plan, tuple[Problem, ...]]:
    """Correct a plan by the values: a contact's "name" column full of numbers, and unknown headings over numbers.

    A number too many protects somebody, so such a column is read as telephones, and the office is asked. Whatever else
    a heading is probably meant to be is asked too, and not read: a guess must never take anybody out. A column of names
    with numbers beside them stays one of names; the numbers in it are read all the same. A plan that the office has
    confirmed is left as it is.
    """
    if plan.confirmed:
        return plan, ()
    guesses = guessed(plan, lines)
    protecting = {index: one for index, one in guesses.items() if one.field in _ONLY_PROTECT}
    read = as_meant(plan, protecting) if protecting else plan
    columns = [_corrected(column, lines) for column in read.columns]
    problems = [_asked(heading, protecting[index]) for index, heading in plan.unread if index in protecting]
    for index, heading in (*read.unread, *_nameless(read, lines)):
        if holds_numbers(lines, index):
            slots_before = [column.who for column in columns if column.index < index and column.who != PUPIL]
            columns.append(Column(index, heading, Field.PHONE, slots_before[-1] if slots_before else 0))
        problems.append(Problem("value", _question(heading, index, lines, guesses.get(index)), column=heading or None))
    ordered = tuple(sorted(columns, key=lambda column: column.index))
    return replace(read, columns=ordered, slots=read.slots or (Slot(""),)), tuple(problems)


def guessed(plan: Plan, lines: Lines) -> dict[int, Guess]:
    """Guess what the headings mean that nobody knows, by column; those that tell nothing are left out."""
    found = ((index, guess(heading, values_of(lines, index))) for index, heading in plan.unread)
    return {index: one for index, one in found if one}


def as_meant(plan: Plan, meant: dict[int, Guess]) -> Plan:
    """Understand the headings anew, some of them as they were probably meant; each column keeps the heading it has."""
    said = {column.index: column.heading for column in plan.columns} | dict(plan.unread)
    texts = [meant[index].meant if index in meant else said.get(index, "") for index in range(plan.width)]
    anew = understand(texts)
    columns = tuple(replace(column, heading=said[column.index]) for column in anew.columns)
    return replace(anew, columns=columns, headings=plan.headings)


def reaches_contacts(plan: Plan, lines: Lines) -> bool:
    """Whether telephones can be read under these headings: in their own column, beside names, or under an unknown one."""
    beside_names = (column.index for column in plan.columns if column.who != PUPIL and column.field in NAME_FIELDS)
    unknown = (index for index, _ in plan.unread)
    return plan.reaches_contacts or any(holds_numbers(lines, index) for index in (*beside_names, *unknown))


def holds_numbers(lines: Lines, index: int, *, alone: bool = False) -> bool:
    """Whether most cells of a column hold telephone numbers; `alone`: and hardly anything beside them."""
    samples = values_of(lines, index)
    rung = [text for text in samples if sum(map(str.isdigit, text)) >= _NINE_DIGITS and read_telephones(text).phones]
    if alone:
        rung = [text for text in rung if not _NAME_LIKE.search(text)]
    return len(samples) >= _ENOUGH and len(rung) >= _MOST * len(samples)


def values_of(lines: Lines, index: int, most: int = SAMPLES) -> list[str]:
    """Give the first cells of a column that are not blank."""
    return list(islice((said for block in lines.blocks for said in block.column(index) if said), most))


def _corrected(column: Column, lines: Lines) -> Column:
    doubtful = column.field in _MAY_HOLD_NUMBERS_INSTEAD and column.who != PUPIL
    instead = doubtful and holds_numbers(lines, column.index, alone=True)
    return replace(column, field=Field.PHONE) if instead else column


def _nameless(plan: Plan, lines: Lines) -> Iterator[tuple[int, str]]:
    """The columns without any heading that hold telephone numbers."""
    known = {column.index for column in plan.columns} | {index for index, _ in plan.unread}
    return ((index, "") for index in range(plan.width) if index not in known and holds_numbers(lines, index))


def _asked(heading: str, one: Guess) -> Problem:
    said = f'"{heading}" looks like "{one.meant}" and was read as {one.field.value}. Is that right? {_SAY_SO}.'
    return Problem("value", said, column=heading)


def _question(heading: str, index: int, lines: Lines, likely: Guess | None) -> str:
    if holds_numbers(lines, index):
        what = (
            f'"{heading}" is no heading Roster knows, but it'
            if heading
            else f"Column {lettered(index)} has no heading. It"
        )
        return f"{what} holds telephone numbers and was read as such. Are they the contact's own? {_SAY_SO}."
    if likely:
        return (
            f'"{heading}" looks like "{likely.meant}" and holds what fits, but it was not read: nobody is taken out on a '
            f"guess. Is it {likely.field.value}? {_SAY_SO}."
        )
    said = f'"{heading}" is no heading Roster knows; it was not read.'
    if _holds_dates(lines, index):
        said += ' It holds dates: if they are last days at school, call it "Leaving date".'
    return said


def _holds_dates(lines: Lines, index: int) -> bool:
    samples = values_of(lines, index)
    dated = [text for text in samples if not text.isdigit() and read_date(text, Order.DAY_FIRST)]
    return bool(samples) and len(dated) >= _MOST * len(samples)
