"""The files of a set, each read once as what it is: a table under headings, an XML tree, a JSON value."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from adapters.tables.delimited import decoded, read_text
from roster.errors import RosterError, UnreadableFile
from roster.export import Upload
from roster.headings import squashed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a table under headings: its line number and its cells by squashed heading; "" for what is not there."""

    file: str
    row: int
    cells: dict[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(squashed(heading), "")


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
        """Every line under the headings; ragged lines are filled up with blanks, and surplus cells fall away."""
        names = [squashed(heading) for heading in self.headings]
        return tuple(
            Record(self.name, number, dict(zip(names, cells, strict=False))) for number, cells in self._rows[1:]
        )

    @cached_property
    def json(self) -> Any:
        """The JSON value. Raises `UnreadableFile` with the line at which it breaks off."""
        try:
            return json.loads(decoded(self.content))
        except (ValueError, RecursionError) as error:
            raise self._broken("JSON", getattr(error, "lineno", None)) from error

    @cached_property
    def xml(self) -> "Element":
        """The root of the XML tree. Raises `UnreadableFile` for broken XML, and for a document type or entities."""
        from xml.etree.ElementTree import ParseError

        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        try:
            root: Element = fromstring(self.content, forbid_dtd=True)
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

    @cached_property
    def _rows(self) -> Any:
        return read_text(self.content)[1].rows

    def _broken(self, kind: str, row: int | None) -> RosterError:
        error = UnreadableFile(
            "It may have been cut off on the way: copy or export it again.", headline=f"This is broken {kind}."
        )
        error.file, error.row = self.name, row
        return error


class Parts:
    """A set of files by name; case and a folder before the name do not matter."""

    def __init__(self, uploads: tuple[Upload, ...]) -> None:
        self._by_name = {upload.name.casefold(): Part(upload) for upload in uploads}

    def __iter__(self) -> Iterator[Part]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._by_name

    def __getitem__(self, name: str) -> Part:
        return self._by_name[name.casefold()]

    def records(self, name: str) -> tuple[Record, ...]:
        """The lines of a table of the set; none if it is not there."""
        return self[name].records if name in self else ()

    def headings(self, name: str) -> frozenset[str]:
        """The squashed headings of a table of the set; none if it is not there."""
        return frozenset(map(squashed, self[name].headings)) if name in self else frozenset()
