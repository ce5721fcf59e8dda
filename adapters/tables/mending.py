"""A workbook's sheets put right in memory, where a reader would lose something: it never sees the original.

An error (#N/A) becomes text. A formula whose result was not saved becomes an error's text, for a blank would look like
"no telephone". Strict Open XML, which readers take for a workbook without sheets, becomes the usual kind.
"""

import re
import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO

from adapters.tables.census import Patterns, has_errors, patterns, prefix_of, uncalculated, windows
from adapters.tables.container import Container
from adapters.tables.strings import CLAIMS

UNCALCULATED = b"#CALC!"
STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_READ = (".xml", ".rels")
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]+\d+)["']""")


def mended(container: Container, *, cells: Collection[str], claims: Collection[str], strict: bool) -> BytesIO:
    """Write the workbook's XML anew.

    `cells` are the sheets with errors or formulas without a result, `claims` the shared strings that lie about their
    number.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as anew:
        for name in container:
            if name.casefold().endswith(_READ) or name in cells:
                with anew.open(name, "w") as part:
                    for window in _windows(container, name, cells=name in cells, claims=name in claims):
                        part.write(_STRICT.sub(_USUAL, window) if strict else window)
    out.seek(0)
    return out


def first_uncalculated(container: Container, sheet: str) -> tuple[int, str]:
    """Count a sheet's formulas whose result was not saved, and say where the first is ("D2")."""
    count = 0
    first = ""
    for known, window in _known_windows(container, sheet):
        found = [cell[2] for cell in uncalculated(known, window)]
        place = _REFERENCE.search(found[0]) if found and not count else None
        first = place[1].decode() if place else first
        count += len(found)
    return count, first


def _windows(container: Container, name: str, *, cells: bool, claims: bool) -> Iterator[bytes]:
    if cells:
        return (_with_text(known, window) for known, window in _known_windows(container, name))
    if claims:
        return (CLAIMS.sub(rb"\1", CLAIMS.sub(rb"\1", window)) for window in windows(container.chunks(name), b"si"))
    return container.chunks(name)


def _known_windows(container: Container, sheet: str) -> Iterator[tuple[Patterns, bytes]]:
    known: Patterns | None = None
    for window in windows(container.chunks(sheet), b"row"):
        known = known or patterns(prefix_of(window) or b"")
        yield known, window


def _with_text(known: Patterns, window: bytes) -> bytes:
    """Make text of every cell that a reader would take for blank though it is not."""
    if has_errors(known, window):
        window = known.error_cell.sub(rb"\1str", window)
    if known.formula.search(window):
        missing = {cell.start(): cell for cell in uncalculated(known, window)}
        window = known.formula_cell.sub(lambda cell: _said(cell) if cell.start() in missing else cell[0], window)
    return window


def _said(cell: re.Match[bytes]) -> bytes:
    place = _REFERENCE.search(cell[2])
    prefix = cell[1].removeprefix(b"<").removesuffix(b"c")
    reference = place[0] if place else b""
    return b'<%bc%b t="str"><%bv>%b</%bv></%bc>' % (prefix, reference, prefix, UNCALCULATED, prefix, prefix)
