"""Rows of any cells to blocks of text, a column at a time: what nearly every cell needs is done without looking at it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from typing import Any

from adapters.tables.values import as_text
from roster.lines import ROWS_OF_A_BLOCK, UNIT, Block

_CELLS_OF_A_BLOCK = 2_000_000
_EDGES = tuple(edge for space in " \t\n\r" for edge in (UNIT + space, space + UNIT))
_CONTROLS = "".join(map(chr, [*range(9), 11, 12, *range(14, 32)]))
_CONTROL_BYTES = _CONTROLS.encode()
_BLANKED = str.maketrans(dict.fromkeys(_CONTROLS, " "))


def blocks_of(rows: Iterable[Sequence[Any]], *, empty_columns: int = 0) -> Iterator[Block]:
    """Make blocks of rows that are numbered from 1; a blank row is only counted.

    `empty_columns` stand before the first cell of every row.
    """
    rest = iter(rows)
    first = 1
    while batch := list(islice(rest, ROWS_OF_A_BLOCK)):
        for run in runs(len(batch), max(map(len, batch)) + empty_columns):
            yield ragged_block(range(first, first + len(batch))[run], batch[run], empty_columns=empty_columns)
        first += len(batch)


def ragged_block(numbers: Sequence[int], rows: Sequence[Sequence[Any]], *, empty_columns: int = 0) -> Block:
    """Make a block of rows, of which some may be shorter than others."""
    widths = [len(row) + empty_columns for row in rows]
    even = min(widths) == max(widths)
    columns = zip(*rows, strict=True) if even else zip_longest(*rows, fillvalue="")
    return block_of(numbers, [*[[""] * len(rows)] * empty_columns, *columns], None if even else widths)


def block_of(numbers: Sequence[int], columns: Iterable[Sequence[Any]], widths: Sequence[int] | None = None) -> Block:
    """Make a block of columns of cells; `widths` say how many cells each row has, if they differ."""
    texts = [_as_texts(column) for column in columns]
    joined = [UNIT.join(column) for column in texts]
    for at, text in enumerate(joined):
        if not _is_trim(text):
            texts[at] = list(map(str.strip, texts[at]))
            joined[at] = UNIT.join(texts[at])
    if not all(_clean(column, len(numbers)) for column in joined):
        texts = [[cell.translate(_BLANKED).strip() for cell in column] for column in texts]
        joined = [UNIT.join(column) for column in texts]
    if blank := _blank_rows(texts, len(numbers)):
        kept = [at for at in range(len(numbers)) if at not in blank]
        joined = [UNIT.join([column[at] for at in kept]) for column in texts]
        numbers, widths = [numbers[at] for at in kept], widths and [widths[at] for at in kept]
    return Block(numbers, list(joined), widths)


def runs(rows: int, width: int) -> Iterator[slice]:
    """Cut so many rows into runs that are not too many cells when each row is filled up to `width`."""
    size = max(_CELLS_OF_A_BLOCK // max(width, 1), 1)
    return (slice(start, min(start + size, rows)) for start in range(0, rows, size))


def _as_texts(column: Sequence[Any]) -> Sequence[str]:
    kinds = set(map(type, column))
    if kinds <= {str}:
        return column
    # Python takes TRUE and 1 for the same.
    if bool in kinds:
        return list(map(as_text, column))
    known = {cell: as_text(cell) for cell in set(column)}
    return [known[cell] for cell in column]


def _is_trim(joined: str) -> bool:
    """Whether no cell of a column begins or ends with white space, as far as a look at the whole text tells."""
    return joined.isascii() and joined == joined.strip() and not any(edge in joined for edge in _EDGES)


def _clean(joined: str, cells: int) -> bool:
    """Whether no cell of a column holds a control character: it would part cells, or show as nothing."""
    text = joined.encode("utf-8", "replace")
    return len(text) - len(text.translate(None, _CONTROL_BYTES)) == cells - 1


def _blank_rows(texts: Sequence[Sequence[str]], rows: int) -> set[int]:
    blank = set(range(rows))
    for column in texts:
        if "" not in column:
            return set()
        blank = {at for at in blank if not column[at]}
    return blank
