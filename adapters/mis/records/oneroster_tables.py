"""OneRoster as a set of CSV files, versions 1.1 and 1.2 (1EdTech, "OneRoster CSV Binding")."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from adapters.mis.records.oneroster_modes import refuse_changes_alone
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
    several,
    torn_lines,
    whole,
)
from adapters.mis.records.rostering_torn import bonds_of_torn, slips_told, user_of_torn
from roster.errors import UnreadableExport
from roster.export import Sheet
from roster.groups import Problem

GONE = frozenset({"inactive", "tobedeleted"})
_OTHERS = ("roles", "classes", "enrollments")


def read_oneroster(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    """Make a recorded sheet of a set, and say what was noticed. Rows are the lines of users.csv.

    Raises `UnreadableExport` if users.csv is missing or nobody's role can be told, `MissingColumns` if names or numbers
    are, and refuses a set that holds only what has changed. An enrolment that has ended is no leaving, and a class of
    last year stays a pupil's class as long as the set has it: only the school can tell which year it is.
    """
    users = needed(parts, "users", "there is nobody in it")
    need_headings(users, "sourcedId", "givenName", "familyName", "sms or phone")
    lines = slips_told(users.records, names=("givenName", "familyName"), phones=("sms", "phone"))
    roster = Roster(
        tuple(_users(lines, _offices(parts))),
        tuple(_bonds(lines)),
        tuple(
            Class(record["sourcedId"], record["title"] or record["classCode"], is_homeroom(record["classType"]))
            for record in whole(parts, "classes")
            if not is_gone(record["status"])
        ),
        tuple(_places(parts)),
        tuple(record["endDate"] for record in whole(parts, "academicsessions")),
    )
    noticed = refuse_changes_alone(parts, roster)
    sheet, notes = recorded(users.name, roster)
    return replace(sheet, cut_short=cut_short(parts, "users", *_OTHERS)), (
        *noticed,
        *torn_lines(lines, records_of(parts, _OTHERS)),
        *notes,
    )


def is_gone(status: str) -> bool:
    """Whether a record is marked as no longer so; blank is "active"."""
    return status.casefold() in GONE


def is_homeroom(kind: str) -> bool:
    """Whether a class is where the register is taken."""
    return kind.casefold() == "homeroom"


def _offices(parts: Parts) -> Mapping[str, tuple[Office, ...]] | None:
    """Who has which roles by roles.csv; None if the users have theirs beside them.

    Some write the roles into userProfiles.csv.
    """
    files = [file for file in ("roles", "userprofiles") if {"usersourcedid", "role"} <= parts.headings(file)]
    if not files and "role" in parts.headings("users"):
        return None
    if not files:
        needed(parts, "roles", "nobody can tell who in it is a pupil and who a parent")
        raise UnreadableExport(
            "Export it again as a whole.", headline="The file roles.csv of this set does not say who has which role."
        )
    held: dict[str, list[Office]] = defaultdict(list)
    for record in (record for file in files for record in whole(parts, file)):
        office = Office(
            record["role"].casefold(), record["beginDate"], record["endDate"], gone=is_gone(record["status"])
        )
        held[record["userSourcedId"]].append(office)
    return {user: tuple(offices) for user, offices in held.items()}


def _users(lines: list[Record], held: Mapping[str, tuple[Office, ...]] | None) -> Iterator[User]:
    for record in lines:
        offices = held.get(record["sourcedId"], ()) if held is not None else ()
        yield user_of_torn(record, record["sourcedId"], offices) if record.torn else _user(record, offices)


def _user(record: Record, offices: tuple[Office, ...]) -> User:
    return User(
        record["sourcedId"] or f"line {record.row}",
        record.row,
        record["givenName"],
        record["familyName"],
        phones=all_of(record, "sms", "phone"),
        emails=all_of(record, "email"),
        grades=several(record["grades"]),
        offices=offices or tuple(map(Office, filter(None, [record["role"].casefold()]))),
        gone=is_gone(record["status"]),
        shown_id=None if record["sourcedId"] else "",
    )


def _bonds(lines: list[Record]) -> Iterator[Bond]:
    known = {record["sourcedId"] for record in lines} - {""}
    for record in lines:
        if record.torn:
            yield from bonds_of_torn(record, known)
        else:
            own = record["sourcedId"] or f"line {record.row}"
            yield from (Bond(own, other) for other in several(first_of(record, "agentSourcedIds", "agents")))


def _places(parts: Parts) -> Iterator[tuple[str, str]]:
    for record in whole(parts, "enrollments"):
        if record["role"].casefold() in {"student", ""} and not is_gone(record["status"]):
            yield record["userSourcedId"], record["classSourcedId"]
