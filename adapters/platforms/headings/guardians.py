"""Lists of children with their guardians, as clubs and parents' associations keep them, told from a school's export.

Nothing published says what Spond's or Classlist's columns are called, so that they are told by the words of their
headings: a child's name, and guardians or parents, each with a number or an address. Whoever is read are the guardians.
"""

from enum import Enum

from adapters.platforms.headings.columns import claiming
from adapters.platforms.headings.headed import Headed
from adapters.platforms.headings.layout import Layout
from adapters.platforms.persons.people import Said, joined, member_of
from adapters.platforms.persons.same import once_each
from roster.columns import PUPIL, THE_PUPILS_OWN, Column, Plan
from roster.export import Sheet
from roster.groups import Completeness, Problem
from roster.heading_rows import plan_at, speaks_of_pupils
from roster.headings import NAME_FIELDS, Subject, squashed, understood
from roster.text import clean, folded
from roster.vocabulary import Field

_ONLY_A_SCHOOL_SAYS = frozenset(
    {Field.RELATION, Field.RESPONSIBILITY, Field.PRIORITY, Field.LIVES, Field.RESTRICTED, Field.LEFT, Field.LEAVER}
)
_A_SCHOOL_SAYS_TOO = frozenset({Field.CLASS, Field.YEAR, Field.DOB, Field.START, Field.STATUS})
_REACHED = frozenset({Field.PHONE, Field.EMAIL})
_ROLES = frozenset({"role", "roles"})
_PLATFORMS = ("spond", "classlist")
_NO_GUARDIAN = "This row has no guardian who could be reached or named; it was set aside."

GUARDIANS = Layout(name="guardians", platform="other", signature=frozenset(), completeness=Completeness.PARTIAL)


class Looks(Enum):
    """What a sheet with headings looks like: a list, a school's export, or what only whoever gives it can tell."""

    LIST = "list"
    EITHER = "either"
    EXPORT = "export"


def looks(sheet: Sheet, position: int) -> Looks:
    """Tell what a sheet is by its headings, and by a platform's name among them."""
    plan = plan_at(sheet, position)
    if claiming(sheet.rows[position][1]) or not (plan.names_pupils and _reaches(plan) and speaks_of_pupils(plan)):
        return Looks.LIST
    if _is_a_schools_own(plan):
        return Looks.EXPORT
    if any(column.field in _A_SCHOOL_SAYS_TOO for column in plan.columns) and not _names_a_platform(sheet, position):
        return Looks.EITHER
    return Looks.LIST


def read_guardians(sheet: Sheet, position: int, *, region: str) -> Headed:
    """Read the guardians of every row, each once however many children they have; never a child."""
    plan = plan_at(sheet, position)
    headed = Headed(GUARDIANS)
    group = headed.groups[""]
    for row, cells in sheet.rows[position + 1 :]:
        said = [_said(plan, slot, cells, row) for slot in _slots(plan)]
        found = [member for one in said if one and (member := member_of(one, region))]
        group.members += found
        if not found and any(map(clean, cells)):
            group.problems.append(Problem("row", _NO_GUARDIAN, row=row))
    # Brothers and sisters have one mother: nothing is wrong with the second row.
    group.members = list(once_each(group.members)[0])
    return headed


def has_guardians(sheet: Sheet, position: int) -> bool:
    """Whether the rows are children, each with guardians."""
    plan = plan_at(sheet, position)
    return not claiming(plan.headings) and plan.names_pupils and speaks_of_pupils(plan) and bool(_slots(plan))


def _slots(plan: Plan) -> list[int]:
    return [
        slot
        for slot, one in enumerate(plan.slots)
        if one.name != THE_PUPILS_OWN and any(map(_is_a_guardians, _of(plan, slot)))
    ]


def _said(plan: Plan, slot: int, cells: tuple[str, ...], row: int) -> Said | None:
    def texts(*fields: Field) -> list[str]:
        places = [one.index for kind in fields for one in _of(plan, slot) if one.field is kind]
        return [cells[index] for index in places if index < len(cells) and clean(cells[index])]

    name = joined(texts(Field.FULL, Field.FIRST, Field.LAST))
    phones, emails = texts(Field.PHONE), texts(Field.EMAIL)
    return Said(row, [name] if name else [], phones, emails) if name or phones or emails else None


def _of(plan: Plan, slot: int) -> list[Column]:
    """The columns of a slot. Where guardians have numbers or addresses of their own, a bare "Email" may be the child's."""
    wanted = plan.of(slot, *NAME_FIELDS, Field.PHONE, Field.EMAIL)
    theirs = any(one.field in _REACHED and _is_a_guardians(one) for one in plan.columns)
    return [column for column in wanted if _is_a_guardians(column) or (column.field in _REACHED and not theirs)]


def _is_a_guardians(column: Column) -> bool:
    told = understood(column.heading)
    return told is not None and told.subject is Subject.CONTACT


def _reaches(plan: Plan) -> bool:
    return any(column.field in _REACHED and column.who != PUPIL for column in plan.columns)


def _is_a_schools_own(plan: Plan) -> bool:
    if any(column.field in _ONLY_A_SCHOOL_SAYS and squashed(column.heading) not in _ROLES for column in plan.columns):
        return True
    return any(_is_a_pupils_id(column) for column in plan.of(PUPIL, Field.ID))


def _is_a_pupils_id(column: Column) -> bool:
    told = understood(column.heading)
    return told is not None and told.subject is Subject.PUPIL


def _names_a_platform(sheet: Sheet, position: int) -> bool:
    said = (sheet.title, *(cell for _, cells in sheet.rows[: position + 1] for cell in cells))
    return any(name in folded(text) for text in said for name in _PLATFORMS)
