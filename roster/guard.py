"""The brakes: a run that would surprise is held, and says whom it means, why, and what to do."""

from collections.abc import Iterator

from roster.causes import likely_cause
from roster.groups import Completeness, MemberList
from roster.objection import Objection
from roster.policy import Limits
from roster.proof import people_on
from roster.roll import Roll, present
from roster.scope import Kind, Scope
from roster.verdicts import Standing, Verdict
from roster.words import counted

__all__ = ["LIST_GUARDS", "SIZE_GUARDS", "Objection", "objections"]

LIST_GUARDS = frozenset({"list-short", "too-few-known"})
"""What makes a list doubtful: it may not be the whole group's, or not this group's, and then its silence proves nothing."""

SIZE_GUARDS = frozenset({"too-many-removals"})
"""What speaks against new removals for being many, and for nothing else: whoever was asked for before still is."""

# Of fewer, most being another class's says nothing.
_A_GROUP = 5


def objections(
    listed: MemberList, scope: Scope, roll: Roll, verdicts: tuple[Verdict, ...], limits: Limits
) -> tuple[Objection, ...]:
    """Everything that speaks against acting on these verdicts, as far as the roll and the list themselves tell."""
    found = (
        too_many_removals(listed.name, verdicts, limits, roll),
        too_few_known(listed.name, verdicts, limits),
        class_missing(listed.name, scope, roll),
        roll_damaged(roll, limits),
        list_short(listed),
        all_admins(listed.name, verdicts),
    )
    return tuple(objection for objection in found if objection)


def too_many_removals(name: str, verdicts: tuple[Verdict, ...], limits: Limits, roll: Roll) -> Objection | None:
    """More people to remove than max(3, 10 % of the members)."""
    leaving = [verdict for verdict in verdicts if verdict.standing is Standing.REMOVE]
    going = len(leaving)
    limit = max(float(limits.removals), limits.removals_share * len(verdicts))
    if going <= limit:
        return None
    return Objection(
        "too-many-removals",
        f"{going} of the {counted(len(verdicts), 'member')} of {name} would be asked to leave, more than {limit:g}. "
        f"{_why_they_go(leaving, roll)} Check that the export is whole and of today, and that the list is this group's; "
        f"then release the list, or upload a better export.",
    )


def too_few_known(name: str, verdicts: tuple[Verdict, ...], limits: Limits) -> Objection | None:
    """Fewer than 60 % of the members who show a number are known to the roll, or most of them as another class's."""
    numbered = [verdict for verdict in verdicts if verdict.member.phone]
    known = sum(verdict.known for verdict in numbered)
    if known >= limits.known_share * len(numbered):
        return _anothers(name, numbered)
    return Objection(
        "too-few-known",
        f"Only {known} of the {len(numbered)} people of {name} who show a number are known to the school, fewer than "
        f"{limits.known_share:.0%}. Most likely the list is another group's, or the export lacks classes or telephone "
        f"columns: upload the right one.",
    )


def _anothers(name: str, numbered: list[Verdict]) -> Objection | None:
    """A group whose children have moved up, under its old name: whoever is unknown in it is no stranger to the others."""
    elsewhere = sum(verdict.reason.name == "other-group" for verdict in numbered)
    going = any(verdict.standing is Standing.REMOVE for verdict in numbered)
    if not going or elsewhere < _A_GROUP or 2 * elsewhere <= len(numbered):
        return None
    return Objection(
        "too-few-known",
        f"{elsewhere} of the {len(numbered)} people of {name} who show a number are carers of children in other classes. Most "
        f"likely the children have moved up, or the list is another group's: name the group after the class that it is for "
        f"now, or upload the right list.",
    )


def class_missing(name: str, scope: Scope, roll: Roll) -> Objection | None:
    """The group's class or year has no pupil on roll."""
    if scope.kind is Kind.SCHOOL or any(
        scope.includes(pupil) and present(pupil, roll.day) for pupil in roll.snapshot.pupils
    ):
        return None
    classes = sorted({one for pupil in roll.snapshot.pupils for one in pupil.classes})
    has = f"it has the classes {', '.join(classes[:12])}" if classes else "it names no classes at all"
    return Objection(
        "class-missing",
        f"{name} is for {scope.said}, and no pupil on roll is in it: {has}. Export again with every class and year, or "
        f"name the group after a class that there is.",
    )


def roll_damaged(roll: Roll, limits: Limits) -> Objection | None:
    """More than 2 % of the export's rows had to be set aside, or the file ends in the middle of a row."""
    snapshot = roll.snapshot
    if snapshot.cut_short:
        return Objection(
            "roll-damaged",
            "The export ends in the middle of a row, or says itself that it is only a part, so nobody can say how much of "
            "it is missing. Export the whole list again.",
        )
    if snapshot.set_aside <= limits.set_aside_share * snapshot.rows:
        return None
    return Objection(
        "roll-damaged",
        f"{snapshot.set_aside} of the export's {counted(snapshot.rows, 'row')} could not be read, more than "
        f"{limits.set_aside_share:.0%}. See its problems, mend them in the MIS or the spreadsheet, and export it again.",
    )


def list_short(listed: MemberList) -> Objection | None:
    """The list has fewer members than the platform says there are. Of a chat nobody expects all of them."""
    if listed.said is None or listed.completeness is Completeness.EVENTS or people_on(listed) >= listed.said:
        return None
    return Objection(
        "list-short",
        f"{listed.name} has {listed.said} members, and the list shows {people_on(listed)}. Copy the whole list again.",
    )


def all_admins(name: str, verdicts: tuple[Verdict, ...]) -> Objection | None:
    """Every admin who shows a number would be flagged."""
    admins = [verdict for verdict in verdicts if verdict.member.admin and verdict.member.phone]
    if not admins or not all(verdict.flagged for verdict in admins):
        return None
    return Objection(
        "all-admins",
        f"Every one of the {counted(len(admins), 'admin')} of {name} whose number is shown would be flagged. Most likely "
        f"the export or the list is the wrong one; if not, the group needs another admin before anybody is removed.",
    )


def _why_they_go(leaving: list[Verdict], roll: Roll) -> str:
    return " ".join(_causes(leaving, roll))


def _causes(leaving: list[Verdict], roll: Roll) -> Iterator[str]:
    strangers = sum(verdict.reason.name == "not-on-roll" for verdict in leaving)
    leavers = sum(verdict.reason.name == "all-children-left" for verdict in leaving)
    if strangers:
        yield f"{counted(strangers, 'number')} of theirs {'is' if strangers == 1 else 'are'} on no contact of the export."
    if leavers:
        yield f"{counted(leavers, 'person', 'people')} {'has' if leavers == 1 else 'have'} only children who left."
    cause = likely_cause(leaving, roll)
    if cause:
        yield cause
