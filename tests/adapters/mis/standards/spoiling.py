"""Documents said another way, and documents spoilt: the same records in another order, or something wrong in them."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from tests.adapters.mis.standards.documents import Files

Change = Callable[[Any, Random], Any]
_STRANGE = (
    "",
    "nonsense",
    7,
    4.5,
    True,
    None,
    [],
    {},
    ["nonsense"],
    [[{"id": "1"}]],
    {"data": "nonsense"},
    "\u001f\u0000",
)


def changed(files: Files, of_json: Change, of_xml: Callable[[Element, Random], None], chance: Random) -> Files:
    """Change every document of a set."""

    def anew(content: bytes) -> bytes:
        if content.startswith(b"<"):
            root = fromstring(content)
            of_xml(root, chance)
            return tostring(root, encoding="utf-8")
        return json.dumps(of_json(json.loads(content), chance)).encode()

    return {name: anew(content) for name, content in files.items()}


def reordered(files: Files, chance: Random) -> Files:
    """Put what stands in each record into another order, and something unknown beside it."""
    return changed(files, _reordered_json, _reordered_xml, chance)


def prefixed(files: Files) -> Files:
    """Write XML with its namespace under a prefix."""

    def anew(text: str) -> str:
        bare = re.sub(r' xmlns="[^"]*"', "", text)
        tagged = re.sub(r"<(/?)([A-Za-z])", r"<\1x:\2", bare)
        return re.sub(r"(<x:\w+)", r'\1 xmlns:x="urn:anything"', tagged, count=1)

    return {name: anew(content.decode()).encode() for name, content in files.items()}


def spoilt(files: Files, chance: Random) -> Files:
    """Take something away, put something strange in its place, or say it twice, in one document of a set."""
    name = chance.choice(sorted(files))
    return {**files, **changed({name: files[name]}, _spoilt_json, _spoilt_xml, chance)}


def _reordered_json(value: Any, chance: Random) -> Any:
    if isinstance(value, list):
        return [_reordered_json(one, chance) for one in value]
    if not isinstance(value, dict):
        return value
    inside = [(name, _reordered_json(one, chance)) for name, one in value.items()]
    chance.shuffle(inside)
    # Where any name may be a telephone, an unknown one would be another telephone.
    return dict(inside) if "phone" in value else {"zzz_unknown": "x", **dict(inside)}


def _reordered_xml(root: Element, chance: Random) -> None:
    for element in list(root.iter()):
        kinds = {child.tag for child in element}
        if len(kinds) == len(element) > 0:
            inside = list(element)
            chance.shuffle(inside)
            element[:] = inside
            SubElement(element, "ZzzUnknown").text = "x"


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, one in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(one, dict | list):
            yield from _places(one)


def _spoilt_json(value: Any, chance: Random) -> Any:
    for _ in range(chance.randint(1, 3)):
        places = list(_places(value)) if isinstance(value, dict | list) else []
        if not places:
            return value
        holder, key = chance.choice(places)
        if chance.random() < 0.4:
            del holder[key]
        else:
            holder[key] = deepcopy(chance.choice([*_STRANGE, [holder[key], holder[key]]]))
    return value


def _spoilt_xml(root: Element, chance: Random) -> None:
    for _ in range(chance.randint(1, 3)):
        holders = [element for element in root.iter() if len(element)]
        if not holders:
            return
        holder = chance.choice(holders)
        child = chance.choice(list(holder))
        chance.choice([holder.remove, holder.append, _nonsense, _deeper])(child)


def _nonsense(element: Element) -> None:
    element[:] = []
    element.text = "nonsense"


def _deeper(element: Element) -> None:
    SubElement(element, "Deeper").text = "nonsense"
