"""A long export cut down to the rows that can matter for some member lists, with the rest counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from roster.columns import Column
from roster.export import Export
from roster.groups import MemberList
from roster.headings import NAME_FIELDS
from roster.lines import Lines
from roster.names import Name
from roster.rows import Row, Survey
from roster.sieve.choosing import asked_for, hanging_together
from roster.sieve.counting import contacts_among
from roster.sieve.oddities import expected_width, odd_rows
from roster.sieve.standing import Outcome, outcomes
from roster.sieve.table import Table, positions
from roster.sieve.wanted import wanted_by
from roster.tally import Tally
from roster.vocabulary import Field


@dataclass(frozen=True, slots=True)
class Worth:
    """When sifting pays: from so many rows on, if no more than this share of them can matter."""

    rows: int = 5_000
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Sifted:
    """The rows that can matter, what the whole sheet told about how to read them, and the others counted."""

    export: Export
    survey: Survey
    rest: Tally
    rest_rows: int


def sifted(
    export: Export,
    lists: Iterable[MemberList],
    named: Callable[[Row], tuple[Name, ...]],
    *,
    on: date,
    region: str,
    worth: Worth,
) -> Sifted | None:
    """Choose the rows that can matter; None if the sheet is short, or not of a shape in which the others can be told.

    A row can matter if a member's number, address or name stands in it, if it is odd in any cell that is read, or if it
    hangs together with such a row by a pupil, a contact's id, a number or an address. Of every class and year one pupil
    of each outcome is chosen too, so that scopes are told as from the whole. `named` reads the contact's names of a row.
    """
    table = Table(export, region)
    if len(table) < worth.rows or not _is_long(table):
        return None
    told = outcomes(table, on)

    def names(at: int) -> tuple[Name, ...]:
        return named(Row(*export.lines[at]))

    chosen = odd_rows(table) | _one_of_each(table, told)
    chosen |= asked_for(table, wanted_by(lists), _of_leavers(table, told), names)
    chosen = hanging_together(table, chosen)
    if len(chosen) > worth.share * len(table):
        return None
    rest = [at for at in range(len(table)) if at not in chosen]
    tally = _tally(table, rest, told, names)
    lines = Lines.of(export.lines[at] for at in sorted(chosen))
    return Sifted(replace(export, lines=lines), _survey(table), tally, len(rest))


def _is_long(table: Table) -> bool:
    """Whether each row says which pupil it is about, by an id, and is about one contact."""
    plan = table.export.plan
    one_contact = len(plan.slots) == 1 and not plan.slots[0].relation
    pupils = table.of_pupil(Field.ID) and table.of_pupil(*NAME_FIELDS)
    if not any(any(column.keys) for column in table.phones):
        return False
    return one_contact and bool(pupils) and (table.export.recorded or table.repeats_pupils) and table.has_room


def _of_leavers(table: Table, told: list[Outcome]) -> set[int]:
    """Every row of a pupil of whom any row says that they have left."""
    return positions(
        table.pupils, {pupil for pupil, one in zip(table.pupils, told, strict=True) if one is Outcome.LEFT}
    )


def _one_of_each(table: Table, told: list[Outcome]) -> set[int]:
    placed = (table.cells(column.index) for column in table.of_pupil(Field.CLASS, Field.YEAR))
    return set(dict(zip(zip(*placed, told, strict=True), range(len(table)), strict=True)).values())


def _tally(table: Table, rest: list[int], told: list[Outcome], named: Callable[[int], tuple[Name, ...]]) -> Tally:
    pupils = {table.pupils[at]: told[at] for at in rest}
    found = list(pupils.values())
    return Tally(
        on_roll=found.count(Outcome.ON_ROLL),
        leavers=found.count(Outcome.LEFT),
        starters=found.count(Outcome.UPCOMING),
        contacts=contacts_among(table, rest, named),
    )


def _survey(table: Table) -> Survey:
    width = expected_width(table) if table.export.delimited else None
    return Survey(
        continues=False,
        usual=False,
        wholly=False,
        asides=table.asides,
        width=width,
        classes=tuple((column, _seen(table, column, width)) for column in table.of_pupil(Field.CLASS)),
        last=table.lines[-1][0] if table.export.cut_short and not table.export.recorded else None,
        orders=table.orders,
    )


def _seen(table: Table, column: Column, width: int | None) -> frozenset[str]:
    """The cells of a column in all rows that are no wider than they should be."""
    return frozenset(
        cell
        for block in table.lines.blocks
        for cell, own in zip(block.column(column.index), block.each_width, strict=True)
        if width is None or own <= width
    )
