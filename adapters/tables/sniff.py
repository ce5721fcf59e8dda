"""What a file is, told by its content and never by its name."""

import re
import zipfile
from contextlib import suppress
from enum import Enum
from io import BytesIO

from roster.errors import UnreadableFile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Old workbooks without the container that most are in begin with this record, which says the version.
_OLD_SHEETS = tuple(map(bytes.fromhex, ("09000400", "09020600", "09040600", "09080800", "09081000")))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"%PDF": "a PDF",
}
_HEIC = re.compile(rb".{4}ftyp(?:hei[cfxms]|mif1|msf1|avif)", re.DOTALL)
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_DOCUMENTS = {b"{\\rtf": "a text document (RTF)"}
_PACKED = {
    b"Rar!": "an archive (RAR)",
    b"7z\xbc\xaf": "an archive (7z)",
    b"\x1f\x8b": "an archive (gzip)",
    b"BZh": "an archive (bzip2)",
    b"\xfd7zXZ": "an archive (xz)",
}
# A pasted chat may begin with a bracket ("[14/11/2025, ..."); a document goes on with a name or another bracket.
_JSON = re.compile(rb'\{\s*["}]|\[\s*[{\]]')
_EMPTY_ZIP = 22
_OF_WORKBOOKS = (b"xl/", b"application/vnd.oasis.opendocument.spreadsheet")
_HEAD = 65_536
_MARKS_AND_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\f"
_PROLOGUE = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<![A-Za-z][^>]*>)*", re.DOTALL)
_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)(?=[\s/>])")
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
    what = picture_in(content) or document_in(content)
    if what:
        raise UnreadableFile(_INSTEAD, headline=f"This is {what}, not a spreadsheet, whatever its name says.")
    packed = _told(content, _PACKED)
    if packed:
        raise UnreadableFile(
            "Unpack it and use the file inside.", headline=f"This is {packed}, which Roster does not read."
        )
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if content.startswith(_OLD_SHEETS):
        return Kind.XLS
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    return _kind_of_document(content) or Kind.TEXT


def picture_in(content: bytes) -> str:
    """Say what a picture or a PDF is: "a picture (PNG)"; empty if the content is neither."""
    if _HEIC.match(content):
        return "a picture (HEIC)"
    return "a picture (WebP)" if _WEBP.match(content) else _told(content, _PICTURES)


def document_in(content: bytes) -> str:
    """Say what a text document of an office is: "a Word document"; empty if the content is none."""
    told = _told(content, _DOCUMENTS)
    if told or not content.startswith(_ZIP):
        return told
    with suppress(UnreadableFile):
        return "a Word document" if _is_word(_names(content)) else ""
    return ""


def _told(content: bytes, marks: dict[bytes, str]) -> str:
    return next((what for mark, what in marks.items() if content.startswith(mark)), "")


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
    names = _names(content)
    folded = {name.casefold().replace("\\", "/") for name in names}
    if "xl/workbook.bin" in folded:
        raise UnreadableFile(_INSTEAD, headline="This is a binary workbook (.xlsb), which Roster does not read.")
    if any(name.startswith("xl/") for name in folded):
        return Kind.XLSX
    return Kind.ODS if "content.xml" in names else Kind.ARCHIVE


def _is_word(names: list[str]) -> bool:
    others = ("xl/", "content.xml")
    return any(name.startswith("word/") for name in names) and not any(name.startswith(others) for name in names)


def _names(content: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _damaged(content) from error
    if not names and len(content) > _EMPTY_ZIP:
        raise _damaged(content)
    return names


def _damaged(content: bytes) -> UnreadableFile:
    what = "workbook" if any(mark in content[:_HEAD] for mark in _OF_WORKBOOKS) else "file"
    return UnreadableFile(
        "It may have been cut off on the way: copy or export it again.", headline=f"This {what} is damaged."
    )
