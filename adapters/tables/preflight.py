"""A look at a workbook's container and at all its XML before any reader is trusted with it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from adapters.tables.census import Census, prefix_of, take
from adapters.tables.container import Container
from adapters.tables.mending import STRICT, first_uncalculated, mended
from adapters.tables.strings import SharedStrings, look_at_strings
from adapters.tables.tabs import Tab, tabs_of
from roster.errors import UnreadableFile

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_OVERLAP = 9
_HEAD = 4096
_STRINGS = re.compile(rb"<(?:[\w.-]+:)?sst\b")
_SHEETS_END = (".xml", ".rels")
_SAVE_AGAIN = "Open it in Excel, save it again as an Excel workbook (.xlsx), and use that."


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found: the worksheets, what stands in each, and a copy of the workbook that a reader may have."""

    tabs: tuple[Tab, ...]
    census: dict[str, Census]
    uncalculated: dict[str, tuple[int, str]]
    blank_strings: frozenset[int]
    readable: BytesIO
    mended: bool = False


def look_inside(content: bytes) -> Findings:
    """Unpack every part once, to its end, counting: check sums are proved, and bombs stop early.

    Raises `UnreadableFile` for damage, for a document type or entities in any part, for absurd sizes and places.
    """
    container = Container(BytesIO(content), "workbook")
    census: dict[str, Census] = {}
    strings: dict[str, SharedStrings] = {}
    strict = False
    for name in sorted(container, key=lambda name: "sharedstrings" not in name.casefold()):
        head, chunks = _begun(_checked(name, container.chunks(name)))
        strict |= STRICT in head
        if _STRINGS.search(head):
            strings[name] = look_at_strings(chunks)
        elif prefix_of(head) is not None:
            census[name] = take(chunks, _blank(strings))
        else:
            for _ in chunks:
                pass
    cells = {name for name, found in census.items() if found.needs_mending}
    claims = {name for name, found in strings.items() if found.lying}
    readable = mended(container, cells=cells, claims=claims, strict=strict) if cells or claims or strict else None
    return Findings(
        tabs_of(container),
        census,
        {name: first_uncalculated(container, name) for name in cells},
        _blank(strings),
        readable or BytesIO(content),
        readable is not None,
    )


def _blank(strings: dict[str, SharedStrings]) -> frozenset[int]:
    return frozenset().union(*(found.blank for found in strings.values()))


def _begun(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Look at the beginning of a stream, and give it back whole."""
    first = next(chunks, b"")

    def whole() -> Iterator[bytes]:
        yield first
        yield from chunks

    return first[:_HEAD], whole()


def _checked(name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Let a part through unless it is XML that could do harm, or that the readers would take for nothing."""
    before = b""
    xml = name.casefold().endswith(_SHEETS_END)
    for number, chunk in enumerate(chunks):
        xml |= number == 0 and chunk.lstrip().startswith(b"<")
        # In two bytes a letter (UTF-16) the readers find nothing, without a word of complaint.
        wide = number == 0 and b"\0" in chunk[:4]
        declares = (b"!" in chunk or b"!" in before) and _DECLARATION.search(before + chunk) is not None
        if xml and (wide or declares):
            raise UnreadableFile(_SAVE_AGAIN, headline="This workbook has a part no workbook has.")
        before = chunk[-_OVERLAP:]
        yield chunk
