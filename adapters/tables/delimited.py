"""Delimited text with whatever delimiter and line ends the office's computer wrote.

Text without a quotation mark, which is most of it, is cut into columns a block at a time. The rest goes through the
csv module. Either way every line is accounted for.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count

from adapters.tables.columns import block_of, blocks_of, runs
from adapters.tables.encoding import decoded
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.lines import ROWS_OF_A_BLOCK, Block, Lines

__all__ = ["decoded", "read_text"]

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 60
_SAMPLE_CHARACTERS = 1 << 17
_LACKING = 1
_LONGEST_CELL = 131_072
_DECLARED = re.compile(r'"?sep=([,;|\t])"?')


def read_text(content: bytes) -> tuple[str, Sheet]:
    """Decode text and read it as a table. Raises `UnreadableFile` if it is no text at all, or not read to its end."""
    text = decoded(content)
    try:
        return text, _sheet(text)
    except csv.Error as error:
        raise UnreadableFile(
            f"A line is longer than {_LONGEST_CELL:,} characters; export it again as an Excel workbook (.xlsx) or as CSV.",
            headline="This file cannot be read as a table.",
        ) from error


def _sheet(text: str) -> Sheet:
    lines = _lines(text)
    declared = _DECLARED.fullmatch(lines[0]) if lines else None
    if declared:
        # Excel's own first line; it is no row, and the rows keep their numbers.
        lines[0] = ""
    delimiter = declared[1] if declared else _delimiter(lines)
    blocks = tuple(_blocks(lines, delimiter, quoted='"' in text))
    rows = Lines(blocks)
    return Sheet("", rows, delimited=True, cut_short=_cut_short(text, rows))


def _lines(text: str) -> list[str]:
    """Cut at every kind of line end; nothing else that some call a line end is one."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\r" in text:
        text = text.replace("\r", "\n")
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def _blocks(lines: list[str], delimiter: str, *, quoted: bool) -> Iterable[Block]:
    if quoted or max(map(len, lines), default=0) > _LONGEST_CELL:
        return _quoted(lines, delimiter)
    return _plain(lines, delimiter)


def _plain(lines: list[str], delimiter: str) -> Iterator[Block]:
    """Cut lines without quotation marks; short ones are filled up first, so that each column is one slice."""
    for start in range(0, len(lines), ROWS_OF_A_BLOCK):
        batch = lines[start : start + ROWS_OF_A_BLOCK]
        if not any(batch):
            continue
        delimiters = [line.count(delimiter) for line in batch]
        for run in runs(len(batch), max(delimiters) + 1):
            yield _plain_block(range(start + 1, start + 1 + len(batch))[run], batch[run], delimiters[run], delimiter)


def _plain_block(numbers: range, lines: list[str], delimiters: list[int], delimiter: str) -> Block:
    most = max(delimiters)
    widths = None if min(delimiters) == most else [number + 1 for number in delimiters]
    if widths:
        lines = [line + delimiter * (most - number) for line, number in zip(lines, delimiters, strict=True)]
    cells = delimiter.join(lines).split(delimiter)
    return block_of(numbers, [cells[at :: most + 1] for at in range(most + 1)], widths)


def _quoted(lines: list[str], delimiter: str) -> Sequence[Block]:
    """Read lines with quotation marks. One that is never closed swallows those after it: then each is read by itself."""
    try:
        return _one_line_each(lines, delimiter) or _of_several_lines(lines, delimiter)
    except csv.Error:
        return _line_by_line(lines, delimiter)


def _one_line_each(lines: list[str], delimiter: str) -> list[Block] | None:
    """Read rows that are a line each; None if they are not."""
    if any(line.count('"') % 2 for line in lines):
        return None
    numbers = count()
    rows = csv.reader(lines, delimiter=delimiter)
    blocks = list(blocks_of(row for row, _ in zip(rows, numbers, strict=False)))
    return blocks if next(numbers) == len(lines) else None


def _of_several_lines(lines: list[str], delimiter: str) -> list[Block]:
    reading = _Reading(lines, delimiter)
    blocks = list(blocks_of(reading.rows()))
    never_closed = reading.accounted > len(lines)
    if never_closed or reading.swallowed >= max(_usual_width(blocks) - 2, 2):
        return _line_by_line(lines, delimiter)
    if reading.accounted < len(lines):
        raise UnreadableFile(
            "Export it again, best as an Excel workbook (.xlsx).", headline="This text could not be read to its end."
        )
    return blocks


class _Reading:
    """A text under the csv module: how many lines its rows account for, and what a cell of several lines may hide."""

    def __init__(self, lines: list[str], delimiter: str) -> None:
        self.accounted = 0
        self.swallowed = 0
        self._delimiter = delimiter
        self._reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)

    def rows(self) -> Iterator[list[str]]:
        before = 0
        for row in self._reader:
            if self._reader.line_num > before + 1:
                self._look_at(row)
            before = self._reader.line_num
            self.accounted += 1
            yield row

    def _look_at(self, row: list[str]) -> None:
        for cell in row:
            if "\n" in cell:
                self.accounted += cell.count("\n")
                self.swallowed = max(self.swallowed, cell.count(self._delimiter))


def _line_by_line(lines: list[str], delimiter: str) -> list[Block]:
    return list(blocks_of(_of_one_line(line, delimiter) for line in lines))


def _of_one_line(line: str, delimiter: str) -> list[str]:
    if line.count('"') % 2:
        return [cell.strip().strip('"') for cell in line.split(delimiter)]
    return next(csv.reader([line], delimiter=delimiter), [])


def _delimiter(lines: list[str]) -> str:
    """Choose the delimiter that cuts a sample's lines into the most cells, counting only lines of about the usual width.

    A line may lack its last cell. Names written "Bello, Ola" have a comma on every line too, but only one.
    """
    sample = [line[:_SAMPLE_CHARACTERS] for line in lines[:_SAMPLE]]

    def score(delimiter: str) -> int:
        widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if len(row) > 1)
        usual = max(widths, key=lambda width: (widths[width], width), default=1)
        return (usual - 1) * sum(lines for width, lines in widths.items() if usual - _LACKING <= width <= usual)

    return max(_DELIMITERS, key=score)


def _cut_short(text: str, rows: Lines) -> bool:
    if text.endswith(("\n", "\r")) or len(rows) < 3:
        return False
    return len(rows[-1][1]) < _usual_width(rows.blocks)


def _usual_width(blocks: Iterable[Block]) -> int:
    widths = Counter(chain.from_iterable(block.widths or [len(block.columns)] * len(block) for block in blocks))
    return widths.most_common(1)[0][0] if widths else 0
