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
    """Lines above the headings, headings, rows, lines below; and which facts the layout has columns for.

    `full` are the pupils in whose row every place for a contact is taken, so that nobody knows whether there are more;
    `roomy` is a row with three or more numbered places, which only a large family or a cut one can fill.
    `together` says what the rows of a block have in common when none can be read alone: a pupil or an adult.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    shows: frozenset[str]
    above: tuple[tuple[Cell, ...], ...] = ()
    below: tuple[tuple[Cell, ...], ...] = ()
    roomy: bool = False
    full: frozenset[str] = frozenset()
    together: str = ""

    @property
    def lines(self) -> list[tuple[Cell, ...]]:
        return [*self.above, self.headings, *(row.cells for row in self.rows), *self.below]

    @property
    def seen(self) -> tuple[Seen, ...]:
        return tuple(seen for row in self.rows for seen in row.seen)


def torn(sheet: Sheet, rate: float, rng: Random) -> Sheet:
    """The sheet with some rows torn by a comma that nobody put in quotes.

    Where rows are read together, one that is torn and leads others leaves its whole pupil, or adult, in doubt.
    """
    rows = tuple(_torn_row(row, rng) if row.seen and rng.random() < rate else row for row in sheet.rows)
    if not sheet.together:
        return replace(sheet, rows=rows)
    leading = [row for row in rows if row.cells[0] not in {None, ""}]
    lost = {getattr(seen, sheet.together) for row in leading for seen in row.seen if seen.torn}
    return replace(sheet, rows=tuple(_doubted(row, sheet.together, lost) for row in rows))


def _torn_row(row: Row, rng: Random) -> Row:
    places = [n for n, cell in enumerate(row.cells) if isinstance(cell, str) and cell.strip()]
    at = rng.choice(places)
    cells = (*row.cells[: at + 1], rng.choice((" Mrs", " Flat 2", " known as Bo")), *row.cells[at + 1 :])
    return Row(cells, tuple(replace(seen, torn=True) for seen in row.seen))


def _doubted(row: Row, together: str, lost: set[str]) -> Row:
    return replace(
        row, seen=tuple(replace(seen, torn=seen.torn or getattr(seen, together) in lost) for seen in row.seen)
    )
