"""The files of a set, each read once as what it is: a table under headings, an XML tree, a JSON value."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from adapters.tables.delimited import decoded, read_text
from roster.errors import RosterError, UnreadableExport, UnreadableFile
from roster.export import Sheet, Upload
from roster.headings import squashed
from roster.lines import Lines
from roster.words import listed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TABLES = (".csv", ".tsv", ".txt")
_key = lru_cache(maxsize=1024)(squashed)


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a table under headings: its line number and its cells by squashed heading; "" for what is not there.

    A `longer` one has more cells than there are headings; a `torn` one says something in them, so that nobody knows
    which of `line` belongs under which.
    """

    file: str
    row: int
    cells: dict[str, str]
    line: tuple[str, ...] = ()
    longer: bool = False
    torn: bool = False

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(_key(heading), "")


class Part:
    """One file of a set. What it holds is read when first asked for, and kept."""

    def __init__(self, upload: Upload) -> None:
        self.name = upload.name
        self.content = upload.content

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The first row's cells, as they stand; nothing if this is no table."""
        return next((cells for _, cells in self._rows), ())

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every line under the headings; ragged lines are filled up with blanks, and surplus blanks fall away."""
        names = [squashed(heading) for heading in self.headings]
        width = len(names)
        return tuple(
            Record(
                self.name,
                number,
                dict(zip(names, cells, strict=False)),
                cells,
                longer=len(cells) > width,
                torn=any(cells[width:]),
            )
            for number, cells in self._rows[1:]
        )

    @cached_property
    def json(self) -> Any:
        """The JSON value, its numbers as the texts they are. Raises `UnreadableFile` with the line at which it breaks."""
        try:
            return json.loads(decoded(self.content), parse_int=str, parse_float=str, parse_constant=str)
        except (ValueError, RecursionError) as error:
            raise self._broken("JSON", getattr(error, "lineno", None)) from error

    @cached_property
    def xml(self) -> "Element":
        """The root of the XML tree. Raises `UnreadableFile` for broken XML, and for a document type or entities."""
        from xml.etree.ElementTree import ParseError

        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        try:
            try:
                root: Element = fromstring(self.content, forbid_dtd=True)
            except (ParseError, LookupError):
                # A programme may write one encoding and declare another, or none.
                root = fromstring(decoded(self.content).lstrip(), forbid_dtd=True)
        except ParseError as error:
            raise self._broken("XML", error.position[0]) from error
        except (DefusedXmlException, ValueError, LookupError) as error:
            raise self._broken("XML", None) from error
        return root

    @cached_property
    def root(self) -> str:
        """The name of the XML root element, without its namespace; "" if this is no XML."""
        if not self.content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t").startswith(b"<"):
            return ""
        return self.xml.tag.rpartition("}")[2]

    @property
    def cut_short(self) -> bool:
        """Whether this is a table that ends in the middle of a line."""
        return self._sheet.cut_short

    @cached_property
    def _rows(self) -> Lines:
        return self._sheet.rows

    @cached_property
    def _sheet(self) -> Sheet:
        return read_text(self.content)[1]

    def _broken(self, kind: str, row: int | None) -> RosterError:
        error = UnreadableFile(
            "It may have been cut off on the way: copy or export it again.", headline=f"This is broken {kind}."
        )
        error.file, error.row = self.name, row
        return error


class Parts:
    """A set of files; the case of their names does not matter."""

    def __init__(self, uploads: tuple[Upload, ...]) -> None:
        self._by_name = {upload.name.casefold(): Part(upload) for upload in uploads}

    def __iter__(self) -> Iterator[Part]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def table(self, name: str) -> Part | None:
        """The table that is called so, or so with more about it: "users.csv", "Users.txt", "2026-11-22 users.csv".

        None if there is none. Raises `UnreadableExport` if there are several.
        """
        stems = {part: PurePosixPath(key).stem for key, part in self._by_name.items() if key.endswith(_TABLES)}
        called = [part for part, stem in stems.items() if stem == name] or [
            part for part, stem in stems.items() if name in re.split("[^a-z]+", stem)
        ]
        if len(called) > 1:
            raise UnreadableExport(
                f"Give only one of them. Right now there are {listed([part.name for part in called])}.",
                headline=f"This set has several files that could be {name}.csv.",
            )
        return called[0] if called else None

    def records(self, name: str) -> tuple[Record, ...]:
        """The lines of a table of the set; none if it is not there."""
        part = self.table(name)
        return part.records if part else ()

    def headings(self, name: str) -> frozenset[str]:
        """The squashed headings of a table of the set; none if it is not there."""
        part = self.table(name)
        return frozenset(map(squashed, part.headings)) if part else frozenset()
