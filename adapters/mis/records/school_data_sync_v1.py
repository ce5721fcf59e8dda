"""Microsoft School Data Sync v1 as a set of CSV files, also in its British spelling.

Microsoft Learn, "School Data Sync format CSV files" and "Parent and Guardian Sync File Format".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from adapters.mis.records.parts import Parts, Record
from adapters.mis.records.register import NO_RECORD
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
from roster.cells import Status, read_status
from roster.errors import NothingInside
from roster.export import Sheet
from roster.groups import Problem

_OTHERS = ("section", "studentenrollment")
_STUDENT = (Office("student"),)


def read_version_1(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    """Make a recorded sheet of a set, and say what was noticed. Rows are the lines of user.csv, which has the guardians.

    A guardian is known by their e-mail address: guardianrelationship.csv has it beside the student's id, user.csv beside
    the guardian's name and number. In the British spelling "SIS ID" is "ID", and there may be no guardians.
    """
    students = needed(parts, "student", "there are no pupils in it")
    need_headings(students, "SIS ID or ID")
    if not students.records:
        raise NothingInside(students.headings)
    guardians = slips_told(parts.records("user"), names=("First Name", "Last Name"), phones=("Phone",))
    related = parts.records("guardianrelationship")
    roster = Roster(
        (*map(_pupil, students.records), *_guardians(guardians, related)),
        tuple(Bond(_id(record), _key(record), record["Role"]) for record in related),
        tuple(
            Class(_id(record), record["Section Name"])
            for record in whole(parts, "section")
            if read_status(record["Status"]) is not Status.GONE
        ),
        tuple(_places(parts)),
    )
    sheet, notes = recorded((parts.table("user") or students).name, roster)
    return replace(sheet, cut_short=cut_short(parts, "student", "user", "guardianrelationship", *_OTHERS)), (
        *torn_lines((*students.records, *guardians, *related), records_of(parts, _OTHERS)),
        *notes,
    )


def _id(record: Record) -> str:
    return first_of(record, "SIS ID", "ID")


def _key(record: Record) -> str:
    """What joins the two files of guardians, and can be no student's id."""
    return f"guardian {record['Email'].casefold() or record.row}"


def _pupil(record: Record) -> User:
    if record.torn:
        return user_of_torn(record, _id(record), _STUDENT)
    return User(
        _id(record) or f"line {record.row}",
        record.row,
        record["First Name"],
        record["Last Name"],
        grades=all_of(record, "Grade"),
        offices=_STUDENT,
        gone=read_status(record["Status"]) is Status.GONE,
        shown_id=_id(record),
    )


def _guardians(records: Iterable[Record], related: Iterable[Record]) -> Iterator[User]:
    """Everybody of user.csv, and whoever is a guardian and not in it: of them there is an address and no number."""
    known = set()
    for record in records:
        known.add(_key(record))
        yield _guardian(record)
    for record in related:
        if _key(record) not in known:
            yield User(_key(record), record.row, phones=(NO_RECORD,), emails=all_of(record, "Email"), shown_id="")


def _guardian(record: Record) -> User:
    key = _key(record)
    if record.torn:
        return replace(user_of_torn(record, key, ()), shown_id=_id(record))
    return User(
        key,
        record.row,
        record["First Name"],
        record["Last Name"],
        phones=all_of(record, "Phone"),
        emails=all_of(record, "Email"),
        shown_id=_id(record),
    )


def _places(parts: Parts) -> Iterator[tuple[str, str]]:
    for record in whole(parts, "studentenrollment"):
        yield _id(record), first_of(record, "Section SIS ID", "Section ID")
