"""An independent look at the XML of a sheet: how many rows hold something, and what a fast reader would lose.

It is quick because most rows have their first cell filled and nothing odd about them; where that is not so it looks
closer. It counts what programs write. What it cannot count so (comments, character references) shows as a difference
from what was read, and `recount` settles it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from roster.errors import UnreadableFile

ROWS_OF_EXCEL, COLUMNS_OF_EXCEL = 1_048_576, 16_384
_HELD_AT_MOST = 32 * 1024 * 1024
_BOX_AT_MOST = 5_000_000
_BYTES_OF_A_CELL = 8
_PREFIX = re.compile(rb"<(?:([\w.-]+):)?(?:worksheet|sst)\b")
_NUMBERED = re.compile(rb"""\br\s*=\s*["'](\d+)""")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)""")
_HIDDEN_COLUMN = re.compile(rb"""<(?:\w+:)?col\b([^>]*\bhidden\s*=\s*["'](?:1|true)[^>]*)>""")
_FROM_TO = re.compile(rb"""\b(min|max)\s*=\s*["'](\d+)""")
_FILTER = re.compile(b"filterColumn")
_OF_AN_ERROR = re.compile(rb"""["']e["']""")


@dataclass(slots=True)
class Census:
    """What stands in one sheet: `rows` that hold a value; the furthest row and column; what is hidden and how."""

    rows: int = 0
    elements: int = 0
    last_row: int = 0
    last_column: int = 1
    hidden_rows: int = 0
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filtered: bool = False
    needs_mending: bool = False
    size: int = 0

    @property
    def sparse(self) -> bool:
        """Whether a few cells are spread over so large a box that a reader which fills the box needs absurd memory."""
        box = self.last_row * self.last_column
        return box > _BOX_AT_MOST and self.size < _BYTES_OF_A_CELL * box


@dataclass(frozen=True, slots=True)
class Patterns:
    """How rows and cells begin under one namespace prefix."""

    row: re.Pattern[bytes]
    value: re.Pattern[bytes]
    far_cell: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    formula_cell: re.Pattern[bytes]
    error_cell: re.Pattern[bytes]


@cache
def patterns(prefix: bytes = b"") -> Patterns:
    """Give the patterns for a sheet whose elements have a prefix ("x:"), or none."""

    def pattern(template: bytes) -> re.Pattern[bytes]:
        return re.compile(template.replace(b"@", prefix))

    return Patterns(
        pattern(rb"<@row\b([^>]*)>(<@c\b[^>]*>(?:<@is><@t[^>]*>|<@v>)[^<\s])?"),
        pattern(rb"""(?:\bt=["']s["'][^>]*><@v>(\d+)<)|<@(?:v|t)(?:\s[^>]*)?>\s*[^<\s]"""),
        pattern(rb' r="([A-Z]{2,})\d'),
        pattern(rb"<@f[ />]"),
        pattern(
            rb"(<@c\b)([^>]*)>\s*<@f\b[^>]*(?:/>|>[^<]*</@f\s*>)\s*"
            rb"(?:(<@v\s*/>|<@v\s*>\s*</@v\s*>)\s*)?</@c\s*>"
        ),
        pattern(rb"""(<@c\b[^>]*?\st\s*=\s*["'])e(?=["'])"""),
    )


def prefix_of(head: bytes) -> bytes | None:
    """Tell the prefix of the elements of a worksheet, or of shared strings; None if a part does not begin as either."""
    found = _PREFIX.search(head)
    return found and (b"%b:" % found[1] if found[1] else b"")


def take(chunks: Iterable[bytes], blank_strings: frozenset[int]) -> Census:
    """Count a sheet. `blank_strings` are the shared strings that say nothing.

    Raises `UnreadableFile` as soon as there are rows or columns that no workbook has.
    """
    census = Census()
    known: Patterns | None = None
    for window in windows(chunks, b"row"):
        if known is None:
            known = patterns(prefix_of(window) or b"")
            census.hidden_columns = [_span(found[1]) for found in _HIDDEN_COLUMN.finditer(_head(window, known))]
        _count(window, known, blank_strings, census)
        _refuse_what_no_sheet_has(census)
    return census


def windows(chunks: Iterable[bytes], element: bytes) -> Iterator[bytes]:
    """Cut a part's bytes anew, so that no such element is in two pieces. The head comes with the first of them."""
    opening: bytes | None = None
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        if opening is None:
            opening = b"<%b%b" % (prefix_of(chunk) or b"", element)
        cut = chunk.rfind(opening)
        if cut > 0 or size > _HELD_AT_MOST:
            cut = max(cut, 0)
            yield b"".join((*held, chunk[:cut]))
            held, size = [], 0
        held.append(chunk[max(cut, 0) :])
        size += len(held[-1])
    yield b"".join(held)


def uncalculated(known: Patterns, window: bytes) -> Iterator[re.Match[bytes]]:
    """Find the cells with a formula whose result was not saved. A saved result may be an empty text."""
    return (cell for cell in known.formula_cell.finditer(window) if not (cell[3] and _is_text(cell[2])))


def has_errors(known: Patterns, window: bytes) -> bool:
    """Whether a cell holds an error (#N/A); each begins with the same sign."""
    return b"#" in window and bool(_OF_AN_ERROR.search(window)) and bool(known.error_cell.search(window))


def column_number(letters: bytes) -> int:
    """Give a column's number: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _is_text(attributes: bytes) -> bool:
    return bool(re.search(rb"""\bt\s*=\s*["']str["']""", attributes))


def _count(window: bytes, known: Patterns, blank_strings: frozenset[int], census: Census) -> None:
    rows = known.row.findall(window)
    attributes = b"\n".join([found for found, _ in rows])
    filled = _filled(window, rows, known, blank_strings)
    census.rows += sum(filled)
    census.elements += len(rows)
    census.size += len(window)
    census.last_row = max(census.last_row, census.elements, *map(int, _NUMBERED.findall(attributes)))
    if b"hidden" in attributes:
        census.hidden_rows += sum(
            has and bool(_HIDDEN.search(found)) for (found, _), has in zip(rows, filled, strict=True)
        )
    if known.far_cell.search(window):
        census.last_column = max(census.last_column, *map(column_number, set(known.far_cell.findall(window))))
    census.last_column = max(census.last_column, 26 if rows else 1)
    census.filtered |= bool(_FILTER.search(window))
    census.needs_mending |= has_errors(known, window) or (
        bool(known.formula.search(window)) and any(uncalculated(known, window))
    )


def _refuse_what_no_sheet_has(census: Census) -> None:
    if census.last_row > ROWS_OF_EXCEL or census.last_column > COLUMNS_OF_EXCEL:
        raise UnreadableFile(
            "Copy the rows into a new workbook and use that.",
            headline="This workbook has cells where no sheet reaches.",
        )


def _filled(
    window: bytes, rows: list[tuple[bytes, bytes]], known: Patterns, blank_strings: frozenset[int]
) -> list[bool]:
    """Tell of each row whether it holds a value; few rows need more than a look at the first cell."""
    if not blank_strings and all(first for _, first in rows):
        return [True] * len(rows)

    def speaks(found: re.Match[bytes]) -> bool:
        return not found[1] or int(found[1]) not in blank_strings

    starts = [found.start() for found in known.row.finditer(window)] + [len(window)]
    return [any(map(speaks, known.value.finditer(window, *span))) for span in pairwise(starts)]


def _head(window: bytes, known: Patterns) -> bytes:
    first = known.row.search(window)
    return window[: first.start()] if first else window


def _span(attributes: bytes) -> tuple[int, int]:
    found = {name: int(number) for name, number in _FROM_TO.findall(attributes)}
    return found.get(b"min", 1), found.get(b"max", 1)
