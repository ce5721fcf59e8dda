"""Tables of a web page: what many programs write and name .xls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree, html

from adapters.tables.delimited import decoded
from adapters.tables.grid import Grid, TooBig
from adapters.tables.hidden import Hidden
from adapters.tables.values import as_text, clean
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.groups import Problem
from roster.lines import Lines

_INSTEAD = "Export it again, or open it in Excel, save it as an Excel workbook (.xlsx), and use that."
_CUT_OFF = "It may have been cut off on the way: copy or export it again."
_CELLS = frozenset({"td", "th"})
_OTHER_ROWS = frozenset({"table", "tr"})
_NOT_SHOWN = frozenset({"script", "style", "template", "head", "noscript"})
_NEW_LINE = frozenset({"br", "p", "div", "li", "tr"})
_ROWS_OF_A_CELLS_TABLE = 10
_CELLS_AT_MOST = 10_000_000
_UNSEEN_TEXT = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_END_OF_PAGE = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_TABLE_BEGINS = re.compile(r"<table(?=[\s/>])", re.IGNORECASE)
_TABLE_ENDS = re.compile(r"</table\s*>", re.IGNORECASE)
_ROW = re.compile(r"<tr(?=[\s/>])", re.IGNORECASE)
_OUT_OF_SIGHT = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DIGITS = re.compile(r"\s*(\d{1,9})", re.ASCII)
_ABRIDGED = re.compile(r"[-+]?\d(?:\.\d+)?E\+?\d+|#+", re.IGNORECASE)
_FRAMES = re.compile(r"<frameset\b|<x:WorksheetSource\b", re.IGNORECASE)
_SIGN_IN = re.compile(r"type\s*=\s*[\"']?password|\b(?:sign|log)[ -]?(?:in|on)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the page: its title, its rows with something in them, and what does not show of it."""

    title: str
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    hidden: Hidden


def read_html(content: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read the tables of a web page as text; a row's number is its place in its table.

    A table of one row beside longer ones is a title. The rows are counted twice, by the parser and in the text. Hidden
    rows and columns are read like the others, and the office is told. A table that is never closed is cut short. Raises `UnreadableFile` if there is no table.
    """
    text = decoded(content)
    page = _parsed(text)
    if sum(1 for _ in page.iter("tr")) < len(_ROW.findall(_UNSEEN_TEXT.sub("", text))):
        raise UnreadableFile(_INSTEAD, headline="This web page could not be read to its end.")
    try:
        tables = _read_all(page)
    except TooBig as error:
        raise UnreadableFile(_INSTEAD, headline="This web page has an absurdly big table.") from error
    filled = [table for table in tables if table.lines]
    if not filled:
        raise _no_table(text)
    taken = [table for table in filled if len(table.lines) > 1] or filled
    seen = _UNSEEN_TEXT.sub("", text)
    cut_short = len(_TABLE_ENDS.findall(seen)) < len(_TABLE_BEGINS.findall(seen))
    return tuple(_sheets(taken, cut_short=cut_short)), tuple(sum((table.hidden for table in taken), Hidden()).notes)


def _parsed(text: str) -> Any:
    # The text is decoded already, whatever the page says of its own encoding; and its end is no reason to stop.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_END_OF_PAGE.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(_CUT_OFF, headline="This web page is damaged.") from error


def _no_table(text: str) -> UnreadableFile:
    if _FRAMES.search(text):
        return UnreadableFile(
            "Open it in Excel, save it as an Excel workbook (.xlsx), and use that.",
            headline="This is only the frame of a workbook saved as a web page: its sheets are in other files.",
        )
    if _SIGN_IN.search(text):
        return UnreadableFile(
            "Sign in to the MIS and export it again.", headline="This is a sign-in page, saved in place of the export."
        )
    return UnreadableFile(_INSTEAD, headline="This is a web page without a table in it.")


def _sheets(tables: list[_Table], *, cut_short: bool) -> Iterator[Sheet]:
    for number, table in enumerate(tables, start=1):
        unnamed = f"table {number}" if len(tables) > 1 else ""
        yield Sheet(table.title or unnamed, Lines.of(table.lines), cut_short=cut_short)


def _read_all(page: Any) -> list[_Table]:
    grid = Grid(_CELLS_AT_MOST)
    speaks = _Speaking()
    return [_read(table, grid) for table in page.iter("table") if not _inside_a_cell(table, speaks)]


def _read(table: Any, grid: Grid) -> _Table:
    grid.start()
    lines = []
    hidden_rows = 0
    hidden_columns = _hidden_columns(table)
    for number, row in enumerate(_rows(table), start=1):
        columns = [(grid.place(*_spans(cell)), cell) for cell in _cells(row)]
        grid.next_row()
        hidden_columns |= {column for column, cell in columns if _out_of_sight(cell)}
        cells = _filled_up([(column, _text(cell)) for column, cell in columns])
        if cells:
            lines.append((number, cells))
            hidden_rows += _out_of_sight(row)
    caption = next((_lines(_shown(one)) for one in table.iterchildren("caption")), "")
    width = max((len(cells) for _, cells in lines), default=0)
    looks = Hidden(hidden_rows, sum(column < width for column in hidden_columns))
    return _Table(caption, tuple(lines), looks)


def _rows(table: Any) -> Iterator[Any]:
    """Give the table's own rows, not those of tables in its cells."""
    return (row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag in _CELLS:
            yield child
        elif child.tag not in _OTHER_ROWS:
            yield from _cells(child)


class _Speaking:
    """Which rows say something beside the tables in their cells; each is asked only once."""

    def __init__(self) -> None:
        self._known: dict[Any, bool] = {}

    def __call__(self, row: Any) -> bool:
        if row not in self._known:
            self._known[row] = any(_lines(_shown(cell, without_tables=True)) for cell in _cells(row))
        return self._known[row]


def _inside_a_cell(table: Any, speaks: _Speaking) -> bool:
    """Whether a small table belongs to the text of a row that says something beside it."""
    row = next(table.iterancestors("tr"), None)
    return row is not None and _is_small(table) and speaks(row)


def _spans(cell: Any) -> tuple[int, int]:
    return _number(cell.get("colspan")), _number(cell.get("rowspan"))


def _number(told: str | None) -> int:
    digits = _DIGITS.match(told) if told else None
    return max(int(digits[1]), 1) if digits else 1


def _filled_up(cells: list[tuple[int, str]]) -> tuple[str, ...]:
    row: list[str] = []
    for column, text in cells:
        if text:
            row += [""] * (column - len(row))
            row.append(text)
    return tuple(row)


def _hidden_columns(table: Any) -> set[int]:
    hidden: set[int] = set()
    column = 0
    for told in table.iter("col"):
        span = min(_number(told.get("span")), 1_000)
        if _out_of_sight(told):
            hidden |= set(range(column, column + span))
        column += span
    return hidden


def _out_of_sight(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_OUT_OF_SIGHT.search(element.get("style", "")))


def _text(cell: Any) -> str:
    """Give what the cell shows; a number that it shows abridged (7.7E+09) is given whole if it stands beside it."""
    shown = _lines(_shown(cell))
    whole = cell.get("x:num")
    if whole and _ABRIDGED.fullmatch(shown):
        try:
            return as_text(float(whole))
        except ValueError:
            return shown
    return shown


def _lines(shown: str) -> str:
    """Give a text as a browser does: blanks run together, a line for each that begins."""
    if "\0" not in shown:
        return clean(_BLANKS.sub(" ", shown))
    lines = (clean(_BLANKS.sub(" ", line)) for line in shown.split("\0"))
    return "\n".join(filter(None, lines))


def _shown(element: Any, *, without_tables: bool = False) -> str:
    """Give an element's text, with a NUL where a new line begins."""
    if not len(element):
        return element.text or ""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _NOT_SHOWN:
            if child.tag in _NEW_LINE:
                pieces.append("\0")
            if child.tag != "table" or (_is_small(child) and not without_tables):
                pieces.append(_shown(child, without_tables=without_tables))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _is_small(table: Any) -> bool:
    return sum(1 for _ in islice(table.iter("tr"), _ROWS_OF_A_CELLS_TABLE + 1)) <= _ROWS_OF_A_CELLS_TABLE
