"""The slow and exact count of a sheet's rows, by an XML parser, for when the quick one and a reader differ."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from adapters.tables.census import column_number
from roster.errors import UnreadableFile

_REFERENCE = re.compile(r"([A-Za-z]+)(\d+)")
_BLANK_ESCAPE = re.compile(r"_x00(?:[01][0-9A-F]|20|A0)_")
_OF_A_VALUE = frozenset({"v", "t"})


@dataclass(slots=True)
class Recount:
    """`rows` are the numbers of the rows that hold a value. `ambiguous`: a row, or a cell, is there twice."""

    rows: set[int] = field(default_factory=set)
    ambiguous: bool = False


def recount(chunks: Iterable[bytes], blank_strings: frozenset[int]) -> Recount:
    """Count a sheet. Raises `UnreadableFile` if it is no XML."""
    reading = _Reading(blank_strings)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableFile(
            "It may have been cut off on the way: copy or export it again.", headline="This workbook is damaged."
        ) from error
    return reading.found


class _Reading:
    """Where the parser is: which row, which cell, and what has been seen of its value."""

    def __init__(self, blank_strings: frozenset[int]) -> None:
        self.found = Recount()
        self._blank_strings = blank_strings
        self._begun: set[int] = set()
        self._row = self._column = 0
        self._columns: set[int] = set()
        self._shared = self._listening = False
        self._phonetic = 0
        self._value: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self._start_row(attributes)
        elif local == "c":
            self._start_cell(attributes)
        elif local == "rPh":
            self._phonetic += 1
        self._listening = local in _OF_A_VALUE and not self._phonetic

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        self._listening = False
        if local == "rPh":
            self._phonetic -= 1
        elif local == "c" and self._speaks():
            self.found.rows.add(self._row)
            self.found.ambiguous |= self._column in self._columns
            self._columns.add(self._column)

    def text(self, text: str) -> None:
        if self._listening:
            self._value.append(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self.found.ambiguous |= self._row in self._begun
        self._begun.add(self._row)
        self._column = 0
        self._columns = set()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = column_number(place[1].upper().encode()) if place else self._column + 1
        self.found.ambiguous |= bool(place) and place is not None and int(place[2]) != self._row
        self._shared = attributes.get("t") == "s"
        self._value = []

    def _speaks(self) -> bool:
        value = "".join(self._value)
        if self._shared and value.strip().isdecimal():
            return int(value) not in self._blank_strings
        return bool(_BLANK_ESCAPE.sub("", value).strip())
