"""The cells of an OpenDocument spreadsheet, read with care: nothing that a cell shows is lost.

Source of the names: OASIS, Open Document Format 1.3, part 3, chapters 6 (text), 9 (tables) and 19 (attributes).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from io import BytesIO
from typing import Any

from lxml import etree

from adapters.tables.values import as_text, clean

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_A_TABLE, _A_ROW, _A_STYLE = f"{_TABLE}table", f"{_TABLE}table-row", f"{_STYLE}style"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_CALC_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_BLANKS = " \t\r\n"
_NOT_SHOWN = frozenset({f"{_OFFICE}annotation", _A_TABLE})
_CLOCK = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,](\d{1,6})\d*)?S")


class TooMuch(Exception):
    """The cells are more than anybody fills in, repetitions counted."""


@dataclass
class Table:
    """A sheet: its title, whether it is out of sight, and its rows that hold something, with their numbers."""

    title: str
    hidden: bool
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    last: int = 0


def tables(content: bytes, most: int) -> list[Table]:
    """Read the sheets of a spreadsheet's `content.xml`, or of a flat document. A repeated row is there repeatedly.

    Raises `etree.XMLSyntaxError` for damage, and `TooMuch` if there are more than `most` cells.
    """
    found: list[Table] = []
    within: list[Table | None] = []
    hidden_styles: set[str] = set()
    left = most
    for event, element in _elements(content):
        if element.tag == _A_STYLE:
            if event == "end" and any(one.get(f"{_TABLE}display") == "false" for one in element):
                hidden_styles.add(element.get(f"{_STYLE}name", ""))
        elif element.tag == _A_TABLE:
            _enter_or_leave(event, element, found, within, hidden_styles)
        elif event == "end":
            left -= _take_row(element, within[-1] if within else None, left)
    return found


def _elements(content: bytes) -> Iterator[tuple[str, Any]]:
    return iter(
        etree.iterparse(
            BytesIO(content), events=("start", "end"), tag=(_A_TABLE, _A_ROW, _A_STYLE),
            resolve_entities=False, no_network=True, huge_tree=False,
        )
    )  # fmt: skip


def _enter_or_leave(
    event: str, element: Any, found: list[Table], within: list[Table | None], hidden_styles: set[str]
) -> None:
    """A table inside a cell, or one kept of another document, is no sheet."""
    if event == "end":
        within.pop()
    elif element.getparent().tag == f"{_OFFICE}spreadsheet":
        hidden = element.get(f"{_TABLE}style-name") in hidden_styles
        found.append(Table(element.get(f"{_TABLE}name", ""), hidden))
        within.append(found[-1])
    else:
        within.append(None)


def _take_row(element: Any, table: Table | None, left: int) -> int:
    """Add a row to its sheet as often as it is repeated, and say how many cells that took."""
    if table is None:
        return 0
    times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
    cells = _row(element, left)
    taken = times * len(cells)
    if taken > left:
        raise TooMuch
    if cells:
        cleaned = tuple(map(clean, cells))
        table.rows += [(table.last + one, cleaned) for one in range(1, times + 1)]
    table.last += times
    element.clear()
    return taken


def _row(row: Any, most: int) -> tuple[str, ...]:
    cells: list[str] = []
    blanks = 0
    for cell in row.iterchildren(*_CELLS):
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        text = _cell(cell)
        if not text.strip(_BLANKS):
            blanks += times
        elif len(cells) + blanks + times > most:
            raise TooMuch
        else:
            cells += [""] * blanks + [text] * times
            blanks = 0
    return tuple(cells)


def _cell(cell: Any) -> str:
    try:
        value = _value(cell)
    except ValueError:
        value = None
    if value is None:
        return "\n".join(map(_shown, cell.iterchildren(f"{_TEXT}p")))
    return value if isinstance(value, str) else as_text(value)


def _value(cell: Any) -> Any:
    """Give the value as the cell's kind has it, None if only its text says anything, as that of an error does."""
    if cell.get(_CALC_KIND) == "error":
        return None
    if number := cell.get(f"{_OFFICE}value"):
        return float(number)
    if day := cell.get(f"{_OFFICE}date-value"):
        return datetime.fromisoformat(day)
    if truth := cell.get(f"{_OFFICE}boolean-value"):
        return truth == "true"
    if clock := cell.get(f"{_OFFICE}time-value"):
        return _time(clock)
    return cell.get(f"{_OFFICE}string-value") or None


def _time(clock: str) -> time | str:
    """Give a time of day; a longer span stays as it is written."""
    told = _CLOCK.fullmatch(clock)
    if told is None or int(told[1]) > 23:
        return clock
    return time(int(told[1]), int(told[2]), int(told[3]), int((told[4] or "").ljust(6, "0")))


def _shown(element: Any) -> str:
    """Give a paragraph's text with its blanks, tabs and breaks."""
    inner = "".join(_piece(child) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def _piece(child: Any) -> str:
    if child.tag in _BREAKS:
        return _BREAKS[child.tag]
    if child.tag == f"{_TEXT}s":
        return " "
    if not isinstance(child.tag, str) or child.tag in _NOT_SHOWN:
        return ""
    return _shown(child)
