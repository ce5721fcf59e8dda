"""A file of any kind, opened by its content: sheets of text, or the parts of a set, with what was noticed on the way."""

from dataclasses import dataclass

from adapters.tables.delimited import read_text
from adapters.tables.sniff import Kind, kind_of
from roster.errors import RosterError, UnreadableFile
from roster.export import Sheet, Upload
from roster.groups import Problem

_LARGEST = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Book:
    """An opened file: its sheets, the text if it is one, and notes for whoever uploaded it.

    A set of files (a zip of tables or of XML or JSON) and a single XML or JSON document have `parts` and no sheets:
    a standard must make sheets of them. `format` is that standard's name.
    """

    sheets: tuple[Sheet, ...] = ()
    text: str | None = None
    notes: tuple[Problem, ...] = ()
    parts: tuple[Upload, ...] = ()
    format: str = ""


def read_book(upload: Upload) -> Book:
    """Open an upload. Raises `UnreadableFile` with one sentence on what it is and what to do instead."""
    try:
        return _read(upload)
    except RosterError as error:
        error.file = error.file or upload.name
        raise


def _read(upload: Upload) -> Book:
    if not upload.content.strip():
        raise UnreadableFile("Export it again; there should be rows in it.", headline="This file is empty.")
    if len(upload.content) > _LARGEST:
        raise UnreadableFile(
            f"Export only the columns that are needed; the limit is {_LARGEST // 1024 // 1024} MB.",
            headline="This file is too big.",
        )
    kind = kind_of(upload.content)
    if kind is Kind.XLSX:
        from adapters.tables.workbook import read_workbook

        sheets, notes = read_workbook(upload.content)
        return Book(sheets, None, notes)
    if kind is Kind.ARCHIVE:
        from adapters.tables.archive import unpacked

        return Book(parts=unpacked(upload.content))
    if kind in {Kind.XML, Kind.JSON}:
        return Book(parts=(upload,))
    text, sheet = read_text(upload.content)
    return Book((sheet,), text)
