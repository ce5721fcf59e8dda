"""One seed's school with its export, its lists and the truth about everybody in them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.schools import exports, lists
from tests.schools.families import a_school
from tests.schools.lists import Group
from tests.schools.members import Member
from tests.schools.parcels import Parcel
from tests.schools.people import School
from tests.schools.plan import Plan, Used, a_plan
from tests.schools.sheets import Sheet
from tests.schools.truth import Oracle, Truth


@dataclass(frozen=True)
class Case:
    """A school, how its export and lists are written, and what is right."""

    school: School
    plan: Plan
    sheet: Sheet | Parcel
    groups: tuple[Group, ...]
    truths: tuple[tuple[Truth, ...], ...]
    used: frozenset[str]

    def everybody(self) -> list[tuple[Group, Member, Truth]]:
        return [
            (group, member, truth)
            for group, truths in zip(self.groups, self.truths, strict=True)
            for member, truth in zip(group.members, truths, strict=True)
        ]

    def write(self, folder: Path, export: Sheet | Parcel) -> list[str]:
        """Write the lists and an export, as a rule the case's own; the arguments that name them to `roster check`."""
        path = exports.write(export, self.plan, folder)
        written = [f"{group.name}={lists.save(group, self.school, folder)}" for group in self.groups]
        return [str(path), *written]

    def __str__(self) -> str:
        plan = self.plan
        return f"seed {self.school.seed}, {plan.layout} (variant {plan.variant}) as {plan.container}, {plan.encoding}"


@cache
def a_case(seed: int) -> Case:
    """The same case for the same seed."""
    school, used = a_school(seed), Used()
    plan = a_plan(school)
    sheet = exports.laid_out(school, plan, used)
    groups = lists.groups(school)
    oracle = Oracle(school, sheet, initials="an initial" in used.kinds)
    truths = tuple(tuple(oracle.truth(member, group) for member in group.members) for group in groups)
    return Case(school, plan, sheet, groups, truths, frozenset(used.kinds))
