"""A group's info, copied: names, numbers, and between them what people say about themselves, which is nobody's business.

A line that may be a name and may be somebody's own words is taken for a person only where the row after it, or the
number of members together with the order of the names, leaves nothing else. The others are counted and left behind.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from adapters.platforms.guide import ListGuide
from adapters.platforms.lines.panel_lines import PEOPLE, Kind, PanelLine, panel_lines, turns
from adapters.platforms.lines.panel_signs import is_panel
from adapters.platforms.lines.person import members_of, with_admins
from adapters.platforms.lines.wording import count_said, without_others
from adapters.platforms.reader import Source, TextFormat
from roster.errors import UnreadableList
from roster.groups import Completeness, Member, MemberList, Problem
from roster.text import clean, words
from roster.tokens import name_in
from roster.words import counted

guide = ListGuide(
    system="WhatsApp Web or Desktop: the group's info",
    file='Text copied from the list of members: a name or number a line, "Group admin", and people\'s own words between',
    get=(
        "Rather copy the group's header (see there). On a computer: open the group's info, choose View all, mark the "
        "members from the first to the last with the line that says how many there are, copy, and paste into a text file. "
        "On a telephone: not possible."
    ),
    proves=(
        "Partial, unless as many people are found as the group is said to have: what people say about themselves stands "
        "between the names, and a line that could be either is left out."
    ),
    basis="The published code of WhatsApp Web's client; the scraper WhatsApp-Group-Contacts-Scraper.",
)

_TOLD_BY_ORDER = 4
_UNSAVED = frozenset({Kind.NUMBER, Kind.SELF_CHOSEN})


@dataclass(frozen=True, slots=True)
class _Person:
    line: PanelLine
    beside: tuple[PanelLine, ...] = ()


def _read(text: str, source: Source) -> tuple[MemberList, ...]:
    every = panel_lines(text, source.region)
    said = next((count_said(line.text) for line in reversed(every) if line.kind is Kind.COUNT), None)
    lines = _own_words_apart(_members_part(every))
    people, unsure = _people(lines), [line for line in lines if line.kind is Kind.TEXT]
    numbers = [line for line in lines if line.kind is Kind.SAID]
    named = {*_before_admins(lines)}
    unsure = [line for line in unsure if line not in named]
    if all(any(map(str.isalpha, line.text)) for line in numbers):
        named |= {*_told_by_the_count(unsure, lines, None if said is None else said - len(people) - len(named))}
    members = sorted(
        [*_made(people, source.region), *(Member(line.text, line.row, name_in(line.text)) for line in named)],
        key=lambda member: member.row,
    )
    if not members:
        raise UnreadableList(
            "Copy the members from the group's header in WhatsApp Web, or type them one a line.",
            headline="Nobody can be told for sure from the words between them in this copy of a group's info.",
        )
    others = sum(without_others(line.text)[1] for line in every if line.kind is Kind.OTHERS)
    listed = MemberList(
        _title(every) or source.stem,
        tuple(with_admins(members, [line.row for line in lines if line.kind is Kind.ADMIN])),
        "whatsapp",
        "panel",
        Completeness.PARTIAL,
        said if said is not None else len(members) + others if others else None,
        source.file,
        tuple(_problems(len([line for line in unsure if line not in named]), len(numbers), _are_mixed_up(lines))),
    )
    return (listed,)


def _members_part(lines: list[PanelLine]) -> list[PanelLine]:
    """Cut off what stands above the members (the group's description) and below, and what is no line of a member's."""
    sure = PEOPLE | {Kind.ADMIN}
    begins = next((at + 1 for at in range(len(lines) - 1, -1, -1) if lines[at].kind is Kind.COUNT), 0)
    own_is_below = [at >= begins for at, line in enumerate(lines) if line.kind is Kind.OWN]
    is_above_members = bool(own_is_below) and all(own_is_below)
    if begins == len(lines) or (any(line.kind in sure for line in lines[:begins]) and not is_above_members):
        begins = 0
    ends = next((at for at in range(begins, len(lines)) if lines[at].kind is Kind.FOOT), len(lines))
    passed_over = {Kind.NOTHING, Kind.OTHERS, Kind.FOOT, Kind.COUNT}
    count = lines[begins - 1 : begins] if begins else []
    return count + [line for line in lines[begins:ends] if line.kind not in passed_over]


def _own_words_apart(lines: list[PanelLine]) -> list[PanelLine]:
    """Set apart the numbers that may be somebody's own words, which the panel shows below a saved name.

    WhatsApp shows a number with its country's code. One below what may be a saved name is either the next member's or
    what that one says, unless every number has its self-chosen name.
    """
    abroad = any(_is_abroad(line) for line in lines)
    told = [
        _said_only(line) if line.kind is Kind.NUMBER and abroad and not _is_abroad(line) else line for line in lines
    ]
    if turns([line.kind for line in told]):
        return told
    seen = [line for line in told if line.kind is not Kind.ADMIN]
    below_a_name = {
        number
        for before, above, number in zip([None, *seen], seen, seen[1:], strict=False)
        if number.kind is Kind.NUMBER and above.kind is Kind.TEXT and not (before and before.kind in _UNSAVED)
    }
    return [_said_only(line) if line in below_a_name else line for line in told]


def _said_only(line: PanelLine) -> PanelLine:
    return replace(line, kind=Kind.SAID)


def _is_abroad(line: PanelLine) -> bool:
    return line.kind is Kind.NUMBER and clean(line.text).startswith("+")


def _people(lines: list[PanelLine]) -> list[_Person]:
    """Those who are people for sure: whoever looks, numbers, and names with a tilde, each with what belongs to it.

    Where numbers and names do not take turns without fail, nobody can say which name is whose. Then a number has the
    names on both sides, because a name can only protect.
    """
    seen = [line for line in lines if line.kind in PEOPLE]
    reached = [line for line in seen if line.kind is not Kind.OWN]
    own = [_Person(line) for line in seen if line.kind is Kind.OWN]
    if turns([line.kind for line in reached]):
        pairs = zip(reached[::2], reached[1::2], strict=True)
        return own + [_Person(one, (two,)) if one.kind is Kind.NUMBER else _Person(two, (one,)) for one, two in pairs]
    beside = {Kind.SELF_CHOSEN}
    found, taken = [], set()
    for at, line in enumerate(reached):
        if line.kind is Kind.NUMBER:
            near = tuple(
                one for one in (*reached[max(0, at - 1) : at], *reached[at + 1 : at + 2]) if one.kind in beside
            )
            found.append(_Person(line, near))
            taken |= set(near)
    return own + found + [_Person(line) for line in reached if line.kind in beside and line not in taken]


def _made(people: list[_Person], region: str) -> Iterator[Member]:
    for person in people:
        line = person.line
        if line.kind is Kind.OWN:
            yield Member(line.text, line.row, own=True)
            continue
        for member in members_of(line.text, line.row, region):
            yield replace(member, name=" / ".join(name_in(one.text) for one in person.beside) or member.name)


def _are_mixed_up(lines: list[PanelLine]) -> bool:
    kinds = [line.kind for line in lines]
    return Kind.NUMBER in kinds and Kind.SELF_CHOSEN in kinds and not turns(kinds)


def _before_admins(lines: list[PanelLine]) -> Iterator[PanelLine]:
    """Give the lines that must be names: an admin's row has one, and no other line can be it."""
    for at, line in enumerate(lines[:-1]):
        begins_a_row = at > 0 and lines[at - 1].kind in {Kind.COUNT, Kind.ADMIN, Kind.ABOUT}
        if line.kind is Kind.TEXT and begins_a_row and lines[at + 1].kind is Kind.ADMIN:
            yield line


def _told_by_the_count(unsure: list[PanelLine], lines: list[PanelLine], missing: int | None) -> list[PanelLine]:
    """Give those of the unsure lines that must be names because so many people are missing, and these are in order."""
    if missing is None or missing < _TOLD_BY_ORDER:
        return []
    if missing == len(unsure):
        return unsure if _in_order(unsure, lines) else []
    maybe = set(unsure)
    runs = [[line for line in run if line in maybe] for _, run in groupby(lines, lambda line: line.kind is Kind.TEXT)]
    firsts = [line for run in runs for line in run[::2]]
    seconds = [line for run in runs for line in run[1::2]]
    taking_turns = len(firsts) == len(seconds) == missing and all(len(run) % 2 == 0 for run in runs)
    return firsts if taking_turns and _in_order(firsts, lines) and not _in_order(seconds, lines) else []


def _in_order(some: list[PanelLine], lines: list[PanelLine]) -> bool:
    """Whether names are in alphabetical order, the admins by themselves, as the panel has them."""
    last_admin = max((line.row for line in lines if line.kind is Kind.ADMIN), default=0)
    keys = [(line.row > last_admin, words(line.text)) for line in some]
    return keys == sorted(keys)


def _title(lines: list[PanelLine]) -> str:
    """Give the group's name, which stands above the first count where the whole panel was copied."""
    first = next((at for at, line in enumerate(lines) if line.kind is Kind.COUNT), 0)
    above = lines[first - 1] if first else None
    return above.text if above and above.kind is Kind.TEXT and first <= 2 else ""


def _problems(unsure: int, numbers: int, mixed_up: bool) -> Iterator[Problem]:
    if unsure:
        yield Problem(
            "file",
            f"{counted(unsure, 'line')} may be a name or what somebody says about themselves, and none was taken for a "
            f"person. Compare how many members the group has; the group's header in WhatsApp Web holds names alone.",
        )
    if numbers:
        yield Problem(
            "file",
            f"{counted(numbers, 'line')} with a number may be a member's, or what somebody says about themselves, and "
            f"none was taken for a person.",
        )
    if mixed_up:
        yield Problem(
            "file",
            "Which number goes with which name cannot be told here; beside a number stand the names above and below it.",
        )


panel = TextFormat("panel", is_panel, _read)
