"""The documents among the fixtures, opened as uploads, or in this process where many of them are spoilt."""

import zipfile
from io import BytesIO
from pathlib import Path

from adapters.mis.standard import as_sheets
from adapters.tables.book import Book
from roster.columns import understand
from roster.export import Export, Upload
from roster.groups import Problem
from tests.adapters.mis.goldens import told

DOCUMENTS = Path(__file__).parent.parent / "fixtures" / "documents"
CASES = sorted(path for path in DOCUMENTS.iterdir() if path.suffix != ".txt")
Files = dict[str, bytes]


def files_of(case: str) -> Files:
    """The bytes of a fixture's files by name; a fixture is a file, or a folder of those that go into one zip."""
    path = DOCUMENTS / case
    return {one.name: one.read_bytes() for one in (sorted(path.iterdir()) if path.is_dir() else [path])}


def an_upload_of(files: Files) -> Upload:
    """One file as it is, several as a zip of them."""
    if len(files) == 1:
        ((name, content),) = files.items()
        return Upload(name, content)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return Upload("export.zip", out.getvalue())


def opened(files: Files) -> tuple[Export, tuple[Problem, ...]]:
    """Read files as the reading process does, without the process."""
    book = as_sheets(Book(parts=tuple(Upload(name, content) for name, content in files.items())))
    (sheet,) = book.sheets
    export = Export("export", book.format, sheet.title, understand(sheet.rows[0][1]), sheet.rows[1:], recorded=True)
    return export, book.notes


def read_as(files: Files) -> str:
    """Say who is in some files, in words."""
    return told(*opened(files))
