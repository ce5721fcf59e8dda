"""What a file is, told by its content and never by its name."""

import re
import zipfile
from enum import Enum
from io import BytesIO

from roster.errors import UnreadableFile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Old workbooks without the container that most are in begin with this record, which says the version.
_OLD_SHEETS = tuple(map(bytes.fromhex, ("09000400", "09020600", "09040600", "09080800", "09081000")))
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
    b"BZh": "an archive (bzip2)",
    b"\xfd7zXZ": "an archive (xz)",
}
# A pasted chat may begin with a bracket ("[14/11/2025, ..."); a document goes on with a name or another bracket.
_JSON = re.compile(rb'\{\s*["}]|\[\s*[{\]]')
_EMPTY_ZIP = 22
_HEAD = 65_536
_MARKS_AND_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\f"
_PROLOGUE = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<![A-Za-z][^>]*>)*", re.DOTALL)
_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_HTML_ROOTS = frozenset({b"html", b"head", b"body", b"table", b"meta", b"style", b"title", b"div", b"tr", b"center"})
_HTML_MARKS = (b"<!doctype html", b"<table ", b"<table>")
_INSTEAD = "Save it as an Excel workbook (.xlsx) or as CSV, and use that."


class Kind(Enum):
    """The kinds of file that can be opened."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    SPREADSHEETML = "spreadsheetml"
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
        return _kind_of_ole(content)
    if content.startswith(_OLD_SHEETS):
        return Kind.XLS
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    return _kind_of_document(content) or Kind.TEXT


def _kind_of_document(content: bytes) -> Kind | None:
    """Tell HTML, XML and JSON by how they begin, whatever their encoding."""
    head = content[:_HEAD].replace(b"\0", b"").lstrip(_MARKS_AND_BLANKS)
    if _JSON.match(head):
        return Kind.JSON
    start = _PROLOGUE.match(head)
    root = _ROOT.match(head, start.end() if start else 0)
    if root is None:
        return None
    name = root[1].lower()
    if name == b"workbook" and b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return Kind.SPREADSHEETML
    declared = head.startswith(b"<?xml")
    if name in _HTML_ROOTS or (not declared and any(mark in head.lower() for mark in _HTML_MARKS)):
        return Kind.HTML
    # A pasted "<Ola> ..." is no document: that says so at its beginning, or at least closes its last element.
    return Kind.XML if declared or content.rstrip(b"\0 \t\r\n").endswith(b">") else None


def _kind_of_ole(content: bytes) -> Kind:
    if _ENCRYPTED in content:
        raise UnreadableFile(
            "Open it in Excel, save a copy without a password, and use the copy.",
            headline="This workbook is protected with a password.",
        )
    return Kind.XLS


def _kind_of_zip(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _damaged() from error
    if not names and len(content) > _EMPTY_ZIP:
        raise _damaged()
    folded = {name.casefold().replace("\\", "/") for name in names}
    if "xl/workbook.bin" in folded:
        raise UnreadableFile(_INSTEAD, headline="This is a binary workbook (.xlsb), which Roster does not read.")
    if any(name.startswith("xl/") for name in folded):
        return Kind.XLSX
    if "content.xml" in names:
        return Kind.ODS
    if any(name.startswith("word/") for name in names):
        raise UnreadableFile(_INSTEAD, headline="This is a Word document, not a spreadsheet.")
    return Kind.ARCHIVE


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "It may have been cut off on the way: copy or export it again.", headline="This workbook is damaged."
    )
