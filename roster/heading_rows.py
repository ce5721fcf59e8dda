"""The row of headings in a sheet: found among title lines, with a row of wider headings above it where there is one."""

from itertools import islice

from roster.columns import PUPIL, Plan, understand
from roster.export import Sheet
from roster.headings import NAME_FIELDS, Subject, understood
from roster.samples import reaches_contacts
from roster.vocabulary import Field

HEADINGS_WITHIN = 60
COLUMNS_AT_MOST = 500
_SPEAKS_OF_PUPILS = (Field.CLASS, Field.YEAR, Field.DOB, Field.LEFT, Field.START)
_WIDE_HEADINGS_AT_LEAST = 2


def heading_row(sheet: Sheet) -> int | None:
    """Find the first row that says whose child and which telephone; give its position, not its number."""
    for position, _ in islice(enumerate(sheet.rows), HEADINGS_WITHIN):
        plan = plan_at(sheet, position)
        if plan.names_pupils and speaks_of_pupils(plan) and reaches_contacts(plan, sheet.rows[position + 1 :]):
            return position
    return None


def speaks_of_pupils(plan: Plan) -> bool:
    """Whether headings are those of a school's export, and not of a group's member list."""
    if plan.of(PUPIL, *_SPEAKS_OF_PUPILS):
        return True
    told = [understood(heading) for heading in plan.headings]
    if any(one and one.subject is Subject.PUPIL for one in told):
        return True
    return any(column.who != PUPIL and column.field in NAME_FIELDS for column in plan.columns) and plan.names_pupils


def plan_at(sheet: Sheet, position: int) -> Plan:
    """Understand the row at a position as headings, with the row above it where that spans several columns.

    A row with more cells filled than any export has columns is none of headings.
    """
    if sum(map(bool, sheet.rows[position][1])) > COLUMNS_AT_MOST:
        return understand(())
    return understand(sheet.rows[position][1], _band(sheet, position))


def _band(sheet: Sheet, position: int) -> tuple[str, ...]:
    """The row above, filled to the right, if it is a row of headings that span several columns each."""
    if not position or sheet.rows[position][0] != sheet.rows[position - 1][0] + 1:
        return ()
    above = sheet.rows[position - 1][1]
    said = [cell for cell in above if cell]
    if len(said) < _WIDE_HEADINGS_AT_LEAST or not all(understood(cell) for cell in said):
        return ()
    filled: list[str] = []
    for cell in above:
        filled.append(cell or (filled[-1] if filled else ""))
    return tuple(filled) + (filled[-1],) * max(0, len(sheet.rows[position][1]) - len(filled))
