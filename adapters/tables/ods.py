"""OpenDocument spreadsheets (.ods, and flat .fods): the fast reader where it is safe, else the careful one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from adapters.tables import odf_cells, odf_survey
from adapters.tables.columns import blocks_of
from adapters.tables.container import Container
from adapters.tables.hidden import Hidden
from adapters.tables.values import clean
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.groups import Problem
from roster.lines import Lines

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_LOCKED, _LOCKED_WHOLE = b"encryption-data", "encrypted-package"
_CELLS_AT_MOST = 10_000_000
_BOX_AT_MOST = 5_000_000
_SHEETS_AT_MOST = 1_000
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_AGAIN = "Open it in LibreOffice or Excel, save it as an Excel workbook (.xlsx), and use that."
_CUT_OFF = "It may have been cut off on the way: copy or export it again."


@dataclass(frozen=True, slots=True)
class _Read:
    """A sheet, whether it is out of sight, and how many of its rows held anything, be it a blank."""

    sheet: Sheet
    hidden: bool
    rows: int


def read_ods(content: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read every sheet of an OpenDocument spreadsheet as text, with the row numbers that a person sees.

    What is read is held against an independent count of the rows. Hidden rows, columns and sheets are read like the
    others, and the office is told. Raises `UnreadableFile` for damage, a password, absurd sizes and repetitions.
    """
    flat = not content.startswith(b"PK")
    text = content if flat else _unpacked(content)
    _refuse_declarations(text)
    counted = odf_survey.survey(text)
    if len(counted) > _SHEETS_AT_MOST or sum(one.rows * one.width for one in counted) > _CELLS_AT_MOST:
        raise _too_much()
    safe = all(one.last_row * one.width <= _BOX_AT_MOST for one in counted) and not odf_survey.odd(text)
    found = _read_fast(content) if safe and not flat else None
    if found is None or _shorter(found, counted):
        found = _read_carefully(text)
    if _shorter(found, counted):
        raise UnreadableFile(_AGAIN, headline="This spreadsheet could not be read to its end.")
    return tuple(read.sheet for read in found), tuple(_hidden(found, counted).notes)


def _unpacked(content: bytes) -> bytes:
    container = Container(BytesIO(content), "spreadsheet")
    names = set(container)
    if _LOCKED_WHOLE in names or (_MANIFEST in names and _LOCKED in container.read(_MANIFEST)):
        raise UnreadableFile(
            "Open it in LibreOffice, save a copy without a password, and use the copy.",
            headline="This spreadsheet is protected with a password.",
        )
    if _CONTENT not in names:
        raise UnreadableFile(_CUT_OFF, headline="This spreadsheet is damaged.")
    return container.read(_CONTENT)


def _refuse_declarations(text: bytes) -> None:
    # In two bytes a letter (UTF-16) nothing could be counted.
    if b"\0" in text[:64] or _DECLARED.search(text):
        raise UnreadableFile(_AGAIN, headline="This spreadsheet has a part that no spreadsheet has.")


def _too_much() -> UnreadableFile:
    return UnreadableFile(
        "Copy the rows into a new spreadsheet and use that.", headline="This spreadsheet holds far too many cells."
    )


def _read_fast(content: bytes) -> list[_Read] | None:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return [
            _of_cells(book.get_sheet_by_name(one.name), hidden=one.visible is not SheetVisibleEnum.Visible)
            for one in book.sheets_metadata
        ]
    except (CalamineError, ValueError, OSError):
        return None


def _of_cells(sheet: "CalamineSheet", *, hidden: bool) -> _Read:
    rows = sheet.to_python(skip_empty_area=False)
    blank = [""] * max(map(len, rows), default=0)
    return _Read(Sheet(clean(sheet.name), Lines(blocks_of(rows))), hidden, sum(row != blank for row in rows))


def _read_carefully(text: bytes) -> list[_Read]:
    try:
        tables = odf_cells.tables(text, _CELLS_AT_MOST)
    except odf_cells.TooMuch as error:
        raise _too_much() from error
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(_CUT_OFF, headline="This spreadsheet is damaged.") from error
    return [
        _Read(Sheet(clean(one.title), Lines.of(line for line in one.rows if any(line[1]))), one.hidden, len(one.rows))
        for one in tables
    ]


def _shorter(found: Sequence[_Read], counted: Sequence[odf_survey.Survey]) -> bool:
    """Whether a sheet or a row is missing. What is kept of other documents may stand after the sheets."""
    if not found or len(found) > len(counted):
        return True
    return any(read.rows < one.rows for read, one in zip(found, counted, strict=False))


def _hidden(found: Sequence[_Read], counted: Sequence[odf_survey.Survey]) -> Hidden:
    titles = tuple(read.sheet.title for read in found if read.hidden and read.rows)
    return sum((one.hidden for one in counted[: len(found)]), Hidden(sheets=titles))
