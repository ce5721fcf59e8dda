"""Which sheets a workbook says it has: their titles, whether they are hidden, and where in the zip they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from adapters.tables.container import Container
from roster.errors import UnreadableFile

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_USUAL_PLACE = "xl/workbook.xml"
_HIDDEN = frozenset({"hidden", "veryHidden"})


@dataclass(frozen=True, slots=True)
class Tab:
    """A worksheet: its title, its place among all sheets, the zip's part that it is in."""

    title: str
    position: int
    part: str
    hidden: bool = False


def tabs_of(container: Container) -> tuple[Tab, ...]:
    """List the worksheets in the workbook's order; sheets that are only a chart or a macro are none.

    Raises `UnreadableFile` if the workbook does not say, or says it twice.
    """
    parts = {name.casefold(): name for name in container}
    book = _workbook(container, parts)
    relations = dict(_relations(container, parts, book))
    tabs = tuple(_tabs(container, book, relations, parts))
    if not tabs or len({tab.title for tab in tabs}) < len(tabs):
        raise UnreadableFile(
            "Open it in Excel, save it again as an Excel workbook (.xlsx), and use that.",
            headline="This workbook does not say which sheets it has.",
        )
    return tabs


def _tabs(
    container: Container, book: str, relations: dict[str, tuple[str, str]], parts: dict[str, str]
) -> Iterator[Tab]:
    for position, sheet in enumerate(_xml(container, book).findall("{*}sheets/{*}sheet")):
        key = next((value for name, value in sheet.attrib.items() if name.endswith("relationships}id")), "")
        kind, target = relations.get(key, ("", ""))
        if kind == "worksheet":
            hidden = sheet.get("state") in _HIDDEN
            yield Tab(sheet.get("name", ""), position, parts.get(target.casefold(), target), hidden)


def _workbook(container: Container, parts: dict[str, str]) -> str:
    found = dict(_relations(container, parts, ""))
    place = next((target for kind, target in found.values() if kind == "officeDocument"), _USUAL_PLACE)
    return parts.get(place.casefold(), place)


def _relations(container: Container, parts: dict[str, str], part: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give for each relation of a part its key, what it is, and the part it leads to."""
    folder, _, name = part.rpartition("/")
    place = parts.get(join(folder, "_rels", f"{name}.rels").casefold())
    if place is None:
        return
    for one in _xml(container, place).findall("{*}Relationship"):
        target = one.get("Target", "").replace("\\", "/")
        inside = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
        yield one.get("Id", ""), (one.get("Type", "").rpartition("/")[2], inside)


def _xml(container: Container, name: str) -> "Element":
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(container.read(name), forbid_dtd=True)
    except (ParseError, DefusedXmlException, KeyError, ValueError, LookupError) as error:
        raise UnreadableFile(
            "It may have been cut off on the way: copy or export it again.", headline="This workbook is damaged."
        ) from error
    return root
