"""From an upload to the groups in it."""

from pathlib import PurePath

from adapters.confined.opening import open_book
from adapters.platforms.headed import heading_row, read_headed
from adapters.platforms.pasted import read_pasted
from adapters.platforms.refusals import has_headings, refuse_programs_own
from adapters.tables.book import Book
from roster.errors import NothingInside, RosterError, UnreadableList
from roster.export import Sheet, Upload
from roster.groups import MemberList
from roster.heading_rows import plan_at, speaks_of_pupils
from roster.text import folded
from roster.words import listed

_NO_GROUPS_NAME = frozenset(
    {"", "sheet", "sheet1", "members", "contacts", "participants", "summary", "export", "list", "data"}
)
_NOT_MEMBERS = frozenset({"summary"})


def read_lists(upload: Upload, *, name: str | None = None, region: str = "GB") -> tuple[MemberList, ...]:
    """Read every group in a file. `name` names the group; without it the file does, or what the file is called.

    Raises a `RosterError` if nobody can be read from it, or if `name` is given for a file of several groups.
    """
    book = open_book(upload, with_text=True)
    try:
        lists = _read(upload, book, region)
    except RosterError as error:
        error.file = upload.name
        raise
    if not any(listed_.members for listed_ in lists):
        raise _placed(NothingInside(book.sheets[0].rows[0][1] if book.sheets and book.sheets[0].rows else ()), upload)
    if name is None:
        return lists
    if len(lists) > 1:
        raise _placed(
            UnreadableList(
                f"Leave out {name}=; the file names the groups itself: {listed([one.name for one in lists])}.",
                headline="This file holds several groups, so one name does not fit.",
            ),
            upload,
        )
    from dataclasses import replace

    return (replace(lists[0], name=name),)


def _read(upload: Upload, book: Book, region: str) -> tuple[MemberList, ...]:
    stem = PurePath(upload.name).stem
    if book.text is not None:
        refuse_programs_own(book.text)
    headed = [(sheet, place) for sheet in book.sheets if (place := heading_row(sheet)) is not None]
    headed = [(sheet, place) for sheet, place in headed if folded(sheet.title) not in _NOT_MEMBERS]
    for sheet, place in headed:
        _refuse_exports(sheet, place)
    if headed:
        return tuple(found for sheet, place in headed for found in _from_sheet(sheet, place, stem, upload.name, region))
    if book.text is None or has_headings(book.sheets[0]):
        raise UnreadableList(
            "It needs a heading over the numbers, such as Phone or Mobile. "
            f"Right now it begins with {listed(_beginning(book))}."
        )
    pasted = read_pasted(book.text, region=region)
    return (MemberList(pasted.title or stem, pasted.members, "whatsapp", "pasted", said=pasted.said, file=upload.name),)


def _from_sheet(sheet: Sheet, place: int, stem: str, file: str, region: str) -> list[MemberList]:
    headed = read_headed(sheet, place, region=region)
    own_name = stem if folded(sheet.title) in _NO_GROUPS_NAME else sheet.title
    return [
        MemberList(
            name=group or own_name,
            members=tuple(members),
            platform=headed.layout.platform,
            format=headed.layout.name,
            completeness=headed.layout.completeness,
            file=file,
            problems=tuple(headed.problems),
        )
        for group, members in headed.members.items()
    ]


def _refuse_exports(sheet: Sheet, place: int) -> None:
    plan = plan_at(sheet, place)
    if plan.names_pupils and plan.reaches_contacts and speaks_of_pupils(plan):
        error = UnreadableList(
            f"Give the export first and the lists after it. Right now the file has {listed(plan.headings)}.",
            headline="This looks like an MIS export, not a group's member list.",
        )
        error.sheet = sheet.title or None
        raise error


def _beginning(book: Book) -> list[str]:
    return [cell for sheet in book.sheets[:1] for _, cells in sheet.rows[:1] for cell in cells if cell]


def _placed(error: RosterError, upload: Upload) -> RosterError:
    error.file = upload.name
    return error
