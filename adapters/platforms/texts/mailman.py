"""The members of a Mailman list: `list_members` (Mailman 2), `mailman members` (3), and the CSV that Postorius offers.

All write one address a line, with the name before it or without, in the order of the addresses. By that they are told
from addresses that somebody copied together; five in order are seldom so by chance (once in 120 times).
"""

import re

from adapters.platforms.guide import ListGuide
from adapters.platforms.lines.recipient_lines import everybody_once, is_listing, recipients_in
from adapters.platforms.reader import Source, TextFormat
from roster.errors import UnreadableList
from roster.groups import Completeness, MemberList

guide = ListGuide(
    system="Mailman 2 and 3, and Postorius",
    file="Text or CSV without headings: one address a line in alphabetical order, `Ola Bello <ola@example.org>` or bare",
    get=(
        "On a computer: in Postorius, open the list, Users, Members, and choose CSV Export. On the server: "
        "`list_members -f NAME` or `mailman members NAME`, without -r, -d or -n, which leave people out. "
        "On a telephone: not possible."
    ),
    proves="Complete, if none of the options was used that leave people out; the file does not say so.",
    basis="Mailman's documentation of `mailman members`, and the manual page of `list_members`.",
)

_NOBODY = re.compile(r"\s*\S{1,200} has no members\.?\s*", re.IGNORECASE)


def _claims(text: str) -> bool:
    return _NOBODY.fullmatch(text) is not None or is_listing(recipients_in(text))


def _read(text: str, source: Source) -> tuple[MemberList, ...]:
    if _NOBODY.fullmatch(text):
        raise UnreadableList(
            "If it should have some, look whether the list's name was given right.",
            headline="Mailman says that this list has no members.",
        )
    members = tuple(one.member() for one in everybody_once(recipients_in(text)))
    return (MemberList(source.stem, members, "email", "mailman", Completeness.COMPLETE, file=source.file),)


mailman = TextFormat("mailman", _claims, _read)
