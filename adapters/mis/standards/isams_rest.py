"""iSAMS REST (JSON): saved pages of students, and a page of contacts for each of them.

Shape: cranleighschool/isams-php (api/students; api/students/{schoolId}/contacts, before that tempcontacts).
"""

import re
from collections import defaultdict

from adapters.mis.guide import Guide
from adapters.mis.records.isams import add_contact, is_telephone
from adapters.mis.records.pages import refuse_gaps, refuse_too_few
from adapters.mis.records.parts import Parts
from adapters.mis.records.register import Register
from adapters.mis.records.tree import Node, is_json, numbered, tree_of, trees
from adapters.mis.standard import Standard
from roster.errors import UnreadableExport
from roster.export import Sheet
from roster.groups import Problem
from roster.words import counted

_LISTS = {"students": "", "applicants": "applicant"}
_WHOSE = ("studentschoolid", "pupilschoolid", "schoolid", "studentid")
_WORD = re.compile(r"[^\W_]+")


def _claims(parts: Parts) -> bool:
    return any(is_json(part) and _is_page(tree_of(part)) for part in parts)


def _is_page(root: Node) -> bool:
    if root.has("contacts"):
        return not root.has("data") and not root.has("mis_id")
    return any((first := root.first(kind)) and first.has("schoolid") for kind in _LISTS)


def _read(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    register = Register()
    pages = [root for root in trees(parts, json=True) if _is_page(root)]
    keys: dict[str, list[str]] = defaultdict(list)
    for kind, status in _LISTS.items():
        for pupil in _all(kind, [page for page in pages if page.has(kind)]):
            keys[pupil.text("schoolid")].append(_admit(register, pupil, status))
    if not register.pupils:
        raise UnreadableExport(
            "Save every page of api/students, and zip them with the contacts.",
            headline="There are no students in these pages.",
        )
    told = {name for page in pages if page.has("contacts") for name in _take_contacts(register, page, keys)}
    _refuse_silence(keys, told)
    register.leave_out(parts, (page.file for page in pages))
    return register.sheet("students")


def _all(kind: str, pages: list[Node]) -> list[Node]:
    """Give every record of the pages. Raises `UnreadableExport` if the pages say that there are more."""
    found = numbered(record for page in pages for record in page.nodes(kind))
    seen = {number for page in pages if (number := page.number("page"))}
    last = max((number for page in pages if (number := page.number("totalpages"))), default=None)
    if seen and last:
        refuse_gaps(f"pages of {kind}", seen, last)
    refuse_too_few(kind, found, max((page.number("totalcount") or 0 for page in pages), default=0))
    return found


def _admit(register: Register, pupil: Node, status: str) -> str:
    key = register.pupil(
        pupil.text("schoolid") or pupil.text("uniquepupilnumber"),
        forename=pupil.text("preferredname") or pupil.text("forename"),
        surname=pupil.text("surname"),
        born=pupil.text("dob", "dateofbirth"),
        year=pupil.text("yeargroup"),
        classes=pupil.texts("formgroup"),
        starts=pupil.text("enrolmentdate"),
        leaves=pupil.text("leavingdate"),
        status=status,
        row=pupil.row,
    )
    for name in sorted(pupil.names):
        if is_telephone(name):
            register.line(key, pupil.texts(name), "self" if "mobile" in name else "")
    return key


def _take_contacts(register: Register, page: Node, keys: dict[str, list[str]]) -> set[str]:
    """Take in a page of contacts; give the school ids of those whose contacts they are."""
    told = set()
    of_page = _whose(page, keys)
    for contact in page.nodes("contacts"):
        whose = _whose(contact, keys) or of_page
        if not whose:
            raise page.wrong(
                "This page of contacts does not say whose they are.",
                "Put the student's school id into the file's name, as in contacts-1234567.json.",
            )
        add_contact(register, keys.get(whose, ["nobody"]), contact)
        told.add(whose)
    return told | {of_page}


def _whose(node: Node, keys: dict[str, list[str]]) -> str:
    said = node.text(*_WHOSE)
    if said:
        return said
    known = {word for word in _WORD.findall(f"{node.text('_links/self/href')} {node.file}") if word in keys}
    return known.pop() if len(known) == 1 else ""


def _refuse_silence(keys: dict[str, list[str]], told: set[str]) -> None:
    silent = [name for name in keys if name not in told]
    if silent and told - {""}:
        raise UnreadableExport(
            "Save api/students/{schoolId}/contacts for every student: with one missing, real parents would look like "
            "strangers.",
            headline=f"There is no page of contacts for {counted(len(silent), 'student')} of {len(keys):,}.",
        )


isams_rest = Standard("isams-rest", _claims, _read)
guide = Guide(
    "iSAMS (REST)",
    "A zip of saved JSON pages: students, and the contacts of each student with the school id in the file's name "
    "(contacts-1234567.json). Row numbers count the students.",
    "Ask the interface for api/students to the last page, and for api/students/{schoolId}/contacts of each student "
    "(tempcontacts in older versions).",
    "Public clients of the interface; how it tells apart the two people of one contact is not public.",
)
