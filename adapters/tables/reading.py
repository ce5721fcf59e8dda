"""A file of any kind, opened by its content."""

from collections.abc import Callable
from functools import partial

from adapters.tables.book import Book
from adapters.tables.delimited import read_text
from adapters.tables.encoding import is_ambiguous
from adapters.tables.sniff import Kind, kind_of
from roster.errors import RosterError, UnreadableFile
from roster.export import Sheet, Upload
from roster.groups import Problem

Reader = Callable[[bytes], tuple[tuple[Sheet, ...], tuple[Problem, ...]]]

_LARGEST = 256 * 1024 * 1024
_AMBIGUOUS = (Problem("file", "This text was read as Windows-1252; check that names with accents look right."),)
_WITHOUT_SHEETS = frozenset({Kind.ARCHIVE, Kind.XML, Kind.JSON})


def read_book(upload: Upload, *, hurry: bool = False) -> Book:
    """Open an upload. Raises `UnreadableFile` with one sentence on what it is and what to do instead.

    A `hurry` gets a large workbook sooner, at the risk that a hostile one ends this process.
    """
    try:
        return _read(upload, hurry=hurry)
    except RosterError as error:
        error.file = error.file or upload.name
        raise


def _read(upload: Upload, *, hurry: bool) -> Book:
    if not upload.content.strip():
        raise UnreadableFile("Export it again; there should be rows in it.", headline="This file is empty.")
    if len(upload.content) > _LARGEST:
        raise UnreadableFile(
            f"Export only the columns that are needed; the limit is {_LARGEST // 1024 // 1024} MB.",
            headline="This file is too big.",
        )
    kind = kind_of(upload.content)
    if kind in _WITHOUT_SHEETS:
        return Book(parts=_parts(kind, upload))
    if kind is Kind.TEXT:
        text, sheet = read_text(upload.content)
        return Book((sheet,), text, _AMBIGUOUS if is_ambiguous(upload.content) else ())
    sheets, notes = _reader(kind, hurry=hurry)(upload.content)
    return Book(sheets, None, notes)


def _parts(kind: Kind, upload: Upload) -> tuple[Upload, ...]:
    if kind is not Kind.ARCHIVE:
        return (upload,)
    from adapters.tables.archive import unpacked

    return unpacked(upload.content)


def _reader(kind: Kind, *, hurry: bool) -> Reader:
    """Find who reads a kind of spreadsheet; no other reader's library is loaded."""
    if kind is Kind.XLS:
        from adapters.tables.xls import read_xls as read
    elif kind is Kind.ODS:
        from adapters.tables.ods import read_ods as read
    elif kind is Kind.HTML:
        from adapters.tables.html_tables import read_html as read
    elif kind is Kind.SPREADSHEETML:
        from adapters.tables.spreadsheetml import read_spreadsheetml as read
    else:
        from adapters.tables.workbook import read_workbook

        read = partial(read_workbook, hurry=hurry)
    return read
