"""From an upload to an export: the heading row found, the format told, the lines under it taken."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from adapters.confined.opening import open_book
from adapters.mis.finding import Found, found_in, left_out, likeliest, placed, refuse_one_of_a_set, why_not
from adapters.mis.layout import all_layouts
from adapters.tables.book import Book
from roster.columns import Plan, has_two_lists, understand
from roster.errors import ClaimedTwice, NothingInside, RosterError, UnreadableExport
from roster.export import Export, Upload
from roster.groups import Problem
from roster.lines import Lines
from roster.mapping import Kept, OtherHeadings, UnusableMapping, fingerprint, texts_of
from roster.vocabulary import Field
from roster.words import listed

_SHEETS_OF_PARTS = "adapters.mis.standard:as_sheets"
_NO_MIS = "headings"


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a file and what stands under them, for a look at which column is which.

    `format` is the MIS or standard, or "headings" for none that is known; `recorded` as for a `Sheet`. `lacking` is what
    is wrong if the file cannot be read by these headings alone.
    """

    format: str
    plan: Plan
    lines: Lines
    recorded: bool = False
    lacking: RosterError | None = None


def read_export(upload: Upload, *, confirmed: Collection[Kept] = ()) -> tuple[Export, tuple[Problem, ...]]:
    """Read a MIS export. Raises a `RosterError` that says what is wrong, in which file and sheet, and what to do.

    The heading row is the first that says whose child and which telephone; what stands above it is a title. A row whose
    columns the office has `confirmed` goes before; one that is given without a day must fit (`OtherHeadings`).
    """
    book = _arranged(open_book(upload, parts=_SHEETS_OF_PARTS))
    try:
        export, notes = _read(upload.name, book, confirmed)
    except RosterError as error:
        error.file = upload.name
        raise
    return export, (*book.notes, *notes)


def read_headings(upload: Upload, *, confirmed: Collection[Kept] = ()) -> Headings:
    """Find the headings of an export, even of one that cannot be read by them. Raises a `RosterError` if there are none."""
    book = _arranged(open_book(upload, parts=_SHEETS_OF_PARTS))
    try:
        return _headings(book, confirmed)
    except RosterError as error:
        error.file = upload.name
        raise


def _headings(book: Book, confirmed: Collection[Kept]) -> Headings:
    if book.format:
        (sheet,) = book.sheets
        return Headings(book.format, understand(sheet.rows[0][1]), sheet.rows[1:], recorded=True)
    refuse_one_of_a_set(book)
    found = found_in(book, confirmed)
    best = found[0] if found else likeliest(book)
    if best is None:
        raise why_not(book)
    return Headings(_format_of(best.plan), best.plan, best.lines, lacking=None if found else why_not(book))


def _read(file: str, book: Book, confirmed: Collection[Kept]) -> tuple[Export, tuple[Problem, ...]]:
    if book.format:
        return _recorded(file, book, confirmed)
    refuse_one_of_a_set(book)
    found = found_in(book, confirmed)
    _insist(confirmed, found, book)
    if not found:
        raise why_not(book)
    if len({fingerprint(texts_of(one.plan)) for one in found}) > 1:
        raise UnreadableExport(
            f"Export one list, or put them into one sheet. Right now there are "
            f"{listed([one.sheet.title for one in found])}.",
            headline="The sheets of this workbook have different headings, and each looks like an export.",
        )
    lines = sum((one.lines for one in found), Lines())
    plan, first = found[0].plan, found[0].sheet
    if has_two_lists(plan):
        raise placed(
            UnreadableExport(
                "Put one below the other, under one row of headings.",
                headline="Two lists stand side by side in this sheet.",
            ),
            first,
        )
    if not lines:
        raise placed(NothingInside(plan.headings), first)
    notes = (*left_out(book, found), *_nobody_to_ring(plan, lines))
    titles = listed([one.sheet.title for one in found]) if first.title else ""
    return Export(file, _format_of(plan), titles, plan, lines, first.delimited, first.cut_short), notes


def _arranged(book: Book) -> Book:
    """Lay out anew the sheet of a format whose rows do not say what their headings promise."""
    for layout in all_layouts():
        for sheet in book.sheets:
            anew = layout.rearrange(sheet) if layout.rearrange and not book.format else None
            if anew:
                laid_out, notes = anew
                return replace(book, sheets=(laid_out,), notes=(*book.notes, *notes), format=layout.name)
    return book


def _recorded(file: str, book: Book, confirmed: Collection[Kept]) -> tuple[Export, tuple[Problem, ...]]:
    if any(one.on is None for one in confirmed):
        raise UnusableMapping(
            "Give the file without a mapping.", headline=f"The columns of this format ({book.format}) are known."
        )
    (sheet,) = book.sheets
    lines = sheet.rows[1:]
    plan = understand(sheet.rows[0][1])
    if not lines:
        raise placed(NothingInside(plan.headings), sheet)
    read = Export(file, book.format, sheet.title, plan, lines, sheet.delimited, sheet.cut_short, recorded=True)
    return read, (*_nobody_to_ring(plan, lines),)


def _insist(confirmed: Collection[Kept], found: list[Found], book: Book) -> None:
    """Raise `OtherHeadings` if columns were given just now and fit no sheet."""
    given = [one for one in confirmed if one.on is None]
    if given and not any(one.plan.confirmed == given[0].said for one in found):
        best = found[0] if found else likeliest(book)
        expected = [entry.heading for entry in given[0].mapping.entries]
        raise OtherHeadings(expected, best.plan.headings if best else ())


def _nobody_to_ring(plan: Plan, lines: Lines) -> Iterator[Problem]:
    """Say that nobody can be recognised, if no telephone column of an export holds anything."""
    telephones = [column.index for column in plan.columns if column.field is Field.PHONE]
    if telephones and not any(any(block.column(index)) for block in lines.blocks for index in telephones):
        said = "No contact in this file has a telephone number, so nobody in a group can be recognised by it. "
        yield Problem("file", f"{said}Was it exported without the contacts?")


def _format_of(plan: Plan) -> str:
    claiming = [layout.name for layout in all_layouts() if layout.claims(plan.headings)]
    if len(claiming) > 1:
        raise ClaimedTwice(claiming)
    return claiming[0] if claiming else _NO_MIS
