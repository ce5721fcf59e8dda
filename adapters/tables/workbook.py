"""Excel workbooks: the fast reader where it is safe, the careful one where it would lose something."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from adapters.tables.preflight import Findings, look_inside
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.groups import Problem
from roster.lines import Lines
from roster.words import counted

_ROWS_AT_MOST = 400_000
_READ_SHORT = "Open it in Excel, save it again as an Excel workbook (.xlsx), and use that."


def read_workbook(content: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read the visible sheets of an xlsx or xlsm, as text, with Excel's own row numbers.

    What the readers give is held against an independent count of the rows; a workbook read short is refused.
    Hidden rows and columns are read like the others, and the office is told.
    """
    found = look_inside(content)
    sheets = None if found.odd else _read_fast(content)
    if sheets is None or _shorter(sheets, found):
        sheets = _read_carefully(content)
    if not sheets or _shorter(sheets, found):
        raise UnreadableFile(_READ_SHORT, headline="This workbook could not be read to its end.")
    return tuple(sheets), tuple(_notes(found))


def as_text(value: Any) -> str:
    """Give a cell as text: whole numbers without a point, dates as ISO 8601, truth as TRUE or FALSE."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e17:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _read_fast(content: bytes) -> list[Sheet] | None:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
        return [_sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in visible]
    except (CalamineError, ValueError, OSError):
        return None


def _read_carefully(content: bytes) -> list[Sheet]:
    import warnings

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        # The library warns of every ornament it does not know; the office asked for none of that.
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
            sheets = []
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    # A sheet may lie about its own size; without this its rows are dropped in silence.
                    sheet.reset_dimensions()
                    sheets.append(_sheet(sheet.title, sheet.iter_rows(values_only=True, max_row=_ROWS_AT_MOST)))
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError, IndexError,
            zipfile.BadZipFile) as error:  # fmt: skip
        raise UnreadableFile(_READ_SHORT, headline="This workbook is damaged.") from error
    return sheets


def _sheet(title: str, rows: Iterable[Sequence[Any]]) -> Sheet:
    lines = ((number, tuple(map(as_text, row))) for number, row in enumerate(rows, start=1))
    return Sheet(title, Lines.of((number, cells) for number, cells in lines if any(cells)))


def _shorter(sheets: Sequence[Sheet], found: Findings) -> bool:
    """Whether less was read than stands in the file; rows may be empty, so only far fewer, or none, is too few."""
    read = max((sheet.rows[-1][0] for sheet in sheets if sheet.rows), default=0)
    return found.rows > 0 and read == 0 and found.last_row > 0


def _notes(found: Findings) -> Iterable[Problem]:
    if found.hidden_rows:
        yield Problem(
            "file", f"{counted(found.hidden_rows, 'row')} of this workbook are hidden; they were read like the others."
        )
    if found.hidden_columns:
        yield Problem(
            "file",
            f"{counted(found.hidden_columns, 'column')} of this workbook are hidden; they were read like the others.",
        )
