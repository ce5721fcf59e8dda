"""Text pasted from a group's header or typed from a screen: commas, or one member a line."""

import re
from dataclasses import dataclass

from adapters.platforms.numbers import read_number
from roster.errors import UnreadableList
from roster.groups import Member, Shown
from roster.telephones import read_telephones
from roster.text import clean, folded

_CHAT_LINE = re.compile(
    r"\[?\d{1,4}[./\-]\s?\d{1,2}[./\-]\s?\d{1,4},?\s+(?:klo\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?)?\]?\s*(?:-\s|~|:|[^\d\s])",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?:group\s*[·•-]\s*)?(\d{1,4})\s+(?:members|participants|people)", re.IGNORECASE)
_OTHERS = re.compile(r"(?:and\s+|\+\s?)?(\d{1,4})\s+(?:others?|more)", re.IGNORECASE)
_BETWEEN_NUMBERS = re.compile(r"\s+(?:and|&)\s+|(?<=\d)\s+(?=\+\d)")
_BULLET = re.compile(r"(?:[-*•·–]|\d{1,3}[.)])\s+")
_NAME_THEN_NUMBER = re.compile(r"(.*?[^\d\s+(.\-:,;])[\s:;,\-–(]*((?:\+|\(?0|\d)[\d\s().\-]{8,})\)?", re.DOTALL)
_NUMBER_THEN_NAME = re.compile(r"((?:\+|\(?0|\d)[\d\s().\-]{8,}\d)[\s:;,\-–)]+([^\d\s].*)", re.DOTALL)
_LONGEST_NAME = 300
_OWN = frozenset({"you", "(you)", "you (admin)", "me"})
_OWN_AT_THE_END = frozenset({"du", "tu", "ty", "sen", "jij", "vous", "voce", "usted", "tu (admin)"})
_HEADINGS = frozenset(
    [
        "name",
        "names",
        "member",
        "members",
        "participant",
        "participants",
        "phone",
        "phones",
        "number",
        "numbers",
        "mobile",
        "contact",
        "contacts",
    ]
)
_ADMIN = frozenset({"group admin", "admin", "community admin"})


@dataclass(frozen=True, slots=True)
class Pasted:
    """The members of a pasted list, how many it says there are, and the group's name if it stands above the count."""

    members: tuple[Member, ...]
    said: int | None = None
    title: str = ""


def read_pasted(text: str, *, region: str) -> Pasted:
    """Read a pasted list. Raises `UnreadableList` for a chat export, whose messages are nobody's business."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if clean(line)]
    _refuse_chats(lines)
    _refuse_running_text(lines)
    said = None
    title = ""
    others = 0
    members: list[Member] = []
    pairs = _are_pairs([line for _, line in lines], region)
    for number, line in lines:
        counted = _SAID.fullmatch(clean(line))
        if counted:
            said = int(counted[1])
            if len(members) == 1 and line is lines[1][1] and not members[0].phone:
                title = members.pop().shown_as
        elif folded(line) in _ADMIN and members:
            members[-1] = _as_admin(members[-1])
        elif not (folded(line) in _HEADINGS and not members):
            items = [line] if pairs else _items(line, region)
            others += sum(int(found[1]) for item in items if (found := _OTHERS.fullmatch(clean(item))))
            people = [item for item in items if not _OTHERS.fullmatch(clean(item))]
            members += [_member(item, number, region, last=item is items[-1]) for item in people]
    return Pasted(tuple(members), len(members) + others if others else said, title)


def _refuse_chats(lines: list[tuple[int, str]]) -> None:
    messages = sum(bool(_CHAT_LINE.match(clean(line))) for _, line in lines)
    if messages > max(1, len(lines) // 4) or (messages and messages == len(lines)):
        raise UnreadableList(
            "Copy the members from the group's header in WhatsApp Web instead, or export them with a tool.",
            headline="This is a chat with its messages, which Roster does not read yet.",
        )


def _refuse_running_text(lines: list[tuple[int, str]]) -> None:
    for number, line in lines:
        if any(len(item) > _LONGEST_NAME for item in re.split(r"[,;\t]", line)):
            error = UnreadableList(
                "Copy the members from the group's header, or give them one a line.",
                headline="This is running text, not a list of members.",
            )
            error.row = number
            raise error


def _items(line: str, region: str) -> list[str]:
    bare = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    items = [item.strip() for item in re.split(r"[,;\t]", bare) if clean(item)]
    return [one for item in items for one in _apart(item, region)]


def _apart(item: str, region: str) -> list[str]:
    """Cut "+44 7700 900123 and +44 7700 900124", which is two people, and not "Ola and Femi", who share a phone."""
    parts = _BETWEEN_NUMBERS.split(clean(item))
    each_a_number = len(parts) > 1 and all(read_number(part, region=region).phone for part in parts)
    return parts if each_a_number else [item]


def _are_pairs(lines: list[str], region: str) -> bool:
    """Whether every line is one member, "Ola Bello, 07700 900123", rather than two."""
    split = [items for line in lines if len(items := _items(line, region)) > 1]
    if not split:
        return False
    numbers = [sum(read_number(item, region=region).phone is not None for item in items) for items in split]
    return len(split) > 1 and all(len(items) == 2 and count == 1 for items, count in zip(split, numbers, strict=True))


def _member(item: str, row: int, region: str, *, last: bool) -> Member:
    plain = folded(item)
    if plain in _OWN or (last and plain in _OWN_AT_THE_END):
        return Member(item, row, own=True)
    bare = _BULLET.sub("", item, count=1) if _BULLET.match(item) else item
    for pattern, name_at, number_at in ((_NAME_THEN_NUMBER, 1, 2), (_NUMBER_THEN_NAME, 2, 1)):
        found = pattern.fullmatch(clean(bare))
        if found and read_telephones(found[number_at], region).phones:
            number = read_number(found[number_at], region=region)
            return Member(item, row, found[name_at].strip(" -:;,~"), number.phone, shown=number.shown)
    looks_dialled = sum(map(str.isdigit, bare)) >= 6 and not any(map(str.isalpha, clean(bare).replace("~", "")))
    if looks_dialled or "@" in bare:
        number = read_number(clean(bare).lstrip("~ "), region=region)
        if number.shown is not Shown.NO_NUMBER:
            return Member(item, row, phone=number.phone, shown=number.shown)
    return Member(item, row, name=bare)


def _as_admin(member: Member) -> Member:
    from dataclasses import replace

    return replace(member, admin=True)
