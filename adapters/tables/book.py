"""A file of any kind, opened by its content: sheets of text, with what was noticed on the way."""

from dataclasses import dataclass

from adapters.tables.delimited import read_text
from adapters.tables.sniff import Kind, kind_of
from adapters.tables.workbook import read_workbook
from roster.errors import RosterError, UnreadableFile
from roster.export import Sheet, Upload
from roster.groups import Problem

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Book:
    """An opened file: its sheets, the text if it is one, and notes for whoever uploaded it."""

    sheets: tuple[Sheet, ...]
    text: str | None = None
    notes: tuple[Problem, ...] = ()


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
    if kind_of(upload.content) is Kind.XLSX:
        sheets, notes = read_workbook(upload.content)
        return Book(sheets, None, notes)
    text, sheet = read_text(upload.content)
    return Book((sheet,), text)
