"""The recipients of a mail to a group, copied from its To and Cc, or any list of addresses.

A mail's recipients are not the group's: some stand in Bcc, and some were left out. So the list is partial, unless as
many are in it as the group is said to have.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.lines.recipient_lines import everybody_once, is_listing, recipients_in
from adapters.platforms.reader import Source, TextFormat
from roster.groups import Completeness, MemberList

guide = ListGuide(
    system="E-mail: the recipients of a message, or a list of addresses",
    file='Text: `Ola Bello <ola@example.org>; "Bello, Femi" <femi@example.org>`, or addresses alone, in any order',
    get=(
        "On a computer: open the last message to the whole group, choose Reply all, click into To, select all and copy; "
        "paste it into a text file, and do the same with Cc. On a telephone: the same, one field at a time."
    ),
    proves=(
        "Partial: whoever was in Bcc, or was left out of that message, is missing. Complete if as many are in it as the "
        "group is said to have."
    ),
    basis="RFC 5322 and RFC 2047; Outlook's habit of semicolons and unquoted commas.",
)


def _claims(text: str) -> bool:
    found = recipients_in(text)
    return bool(found) and not is_listing(found)


def _read(text: str, source: Source) -> tuple[MemberList, ...]:
    members = tuple(one.member() for one in everybody_once(recipients_in(text)))
    return (MemberList(source.stem, members, "email", "recipients", Completeness.PARTIAL, file=source.file),)


recipients = TextFormat("recipients", _claims, _read)
