"""The columns of a long export that says on every row which pupil and which one contact it is about."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress

from roster.asides import asides
from roster.columns import PUPIL, Column
from roster.dates import Order, orders_of
from roster.export import Export
from roster.headings import NAME_FIELDS
from roster.lines import Lines
from roster.room import ROOMY_ONE_IN
from roster.sieve.phones import PhoneColumn, read_phone_column
from roster.text import clean, folded
from roster.vocabulary import Field

_DATED = (Field.LEFT, Field.START, Field.DOB)
_TELLING = (Field.LEFT, Field.START, Field.STATUS, Field.LEAVER)
_CONTACT = 0


@dataclass
class Table:
    """The columns by what they hold; each is taken from the lines once, when first asked for."""

    export: Export
    region: str
    _cells: dict[int, list[str]] = field(default_factory=dict)

    @property
    def lines(self) -> Lines:
        """The rows themselves."""
        return self.export.lines

    def __len__(self) -> int:
        return len(self.export.lines)

    def cells(self, index: int) -> list[str]:
        """Every cell of a column, in order."""
        if index not in self._cells:
            self._cells[index] = self.export.lines.column(index)
        return self._cells[index]

    def rows_with(self, index: int, wanted: Set[str]) -> set[int]:
        """The rows, by position, whose cell in a column is one of these."""
        return positions(self.cells(index), wanted)

    def of_pupil(self, *fields: Field) -> tuple[Column, ...]:
        """The pupil's columns that hold any of these."""
        return self.export.plan.of(PUPIL, *fields)

    def of_contact(self, *fields: Field) -> tuple[Column, ...]:
        """The contact's columns that hold any of these."""
        return self.export.plan.of(_CONTACT, *fields)

    @cached_property
    def pupils(self) -> list[str]:
        """The pupil's id on each row, comparable; "" where the row has none."""
        first, *_ = self.of_pupil(Field.ID)
        return _comparable(self.cells(first.index), caseless=True)

    @cached_property
    def ids(self) -> list[str] | None:
        """The contact's id on each row; None if there is no such column."""
        columns = self.of_contact(Field.ID)
        return _comparable(self.cells(columns[0].index), caseless=False) if columns else None

    @cached_property
    def phones(self) -> tuple[PhoneColumn, ...]:
        """The contact's telephone columns, read."""
        return tuple(read_phone_column(self.lines, one.index, self.region) for one in self.of_contact(Field.PHONE))

    @cached_property
    def emails(self) -> tuple[list[str], ...]:
        """The contact's e-mail columns, comparable; "" where a cell is no address."""
        return tuple(_addresses(self.cells(one.index)) for one in self.of_contact(Field.EMAIL))

    @cached_property
    def telling(self) -> tuple[Column, ...]:
        """The columns that tell whether a pupil is on roll."""
        return tuple(column for kind in _TELLING for column in self.of_pupil(kind))

    @cached_property
    def orders(self) -> dict[int, Order]:
        """The order of day and month for each date column."""
        dated = (column.index for kind in _DATED for column in self.of_pupil(kind))
        return orders_of({index: set(self.cells(index)) for index in dated})

    @cached_property
    def asides(self) -> frozenset[int]:
        """The columns where no telephone number belongs."""
        return asides(self.export.plan, self.lines)

    @property
    def has_room(self) -> bool:
        """Whether rows of so many pupils show different people that there surely is room for all; told by numbers."""
        if self.export.recorded:
            return True
        keys = next((column.keys for column in self.phones if any(column.keys)), [])
        first: dict[str, str] = {}
        several: set[str] = set()
        for pupil, key in zip(self.pupils, keys, strict=False):
            if key and first.setdefault(pupil, key) != key:
                several.add(pupil)
                if len(several) * ROOMY_ONE_IN > len(self):
                    return True
        return False

    @cached_property
    def repeats_pupils(self) -> bool:
        """Whether more rows repeat the pupil of the row above than leave the pupil blank."""
        columns = [self.cells(one.index) for one in self.of_pupil(Field.ID, *NAME_FIELDS)]
        who, below = zip(*columns, strict=True), zip(*(cells[1:] for cells in columns), strict=True)
        repeats = map(tuple.__eq__, who, below)
        if any("" not in cells for cells in columns):
            return any(repeats)
        return sum(repeats) > sum(not any(said) for said in zip(*columns, strict=True))


def positions(cells: list[str], wanted: Set[str]) -> set[int]:
    """Where in a column any of these stand."""
    return set(compress(range(len(cells)), map(wanted.__contains__, cells))) if wanted else set()


def _comparable(cells: list[str], *, caseless: bool) -> list[str]:
    """Make ids comparable as the row reader does; where spellings are plain and differ only as ids do, they are."""
    distinct = set(cells)
    joined = "".join(distinct)
    plain = joined.isascii() and not any(map(joined.__contains__, " \t\n\r\v\f"))
    if plain and (not caseless or len(set(map(str.casefold, distinct))) == len(distinct)):
        return cells
    same = {cell: folded(cell) if caseless else clean(cell) for cell in distinct}
    return [same[cell] for cell in cells]


def _addresses(cells: list[str]) -> list[str]:
    plain = all(map(str.isascii, cells))
    lower: Iterable[str] = map(str.casefold, cells if plain else map(clean, cells))
    return [cell if "@" in cell else "" for cell in lower]
