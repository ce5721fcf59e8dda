"""Wonde (JSON): saved pages of students with their contacts, of contacts, of starters and of leavers.

Shape: https://docs.wonde.com (students, contacts, students-pre-admission, students-leaver) and Wonde's own clients.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum

from adapters.mis.guide import Guide
from adapters.mis.records.pages import refuse_gaps
from adapters.mis.records.parts import Parts
from adapters.mis.records.register import NO_RECORD, Register
from adapters.mis.records.tree import Node, is_json, numbered, tree_of, trees
from adapters.mis.standard import Standard
from roster.cells import read_flag
from roster.errors import UnreadableExport
from roster.export import Sheet
from roster.groups import Problem
from roster.scope import year_of

_WORDS_OF_WONDE = ("upi", "mis_id", "is_leaver")
_WORDS_OF_STUDENTS = ("upn", "is_leaver", "contacts", "year", "education_details")
_PAGE = re.compile(r"[?&]page=(\d{1,9})(?!\d)", re.IGNORECASE)
_INCLUDE = "students?include=contacts,contacts.contact_details,year,education_details"
_DETAILS = "contact_details/data"


class Kind(Enum):
    """What a page lists; a student of more than one kind is of the first."""

    STUDENTS = "students"
    STARTERS = "students-pre-admission"
    LEAVERS = "students-leaver"
    CONTACTS = "contacts"


_STATUS = {Kind.STUDENTS: "", Kind.STARTERS: "applicant", Kind.LEAVERS: "left"}


@dataclass(frozen=True, slots=True)
class _Page:
    """One saved answer: what it lists, its number if it says so, and where the next is."""

    kind: Kind
    records: tuple[Node, ...]
    number: int | None
    following: str
    file: str


def _claims(parts: Parts) -> bool:
    return any(is_json(part) and _is_page(tree_of(part)) for part in parts)


def _is_page(root: Node) -> bool:
    first = root.first("data", "")
    if first is None:
        return root.has("data") and root.has("meta")
    return any(map(first.has, _WORDS_OF_WONDE))


def _records(root: Node) -> list[Node]:
    return root.nodes("data", "")


def _read(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    register = Register()
    pages = [_page(root) for root in trees(parts, json=True) if _is_page(root)]
    for kind in Kind:
        _refuse_missing_pages(register, kind, [page for page in pages if page.kind is kind])
    students = _students(pages)
    details = _details([record for page in pages if page.kind is Kind.CONTACTS for record in page.records])
    _refuse_missing_includes([student for student, _ in students], details)
    for student, kind in students:
        _admit(register, student, kind, details)
    _leave_nobody(register, pages)
    register.leave_out(parts, (page.file for page in pages))
    return register.sheet("students")


def _page(root: Node) -> _Page:
    records = tuple(_records(root))
    paging = "meta/pagination"
    following, before = root.text(f"{paging}/next"), root.text(f"{paging}/previous")
    if not following and read_flag(root.text(f"{paging}/more")):
        following = "more"
    number = root.number(f"{paging}/current_page") or _beside(following, -1) or _beside(before, +1)
    if number is None and root.has("meta") and not before and not following:
        number = 1
    kind = _kind(records, f"{root.file} {following} {before}".casefold())
    return _Page(kind, records, number, following, root.file)


def _beside(address: str, step: int) -> int | None:
    found = _PAGE.search(address)
    return int(found[1]) + step if found else None


def _kind(records: tuple[Node, ...], said: str) -> Kind:
    plain = re.sub(r"[\W_]+", "", said)
    if "preadmission" in plain:
        return Kind.STARTERS
    if "leaver" in plain:
        return Kind.LEAVERS
    if records:
        is_student = any(record.has(word) for record in records for word in _WORDS_OF_STUDENTS)
        return Kind.STUDENTS if is_student else Kind.CONTACTS
    return Kind.CONTACTS if "contacts" in plain and "students" not in plain else Kind.STUDENTS


def _refuse_missing_pages(register: Register, kind: Kind, pages: list[_Page]) -> None:
    known = [page for page in pages if page.number is not None]
    if len(known) < len(pages):
        files = [page.file for page in pages if page.number is None]
        register.note(f"{files[0]} does not say whether there are more pages of {kind.value}: see that all are here.")
    if known:
        last = max((page.number or 0 for page in known if not page.following), default=None)
        refuse_gaps(f"pages of {kind.value}", {page.number or 0 for page in known}, last)


def _students(pages: list[_Page]) -> list[tuple[Node, Kind]]:
    """Give every student with the kind of the first page that lists them: whoever is here now is no leaver."""
    of_kind = {kind: [record for page in pages if page.kind is kind for record in page.records] for kind in _STATUS}
    numbered(record for records in of_kind.values() for record in records)
    found, seen = [], set()
    for kind, records in of_kind.items():
        found += [(record, kind) for record in records if not record.text("id") or record.text("id") not in seen]
        seen |= {record.text("id") for record in records}
    return found


def _details(contacts: list[Node]) -> dict[str, list[Node]]:
    """Find what the contacts' own pages say, by the contacts' ids."""
    found: dict[str, list[Node]] = defaultdict(list)
    for contact in numbered(contacts):
        found[contact.text("id")].append(contact)
    return found


def _refuse_missing_includes(students: list[Node], details: dict[str, list[Node]]) -> None:
    if not students:
        raise UnreadableExport(
            f"Save the pages of {_INCLUDE} as well.", headline="There are no students in these pages."
        )
    without = next((student for student in students if not student.has("contacts")), None)
    if without:
        raise without.wrong("These students were saved without their contacts.", f"Ask for {_INCLUDE}.")
    contacts = [contact for student in students for contact in _contacts(student)]
    owned = [one for known in details.values() for one in known]
    if contacts and not any(contact.has("contact_details") for contact in (*contacts, *owned)):
        raise UnreadableExport(
            f"Ask for {_INCLUDE}.", headline="These contacts were saved without their telephones and e-mails."
        )


def _contacts(student: Node) -> list[Node]:
    held = student.nodes("contacts")
    return [contact for one in held for contact in (one.nodes("data") if one.has("data") else [one])]


def _admit(register: Register, student: Node, kind: Kind, details: dict[str, list[Node]]) -> None:
    gone = read_flag(student.text("is_leaver")) and kind is not Kind.STARTERS
    key = register.pupil(
        student.text("id") or student.text("mis_id") or student.text("upn"),
        forename=student.text("forename") or student.text("legal_forename"),
        surname=student.text("surname") or student.text("legal_surname"),
        born=student.text("date_of_birth/date", "date_of_birth"),
        year=_year(student),
        classes=student.texts(*_either("form_group"), *_either("registration_group"), *_either("group")),
        starts=_day(student, "admission_date"),
        leaves=_day(student, "leaving_date"),
        status="left" if gone else _STATUS[kind],
        row=student.row,
    )
    for contact in _contacts(student):
        _add(register, key, contact, details.get(contact.text("id"), []))
    mobiles = student.texts(f"{_DETAILS}/phones/mobile")
    register.line(key, mobiles, "self")
    register.line(key, (number for number in _phones([student]) if number not in mobiles))


def _add(register: Register, pupil: str, contact: Node, owned: list[Node]) -> None:
    said = [contact, *owned]
    unsaid = not any(one.has("contact_details") for one in said)
    adult = register.contact(
        contact.text("id") or contact.text("mis_id"),
        title=contact.text("title"),
        forename=contact.text("forename") or contact.text("legal_forename"),
        surname=contact.text("surname") or contact.text("legal_surname"),
        phones=(NO_RECORD,) if unsaid else _phones(said),
        row=contact.row,
        emails=[address for one in said for node in one.nodes(f"{_DETAILS}/emails") for address in node.named(bool)],
    )
    register.link(
        pupil,
        adult,
        relation=contact.text("relationship/relationship", "relationship"),
        responsibility=contact.text("relationship/parental_responsibility"),
        lives_with=contact.text("relationship/lives_with_pupil"),
        priority=contact.text("relationship/priority"),
        restricted=contact.text("relationship/court_order") or contact.text("court_order"),
    )


def _leave_nobody(register: Register, pages: list[_Page]) -> None:
    """Take in the contacts whom no student has: without a pupil they are asked about."""
    linked = {contact.shown_id for contact in register.contacts}
    for page in pages:
        for contact in page.records if page.kind is Kind.CONTACTS else ():
            if contact.text("id") not in linked or not contact.text("id"):
                _add(register, "", contact, [])


def _phones(nodes: list[Node]) -> tuple[str, ...]:
    found = (number for node in nodes for phones in node.nodes(f"{_DETAILS}/phones") for number in phones.named(bool))
    return tuple(dict.fromkeys(found))


def _year(student: Node) -> str:
    said = [
        *student.texts("year/data/code"),
        *student.texts("year/data/name"),
        student.text("education_details/data/current_nc_year"),
    ]
    return next((text for text in said if year_of(text) is not None), next(filter(None, said), ""))


def _day(student: Node, name: str) -> str:
    path = f"education_details/data/{name}"
    return student.text(f"{path}/date", path)


def _either(name: str) -> tuple[str, ...]:
    return f"{name}/data/name", f"{name}/data", f"{name}/name", name


wonde = Standard("wonde", _claims, _read)
guide = Guide(
    "Wonde",
    "One saved page of JSON, or a zip of all of them: students, and if you have them contacts, students-pre-admission and "
    "students-leaver. Row numbers count the students.",
    f"Ask the interface for {_INCLUDE}, follow meta.pagination.next to the last page, and save each answer as it comes.",
    "Wonde's published interface and client libraries; the name of its court-order flag is not public.",
)
