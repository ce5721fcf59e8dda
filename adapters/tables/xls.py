"""Old Excel workbooks (.xls, Excel 5 to 2003): read by xlrd, confirmed by a count of the records."""

import struct
from collections.abc import Sequence
from datetime import datetime
from io import StringIO
from typing import Any

import xlrd
from xlrd.compdoc import CompDoc, CompDocError

from adapters.tables import biff
from adapters.tables.columns import blocks_of
from adapters.tables.hidden import Hidden
from adapters.tables.values import clean
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.groups import Problem
from roster.lines import Lines

_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = ("Workbook", "Book")
_CELLS_AT_MOST = 10_000_000
_AS_THEY_ARE = bytes((xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER))
_INSTEAD = "Open it in Excel, save it as an Excel workbook (.xlsx), and use that."
# The library trusts what it reads: a damaged workbook ends in almost any error.
_DAMAGE = (
    xlrd.XLRDError, CompDocError, biff.Torn, struct.error, ArithmeticError, AssertionError, AttributeError, LookupError,
    MemoryError, NameError, RuntimeError, TypeError, ValueError,
)  # fmt: skip


def read_xls(content: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read every sheet of an .xls as text, with Excel's own row numbers.

    Hidden rows, columns and sheets are read like the others, and the office is told. Raises `UnreadableFile` for
    damage, for a password, and if xlrd gives fewer rows than the records hold.
    """
    try:
        return _read(_stream(content))
    except biff.Locked as error:
        raise UnreadableFile(
            "Open it in Excel, save a copy without a password, and use the copy.",
            headline="This workbook is protected with a password.",
        ) from error
    except _DAMAGE as error:
        raise UnreadableFile(
            "It may have been cut off on the way: copy or export it again, best as an Excel workbook (.xlsx).",
            headline="This workbook is damaged.",
        ) from error


def _stream(content: bytes) -> bytes:
    """Take the workbook's records out of the container that they are kept in."""
    if not content.startswith(_CONTAINER):
        return content
    container = CompDoc(content, logfile=StringIO())
    for name in _STREAMS:
        _refuse_loops(container, name)
        memory, start, length = container.locate_named_stream(name)
        if memory:
            return bytes(memory[start : start + length])
    raise UnreadableFile(_INSTEAD, headline="This is an Office document of the old kind without any sheet in it.")


def _refuse_loops(container: Any, name: str) -> None:
    """Follow the sectors of a short stream once: the library would follow a loop of them for ever."""
    for node in container.dirlist:
        if node.name == name and 0 <= node.tot_size < container.min_size_std_stream:
            seen = set()
            sector = node.first_SID
            while sector >= 0:
                if sector in seen:
                    raise biff.Torn
                seen.add(sector)
                sector = container.SSAT[sector]


def _read(stream: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    counted = biff.survey(stream)
    if sum(len(one.rows) * one.width for one in counted) > _CELLS_AT_MOST:
        raise UnreadableFile(
            "Copy the rows into a new workbook and use that.", headline="This workbook holds far too many cells."
        )
    book = xlrd.open_workbook(file_contents=stream, logfile=StringIO(), ragged_rows=True)
    sheets = book.sheets()
    read = tuple(_sheet(sheet, one, book.datemode) for sheet, one in zip(sheets, counted, strict=True))
    return read, tuple(_hidden(sheets, counted).notes)


def _hidden(sheets: Sequence[Any], counted: Sequence[biff.Survey]) -> Hidden:
    return Hidden(
        sum(one.hidden_rows for one in counted),
        sum(one.hidden_columns for one in counted),
        any(one.filtered for one in counted),
        tuple(sheet.name for sheet in sheets if sheet.visibility and sheet.nrows),
    )


def _sheet(sheet: Any, counted: biff.Survey, datemode: int) -> Sheet:
    kinds = [sheet.row_types(row).tobytes() for row in range(sheet.nrows)]
    if sum(any(kind) for kind in kinds) < len(counted.rows):
        raise UnreadableFile(_INSTEAD, headline="This workbook could not be read to its end.")
    rows = (_told(kind, sheet.row_values(row), datemode) for row, kind in enumerate(kinds))
    return Sheet(clean(sheet.name), Lines(blocks_of(rows)))


def _told(kinds: bytes, values: list[Any], datemode: int) -> list[Any]:
    """Give a row's cells; what Excel keeps as a number and shows as something else is that instead."""
    if not kinds.translate(None, _AS_THEY_ARE):
        return values
    return [_shown(kind, value, datemode) for kind, value in zip(kinds, values, strict=True)]


def _shown(kind: int, value: Any, datemode: int) -> Any:
    if kind == xlrd.XL_CELL_DATE:
        return _moment(value, datemode)
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(value, "#N/A")
    return bool(value) if kind == xlrd.XL_CELL_BOOLEAN else value


def _moment(serial: float, datemode: int) -> Any:
    """Give the day, the time of day, or the number itself if Excel could not show it as a day either."""
    if serial < 0:
        return serial
    try:
        moment: datetime = xlrd.xldate.xldate_as_datetime(serial, datemode)
    except (OverflowError, ValueError):
        return serial
    return moment.time() if serial < 1 else moment
