"""XML and JSON asked alike: records with texts and other records under names that have no case and no namespace."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from adapters.mis.records.parts import Part, Parts
from roster.errors import RosterError, UnreadableExport

_NO_JSON_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_DIGITS_AT_MOST = 9
_AGAIN = "Save it again, or export the pupils and their contacts as a spreadsheet."

Index = dict[str, list[Any]]


class Node:
    """A thing in a document: a text, or a record of further things by name.

    A name is asked in small letters and without its namespace; an attribute of XML is asked as "@name". A path is names
    with "/" between them. What stands in a list stands there itself, and null is nothing. `row` is its position among
    the records of its kind, from 1. A text where only a record may stand, or a record where only a text may, raises
    `UnreadableExport` with the place: whatever is under it would be lost in silence.
    """

    __slots__ = ("_index", "file", "row", "value")

    def __init__(self, value: Any, file: str, row: int = 0) -> None:
        self.value = value
        self._index: Index | None = None
        self.file = file
        self.row = row

    def text(self, *paths: str) -> str:
        """Give the first text that stands under one of these paths, white space made one; "" if none does."""
        return next(self._texts(paths), "")

    def texts(self, *paths: str) -> tuple[str, ...]:
        """Give every text under these paths, each once."""
        return tuple(dict.fromkeys(self._texts(paths)))

    def nodes(self, *paths: str) -> list["Node"]:
        """Give every record under these paths."""
        found = [node for path in paths for node in self._walk(path, paths)]
        if any(not node.names and _said(node.value) for node in found):
            raise self._misshapen(f'a text stands under "{paths[0]}" where a record should')
        return [node for node in found if node.names]

    def first(self, *paths: str) -> "Node | None":
        """Give the first record under these paths, whatever else is there."""
        return next((node for path in paths for node in self._walk(path) if node.names), None)

    def has(self, name: str) -> bool:
        """Whether there is anything of this name, be it null or empty."""
        return name in self.names

    def named(self, wanted: Callable[[str], object]) -> tuple[str, ...]:
        """Give every text under a name that is wanted, each once, in the order of the names."""
        return self.texts(*sorted(name for name in self.names if not name.startswith("@") and wanted(name)))

    @property
    def name(self) -> str:
        """The name of an XML element; "" in JSON."""
        return _plain(self.value.tag) if isinstance(self.value, Element) else ""

    @property
    def names(self) -> Index:
        """What is inside, by name; nothing if this is a text."""
        if self._index is None:
            self._index = _index_of(self.value)
        return self._index

    @property
    def records(self) -> list["Node"]:
        """Every record inside, whatever its name; texts are passed over."""
        inside = (Node(value, self.file, self.row) for values in self.names.values() for value in values)
        return [node for node in inside if node.names]

    def number(self, *paths: str) -> int | None:
        """Give the whole number under one of these paths, or None."""
        said = self.text(*paths)
        return int(said) if said.isdecimal() and len(said) <= _DIGITS_AT_MOST else None

    def _texts(self, paths: Iterable[str]) -> Iterator[str]:
        given = tuple(paths)
        for path in given:
            for node in self._walk(path, given):
                said = _said(node.value)
                if said:
                    yield said
                elif any(name[0:1] != "@" for name in node.names) and not any(
                    other.startswith(f"{path}/") for other in given
                ):
                    raise self._misshapen(f'there is more under "{path}" than the text that should stand there')

    def _walk(self, path: str, others: Sequence[str] | None = None) -> list["Node"]:
        """Give what stands under a path. A text on the way raises, unless others say that it may stand there."""
        found, way = [self], ""
        for name in path.split("/"):
            if others is not None and way not in others and any(not node.names and _said(node.value) for node in found):
                raise self._misshapen(f'a text stands under "{way}" where a record should')
            found = [Node(value, self.file, self.row) for node in found for value in node.names.get(name, ())]
            way = f"{way}/{name}".removeprefix("/")
        return found

    def wrong(self, headline: str, advice: str = _AGAIN) -> RosterError:
        """Make the error that says what is wrong here."""
        error = UnreadableExport(advice, headline=headline)
        error.file, error.row = self.file, self.row or None
        return error

    def _misshapen(self, what: str) -> RosterError:
        return self.wrong(f"This is not what such a file looks like: {what}.")


def numbered(nodes: Iterable[Node]) -> list[Node]:
    """Number records by their position, from 1, on through all the files they come from."""
    found = list(nodes)
    for row, node in enumerate(found, start=1):
        node.row = row
    return found


def tree_of(part: Part) -> Node:
    """Read a part as the tree that it is. A list of JSON is a record of what stands in it, under the name ""."""
    value = part.json if is_json(part) else part.xml
    return Node({"": value} if isinstance(value, list) else value, part.name)


def is_json(part: Part) -> bool:
    """Whether a part begins as a JSON object or list does."""
    return part.content[:64].lstrip(_NO_JSON_BEFORE).startswith((b"{", b"["))


def trees(parts: Parts, *, json: bool) -> list[Node]:
    """Read the parts that are JSON, or those that are XML, in the order of the numbers and words in their names."""
    wanted = [part for part in parts if (is_json(part) if json else bool(part.root))]
    return [tree_of(part) for part in sorted(wanted, key=lambda part: _by_number(part.name))]


def _by_number(name: str) -> list[tuple[int, str]]:
    """Sort page 10 after page 2."""
    runs = "".join(char if char.isdigit() else f" {char} " for char in name.casefold()).split()
    return [(int(run), "") if run.isdecimal() else (-1, run) for run in runs]


def _said(value: Any) -> str:
    """What a text says, white space made one; "" for a record."""
    if isinstance(value, Element):
        return "" if len(value) else " ".join((value.text or "").split())
    if isinstance(value, bool):
        return str(value).lower()
    return "" if isinstance(value, dict) else " ".join(str(value).split())


def _index_of(value: Any) -> Index:
    if isinstance(value, Element):
        return _index_of_xml(value)
    return _index_of_json(value) if isinstance(value, dict) else {}


def _index_of_xml(element: Element) -> Index:
    index: Index = {f"@{_plain(name)}": [value] for name, value in element.attrib.items()}
    for child in element:
        index.setdefault(_plain(child.tag), []).append(child)
    return index


def _index_of_json(value: dict[str, Any]) -> Index:
    index: Index = {}
    for name, inside in value.items():
        index.setdefault(name.casefold(), []).extend(_flat(inside))
    return index


def _flat(value: Any) -> list[Any]:
    flat, waiting = [], [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif one is not None:
            flat.append(one)
    return flat


@lru_cache(maxsize=4096)
def _plain(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].casefold()
