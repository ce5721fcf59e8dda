"""A look at a workbook's container before any reader is trusted with it."""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from roster.errors import UnreadableFile

_PARTS_AT_MOST = 2_000
_UNPACKED_AT_MOST = 768 * 1024 * 1024
_RATIO_AT_MOST = 200
_RATIO_COUNTS_FROM = 1024 * 1024
_BOX_AT_MOST = 5_000_000
_CHUNK = 1 << 20
_OVERLAP = 64
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_BEYOND_Z = re.compile(rb' r="([A-Z]{2,8})\d')
_NUMBERED = re.compile(rb'\br="(\d+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_ERROR = re.compile(rb'<(?:\w+:)?c [^>]*?\bt="e"')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col [^>]*?\bhidden="(?:1|true)"')
_DAMAGED = "It may have been cut off on the way: copy or export it again."


@dataclass
class Findings:
    """What stands in the sheets' own text, counted without a spreadsheet library."""

    rows: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    errors: int = 0
    widest: int = 26
    last_row: int = 0
    per_sheet: dict[str, int] = field(default_factory=dict)

    @property
    def odd(self) -> bool:
        """Whether the fast reader would lose something: error cells, or a few cells spread over a huge box."""
        return bool(self.errors) or self.last_row * self.widest > _BOX_AT_MOST


def look_inside(content: bytes) -> Findings:
    """Unpack every part once, counting, so that check sums are proved and bombs stop early.

    Raises `UnreadableFile` for damage, for a document type declaration or an entity in any part, for absurd sizes,
    and for two parts of one name.
    """
    found = Findings()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _refuse_odd_parts(archive)
            total = 0
            for part in archive.infolist():
                total += _read_part(archive, part, found, total)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise UnreadableFile(_DAMAGED, headline="This workbook is damaged.") from error
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise UnreadableFile(_DAMAGED, headline="This workbook is damaged.") from error
        raise
    return found


def _refuse_odd_parts(archive: zipfile.ZipFile) -> None:
    names = [part.filename.casefold() for part in archive.infolist()]
    if len(names) > _PARTS_AT_MOST or len(set(names)) != len(names):
        raise UnreadableFile(
            "Open it in Excel and save it again.", headline="This workbook is not put together as Excel does."
        )


def _read_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, found: Findings, before: int) -> int:
    size = rows = 0
    xml = part.filename.casefold().endswith((".xml", ".rels"))
    sheet = _SHEET.fullmatch(part.filename)
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            _refuse_bombs(size, before, part)
            window = tail + chunk
            # In two bytes a letter (UTF-16) the readers find nothing, without a word of complaint.
            if xml and (b"<!DOCTYPE" in window or b"<!ENTITY" in window or b"\0" in chunk[:4]):
                raise UnreadableFile(
                    "Open it in Excel and save it again.", headline="This workbook has a part no workbook has."
                )
            if sheet:
                # What begins in the last few bytes is counted with the next chunk.
                cut = window.rfind(b"<") if len(chunk) == _CHUNK else len(window)
                rows += _count(window[:cut], found)
                tail = window[cut:]
            else:
                tail = chunk[-_OVERLAP:]
    if sheet:
        found.per_sheet[part.filename] = rows
        found.rows += rows
    return size


def _refuse_bombs(size: int, before: int, part: zipfile.ZipInfo) -> None:
    bloated = size > _RATIO_COUNTS_FROM and size > _RATIO_AT_MOST * max(part.compress_size, 1)
    if bloated or size + before > _UNPACKED_AT_MOST:
        raise UnreadableFile(
            "Copy the rows into a new workbook and use that.", headline="This workbook unpacks to an absurd size."
        )


def _count(text: bytes, found: Findings) -> int:
    rows = _ROW.findall(text)
    found.hidden_rows += sum(bool(_HIDDEN.search(attributes)) for attributes in rows if b"hidden" in attributes)
    found.errors += len(_ERROR.findall(text)) if b't="e"' in text else 0
    found.hidden_columns += len(_HIDDEN_COLUMN.findall(text)) if b"hidden" in text else 0
    for letters in set(_BEYOND_Z.findall(text)):
        found.widest = max(found.widest, _column_number(letters))
    last = next((int(number[1]) for row in reversed(rows) if (number := _NUMBERED.search(row))), 0)
    found.last_row = max(found.last_row, last)
    return len(rows)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
