"""Texts that are no list of people: what programs write for each other, and headings without a telephone."""

import json

from roster.errors import UnreadableList
from roster.export import Sheet
from roster.headings import Subject, understood
from roster.vocabulary import Field

_CARDS = "begin:vcard"
_AT_LEAST = 2


def refuse_programs_own(text: str) -> None:
    """Raise `UnreadableList` for JSON, vCards and XML, every line of which would else pass for somebody's name."""
    what = _programs_own(text.lstrip("\ufeff \t\r\n"))
    if what:
        raise UnreadableList(
            "Copy the members from the group's header in WhatsApp Web, or save them as a table with Name and Phone.",
            headline=f"This is {what}, which Roster does not read yet.",
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
    if text[: len(_CARDS)].casefold() == _CARDS:
        return "a file of contact cards (vCard)"
    if text.startswith("<"):
        return "a file of tags (XML or HTML)"
    if text.startswith(("{", "[")):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return ""
        return "a file that programs write for each other (JSON)"
    return ""
