"""Ed-Fi (XML): interchange files of students, contacts (before version 5 parents) and enrolment."""

from collections.abc import Iterator

from adapters.mis.guide import Guide
from adapters.mis.records.ed_fi import read_ed_fi
from adapters.mis.records.parts import Parts
from adapters.mis.records.tree import Node, trees
from adapters.mis.standard import Standard
from roster.export import Sheet
from roster.groups import Problem

_ROOT = "interchange"


def _claims(parts: Parts) -> bool:
    return any(part.root.casefold().startswith(_ROOT) for part in parts)


def _read(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    return read_ed_fi(parts, _all(parts))


def _all(parts: Parts) -> Iterator[Node]:
    for root in trees(parts, json=False):
        if root.name.startswith(_ROOT):
            yield from root.records


ed_fi_xml = Standard("ed-fi-xml", _claims, _read)
guide = Guide(
    "Ed-Fi (XML)",
    "A zip of interchange files: InterchangeStudent, InterchangeContact (before version 5 InterchangeParent) and, if you can, "
    "InterchangeStudentEnrollment. Row numbers count the students.",
    "Export the bulk interchange files of one school.",
    "Ed-Fi Data Standard 5, and 1 to 4 with parents; American grades are read as year groups (kindergarten as Reception).",
)
