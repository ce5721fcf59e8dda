"""A table as it will be written, and what a reader of it can honestly know."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random

Cell = str | int | float | bool | date | datetime | None


@dataclass(frozen=True)
class Seen:
    """What one row shows of an adult and a pupil: numbers that can be read, and cells from which none can.

    `torn`: the row has a cell too many, so nobody can say for certain which cell is which.
    """

    pupil: str
    adult: str
    clear: frozenset[str] = frozenset()
    spoilt: tuple[str, ...] = ()
    torn: bool = False


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """Lines above the headings, headings, rows, lines below; and which facts the layout has columns for."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    shows: frozenset[str]
    above: tuple[tuple[Cell, ...], ...] = ()
    below: tuple[tuple[Cell, ...], ...] = ()

    @property
    def seen(self) -> tuple[Seen, ...]:
        return tuple(seen for row in self.rows for seen in row.seen)


def torn(sheet: Sheet, rate: float, rng: Random) -> Sheet:
    """The sheet with some rows torn by a comma that nobody put in quotes.

    A torn first row of a pupil takes the rows that continue it along: their pupil is no longer certain.
    """
    rows = [_torn_row(row, rng) if rng.random() < rate else row for row in sheet.rows]
    lost = {seen.pupil for row in rows for seen in row.seen if seen.torn and row.cells[0] not in {None, ""}}
    if "continued" in sheet.shows:
        rows = [
            replace(row, seen=tuple(replace(seen, torn=seen.torn or seen.pupil in lost) for seen in row.seen))
            for row in rows
        ]
    return replace(sheet, rows=tuple(rows))


def _torn_row(row: Row, rng: Random) -> Row:
    places = [n for n, cell in enumerate(row.cells) if isinstance(cell, str) and cell.strip()]
    at = rng.choice(places)
    cells = (*row.cells[: at + 1], rng.choice((" Mrs", " Flat 2", " known as Bo")), *row.cells[at + 1 :])
    return Row(cells, tuple(replace(seen, torn=True) for seen in row.seen))
