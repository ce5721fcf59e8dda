"""Microsoft School Data Sync as a set of CSV files, formats v2 and v2.1 (Microsoft Learn, "SDS V2.1 CSV file format")."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from adapters.mis.records.parts import Part, Parts, Record
from adapters.mis.records.rostering import Bond, Class, Office, Roster, User
from adapters.mis.records.rostering_roll import recorded
from adapters.mis.records.rostering_tables import (
    all_of,
    cut_short,
    need_headings,
    needed,
    records_of,
    several,
    torn_lines,
    whole,
)
from adapters.mis.records.rostering_torn import slips_told, user_of_torn
from roster.export import Sheet
from roster.groups import Problem

_OTHERS = ("roles", "classes", "enrollments")


def read_version_2(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    """Make a recorded sheet of a set of v2 or v2.1, and say what was noticed. Rows are the lines of users.csv.

    v2 has each user's role and grade in users.csv and knows no contacts; v2.1 has the roles in roles.csv and who is
    whose contact in relationships.csv, where the first of the two users is the student.
    """
    users = needed(parts, "users", "there is nobody in it")
    need_headings(users, "sourcedId")
    lines = slips_told(users.records, names=("givenName", "familyName"), phones=("sms", "phone"))
    held = _held(parts, users)
    roster = Roster(
        tuple(_user(record, held[record["sourcedId"]]) for record in lines),
        tuple(_bonds(parts)),
        tuple(Class(record["sourcedId"], record["title"]) for record in whole(parts, "classes")),
        tuple(
            (record["userSourcedId"], record["classSourcedId"])
            for record in whole(parts, "enrollments")
            if record["role"].casefold() in {"student", ""}
        ),
        tuple(record["endDate"] for record in whole(parts, "academicsessions")),
    )
    sheet, notes = recorded(users.name, roster)
    return replace(sheet, cut_short=cut_short(parts, "users", "relationships", *_OTHERS)), (
        *torn_lines((*lines, *parts.records("relationships")), records_of(parts, _OTHERS)),
        *notes,
    )


_Held = defaultdict[str, list[tuple[Office, str]]]


def _held(parts: Parts, users: Part) -> _Held:
    """Which roles everybody has, each with the grade that is noted beside it."""
    held: _Held = defaultdict(list)
    if "role" in parts.headings("users"):
        for record in whole(parts, "users"):
            held[record["sourcedId"]].append((Office(record["role"].casefold()), record["grade"]))
        return held
    need_headings(users, "givenName", "familyName")
    need_headings(
        needed(parts, "roles", "nobody can tell who in it is a pupil and who is not"), "userSourcedId", "role"
    )
    for record in whole(parts, "roles"):
        office = Office(record["role"].casefold(), record["roleStartDate"], record["roleEndDate"])
        held[record["userSourcedId"]].append((office, record["grade"]))
    return held


def _user(record: Record, held: list[tuple[Office, str]]) -> User:
    offices = tuple(office for office, _ in held if office.role)
    if record.torn:
        return user_of_torn(record, record["sourcedId"], offices)
    return User(
        record["sourcedId"] or f"line {record.row}",
        record.row,
        record["givenName"],
        record["familyName"],
        phones=all_of(record, "sms", "phone"),
        emails=all_of(record, "email"),
        grades=tuple(piece for office, grade in held if office.role == "student" for piece in several(grade)),
        offices=offices,
        shown_id=None if record["sourcedId"] else "",
    )


def _bonds(parts: Parts) -> Iterator[Bond]:
    for record in parts.records("relationships"):
        yield Bond(record["userSourcedId"], record["relationshipUserSourcedId"], record["relationshipRole"])
