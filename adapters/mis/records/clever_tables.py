"""Clever as a set of CSV files (Clever SFTP specification 2.1): a pupil has a line for each contact."""

from dataclasses import replace

from adapters.mis.records.parts import Parts, Record
from adapters.mis.records.rostering import Bond, Class, Office, Roster, User
from adapters.mis.records.rostering_roll import recorded
from adapters.mis.records.rostering_tables import (
    all_of,
    cut_short,
    first_of,
    need_headings,
    needed,
    records_of,
    torn_lines,
    whole,
)
from adapters.mis.records.rostering_torn import slips_told, user_of_torn
from roster.export import Sheet
from roster.groups import Problem
from roster.text import folded

_OTHERS = ("sections", "enrollments")
_STUDENT = (Office("student"),)
_GUARDIAN = "parent/guardian"
_NOBODY_IN_PARTICULAR = frozenset({"", "other", "grandparent", "aunt/uncle", "sibling"})


def read_clever(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    """Make a recorded sheet of a set, and say what was noticed. Rows are the lines of students.csv.

    The headings are compared without their underscores. A contact without an id of the school's own is one person by
    name and e-mail address, or name and number. Clever holds only pupils who are here.
    """
    students = needed(parts, "students", "there are no pupils in it")
    need_headings(students, "Student_id", "First_name", "Last_name")
    lines = slips_told(
        students.records, names=("First_name", "Last_name"), phones=("Contact_phone",), emails=("Contact_email",)
    )
    contacts = [record for record in lines if _key(record)]
    roster = Roster(
        (*map(_pupil, lines), *map(_contact, contacts)),
        tuple(Bond(_id(record), _key(record), _relation(record)) for record in contacts),
        tuple(
            Class(record["Section_id"], first_of(record, "Name", "Section_name", "Course_name", "Section_number"))
            for record in whole(parts, "sections")
        ),
        tuple((record["Student_id"], record["Section_id"]) for record in whole(parts, "enrollments")),
    )
    sheet, notes = recorded(students.name, roster)
    return replace(sheet, cut_short=cut_short(parts, "students", *_OTHERS)), (
        *torn_lines(lines, records_of(parts, _OTHERS)),
        *notes,
    )


def _id(record: Record) -> str:
    return record["Student_id"] or f"line {record.row}"


def _pupil(record: Record) -> User:
    return User(
        _id(record),
        record.row,
        record["First_name"],
        record["Last_name"],
        grades=() if record.torn else all_of(record, "Grade"),
        offices=_STUDENT,
        shown_id=record["Student_id"],
    )


def _key(record: Record) -> str:
    """What makes a contact one person; "" if the line has none."""
    if record.torn:
        return f"contact of line {record.row}"
    name, reached = folded(record["Contact_name"]), record["Contact_email"].casefold() or record["Contact_phone"]
    if not (name or reached or record["Contact_sis_id"]):
        return ""
    return f"contact {record['Contact_sis_id'] or f'{name} at {reached or _id(record)}'}"


def _contact(record: Record) -> User:
    if record.torn:
        return replace(user_of_torn(record, _key(record), ()), shown_id="")
    return User(
        _key(record),
        record.row,
        name=record["Contact_name"],
        phones=all_of(record, "Contact_phone"),
        emails=all_of(record, "Contact_email"),
        shown_id=record["Contact_sis_id"],
    )


def _relation(record: Record) -> str:
    """What a contact is. That they are a parent or guardian tells more than that they are a relative."""
    if record.torn:
        return ""
    said, kind = record["Contact_relationship"], record["Contact_type"]
    return kind if kind.casefold() == _GUARDIAN and said.casefold() in _NOBODY_IN_PARTICULAR else said
