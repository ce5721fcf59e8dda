"""Ed-Fi, as JSON or as XML: students, contacts and what associates them; both say the same under nearly the same names.

Shape: Ed-Fi Data Standard 5 (Contact, StudentContactAssociation) and 2 to 4 (Parent, StudentParentAssociation).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from adapters.mis.records.grades import years_of
from adapters.mis.records.parts import Parts
from adapters.mis.records.register import NO_RECORD, Register, number_in
from adapters.mis.records.tree import Node, numbered
from roster.errors import UnreadableExport
from roster.export import Sheet
from roster.groups import Problem
from roster.scope import year_of
from roster.text import folded
from roster.words import counted, listed

_STUDENT_IDS = ("studentuniqueid", "studentuniquestateid")
_CONTACT_IDS = ("contactuniqueid", "parentuniqueid", "parentuniquestateid")
_OF_A_TIE = ("contactreference", "parentreference", "relation", "relationdescriptor")
_OF_A_STAY = ("entrydate", "exitwithdrawdate", "entrygradelevel", "entrygradeleveldescriptor")
_REFERENCES = {
    "student": tuple(
        f"studentreference/{inside}{name}" for name in _STUDENT_IDS for inside in ("", "studentidentity/")
    ),
    "contact": tuple(
        f"{who}reference/{inside}{name}"
        for who in ("contact", "parent")
        for name in _CONTACT_IDS
        for inside in ("", f"{who}identity/")
    ),
}
_NEEDED = {"students": "Student", "contacts": "Contact (or Parent)", "ties": "StudentContactAssociation"}
_ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_NO_STAYS = "There is no StudentSchoolAssociation in these files, so nobody can tell who has left: every pupil counts as on roll."


@dataclass(frozen=True, slots=True)
class _Stay:
    """A pupil's time at a school: first and last day, year group, and whether it is yet to begin."""

    school: str
    starts: str
    leaves: str
    year: str
    coming: bool


def kind_of(record: Node) -> str:
    """Tell what a record is by what it has: "students", "contacts", "ties", "stays", "sections", or ""."""
    if any(map(record.has, _OF_A_TIE)):
        return "ties"
    if any(map(record.has, _OF_A_STAY)):
        return "stays"
    if record.has("studentreference"):
        return "sections" if record.has("sectionreference") else ""
    if any(map(record.has, _STUDENT_IDS)):
        return "students"
    return "contacts" if any(map(record.has, _CONTACT_IDS)) else ""


def read_ed_fi(parts: Parts, records: Iterable[Node]) -> tuple[Sheet, tuple[Problem, ...]]:
    """Make a sheet of the records of every file. Raises `UnreadableExport` naming what is missing."""
    found: dict[str, list[Node]] = defaultdict(list)
    for record in records:
        found[kind_of(record)].append(record)
    missing = [said for kind, said in _NEEDED.items() if not found[kind]]
    if missing:
        raise UnreadableExport(
            "Put the files of all three into one zip: Student, Contact and StudentContactAssociation.",
            headline=f"These Ed-Fi files have no {listed(missing)}.",
        )
    register = Register()
    students = _students(register, found)
    _tie(register, students, _contacts(register, found["contacts"]), found["ties"])
    if not found["stays"]:
        register.note(_NO_STAYS)
    if found[""]:
        register.note(f"{counted(len(found['']), 'record')} of other kinds had nothing on contacts, and were not read.")
    register.leave_out(parts, {record.file for kind, these in found.items() if kind for record in these})
    return register.sheet("students")


def _students(register: Register, found: dict[str, list[Node]]) -> dict[str, list[str]]:
    stays: dict[str, list[_Stay]] = defaultdict(list)
    for record in found["stays"]:
        stays[_reference(record, "student")].append(_stay(record))
    rooms = _rooms(found["sections"])
    schools = {stay.school for those in stays.values() for stay in those}
    if len(schools) > 1:
        register.note(f"These files are of {len(schools)} schools; a pupil of any of them counts as on roll.")
    keys: dict[str, list[str]] = defaultdict(list)
    for student in numbered(found["students"]):
        identity, marked = student.text(*_STUDENT_IDS), _mark(student.text("@id"))
        known = [*stays[identity], *(stays[marked] if marked else ())]
        key = register.pupil(
            identity,
            forename=student.text("firstname", "name/firstname"),
            surname=student.text("lastsurname", "name/lastsurname"),
            born=student.text("birthdate", "birthdata/birthdate"),
            classes=rooms.get(identity, ()),
            row=student.row,
            **_time(known),
        )
        for name in {identity, marked} - {""}:
            keys[name].append(key)
    return keys


def _contacts(register: Register, contacts: list[Node]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = defaultdict(list)
    for contact in numbered(contacts):
        identity = contact.text(*_CONTACT_IDS)
        key = register.contact(
            identity,
            title=contact.text("personaltitleprefix", "name/personaltitleprefix"),
            forename=contact.text("firstname", "name/firstname"),
            surname=contact.text("lastsurname", "name/lastsurname"),
            phones=tuple(number_in(phone, "telephonenumber") for phone in contact.nodes("telephones", "telephone")),
            emails=contact.texts("electronicmails/electronicmailaddress", "electronicmail/electronicmailaddress"),
            row=contact.row,
        )
        for name in {identity, _mark(contact.text("@id"))} - {""}:
            keys[name].append(key)
    return keys


def _tie(register: Register, students: dict[str, list[str]], contacts: dict[str, list[str]], ties: list[Node]) -> None:
    strange = 0
    for tie in numbered(ties):
        student, contact = _reference(tie, "student"), _reference(tie, "contact")
        if student not in students and contact not in contacts:
            strange += 1
        if contact not in contacts:
            contacts[contact] = [register.contact(contact.lstrip("#"), phones=(NO_RECORD,))]
        for pupil in students.get(student, ["nobody"]):
            for adult in contacts[contact]:
                register.link(
                    pupil,
                    adult,
                    relation=_descriptor(tie, "relation"),
                    responsibility=tie.text("legalguardian"),
                    lives_with=tie.text("liveswith"),
                    priority=tie.text("contactpriority"),
                    restricted=tie.text("contactrestrictions"),
                )
    if strange:
        raise UnreadableExport(
            "Save every page of students and of contacts, all of the same school: with one missing, real parents would "
            "look like strangers.",
            headline=f"{strange:,} of {counted(len(ties), 'association')} are between a student and a contact who are both "
            f"in none of these files.",
        )


def _stay(record: Node) -> _Stay:
    return _Stay(
        school=record.text(
            "schoolreference/schoolid", "schoolreference/schoolidentity/schoolid", "schoolreference/@ref"
        ),
        starts=record.text("entrydate"),
        leaves=record.text("exitwithdrawdate"),
        year=_year(_descriptor(record, "entrygradelevel")),
        coming=folded(_descriptor(record, "enrollmenttype")) == "preregistered",
    )


def _time(stays: Sequence[_Stay]) -> dict[str, str]:
    """Say when a pupil is here: from the first day of a stay that goes on, until the last day if none does."""
    if not stays:
        return {}
    lasting = [stay for stay in stays if not stay.leaves] or list(stays)
    latest = max(lasting, key=lambda stay: stay.starts)
    return {
        "starts": min(stay.starts for stay in lasting),
        "leaves": max(stay.leaves for stay in lasting),
        "year": latest.year,
        "status": "applicant" if all(stay.coming for stay in lasting) else "",
    }


def _rooms(sections: list[Node]) -> dict[str, tuple[str, ...]]:
    """Find each pupil's homeroom, the latest; other sections are lessons."""
    rooms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for section in sections:
        name = section.text("sectionreference/sectionidentifier", "sectionreference/sectionidentity/sectionidentifier")
        if section.text("homeroomindicator").casefold() in {"true", "1"} and name:
            rooms[_reference(section, "student")].append((section.text("begindate"), name))
    latest = {student: max(begin for begin, _ in those) for student, those in rooms.items()}
    return {
        student: tuple(dict.fromkeys(name for begin, name in those if begin == latest[student]))
        for student, those in rooms.items()
    }


def _reference(record: Node, who: str) -> str:
    """Give the id that a reference names; in XML it may be the mark of an element instead. Raises if it names nobody."""
    marks = ("contactreference/@ref", "parentreference/@ref") if who == "contact" else ("studentreference/@ref",)
    found = record.text(*_REFERENCES[who]) or _mark(record.text(*marks))
    if not found:
        raise record.wrong(f"This association does not say which {who} it is about.")
    return found


def _mark(said: str) -> str:
    return f"#{said}" if said else ""


def _descriptor(record: Node, name: str) -> str:
    """Give a descriptor's word: "uri://ed-fi.org/RelationDescriptor#Mother" is Mother."""
    return record.text(f"{name}descriptor", name, f"{name}/codevalue").rpartition("#")[2]


def _year(grade: str) -> str:
    """Give the year group of a grade: "Third grade" is 3, kindergarten 0; "" for one that is none, such as Ungraded."""
    plain = folded(grade).partition("/")[0]
    word = plain.removesuffix(" grade")
    said = str(_ORDINALS.index(word) + 1) if word in _ORDINALS else plain
    return next((year for year in years_of([said]) if year_of(year) is not None), "")
