"""From an upload to an export: the heading row found, the format told, the lines under it taken."""

from dataclasses import replace
from itertools import islice

from adapters.confined import open_book
from adapters.mis.layout import all_layouts
from adapters.tables import Book
from roster.columns import Plan, understand
from roster.errors import ClaimedTwice, MissingColumns, NothingInside, RosterError, UnreadableExport
from roster.export import Export, Sheet, Upload
from roster.groups import Problem
from roster.heading_rows import HEADINGS_WITHIN, heading_row, plan_at, speaks_of_pupils
from roster.headings import squashed
from roster.lines import Lines
from roster.vocabulary import Field
from roster.words import listed

_SHEETS_OF_PARTS = "adapters.mis.standards:as_sheets"
_NO_MIS = "headings"
_MOSTLY = 0.4
_LONGEST_HEADING = 60
_DIGITS_NO_HEADING_HAS = 5
_ONE_OF_A_SET = "sourcedid"


def read_export(upload: Upload) -> tuple[Export, tuple[Problem, ...]]:
    """Read a MIS export. Raises a `RosterError` that says what is wrong, in which file and sheet, and what to do.

    The heading row is the first that says whose child and which telephone; what stands above it is a title.
    """
    book = open_book(upload, parts=_SHEETS_OF_PARTS)
    try:
        export = _read(upload.name, _arranged(book))
    except RosterError as error:
        error.file = upload.name
        raise
    return export, book.notes


def _read(file: str, book: Book) -> Export:
    if book.format:
        return _recorded(file, book)
    found = [(sheet, place) for sheet in book.sheets if (place := heading_row(sheet)) is not None]
    if not found:
        raise _why_not(book)
    plans = [plan_at(sheet, position) for sheet, position in found]
    if any(_ONE_OF_A_SET in map(squashed, plan.headings) for plan in plans):
        raise UnreadableExport(
            "Export the pupils and their contacts as one spreadsheet instead.",
            headline="This is one file of a OneRoster or School Data Sync set, which Roster does not read yet.",
        )
    if len({tuple(map(squashed, plan.headings)) for plan in plans}) > 1:
        raise UnreadableExport(
            f"Export one list, or put them into one sheet. Right now there are "
            f"{listed([sheet.title for sheet, _ in found])}.",
            headline="The sheets of this workbook have different headings, and each looks like an export.",
        )
    lines = sum((sheet.rows[position + 1 :] for sheet, position in found), Lines())
    first, _ = found[0]
    if not lines:
        raise _placed(NothingInside(plans[0].headings), first)
    titles = listed([sheet.title for sheet, _ in found]) if first.title else ""
    return Export(file, _format_of(plans[0]), titles, plans[0], lines, first.delimited, first.cut_short)


def _arranged(book: Book) -> Book:
    """Lay out anew the sheet of a format whose rows do not say what their headings promise."""
    for layout in all_layouts():
        for sheet in book.sheets:
            anew = layout.rearrange(sheet) if layout.rearrange and not book.format else None
            if anew:
                return replace(book, sheets=(anew,), format=layout.name)
    return book


def _recorded(file: str, book: Book) -> Export:
    (sheet,) = book.sheets
    lines = sheet.rows[1:]
    plan = understand(sheet.rows[0][1])
    if not lines:
        raise _placed(NothingInside(plan.headings), sheet)
    return Export(file, book.format, sheet.title, plan, lines, recorded=True)


def _format_of(plan: Plan) -> str:
    claiming = [layout.name for layout in all_layouts() if layout.claims(plan.headings)]
    if len(claiming) > 1:
        raise ClaimedTwice(claiming)
    return claiming[0] if claiming else _NO_MIS


def _why_not(book: Book) -> RosterError:
    best: tuple[int, Plan, Sheet] | None = None
    for sheet in book.sheets:
        for position, _ in islice(enumerate(sheet.rows), HEADINGS_WITHIN):
            plan = plan_at(sheet, position)
            told = _told(plan)
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


def _told(plan: Plan) -> int:
    """How many headings a row tells, if it is one of headings at all; the texts of any other row are not repeated."""
    told = sum(column.field is not Field.IGNORED for column in plan.columns)
    understood_share = len(plan.columns) / max(len(plan.headings), 1)
    plain = all(
        len(text) <= _LONGEST_HEADING and sum(map(str.isdigit, text)) < _DIGITS_NO_HEADING_HAS for text in plan.headings
    )
    return told if plain and understood_share >= _MOSTLY else 0


def _placed(error: RosterError, sheet: Sheet) -> RosterError:
    error.sheet = sheet.title or None
    return error
