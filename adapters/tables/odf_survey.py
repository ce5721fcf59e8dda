"""The text of an OpenDocument spreadsheet, counted without a spreadsheet library and without an XML parser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from adapters.tables.hidden import Hidden

_TABLE = re.compile(rb"<table:table(?=[\s>])")
_ROW = re.compile(rb"<table:table-row(?=[\s/>])")
_HELD = re.compile(rb'>\s*+[^<\s]|office:(?:date-|time-|boolean-|string-)?value="\s*+[^"\s]')
_COMMENT = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d+)"')
_COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="(\d+)"')
_OUT_OF_SIGHT = re.compile(rb'table:visibility="(collapse|filter)"')
_COLUMN = re.compile(rb"<table:table-column\b[^>]*>")
# What the fast reader leaves out, or runs together: two numbers with a line's break between them become one.
_LOST = (b"<text:tab", b"<text:line-break", b'value-type="error"', b'string-value=""')
_WITHOUT_KIND = re.compile(rb"<table:(?:covered-)?table-cell(?![^>]*value-type)[^>]*[^/]>\s*<text:p")


@dataclass
class Survey:
    """What stands in one table: rows that hold something, how far down and to the right they reach, what is hidden."""

    rows: int = 0
    last_row: int = 0
    width: int = 0
    hidden: Hidden = field(default_factory=Hidden)


def odd(content: bytes) -> bool:
    """Whether cells hold what the fast reader would lose."""
    return any(lost in content for lost in _LOST) or _WITHOUT_KIND.search(content) is not None


def survey(content: bytes) -> list[Survey]:
    """Count in every table of a spreadsheet's `content.xml`. Repeated rows and cells count as often as they repeat."""
    return [_of_table(text) for text in _TABLE.split(content)[1:]]


def _of_table(text: bytes) -> Survey:
    head, *rows = _ROW.split(text[: text.rfind(b"</table:table-row>")])
    found = Survey()
    row = hidden = 0
    filtered = False
    for told in rows:
        opening = told[: told.find(b">")]
        times = _times(_ROWS_REPEATED, opening)
        row += times
        width = _width(told)
        if width:
            found.rows += times
            found.last_row = row
            found.width = max(found.width, width)
            sight = _OUT_OF_SIGHT.search(opening)
            hidden += times if sight else 0
            filtered |= sight is not None and sight[1] == b"filter"
    found.hidden = Hidden(hidden, _hidden_columns(head, found.width), filtered)
    return found


def _width(row: bytes) -> int:
    """Give how far to the right a row holds something, 0 if nowhere. What only a comment says is nothing."""
    if b"<office:annotation" in row:
        row = _COMMENT.sub(b"", row)
    if not _HELD.search(row, row.find(b">") + 1):
        return 0
    reached = row[: max(row.rfind(b"</text:p>"), row.rfind(b"value="))]
    repeated = sum(int(times) - 1 for times in _COLUMNS_REPEATED.findall(reached))
    return reached.count(b"<table:") + repeated


def _hidden_columns(head: bytes, width: int) -> int:
    return sum(max(min(last, width) - first, 0) for first, last in _hidden_spans(head))


def _hidden_spans(head: bytes) -> Iterator[tuple[int, int]]:
    column = 0
    for told in _COLUMN.findall(head):
        after = column + _times(_COLUMNS_REPEATED, told)
        if _OUT_OF_SIGHT.search(told):
            yield column, after
        column = after


def _times(repeated: "re.Pattern[bytes]", opening: bytes) -> int:
    found = repeated.search(opening)
    return int(found[1]) if found else 1
