"""Ed-Fi (JSON): saved answers of an Ed-Fi interface, one list of students, contacts or associations in each file."""

from collections.abc import Iterator

from adapters.mis.guide import Guide
from adapters.mis.records.ed_fi import kind_of, read_ed_fi
from adapters.mis.records.parts import Parts
from adapters.mis.records.tree import Node, is_json, numbered, tree_of, trees
from adapters.mis.standard import Standard
from roster.export import Sheet
from roster.groups import Problem


def _claims(parts: Parts) -> bool:
    return any(is_json(part) and _is_of_ed_fi(tree_of(part)) for part in parts)


def _is_of_ed_fi(root: Node) -> bool:
    first = root.first("") if root.has("") else root
    return first is not None and bool(kind_of(first))


def _read(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    return read_ed_fi(parts, _all(parts))


def _all(parts: Parts) -> Iterator[Node]:
    for root in trees(parts, json=True):
        records = numbered(_records(root))
        odd = next((record for record in records if not kind_of(record)), None)
        if odd and any(map(kind_of, records)):
            raise odd.wrong("This record is not like the others of its file.")
        yield from records


def _records(root: Node) -> list[Node]:
    return root.nodes("") if root.has("") else [root]


ed_fi_json = Standard("ed-fi-json", _claims, _read)
guide = Guide(
    "Ed-Fi (JSON)",
    "A zip of saved answers: students, contacts (before version 5 parents), studentContactAssociations, and if you can "
    "studentSchoolAssociations and studentSectionAssociations. Row numbers count the students.",
    "Ask the interface for ed-fi/students, ed-fi/contacts, ed-fi/studentContactAssociations and "
    "ed-fi/studentSchoolAssociations of one school, with limit and offset until a page comes back short.",
    "Ed-Fi Data Standard 5, and 2 to 4 with parents; American grades are read as year groups (kindergarten as Reception).",
)
