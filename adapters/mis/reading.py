"""From an upload to an export: the heading row found, the format told, the lines under it taken."""

from itertools import islice

from adapters.mis.layout import all_layouts
from adapters.tables import Book, read_book
from roster.columns import PUPIL, Plan, understand
from roster.errors import ClaimedTwice, MissingColumns, NothingInside, RosterError, UnreadableExport
from roster.export import Export, Sheet, Upload
from roster.groups import Problem
from roster.headings import NAME_FIELDS, Field, Subject, squashed, understood
from roster.words import listed

_HEADINGS_WITHIN = 60
_NO_MIS = "headings"
_SPEAKS_OF_PUPILS = (Field.CLASS, Field.YEAR, Field.DOB, Field.LEFT, Field.START)
_NEEDED_AT_LEAST = 2


def read_export(upload: Upload) -> tuple[Export, tuple[Problem, ...]]:
    """Read a MIS export. Raises a `RosterError` that says what is wrong, in which file and sheet, and what to do.

    The heading row is the first that says whose child and which telephone; what stands above it is a title.
    """
    book = read_book(upload)
    try:
        export = _read(upload.name, book)
    except RosterError as error:
        error.file = upload.name
        raise
    return export, book.notes


def speaks_of_pupils(plan: Plan) -> bool:
    """Whether headings are those of a school's export, and not of a group's member list."""
    if plan.of(PUPIL, *_SPEAKS_OF_PUPILS):
        return True
    told = [understood(heading) for heading in plan.headings]
    if any(one and one.subject is Subject.PUPIL for one in told):
        return True
    return any(column.who != PUPIL and column.field in NAME_FIELDS for column in plan.columns) and plan.names_pupils


def plan_at(sheet: Sheet, position: int) -> Plan:
    """Understand the row at a position as headings, with the row above it where that spans several columns."""
    return understand(sheet.rows[position][1], _band(sheet, position))


def _read(file: str, book: Book) -> Export:
    found = [(sheet, place) for sheet in book.sheets if (place := _heading_row(sheet)) is not None]
    if not found:
        raise _why_not(book)
    plans = [plan_at(sheet, position) for sheet, position in found]
    if len({tuple(map(squashed, plan.headings)) for plan in plans}) > 1:
        raise UnreadableExport(
            f"Export one list, or put them into one sheet. Right now there are "
            f"{listed([sheet.title for sheet, _ in found])}.",
            headline="The sheets of this workbook have different headings, and each looks like an export.",
        )
    lines = tuple(line for sheet, position in found for line in sheet.rows[position + 1 :])
    first, _ = found[0]
    if not lines:
        raise _placed(NothingInside(plans[0].headings), first)
    titles = listed([sheet.title for sheet, _ in found]) if first.title else ""
    return Export(file, _format_of(plans[0]), titles, plans[0], lines, first.delimited, first.cut_short)


def _format_of(plan: Plan) -> str:
    claiming = [layout.name for layout in all_layouts() if layout.claims(plan.headings)]
    if len(claiming) > 1:
        raise ClaimedTwice(claiming)
    return claiming[0] if claiming else _NO_MIS


def _heading_row(sheet: Sheet) -> int | None:
    for position, _ in islice(enumerate(sheet.rows), _HEADINGS_WITHIN):
        plan = plan_at(sheet, position)
        if plan.names_pupils and plan.reaches_contacts and speaks_of_pupils(plan):
            return position
    return None


def _band(sheet: Sheet, position: int) -> tuple[str, ...]:
    """The row above, filled to the right, if it is a row of headings that span several columns each."""
    if not position or sheet.rows[position][0] != sheet.rows[position - 1][0] + 1:
        return ()
    above = sheet.rows[position - 1][1]
    said = [cell for cell in above if cell]
    if len(said) < _NEEDED_AT_LEAST or not all(understood(cell) for cell in said):
        return ()
    filled: list[str] = []
    for cell in above:
        filled.append(cell or (filled[-1] if filled else ""))
    return tuple(filled) + (filled[-1],) * max(0, len(sheet.rows[position][1]) - len(filled))


def _why_not(book: Book) -> RosterError:
    best: tuple[int, Plan, Sheet] | None = None
    for sheet in book.sheets:
        for position, _ in islice(enumerate(sheet.rows), _HEADINGS_WITHIN):
            plan = plan_at(sheet, position)
            told = sum(column.field is not Field.IGNORED for column in plan.columns)
            if told and (best is None or told > best[0]):
                best = (told, plan, sheet)
    if best is None:
        return UnreadableExport(
            "It needs a row of headings, such as Surname, Class, Parent's name, Mobile. If this is a group's member "
            "list, give it after the export."
        )
    _, plan, sheet = best
    if plan.reaches_contacts and not speaks_of_pupils(plan):
        return _placed(
            UnreadableExport(
                f"Give the MIS export first and the lists after it. Right now the file has {listed(plan.headings)}.",
                headline="This looks like a group's member list, not an MIS export: it has nothing on pupils.",
            ),
            sheet,
        )
    missing = [] if plan.reaches_contacts else ["the contacts' telephone numbers"]
    missing += [] if plan.names_pupils else ["the pupils' names"]
    return _placed(MissingColumns(missing, plan.headings), sheet)


def _placed(error: RosterError, sheet: Sheet) -> RosterError:
    error.sheet = sheet.title or None
    return error
