"""Whether a OneRoster set is a whole roll, or only what has changed since the last."""

from adapters.mis.records.parts import Parts
from adapters.mis.records.rostering import Roster
from adapters.mis.records.rostering_links import STUDENT
from roster.errors import UnreadableExport
from roster.groups import Problem

_CHANGES = "delta"


def refuse_changes_alone(parts: Parts, roster: Roster) -> tuple[Problem, ...]:
    """Refuse a set whose manifest says "delta", for whoever did not change is not in it and would pass for a stranger.

    A first delta holds everything, and some programmes call every set so. One in which every pupil is in a class and
    everybody who is spoken of is there is read, with a note. Raises `UnreadableExport`.
    """
    modes = {record["value"].casefold() for record in parts.records("manifest") if _of_a_file(record["propertyName"])}
    if _CHANGES not in modes:
        return ()
    if not _speaks_of_nobody_else(roster):
        raise UnreadableExport(
            "Export it again in bulk, with everybody in it.",
            headline="This set holds only what has changed since the last one (a delta), so most people are not in it.",
        )
    return (
        Problem(
            "file",
            "The manifest of this set says that it holds only what has changed (a delta). It was read as the whole roll, for "
            "everybody spoken of is in it. Export it in bulk if that is wrong.",
        ),
    )


def _of_a_file(name: str) -> bool:
    return name.casefold().startswith("file.")


def _speaks_of_nobody_else(roster: Roster) -> bool:
    users = {user.id for user in roster.users}
    classes = {one.id for one in roster.classes}
    pupils = {user.id for user in roster.users if STUDENT in user.roles}
    tied = {one for bond in roster.bonds for one in (bond.one, bond.other)}
    placed = {user for user, _ in roster.places}
    return tied | placed <= users and {one for _, one in roster.places} <= classes and pupils <= placed
