"""From the sheets of a table or a workbook to the groups in them."""

from collections.abc import Iterable
from dataclasses import replace

from adapters.platforms.headings.columns import heading_row
from adapters.platforms.headings.guardians import Looks, has_guardians, looks, read_guardians
from adapters.platforms.headings.headed import Group, Headed, read_headed
from adapters.platforms.headings.meant import as_meant
from adapters.platforms.persons.same import once_each
from adapters.platforms.reader import Source
from adapters.tables.book import Book
from roster.errors import NothingInside, UnreadableList
from roster.export import Sheet
from roster.groups import Completeness, MemberList, Problem
from roster.heading_rows import plan_at
from roster.text import folded
from roster.words import listed

_NO_GROUPS_NAME = frozenset(
    {"", "sheet", "sheet1", "members", "contacts", "participants", "summary", "export", "list", "data"}
)
_NOT_MEMBERS = frozenset({"summary"})
_LONGEST_SHEET_NAME = 31
_CUT_SHORT = (
    "The file ends in the middle of a row, so nobody counts as gone because they are not in it. Export it again."
)


def lists_in(book: Book, source: Source, *, surely: bool = False) -> tuple[MemberList, ...]:
    """Read every sheet that has headings of a list; give nothing if none has. A group that several sheets have is one.

    `surely` says that whoever gives the file calls it a list. Raises `UnreadableList` for a school's export, for what may
    be one unless it is surely a list, and for rows none of which is a person.
    """
    headed = [(sheet, place) for sheet in book.sheets if (place := heading_row(sheet)) is not None]
    headed = [(sheet, place) for sheet, place in headed if folded(sheet.title) not in _NOT_MEMBERS]
    for sheet, place in headed:
        _refuse_export(sheet, place, surely=surely)
    read = [(sheet, _read(sheet, place, source)) for sheet, place in headed]
    found = _once_each_name(one for sheet, headed_one in read for one in _lists(sheet, headed_one, source))
    if found and not any(one.members for one in found) and any(one.problems for one in found):
        raise UnreadableList(
            "Export the people who are in the group. Right now every row stands for a group, is empty, or is of somebody who is not in it.",
            headline="No row of this list is a member of a group.",
        )
    if headed and not found:
        raise NothingInside([cell for sheet, place in headed for cell in sheet.rows[place][1]])
    notes = tuple(_nobody(sheet) for sheet, one in read if not one.groups and len(read) > 1)
    return (replace(found[0], problems=(*notes, *found[0].problems)), *found[1:]) if found else ()


def _read(sheet: Sheet, place: int, source: Source) -> Headed:
    meant = as_meant(sheet, place)
    read = read_guardians if has_guardians(meant, place) else read_headed
    return read(meant, place, region=source.region)


def _lists(sheet: Sheet, headed: Headed, source: Source) -> Iterable[MemberList]:
    own_name = source.stem if folded(sheet.title) in _NO_GROUPS_NAME else sheet.title
    for name, group in headed.groups.items():
        yield _list(name or own_name, group, headed, sheet, source)


def _list(name: str, group: Group, headed: Headed, sheet: Sheet, source: Source) -> MemberList:
    layout = headed.layout
    members, twice = once_each(group.members, contacts=layout.contacts)
    notes = [
        *([layout.note] if layout.note else []),
        *([_CUT_SHORT] if sheet.cut_short else []),
        *([_cut_name()] if name == sheet.title and len(name) == _LONGEST_SHEET_NAME else []),
    ]
    partial = group.partial or sheet.cut_short
    return MemberList(
        name=name,
        members=members,
        platform=layout.platform,
        format=layout.name,
        completeness=Completeness.PARTIAL if partial else layout.completeness,
        file=source.file,
        problems=(
            *(Problem("file", said) for said in notes),
            *sorted((*group.problems, *twice), key=lambda one: one.row or 0),
        ),
        without_maker=layout.without_maker,
    )


def _once_each_name(lists: Iterable[MemberList]) -> list[MemberList]:
    """Make one list of those of one name: a sheet of all groups, and a sheet of each."""
    found: dict[str, MemberList] = {}
    for one in lists:
        before = found.get(one.name)
        found[one.name] = _one(before, one) if before else one
    return list(found.values())


def _one(one: MemberList, other: MemberList) -> MemberList:
    members, _ = once_each((*one.members, *other.members), contacts=one.platform == "contacts")
    whole = {one.completeness, other.completeness} == {Completeness.COMPLETE}
    return replace(
        one,
        members=members,
        problems=tuple(dict.fromkeys((*one.problems, *other.problems))),
        completeness=Completeness.COMPLETE if whole else Completeness.PARTIAL,
        without_maker=one.without_maker or other.without_maker,
    )


def _refuse_export(sheet: Sheet, place: int, *, surely: bool) -> None:
    what = looks(sheet, place)
    if what is Looks.LIST or (what is Looks.EITHER and surely):
        return
    or_say = " If it is a list of children with their guardians, say whose: NAME=FILE." if what is Looks.EITHER else ""
    error = UnreadableList(
        f"Give the export first and the lists after it. Right now the file has {listed(plan_at(sheet, place).headings)}.{or_say}",
        headline="This looks like an MIS export, not a group's member list.",
    )
    error.sheet = sheet.title or None
    raise error


def _nobody(sheet: Sheet) -> Problem:
    return Problem("file", f'The sheet "{sheet.title}" has headings, and nobody under them.')


def _cut_name() -> str:
    return "The group is called by its sheet, whose name is as long as a sheet's may be: the rest of it may be missing."
