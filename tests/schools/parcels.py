"""The many-file standards: files by name, saved as a folder, a zip or one file, and what a reader can know of them."""

import csv
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from tests.schools.people import PROFESSIONAL, Adult, Link, Pupil
from tests.schools.scribe import Scribe, Spelt
from tests.schools.sheets import Seen

Record = dict[str, Any]


@dataclass(frozen=True)
class Parcel:
    """Files that are one export together. `shows` and `seen` as in a sheet; nothing is torn, no row is full."""

    files: Mapping[str, bytes]
    seen: tuple[Seen, ...]
    shows: frozenset[str]
    roomy: bool = False
    full: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Person:
    """An adult as the standard has them once: the name that somebody typed, and a cell for each kind of telephone."""

    adult: Adult
    name: tuple[str, str, str]
    phones: Mapping[str, Spelt]
    links: tuple[tuple[Pupil, Link], ...]


def people(scribe: Scribe, pupils: Iterable[Pupil], *, carers_only: bool = False) -> list[Person]:
    """Every adult of these pupils, with their ties to them; a standard for families has no room for professionals."""
    ties: dict[str, list[tuple[Pupil, Link]]] = {}
    for pupil in pupils:
        for link in pupil.links:
            if not (carers_only and link.relation in PROFESSIONAL):
                ties.setdefault(link.adult.key, []).append((pupil, link))
    return [_person(scribe, found[0][1].adult, tuple(found)) for found in ties.values()]


def _person(scribe: Scribe, adult: Adult, ties: tuple[tuple[Pupil, Link], ...]) -> Person:
    mobile, *others = adult.numbers
    phones = {"mobile": scribe.phone((mobile,)), "other": scribe.phone(tuple(others))}
    return Person(adult, scribe.name(adult), phones, ties)


def seen_of(scribe: Scribe, persons: Iterable[Person]) -> tuple[Seen, ...]:
    return tuple(
        scribe.seen(pupil, person.adult, *person.phones.values()) for person in persons for pupil, _ in person.links
    )


def table(headings: str, rows: Iterable[Iterable[object]]) -> bytes:
    """A csv under headings that are written with commas between them."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings.split(","))
    writer.writerows(rows)
    return text.getvalue().encode()


def as_json(value: object) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=False).encode()


def as_xml(root: Element) -> bytes:
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def grown(parent: Element, name: str, said: Mapping[str, Any] | str | None) -> None:
    """Hang an element on another: text, or what a mapping says, a list of it once for each; what is None is left out."""
    for one in said if isinstance(said, list) else [said]:
        if one is None:
            continue
        child = SubElement(parent, name)
        if isinstance(one, str):
            child.text = one
            continue
        for inner, value in one.items():
            grown(child, inner, value)


def save(parcel: Parcel, container: str, folder: Path) -> Path:
    """The files in a folder of their own, in a zip (with a folder in it or without), or alone."""
    if container == "file":
        ((name, content),) = parcel.files.items()
        path = folder / name
        path.write_bytes(content)
        return path
    if container == "folder":
        place = folder / "export"
        place.mkdir()
        for name, content in parcel.files.items():
            (place / name).write_bytes(content)
        return place
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parcel.files.items():
            archive.writestr(f"export/{name}" if container == "zip with a folder" else name, content)
    return path
