"""The rows of a sheet, kept column by column in blocks, so that a long sheet is cheap to carry and to ask."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

Line = tuple[int, tuple[str, ...]]
UNIT = "\x1f"
"""What stands between the cells of a column while they are one text (ASCII's unit separator); no cell contains it."""

ROWS_OF_A_BLOCK = 8192


class Block:
    """Some rows: the number a person sees beside each, their columns, and how many cells each has if they differ.

    A column is a list of cells or, until somebody asks for it, their text joined by `UNIT`.
    """

    __slots__ = ("columns", "numbers", "widths")

    def __init__(
        self, numbers: Sequence[int], columns: list[list[str] | str], widths: Sequence[int] | None = None
    ) -> None:
        self.numbers = numbers
        self.columns = columns
        self.widths = widths

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Block":
        """Turn rows into columns; short rows are filled up, and remembered to be short."""
        widths = [len(cells) for _, cells in lines]
        widest = max(widths, default=0)
        even = min(widths, default=0) == widest
        rows = [cells if len(cells) == widest else (*cells, *("",) * (widest - len(cells))) for _, cells in lines]
        columns: list[list[str] | str] = [list(column) for column in zip(*rows, strict=True)]
        return cls([number for number, _ in lines], columns, None if even else widths)

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def each_width(self) -> Sequence[int]:
        """How many cells each row has."""
        return self.widths if self.widths is not None else (len(self.columns),) * len(self)

    def column(self, index: int) -> list[str]:
        """Give the cells of a column; blanks if no row reaches so far."""
        if index >= len(self.columns):
            return [""] * len(self)
        column = self.columns[index]
        if isinstance(column, str):
            column = self.columns[index] = column.split(UNIT)
        return column

    def text(self, index: int) -> str:
        """Give the cells of a column joined by `UNIT`."""
        column = self.columns[index] if index < len(self.columns) else [""] * len(self)
        return column if isinstance(column, str) else UNIT.join(column)

    def lines(self) -> Iterator[Line]:
        """Give the rows, with their numbers."""
        rows: Iterable[tuple[str, ...]]
        rows = zip(*map(self.column, range(len(self.columns))), strict=True) if self.columns else [()] * len(self)
        if self.widths is not None:
            rows = (cells[:width] for cells, width in zip(rows, self.widths, strict=True))
        return zip(self.numbers, rows, strict=True)

    def line(self, at: int) -> Line:
        """Give one row, with its number."""
        width = len(self.columns) if self.widths is None else self.widths[at]
        return self.numbers[at], tuple(self.column(index)[at] for index in range(width))

    def cut(self, start: int, stop: int) -> "Block":
        """Give some of the rows."""
        if start == 0 and stop >= len(self):
            return self
        columns: list[list[str] | str] = [self.column(index)[start:stop] for index in range(len(self.columns))]
        return Block(self.numbers[start:stop], columns, self.widths and self.widths[start:stop])


class Lines(Sequence[Line]):
    """Rows in order: a row is its number, as a person sees it, and its cells. Never changed once made."""

    __slots__ = ("_length", "blocks")

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self.blocks = tuple(block for block in blocks if len(block))
        self._length = sum(map(len, self.blocks))

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Lines":
        """Take in rows one by one."""
        if isinstance(lines, Lines):
            return lines
        rest = iter(lines)
        return cls(map(Block.of, iter(lambda: list(islice(rest, ROWS_OF_A_BLOCK)), [])))

    def column(self, index: int) -> list[str]:
        """Give the cells of a whole column, in order."""
        return list(chain.from_iterable(block.column(index) for block in self.blocks))

    @property
    def width(self) -> int:
        """How many cells the widest row has."""
        return max((len(block.columns) for block in self.blocks), default=0)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Line]:
        for block in self.blocks:
            yield from block.lines()

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> "Lines": ...
    def __getitem__(self, at: int | slice) -> "Line | Lines":
        if isinstance(at, slice):
            start, stop, _ = at.indices(self._length)
            return Lines(self._cut(start, stop))
        position = at + self._length if at < 0 else at
        for block in self.blocks:
            if 0 <= position < len(block):
                return block.line(position)
            position -= len(block)
        raise IndexError(at)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __add__(self, other: "Lines") -> "Lines":
        return Lines((*self.blocks, *other.blocks))

    def _cut(self, start: int, stop: int) -> Iterator[Block]:
        for block in self.blocks:
            if start < len(block) and stop > 0:
                yield block.cut(max(start, 0), min(stop, len(block)))
            start -= len(block)
            stop -= len(block)
