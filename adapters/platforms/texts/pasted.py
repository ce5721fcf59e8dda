"""Text pasted from a group's header in WhatsApp Web or Desktop, or typed from a screen.

The header names everybody but whoever looks at it, and then "You", parted by commas; of somebody saved it shows the
first word of the name, of anybody else the number (published code of WhatsApp Web's client, `ParticipantListUtils`). A
typed list has a member a line. Whatever no other reader knows comes here.
"""

import re
from dataclasses import replace

from adapters.platforms.guide import ListGuide
from adapters.platforms.lines.cutting import Cut, Item, Line, cut, ends_a_header, line_of
from adapters.platforms.lines.person import is_cut, is_reach, members_of, says_somebody, with_admins
from adapters.platforms.lines.wording import (
    count_said,
    is_admin,
    is_bot,
    is_group,
    is_no_person,
    is_not_loaded,
    is_own,
    without_others,
)
from adapters.platforms.reader import Source
from roster.errors import UnreadableList
from roster.groups import Completeness, Member, MemberList, Problem
from roster.words import counted, listed

guide = ListGuide(
    system="WhatsApp Web or Desktop: the group's header; or any list typed by hand",
    file='Text: "Ola, Femi, +44 7700 900123, You", or one member a line, with or without the number',
    get=(
        "On a computer: open the group, wait until names stand under its name, rest the pointer on them, and copy all "
        "of them; paste them into a text file. On a telephone: there is no way to copy them; type the members one a "
        "line, name and number as the group's info shows them."
    ),
    proves=(
        'Complete if "You" is in it and nothing is cut off, or if as many are in it as the group is said to have. '
        "Else partial. The header shows numbers only of people who are not saved, and of those saved only first names."
    ),
    basis="The published code of WhatsApp Web's client, and the scraper WhatsApp-Group-Contacts-Scraper.",
)

_LONGEST_NAME = 300
_WORDS_OF_A_SENTENCE = 9
_ENDS_A_SENTENCE = re.compile(r"\S+(?:\s+\S+){3,}[.!?]$")
_INSTEAD_OF_A_MESSAGE = (
    "Give the chat as WhatsApp exports it (the group's menu, Export chat), with nothing cut off or written above it; or "
    "give the members one a line, and no messages."
)
_STACKS_AT_LEAST = 2
_LINES_NAMED = 8
_LINES_AT_MOST = 20_000


def read_pasted(text: str, source: Source) -> MemberList:
    """Read a pasted list. Raises `UnreadableList` for running text, for a header without members and for nobody at all.

    With "You" in it and nobody cut off, it is the whole header of a group; else nobody knows whether it is everybody.
    """
    if text.count("\n") > _LINES_AT_MOST:
        raise UnreadableList(
            "Give the members of one group; a table needs a row of headings, such as Name and Phone.",
            headline="This text has more lines than any group has members.",
        )
    lines = [line_of(row, line) for row, line in enumerate(text.splitlines(), start=1) if _says(line)]
    said = next((count for line in lines if (count := count_said(line.text)) is not None), None)
    title, lines = _titled(lines, source.region)
    _refuse_running_text(lines)
    lines = _without_placeholders(lines)
    pieces = cut([line for line in lines if not is_admin(line.text)], source.region)
    members, others = _members(pieces, source.region)
    if not members:
        raise UnreadableList(
            "Copy the members from the group's header in WhatsApp Web, or give them one a line.",
            headline="There is nobody in this text.",
        )
    is_short = others or any(map(_is_cut, pieces.items)) or any(line.text.endswith("…") for line in lines)
    too_many = said is not None and len(members) > said
    whole = any(member.own for member in members) and not is_short and not too_many
    expected = said if said is not None else len(members) + others if others else None
    return MemberList(
        title or source.stem,
        tuple(with_admins(members, [line.row for line in lines if is_admin(line.text)])),
        "whatsapp",
        "pasted",
        Completeness.COMPLETE if whole else Completeness.PARTIAL,
        expected,
        source.file,
        tuple(_problems(pieces, len(members), expected)),
    )


def _says(line: str) -> bool:
    return says_somebody(line) or line.strip() == "…"


def _is_cut(item: Item) -> bool:
    return is_cut(item.text, ends_a_header=item.ends_a_header)


def _titled(lines: list[Line], region: str) -> tuple[str, list[Line]]:
    """Take away the counts, the headings, and the group's name where it can be nothing else or stands above members."""
    told = [line for line in lines if count_said(line.text) is None and not is_no_person(line.text)]
    groups = [line for line in told if len(line.cells) == 1 and is_group(line.text)]
    rest = [line for line in told if line not in groups]
    if groups and groups[0] is lines[0] and " " in groups[0].text:
        return groups[0].text.rstrip(" :"), rest
    if len(rest) < 2 or len(rest[0].places) > 1 or rest[0] is not lines[0]:
        return "", rest
    above_count = count_said(lines[1].text) is not None
    above_header = len(rest) == 2 and len(rest[1].cells) > 2 and ends_a_header(rest[1].cells[-1])
    first = rest[0].text
    if (above_count or above_header) and not ends_a_header(first) and not members_of(first, 1, region)[0].phones:
        return first, rest[1:]
    return "", rest


def _without_placeholders(lines: list[Line]) -> list[Line]:
    rest = [line for line in lines if not is_not_loaded(line.text)]
    if len(rest) < len(lines) and len(rest) < 2:
        raise UnreadableList(
            "Open the group, wait until the members' names stand under its name, and copy those.",
            headline="The group's header was not loaded: it says where to click, and not who is in the group.",
        )
    return rest


def _refuse_running_text(lines: list[Line]) -> None:
    from adapters.platforms.chats.headers import looks_like_head

    cells = [cell for line in lines for cell in line.cells]
    told = 3 * sum(map(_is_sentence, cells)) >= len(cells) > 0
    for line in lines:
        message = looks_like_head(line.text)
        if told or message or any(len(cell) > _LONGEST_NAME for cell in line.places):
            error = UnreadableList(
                _INSTEAD_OF_A_MESSAGE
                if message
                else "Copy the members from the group's header, or give them one a line.",
                headline=f"This is {'a message of a chat' if message else 'running text'}, not a list of members.",
            )
            error.row = line.row
            raise error


def _is_sentence(cell: str) -> bool:
    return len(cell.split()) >= _WORDS_OF_A_SENTENCE or _ENDS_A_SENTENCE.match(cell) is not None


def _members(pieces: Cut, region: str) -> tuple[list[Member], int]:
    """Make members of the items, and count the others that a header only counts."""
    members: list[Member] = []
    others = 0
    for item in _unstacked(pieces, region):
        rest, more = without_others(item.text)
        others += more
        if says_somebody(rest) and not is_bot(rest):
            members += members_of(rest, item.row, region, ends_a_header=item.ends_a_header)
    return members, others


def _unstacked(pieces: Cut, region: str) -> tuple[Item, ...]:
    """Join a name and the number on the next line, or the other way about, where the lines take turns without fail."""
    items = pieces.items
    for begins in () if pieces.at_commas or pieces.whole else (0, 1):
        turns = [is_reach(item.text, region) for item in items[begins:]]
        pairs = len(turns) // 2
        if pairs >= _STACKS_AT_LEAST and turns in ([False, True] * pairs, [True, False] * pairs):
            firsts, seconds = items[begins::2], items[begins + 1 :: 2]
            if any(is_own(item.text) for item in items):
                return items
            return items[:begins] + tuple(
                replace(one, text=f"{one.text} {other.text}") for one, other in zip(firsts, seconds, strict=True)
            )
    return items


def _problems(pieces: Cut, members: int, said: int | None) -> list[Problem]:
    found = []
    if pieces.at_commas and said is not None and members > said:
        found.append(
            f"The text was cut at its commas into {counted(members, 'person', 'people')}, and the group is said to have "
            f"{said:,}: a name with a comma in it came apart. Give the members one a line."
        )
    if pieces.whole:
        found.append(
            f"{_lines(pieces.whole)} a comma in it, and was read as one person; two people stand on two lines."
        )
    if any(map(_is_cut, pieces.items)):
        found.append("The list is cut off: where a name ends in dots, only its whole words were read.")
    return [Problem("file", message) for message in found]


def _lines(rows: tuple[int, ...]) -> str:
    more = len(rows) - _LINES_NAMED
    shown = [*map(str, rows[:_LINES_NAMED]), *([f"{more} more"] if more > 0 else [])]
    return f"Line {shown[0]} has" if len(rows) == 1 else f"Each of lines {listed(shown)} has"
