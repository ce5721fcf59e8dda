"""The tables of a set told apart: which standard they follow, and what of it is missing."""

import re
from collections.abc import Iterable, Iterator

from adapters.mis.records.parts import Part, Parts, Record
from roster.errors import MissingColumns, RosterError, UnreadableExport
from roster.groups import Problem
from roster.headings import squashed
from roster.words import listed

_LIST = re.compile(r"\s*[,;|]\s*")
_ONLY_ONEROSTER = frozenset(
    "enableduser userids userid agentsourcedids agents datelastmodified identifier usermasteridentifier".split()
)
_ANY_SOURCED = ("roles", "enrollments", "classes", "orgs")


def standard_of(parts: Parts) -> str:
    """Tell which standard of many tables a set follows, by the names of its files and by headings; "" if none.

    OneRoster has dates of change and agents, School Data Sync has neither; the older of each has a user's role beside the
    user, the newer in roles.csv.
    """
    users = parts.headings("users")
    if "sourcedid" not in users:
        return _without_users(parts)
    oneroster = bool(users & _ONLY_ONEROSTER) or "roletype" in parts.headings("roles")
    if "role" in users and "roletype" not in parts.headings("roles"):
        return "oneroster-1.1" if oneroster else "sds-2"
    return "oneroster-1.2" if oneroster else "sds-2.1"


def _without_users(parts: Parts) -> str:
    students = parts.headings("students")
    if {"studentid", "schoolid"} <= students:
        return "clever"
    if "username" in parts.headings("student") or {"sisid", "email"} <= parts.headings("guardianrelationship"):
        return "sds-1"
    torso = any({"sourcedid", "usersourcedid"} & parts.headings(name) for name in _ANY_SOURCED)
    return "oneroster-1.1" if torso else ""


def needed(parts: Parts, file: str, why: str) -> Part:
    """Give a table that the set cannot do without. Raises `UnreadableExport` that names it and says what there is."""
    part = parts.table(file)
    if part:
        return part
    raise UnreadableExport(
        f"Export it again with {file}.csv, and give all its files in one folder or zip. Right now there is "
        f"{listed([one.name for one in parts])}.",
        headline=f"This set has no {file}.csv, so {why}.",
    )


def need_headings(part: Part, *wanted: str) -> None:
    """Insist on headings; "sms or phone" is either. Raises `MissingColumns` that names them and the file."""
    found = set(map(squashed, part.headings))
    missing = [one for one in wanted if not found.intersection(map(squashed, one.split(" or ")))]
    if missing:
        error: RosterError = MissingColumns(missing, part.headings)
        error.sheet = part.name
        raise error


def several(cell: str) -> tuple[str, ...]:
    """Give the members of a list in one cell."""
    return tuple(filter(None, _LIST.split(cell.strip())))


def first_of(record: Record, *headings: str) -> str:
    """Give the first cell that says anything."""
    return next((said for heading in headings if (said := record[heading])), "")


def all_of(record: Record, *headings: str) -> tuple[str, ...]:
    """Give the cells that say anything."""
    return tuple(said for heading in headings if (said := record[heading]))


def whole(parts: Parts, file: str) -> list[Record]:
    """Give the lines of a table whose cells are surely under their headings."""
    return [record for record in parts.records(file) if not record.torn]


def torn_lines(people: Iterable[Record], others: Iterable[Record] = ()) -> Iterator[Problem]:
    """Report the lines whose cells may have slipped: those about people are read with care, others left out."""
    for records, done in ((people, "whoever it is about is protected"), (others, "it was left out")):
        for record in (record for record in records if record.torn):
            said = f"This line of {record.file} has more cells than headings, so its cells may have slipped; {done}."
            yield Problem("row", said, row=record.row)


def records_of(parts: Parts, files: Iterable[str]) -> Iterator[Record]:
    """Give the lines of several tables."""
    return (record for file in files for record in parts.records(file))


def cut_short(parts: Parts, *files: str) -> bool:
    """Whether any of these tables ends in the middle of a line."""
    return any(part is not None and part.cut_short for part in map(parts.table, files))
