"""Standards that hand over records instead of a sheet: which one a set of files follows, and the sheet it makes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from adapters.discovery import found_in
from adapters.mis.records.parts import Parts
from adapters.tables.book import Book
from roster.errors import ClaimedTwice, UnreadableExport
from roster.export import Sheet
from roster.groups import Problem
from roster.words import listed


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard of many files, or of XML or JSON.

    `claims` tells from names, headings and root elements whether a set follows it; `read` makes one recorded sheet of
    it (see `adapters.mis.records.sheet`), and says what it noticed. Both may raise a `RosterError`.
    """

    name: str
    claims: Callable[[Parts], bool]
    read: Callable[[Parts], tuple[Sheet, tuple[Problem, ...]]]


@cache
def all_standards() -> tuple[Standard, ...]:
    """Find every standard in `adapters.mis.standards`; a file put there is in force."""
    from adapters.mis import standards

    return tuple(found_in(standards, Standard))


def as_sheets(book: Book) -> Book:
    """Make a sheet of a book that has only parts; any other book stays as it is.

    Raises `UnreadableExport` if no standard knows the set, and `ClaimedTwice` if two do.
    """
    if not book.parts:
        return book
    parts = Parts(book.parts)
    claiming = [standard for standard in all_standards() if standard.claims(parts)]
    if len(claiming) > 1:
        raise ClaimedTwice([standard.name for standard in claiming])
    if not claiming:
        names = [part.name for part in book.parts]
        raise UnreadableExport(
            f"Export the pupils and their contacts as a spreadsheet, or as a standard that Roster reads. "
            f"Right now there is {listed(names[:8])}.",
        )
    sheet, notes = claiming[0].read(parts)
    return replace(book, sheets=(sheet,), notes=(*book.notes, *notes), parts=(), format=claiming[0].name)
