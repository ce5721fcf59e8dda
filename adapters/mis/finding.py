"""Where in a book the headings stand: known, confirmed by the office, or the likeliest row; and why there are none."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from adapters.tables.book import Book
from roster.columns import Plan
from roster.errors import MissingColumns, OneOfASet, RosterError, UnreadableExport
from roster.export import Sheet
from roster.groups import Problem
from roster.heading_rows import HEADINGS_WITHIN, heading_row, plan_at, speaks_of_pupils
from roster.headings import NAME_FIELDS, squashed
from roster.lines import Lines
from roster.mapping import Kept, fingerprint, texts_of
from roster.samples import guessed, holds_numbers
from roster.vocabulary import Field
from roster.words import listed

_MOSTLY = 0.4
_LONGEST_HEADING = 60
_DIGITS_NO_HEADING_HAS = 5
_HEADINGS_AT_LEAST = 3
# What OneRoster and School Data Sync call the key that holds their files together, in all versions.
_KEYS_OF_A_SET = ("sourcedid", "schoolsisid", "sectionsisid")
# Two files of School Data Sync v1: the guardians, and whose guardians they are.
_WHOLE_HEADS_OF_A_SET = (
    frozenset({"sisid", "email", "role"}),
    frozenset({"email", "firstname", "lastname", "phone", "sisid"}),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A row of headings: its sheet, its position there (not its number), and which column is which."""

    sheet: Sheet
    position: int
    plan: Plan

    @property
    def lines(self) -> Lines:
        """The rows under the headings."""
        return self.sheet.rows[self.position + 1 :]


def found_in(book: Book, confirmed: Collection[Kept]) -> list[Found]:
    """Find the headings of every sheet that has any of an export; those the office has confirmed go before."""
    known = {one.mapping.fingerprint: one for one in confirmed}
    found = []
    for sheet in book.sheets:
        one = _confirmed(sheet, known) if known else None
        if one is None and (position := heading_row(sheet)) is not None:
            one = Found(sheet, position, plan_at(sheet, position))
        if one:
            found.append(one)
    return found


def likeliest(book: Book) -> Found | None:
    """Find the row that is most likely one of headings, though an export lacks something under it."""
    rows = list(_rows(book))
    best = max(rows, key=lambda one: _told(one.plan), default=None)
    if best and _told(best.plan):
        return best
    plain = (one for one in rows if len(one.plan.headings) >= _HEADINGS_AT_LEAST and _looks_plain(one.plan))
    return next(plain, None)


def why_not(book: Book) -> RosterError:
    """Say why no sheet of a book is an export, by the row that looks most like headings."""
    best = max(_rows(book), key=lambda one: _told(one.plan), default=None)
    if best is None or not _told(best.plan):
        return UnreadableExport(
            "It needs a row of headings, such as Surname, Class, Parent's name, Mobile. If this is a group's member "
            "list, give it after the export."
        )
    plan = best.plan
    if plan.reaches_contacts and not speaks_of_pupils(plan):
        return placed(
            UnreadableExport(
                f"Give the MIS export first and the lists after it. Right now the file has {listed(plan.headings)}.",
                headline="This looks like a group's member list, not an MIS export: it has nothing on pupils.",
            ),
            best.sheet,
        )
    missing = [] if plan.reaches_contacts else ["the contacts' telephone numbers"]
    missing += [] if plan.names_pupils else ["the pupils' names"]
    return placed(MissingColumns(missing, plan.headings, _hint(best)), best.sheet)


def refuse_one_of_a_set(book: Book) -> None:
    """Refuse a file that means something only beside others. Raises `OneOfASet`."""
    for sheet in book.sheets:
        headings = [squashed(cell) for _, cells in sheet.rows[:1] for cell in cells]
        keyed = any(heading.endswith(_KEYS_OF_A_SET) for heading in headings)
        if keyed or frozenset(headings) in _WHOLE_HEADS_OF_A_SET:
            raise OneOfASet


def left_out(book: Book, found: list[Found]) -> Iterator[Problem]:
    """Ask about the sheets that are not read.

    Raises `UnreadableExport` for a sheet of telephone numbers under no headings: whoever is in it would be forgotten.
    """
    read = [id(one.sheet) for one in found]
    for sheet in book.sheets:
        if id(sheet) in read or not sheet.rows:
            continue
        if any(holds_numbers(sheet.rows, index) for index in range(sheet.rows.width)):
            error = UnreadableExport(
                "Give it the headings that the other sheets have, or take it out of the workbook.",
                headline="This sheet holds telephone numbers, and no headings that Roster understands.",
            )
            raise placed(error, sheet)
        yield Problem("file", f'The sheet "{sheet.title}" was not read: no pupils or telephones. Is that right?')


def placed(error: RosterError, sheet: Sheet) -> RosterError:
    """Say in which sheet it is wrong."""
    error.sheet = sheet.title or None
    return error


def _confirmed(sheet: Sheet, known: dict[str, Kept]) -> Found | None:
    for position in range(min(HEADINGS_WITHIN, len(sheet.rows))):
        plan = plan_at(sheet, position)
        one = known.get(fingerprint(texts_of(plan)))
        if one:
            told = one.mapping.plan(one.said)
            return Found(sheet, position, replace(told, width=max(plan.width, told.width)))
    return None


def _rows(book: Book) -> Iterator[Found]:
    for sheet in book.sheets:
        for position, _ in islice(enumerate(sheet.rows), HEADINGS_WITHIN):
            yield Found(sheet, position, plan_at(sheet, position))


def _told(plan: Plan) -> int:
    """How many headings a row tells, if it is one of headings at all; the texts of any other row are not repeated."""
    told = sum(column.field is not Field.IGNORED for column in plan.columns)
    understood_share = len(plan.columns) / max(len(plan.headings), 1)
    return told if _looks_plain(plan) and understood_share >= _MOSTLY else 0


def _looks_plain(plan: Plan) -> bool:
    return all(
        len(text) <= _LONGEST_HEADING and sum(map(str.isdigit, text)) < _DIGITS_NO_HEADING_HAS for text in plan.headings
    )


def _hint(found: Found) -> str:
    """Name the columns that may be what is missing, as far as a slip of the pen explains it."""
    likely = guessed(found.plan, found.lines)
    wanted = {index: one for index, one in likely.items() if one.field in {Field.PHONE, Field.ID, *NAME_FIELDS}}
    told = [f'"{texts_of(found.plan)[index]}" looks like "{one.meant}"' for index, one in wanted.items()]
    return f"{listed(told)}: if that is right, say so with roster map." if told else ""
