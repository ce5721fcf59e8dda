"""The records of an old Excel workbook (BIFF), counted without a spreadsheet library.

Source of the numbers: Microsoft, [MS-XLS], section 2.3 (record enumeration); BIFF 2 to 5 as the library xlrd reads them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import Struct, error

_BEGIN = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_END = 0x000A
_PASSWORD = 0x002F
_SHEET = 0x0085
_ROW = 0x0208
_COLUMNS = 0x007D
_FILTER_IN_FORCE = 0x009B
_LOOKS = frozenset({_ROW, _COLUMNS, _FILTER_IN_FORCE})
_SEVERAL_CELLS = 0x00BD
# Each kind of cell, with the bytes that it takes if it always takes the same.
_CELLS = {
    0x0002: 0, 0x0003: 0, 0x0004: 0, 0x0005: 0, 0x0006: 0, 0x00D6: 0, 0x0204: 0, 0x0206: 0, 0x0406: 0, _SEVERAL_CELLS: 0,
    0x00FD: 10, 0x0203: 14, 0x0205: 8, 0x027E: 10,
}  # fmt: skip
_SIZE_OF_ROW = 16
_SPARE = 16
_LONGEST = 8224
_HIDDEN_ROW = 0x20
_HIDDEN_COLUMN = 0x01
_OF_CELLS = 0
_RECORD = Struct("<HHHH")
_NUMBER = Struct("<H")
_BOUNDS = Struct("<iBB")
_ROW_LOOKS = Struct("<I")
_COLUMN_SPAN = Struct("<HHHHH")


class Torn(Exception):
    """The records end before the workbook does, or point nowhere."""


class Locked(Exception):
    """The workbook is protected with a password."""


@dataclass
class Survey:
    """What stands in one sheet: the rows that hold a cell, how wide they are, which rows and columns are hidden."""

    rows: set[int] = field(default_factory=set)
    width: int = 0
    hidden: set[int] = field(default_factory=set)
    hidden_spans: list[tuple[int, int]] = field(default_factory=list)
    filtered: bool = False

    @property
    def hidden_rows(self) -> int:
        """How many rows with a cell do not show."""
        return len(self.rows & self.hidden)

    @property
    def hidden_columns(self) -> int:
        """How many columns that the rows reach do not show."""
        return len({column for first, last in self.hidden_spans for column in range(first, min(last + 1, self.width))})


def survey(stream: bytes) -> list[Survey]:
    """Walk over the records of every sheet of cells, in the workbook's order.

    Raises `Torn` if a sheet lacks its end, and `Locked` if the records are encrypted.
    """
    padded = stream + bytes(_RECORD.size)
    try:
        return [_of_sheet(padded, start) for start in list(_starts(padded)) or [0]]
    except error as torn:
        raise Torn from torn


def _starts(stream: bytes) -> Iterator[int]:
    """Find where the sheets of cells begin; a workbook before Excel 5 is one sheet and says nothing of it."""
    for code, at, _, _, _ in _records(stream, 0):
        if code == _PASSWORD:
            raise Locked
        if code == _SHEET:
            start, _, kind = _BOUNDS.unpack_from(stream, at)
            if not 0 <= start < len(stream):
                raise Torn
            if kind == _OF_CELLS:
                yield start


def _of_sheet(stream: bytes, start: int) -> Survey:
    found = Survey()
    rows, last_row, width = found.rows, -1, 0
    for code, at, size, row, column in _records(stream, start):
        if code in _CELLS:
            reach = column if size == _CELLS[code] else _last_column(stream, code, at, size, column)
            if row != last_row:
                rows.add(row)
                last_row = row
            if reach >= width:
                width = reach + 1
        elif code in _LOOKS:
            _note_looks(stream, code, at, size, found)
    found.width = width
    return found


def _last_column(stream: bytes, code: int, at: int, size: int, column: int) -> int:
    """Give the last column of a record of unusual size. Raises `Torn` if no such cell can have that size."""
    usual = _CELLS[code]
    if usual and not usual < size <= usual + _SPARE:
        raise Torn
    return int(_NUMBER.unpack_from(stream, at + size - 2)[0]) if code == _SEVERAL_CELLS else column


def _note_looks(stream: bytes, code: int, at: int, size: int, found: Survey) -> None:
    if code == _ROW and size != _SIZE_OF_ROW:
        raise Torn
    if code == _FILTER_IN_FORCE:
        found.filtered = True
    elif code == _COLUMNS:
        first, last, _, _, looks = _COLUMN_SPAN.unpack_from(stream, at)
        if looks & _HIDDEN_COLUMN:
            found.hidden_spans.append((first, last))
    elif _ROW_LOOKS.unpack_from(stream, at + 12)[0] & _HIDDEN_ROW:
        found.hidden.add(_NUMBER.unpack_from(stream, at)[0])


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int, int, int]]:
    """Give kind, place, size and first two numbers (of a cell: row and column) of each record of a part.

    A part within it (a chart) is passed over.
    """
    depth = 0
    room = len(stream) - _RECORD.size
    unpack = _RECORD.unpack_from
    while at <= room:
        code, size, row, column = unpack(stream, at)
        at += 4
        if size > _LONGEST:
            raise Torn
        if code in _BEGIN:
            depth += 1
        elif code == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield code, at, size, row, column
        at += size
    raise Torn
