"""Where a result of `roster check --format json` departs from the truth or from the contract."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.schools.cases import Case
from tests.schools.lists import Group
from tests.schools.members import Member
from tests.schools.names import plain
from tests.schools.truth import QUERY, REMOVE, Truth

REASONS = {
    "carer-on-roll": "belongs",
    "starter": "belongs",
    "leaver-grace": "belongs",
    "exempt": "belongs",
    "other-group": "query",
    "not-a-carer": "query",
    "name-only": "query",
    "unidentified": "query",
    "possible-new-number": "query",
    "damaged-record": "query",
    "unusable-number": "query",
    "restricted": "query",
    "all-children-left": "remove",
    "not-on-roll": "remove",
}
GUARDS = frozenset(
    {
        *("too-many-removals", "too-few-known", "class-missing", "roll-shrunk", "roll-old", "roll-damaged"),
        *("list-short", "all-admins", "first-run"),
    }
)
YOU = "You"


@dataclass(frozen=True)
class Disagreement:
    """One departure; `kind` is one of false removal, missed removal, needless query, undue place, contract."""

    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


def disagreements(case: Case, status: int, result: dict[str, Any]) -> list[Disagreement]:
    """Every departure of the result from what is right for the case."""
    found = list(_of_the_whole(case, status, result))
    for group, truths, said in zip(case.groups, case.truths, result.get("groups", []), strict=False):
        found += _of_a_group(case, group, truths, said)
    return found


def _contract(case: Case, text: str) -> Disagreement:
    return Disagreement("contract", f"{case}: {text}")


def _of_the_whole(case: Case, status: int, result: dict[str, Any]) -> Iterator[Disagreement]:
    if result.get("schema") != "roster.check/1" or result.get("on") != case.school.day.isoformat():
        yield _contract(case, f"schema {result.get('schema')!r}, on {result.get('on')!r}")
    yield from _of_the_counts(case, result.get("export", {}))
    names = [group.get("name") for group in result.get("groups", [])]
    if names != [group.name for group in case.groups]:
        yield _contract(case, f"groups {names} for the lists {[group.name for group in case.groups]}")
    said = [verdict for group in result.get("groups", []) for verdict in group["verdicts"]]
    flagged = any(v["standing"] != "belongs" for v in said) or any(g["held"] for g in result.get("groups", []))
    if status != int(flagged):
        yield _contract(case, f"exit status {status}, though {'somebody is' if flagged else 'nobody is'} flagged")


def _of_the_counts(case: Case, export: dict[str, Any]) -> Iterator[Disagreement]:
    """The counts of pupils, wherever no torn row hides one; without a first day, starters are on roll."""
    if any(seen.torn for seen in case.sheet.seen):
        return
    listed = [case.school.pupil[key] for key in {seen.pupil for seen in case.sheet.seen}]
    left = sum(pupil.has_left(case.school.day) for pupil in listed)
    starting = "starting" in case.sheet.shows
    telling = "leaving" in case.sheet.shows or not case.plan.is_a_standard
    to_come = sum(pupil.is_yet_to_start(case.school.day) for pupil in listed) if starting else 0
    right = {"pupils_on_roll": len(listed) - left - to_come, "starters": to_come}
    if telling:
        right["leavers"] = left
    said = {name: export.get(name) for name in right}
    if said != right:
        yield _contract(case, f"the export has {right}; said: {said}")


def _of_a_group(case: Case, group: Group, truths: tuple[Truth, ...], said: dict[str, Any]) -> Iterator[Disagreement]:
    for held in said["held"]:
        if held["guard"] not in GUARDS:
            yield _contract(case, f"{group.name} is held by {held['guard']!r}")
    verdicts = [v for v in said["verdicts"] if v["member"]["shown_as"] != YOU]
    if len(verdicts) != len(group.members):
        yield _contract(case, f"{_list(group)}: {len(verdicts)} verdicts for {len(group.members)} members")
        return
    for member, truth, verdict in zip(group.members, truths, verdicts, strict=True):
        where = f"{_list(group)}: {_shown(member)}; right: {truth}; said: {verdict}"
        if not _is_of(member, verdict["member"]):
            yield _contract(case, f"another member, or another number, in its place: {where}")
        elif REASONS.get(verdict["reason"]) != verdict["standing"]:
            yield _contract(case, f"reason and standing: {where}")
        elif verdict["standing"] not in truth.allowed:
            yield Disagreement(_kind(truth, verdict["standing"]), f"{case}, {where}")


def _kind(truth: Truth, standing: str) -> str:
    if standing == REMOVE:
        return "false removal"
    if truth.must_remove:
        return "missed removal"
    return "needless query" if standing == QUERY else "undue place"


def _is_of(member: Member, said: dict[str, Any]) -> bool:
    """Whether the verdict is about this member; a hidden one may be shown by name or by `Hidden (privacy)`."""
    if member.number or said["phone"]:
        return bool(said["phone"] == member.number)
    shown = plain(said["shown_as"])
    return plain(member.name) in shown or (bool(member.instead) and plain(member.instead) in shown)


def _list(group: Group) -> str:
    return f"{group.name} ({group.style})"


def _shown(member: Member) -> str:
    return f"{member.kind} {member.name!r} {member.number or member.instead or 'no number'}"
