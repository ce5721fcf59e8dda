"""Reading a member list, in the process that may do nothing else: only the members leave it.

Whatever stands beside them in the file (what people write about themselves, ids, keys to accounts) stays behind.
"""

import json
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from adapters.discovery import found_in
from adapters.platforms.cells import as_cells
from adapters.platforms.headings.sheets import lists_in
from adapters.platforms.reader import RecordFormat, Source, TextFormat
from adapters.platforms.refusals import (
    has_headings,
    refuse_pictures_and_pages,
    refuse_programs_own,
    without_exports_advice,
)
from adapters.platforms.texts.pasted import read_pasted
from adapters.platforms.zips import only_list_in
from adapters.tables.book import Book
from adapters.tables.encoding import decoded
from adapters.tables.reading import read_book
from adapters.tables.sniff import Kind, kind_of
from roster.errors import ClaimedTwice, NothingInside, RosterError, UnreadableFile, UnreadableList
from roster.export import Upload
from roster.groups import MemberList
from roster.headings import understood
from roster.words import listed

# Whose every line would pass for somebody's name.
_OF_SETTINGS = ".toml"


def lists_inside(upload: Upload, *, hurry: bool, region: str, surely: bool = False) -> list[dict[str, Any]]:
    """Read every group in a file, as JSON knows it: `adapters.platforms.cells` makes lists of it again."""
    return [as_cells(one) for one in lists_of(upload, region=region, hurry=hurry, surely=surely)]


def lists_of(
    upload: Upload, *, region: str = "GB", hurry: bool = False, surely: bool = False
) -> tuple[MemberList, ...]:
    """Read every group in a file, here and now. Raises a `RosterError` if nobody can be read from it.

    `surely` says that whoever gives the file calls it a list: one that may as well be a school's own is read as such.
    """
    try:
        given = upload
        if PurePath(upload.name).suffix.casefold() == _OF_SETTINGS:
            raise UnreadableList(
                "Copy the members from the group's header in WhatsApp Web, or type them one a line.",
                headline="This is a file of settings, and no list of members.",
            )
        if upload.content.strip():
            refuse_pictures_and_pages(upload.content)
            if kind_of(upload.content) is Kind.ARCHIVE:
                given = only_list_in(upload.content)
                refuse_pictures_and_pages(given.content)
        lists = _of_one(given, Source(upload.name, PurePath(given.name).stem, region), hurry=hurry, surely=surely)
        if not any(one.members or one.gone for one in lists):
            raise _nobody_in(given)
    except RosterError as error:
        error.file = upload.name
        raise
    return lists


def _of_one(upload: Upload, source: Source, *, hurry: bool, surely: bool) -> tuple[MemberList, ...]:
    lists = _of_text(upload, source)
    if lists:
        return lists
    book = _opened(upload, hurry=hurry)
    found = _of_parts(book, source) if book.parts else _of_sheets(book, source, surely=surely)
    return tuple(
        replace(one, problems=(*(book.notes if place == 0 else ()), *one.problems)) for place, one in enumerate(found)
    )


def _opened(upload: Upload, *, hurry: bool) -> Book:
    try:
        return read_book(upload, hurry=hurry)
    except UnreadableFile as error:
        if upload.content.strip() and kind_of(upload.content) is Kind.HTML:
            raise without_exports_advice(error) from error
        raise


def _nobody_in(upload: Upload) -> RosterError:
    headings = _headings(read_book(upload))
    if headings:
        return NothingInside(headings)
    return UnreadableList(
        "Copy the members again, one a line, or export them anew.", headline="Nobody is in this list."
    )


def _of_parts(book: Book, source: Source) -> tuple[MemberList, ...]:
    """Read what a program wrote."""
    from adapters.platforms import records

    document = _document(book.parts[0].content) if len(book.parts) == 1 else None
    found = [one for one in found_in(records, RecordFormat) if document is not None and one.claims(document)]
    if len(found) > 1:
        raise ClaimedTwice([one.name for one in found])
    if not found:
        raise UnreadableList(
            "Give the list as text, as CSV or as a workbook, or copy the members from the group's header in WhatsApp Web.",
            headline="This is XML or JSON without a group's members that Roster knows.",
        )
    return found[0].read(document, source)


def _document(content: bytes) -> Any:
    try:
        return json.loads(decoded(content))
    except (ValueError, RecursionError):
        return None


def _of_text(upload: Upload, source: Source) -> tuple[MemberList, ...]:
    """Read a text that tells its kind by itself, before anybody sees a table in it."""
    from adapters.platforms import texts

    if not upload.content.strip() or kind_of(upload.content) is not Kind.TEXT:
        return ()
    text = decoded(upload.content)
    found = [one for one in found_in(texts, TextFormat) if one.claims(text)]
    if len(found) > 1:
        raise ClaimedTwice([one.name for one in found])
    return found[0].read(text, source) if found else ()


def _of_sheets(book: Book, source: Source, *, surely: bool) -> tuple[MemberList, ...]:
    if book.text is not None:
        refuse_programs_own(book.text)
    found = lists_in(book, source, surely=surely)
    if found:
        return found
    if book.text is None or has_headings(book.sheets[0]):
        raise UnreadableList(
            "It needs a heading over the numbers or the addresses, such as Phone, Mobile or Email. "
            f"Right now it has {listed(_headings(book)) if _headings(book) else 'no headings that Roster knows'}."
        )
    return (read_pasted(book.text, source),)


def _headings(book: Book) -> list[str]:
    """Give the first row's cells if any is a heading: else they may be somebody's name and number."""
    first = [cell for sheet in book.sheets[:1] for _, cells in sheet.rows[:1] for cell in cells if cell]
    return first if any(map(understood, first)) else []
