"""Delimited text in whatever encoding and with whatever delimiter the office's computer wrote."""

import codecs
import csv
from collections import Counter
from io import StringIO
from itertools import islice

from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.lines import Lines

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 60
_LACKING = 1
_LONGEST_CELL = 131_072
_TELLING_SHARE = 0.3


def read_text(content: bytes) -> tuple[str, Sheet]:
    """Decode text and read it as a table. Raises `UnreadableFile` if it is no text at all."""
    text = decoded(content)
    try:
        return text, _sheet(text)
    except csv.Error as error:
        raise UnreadableFile(
            f"A line is longer than {_LONGEST_CELL:,} characters; export it again as an Excel workbook (.xlsx) or as CSV.",
            headline="This file cannot be read as a table.",
        ) from error


def decoded(content: bytes) -> str:
    """Decode by byte-order mark, else as UTF-8, else as Windows-1252, which is what Excel writes in Britain."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(content, "utf-16")
    if _looks_like_utf16(content):
        return _strictly(content, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    if b"\0" in content:
        raise UnreadableFile(
            "Export it again as an Excel workbook (.xlsx) or as CSV.",
            headline="This is neither a spreadsheet nor text.",
        )
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            "It may have been cut off on the way: copy or export it again.", headline="This text file is damaged."
        ) from error


def _looks_like_utf16(content: bytes) -> bool:
    sample = content[:400]
    return len(sample) > 3 and sample.count(0) > _TELLING_SHARE * len(sample)


def _sheet(text: str) -> Sheet:
    delimiter = _delimiter(text)
    rows = _parsed(text, delimiter)
    stripped = tuple((number, tuple(cell.strip() for cell in row)) for number, row in enumerate(rows, start=1))
    kept = Lines.of((number, cells) for number, cells in stripped if any(cells))
    return Sheet("", kept, delimited=True, cut_short=_cut_short(text, kept))


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    """Read the rows. A quotation mark that is never closed swallows those after it: then each line is read by itself."""
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return _line_by_line(text, delimiter)
    usual = _usual_width(rows)
    swallowed = any(
        ("\n" in cell or "\r" in cell) and cell.count(delimiter) >= max(usual - 2, 2) for row in rows for cell in row
    )
    return _line_by_line(text, delimiter) if swallowed else rows


def _line_by_line(text: str, delimiter: str) -> list[list[str]]:
    return [_of_one_line(line, delimiter) for line in StringIO(text, newline=None)]


def _of_one_line(line: str, delimiter: str) -> list[str]:
    if line.count('"') % 2:
        return [cell.strip().strip('"') for cell in line.split(delimiter)]
    return next(csv.reader([line], delimiter=delimiter), [])


def _delimiter(text: str) -> str:
    """Choose the delimiter that cuts a sample's lines into the most cells, counting only lines of about the usual width.

    A line may lack its last cell. Names written "Bello, Ola" have a comma on every line too, but only one.
    """
    sample = list(islice(StringIO(text, newline=None), _SAMPLE))

    def score(delimiter: str) -> int:
        widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if len(row) > 1)
        usual = max(widths, key=lambda width: (widths[width], width), default=1)
        return (usual - 1) * sum(lines for width, lines in widths.items() if usual - _LACKING <= width <= usual)

    return max(_DELIMITERS, key=score)


def _cut_short(text: str, rows: Lines) -> bool:
    if text.endswith(("\n", "\r")) or len(rows) < 3:
        return False
    return len(rows[-1][1]) < _usual_width([cells for _, cells in rows])


def _usual_width(rows: list[list[str]] | list[tuple[str, ...]]) -> int:
    widths = Counter(len(row) for row in rows if row)
    return widths.most_common(1)[0][0] if widths else 0
