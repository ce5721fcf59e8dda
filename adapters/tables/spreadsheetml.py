"""SpreadsheetML 2003: the XML that programs write and name .xls, one element a row.

Source: Microsoft, "XML Spreadsheet Reference" (Excel 2003): ss:Index, ss:Span, ss:MergeAcross, ss:Hidden, ss:Type.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

from lxml import etree

from adapters.tables.delimited import decoded
from adapters.tables.hidden import Hidden
from adapters.tables.values import as_text, clean
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.groups import Problem
from roster.lines import Lines

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_SHEET, _COLUMN, _ROW, _CELL, _DATA = (f"{_SS}{name}" for name in ("Worksheet", "Column", "Row", "Cell", "Data"))
_INDEX, _SPAN, _MERGED, _HIDDEN, _TYPE = (f"{_SS}{name}" for name in ("Index", "Span", "MergeAcross", "Hidden", "Type"))
_ANY_ROW = "{*}Row"
_VISIBLE, _FILTER = f"{_X}Visible", f"{_X}AutoFilterCondition"
_ROWS_AT_MOST, _COLUMNS_AT_MOST = 1_048_576, 16_384
_CELLS_AT_MOST = 10_000_000
_ROWS_IN_TEXT = re.compile(rb"<(?:\w+:)?Row[\s/>]")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,7}", re.ASCII)
_NO_DAY = date(1899, 12, 31)
_AGAIN = "Open it in Excel, save it as an Excel workbook (.xlsx), and use that."


@dataclass
class _Draft:
    """A sheet while it is read; `row` is the last one met, `column` the last one whose looks were told."""

    title: str
    hidden: bool = False
    filtered: bool = False
    row: int = 0
    column: int = 0
    hidden_rows: int = 0
    hidden_spans: list[tuple[int, int]] = field(default_factory=list)
    lines: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    @property
    def looks(self) -> Hidden:
        width = max((len(cells) for _, cells in self.lines), default=0)
        columns = sum(max(min(last, width) - first, 0) for first, last in self.hidden_spans)
        titles = (self.title,) if self.hidden and self.lines else ()
        return Hidden(self.hidden_rows, columns, self.filtered, titles)


class _Misplaced(Exception):
    """A row or a cell stands where no sheet has one, or there are too many."""


def read_spreadsheetml(content: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read every sheet as text, with Excel's own row numbers.

    The rows are counted twice, by the parser and in the text. Hidden rows, columns and sheets are read like the others,
    and the office is told. Raises `UnreadableFile` for damage, naming the line, for a document type declaration, and
    for cells where no sheet has any.
    """
    text = _in_one_byte_a_letter(content)
    if _DECLARED.search(text):
        raise UnreadableFile(_AGAIN, headline="This spreadsheet has a part that no spreadsheet has.")
    try:
        drafts, rows = _read(text)
    except etree.XMLSyntaxError as error:
        line = f" in line {error.lineno}" if error.lineno else ""
        raise UnreadableFile(
            "It may have been cut off on the way: copy or export it again.",
            headline=f"This spreadsheet is damaged{line}.",
        ) from error
    except _Misplaced as error:
        raise UnreadableFile(_AGAIN, headline="This spreadsheet has cells where no sheet has any.") from error
    if rows != len(_ROWS_IN_TEXT.findall(text)):
        raise UnreadableFile(_AGAIN, headline="This spreadsheet could not be read to its end.")
    sheets = tuple(Sheet(clean(one.title), Lines.of(one.lines)) for one in drafts)
    return sheets, tuple(sum((one.looks for one in drafts), Hidden()).notes)


def _in_one_byte_a_letter(content: bytes) -> bytes:
    """Give UTF-16 as UTF-8, so that the text can be searched; what stands before the first element's bracket goes."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:4]:
        text = decoded(content)
        content = re.sub(r"^[^<]*<\?xml[^>]*\?>", "", text, count=1).encode()
    return content[max(content.find(b"<"), 0) :]


def _read(text: bytes) -> tuple[list[_Draft], int]:
    drafts: list[_Draft] = []
    rows = cells = 0
    for event, element in _elements(text):
        if event == "start":
            if element.tag == _SHEET:
                drafts.append(_Draft(element.get(f"{_SS}Name", "")))
            continue
        rows += etree.QName(element).localname == "Row"
        if drafts:
            cells += _TAKEN.get(element.tag, _nothing)(drafts[-1], element)
        if cells > _CELLS_AT_MOST:
            raise _Misplaced
    return drafts, rows


def _elements(text: bytes) -> Iterator[tuple[str, Any]]:
    tags = (_SHEET, _COLUMN, _ANY_ROW, _VISIBLE, _FILTER)
    return iter(
        etree.iterparse(
            BytesIO(text), events=("start", "end"), tag=tags, resolve_entities=False, no_network=True, huge_tree=False
        )
    )


def _take_row(draft: _Draft, row: Any) -> int:
    draft.row = _index(row, draft.row, _ROWS_AT_MOST)
    cells = _cells(row)
    if any(cells):
        draft.lines.append((draft.row, cells))
        draft.hidden_rows += row.get(_HIDDEN) == "1"
    draft.row += _number(row, _SPAN)
    row.clear()
    return len(cells)


def _take_column(draft: _Draft, column: Any) -> int:
    first = _index(column, draft.column, _COLUMNS_AT_MOST)
    draft.column = first + _number(column, _SPAN)
    if column.get(_HIDDEN) == "1":
        draft.hidden_spans.append((first - 1, draft.column))
    return 0


def _take_visible(draft: _Draft, visible: Any) -> int:
    draft.hidden = (visible.text or "") != "SheetVisible"
    return 0


def _take_filter(draft: _Draft, _: Any) -> int:
    draft.filtered = True
    return 0


def _nothing(_: _Draft, __: Any) -> int:
    return 0


_TAKEN = {_ROW: _take_row, _COLUMN: _take_column, _VISIBLE: _take_visible, _FILTER: _take_filter}


def _cells(row: Any) -> tuple[str, ...]:
    cells: list[str] = []
    column = 0
    for cell in row.iterchildren(_CELL):
        column = _index(cell, column, _COLUMNS_AT_MOST)
        text = next((_text(data) for data in cell.iterchildren(_DATA)), "")
        if text:
            cells += [""] * (column - 1 - len(cells))
            cells.append(text)
        column += _number(cell, _MERGED)
    return tuple(cells)


def _index(element: Any, before: int, most: int) -> int:
    """Give where an element stands: behind the one before it, unless it says otherwise."""
    at = before + 1 if element.get(_INDEX) is None else _number(element, _INDEX)
    if not before < at <= most:
        raise _Misplaced
    return at


def _number(element: Any, name: str) -> int:
    told = element.get(name)
    if told is None:
        return 0
    if not _WHOLE.fullmatch(told):
        raise _Misplaced
    return int(told)


def _text(data: Any) -> str:
    text = "".join(data.itertext()) if len(data) else data.text or ""
    kind = data.get(_TYPE)
    if kind == "String":
        return clean(text)
    try:
        return as_text(_value(kind, text.strip()))
    except ValueError:
        return clean(text)


def _value(kind: str | None, text: str) -> Any:
    if kind == "Number":
        return text if text.isdecimal() else float(text)
    if kind == "DateTime":
        moment = datetime.fromisoformat(text)
        return moment.time() if moment.date() == _NO_DAY else moment
    if kind == "Boolean" and text in {"0", "1"}:
        return text == "1"
    return text
