"""What a file is, told by its content and never by its name."""

import re
import zipfile
from enum import Enum
from io import BytesIO

from roster.errors import UnreadableFile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES_AND_SUCH = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"%PDF": "a PDF",
    b"{\\rtf": "a text document (RTF)",
    b"Rar!": "an archive (RAR)",
    b"7z\xbc\xaf": "an archive (7z)",
    b"\x1f\x8b": "an archive (gzip)",
}
# A pasted chat may begin with a bracket ("[14/11/2025, ..."); a document goes on with a name or another bracket.
_JSON = re.compile(rb'\{\s*["}]|\[\s*[{\]]')
_INSTEAD = "Save it as an Excel workbook (.xlsx) or as CSV, and use that."


class Kind(Enum):
    """The kinds of file that can be opened."""

    XLSX = "xlsx"
    ARCHIVE = "archive"
    XML = "xml"
    JSON = "json"
    TEXT = "text"


def kind_of(content: bytes) -> Kind:
    """Tell what the content is. Raises `UnreadableFile` for what cannot be opened, saying what it is."""
    for mark, what in _PICTURES_AND_SUCH.items():
        if content.startswith(mark):
            raise UnreadableFile(_INSTEAD, headline=f"This is {what}, not a spreadsheet, whatever its name says.")
    if content.startswith(_OLE):
        _refuse_ole(content)
    if content.startswith(b"PK"):
        return _kind_of_zip(content)
    head = content[:512].lstrip().lower()
    if (
        head.startswith((b"<!doctype html", b"<html", b"<table"))
        or b"urn:schemas-microsoft-com:office:spreadsheet" in head
    ):
        raise UnreadableFile(_INSTEAD, headline="This is a web page saved under a spreadsheet's name.")
    return _kind_of_document(content) or Kind.TEXT


def _kind_of_document(content: bytes) -> Kind | None:
    """Tell XML and JSON by how they begin, whatever their encoding."""
    head = content[:256].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    start = head.removeprefix(b"\xfe\xff").lstrip()
    if start.startswith(b"<"):
        return Kind.XML
    return Kind.JSON if _JSON.match(start) else None


def _refuse_ole(content: bytes) -> None:
    if _ENCRYPTED in content:
        raise UnreadableFile(
            "Open it in Excel, save a copy without a password, and use the copy.",
            headline="This workbook is protected with a password.",
        )
    raise UnreadableFile(
        "Open it in Excel and save it as an Excel workbook (.xlsx).",
        headline="This is a workbook of the old kind (.xls), which Roster does not read yet.",
    )


def _kind_of_zip(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(
            "It may have been cut off on the way: copy or export it again.", headline="This workbook is damaged."
        ) from error
    if any(name.lower().startswith("xl/") for name in names):
        return Kind.XLSX
    if "content.xml" in names:
        raise UnreadableFile(_INSTEAD, headline="This is an OpenDocument file, which Roster does not read yet.")
    if any(name.startswith("word/") for name in names):
        raise UnreadableFile(_INSTEAD, headline="This is a Word document, not a spreadsheet.")
    return Kind.ARCHIVE
