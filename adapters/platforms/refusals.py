"""What is no list of people: pictures, pages of a chat, what programs write for each other, and bare headings."""

import json
import re

from adapters.tables.sniff import document_in, picture_in
from roster.errors import UnreadableFile, UnreadableList
from roster.export import Sheet
from roster.headings import Subject, understood
from roster.vocabulary import Field

# "<3 Ola" is a name.
_TAG = re.compile(r"<[!?/]?[A-Za-z]")
_AT_LEAST = 2
_HEAD = 65_536
# What the desktop program of Telegram writes at the top of a page of a chat.
_TELEGRAMS = (b'class="page_wrap', b"<title>Exported Data</title>", b"tgme_")
_TYPED = "Type the members into a text file, or copy them from the group's header in WhatsApp Web: one a line, name and number."


def refuse_pictures_and_pages(content: bytes) -> None:
    """Raise for what shows people and cannot be read: a picture, a document of an office, a page of a Telegram chat."""
    picture = picture_in(content)
    if picture:
        raise UnreadableFile(_TYPED, headline=f"This is {picture}, not a list of members that Roster can read.")
    document = document_in(content)
    if document:
        raise UnreadableFile(
            "Save it as plain text (.txt), with the members one a line, and use that.",
            headline=f"This is {document}, not a list of members that Roster can read.",
        )
    head = content[:_HEAD].replace(b"\0", b"")
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and any(mark in head for mark in _TELEGRAMS):
        raise UnreadableFile(
            "Export the chat again in Telegram Desktop, with the format Machine-readable JSON, and give result.json.",
            headline="This is a chat that Telegram exported as a web page.",
        )


def without_exports_advice(error: UnreadableFile) -> UnreadableFile:
    """Say of a web page that holds no list what to do for a list, and not for an export."""
    return UnreadableFile(f"Save the list as CSV or as a workbook instead. {_TYPED}", headline=error.headline)


def refuse_programs_own(text: str) -> None:
    """Raise `UnreadableList` for tags and for JSON in no known shape, every line of which would pass for a name."""
    what = _programs_own(text.lstrip("\ufeff \t\r\n"))
    if what:
        raise UnreadableList(
            "Copy the members from the group's header in WhatsApp Web, or save them as a table with Name and Phone.",
            headline=f"This is {what}, and no list of members in it is one that Roster knows.",
        )


def has_headings(sheet: Sheet) -> bool:
    """Whether a text is a table whose first row is all headings, so that its lines are not members one by one."""
    if len(sheet.rows) < _AT_LEAST:
        return False
    told = [understood(cell) for cell in sheet.rows[0][1] if cell]
    if len(told) < _AT_LEAST or not all(told):
        return False
    return any(one and not (one.field is Field.FULL and one.subject is Subject.CONTACT) for one in told)


def _programs_own(text: str) -> str:
    if _TAG.match(text):
        return "a file of tags (XML or HTML)"
    if text.startswith(("{", "[")):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return ""
        return "a file that programs write for each other (JSON)"
    return ""
