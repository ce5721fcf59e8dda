"""Parting a list of people whose names hold commas and "and", by those who are known from elsewhere in the chat."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from adapters.platforms.chats.notices.known import known_languages
from adapters.platforms.chats.notices.plain import composed, is_number, places, plain
from adapters.platforms.chats.notices.wording import STOPS, Language
from roster.chat_log import OWN
from roster.tokens import name_in

_SELF_CHOSEN = "~"
_MOST_PIECES_OF_A_NAME = 8
_FAR_FETCHED = 1 << 20


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two places where the list may be parted, and whether an "and" goes before it.

    An "and" that is `glued` may well be the beginning of a name.
    """

    left: int
    right: int
    after_and: bool
    glued: bool


@dataclass(slots=True)
class _Ways:
    """The ways to part the pieces up to one: how many, how many of them name only known people, and the cheapest.

    `cost` counts the pieces of unknown people, and then the places not parted at. At a glued "and" only somebody known can
    begin. `start` is where the last person begins.
    """

    ways: int = 0
    knowing: int = 0
    cost: tuple[int, int] = field(default=(1 << 60, 0))
    start: int = 0


def parted(people: str, language: str, known: Collection[str]) -> tuple[tuple[str, ...], bool]:
    """Part "A, B and C" into people as written, and say whether it is sure that these are they.

    `known` are people as written elsewhere in the chat, which settles what "Tom and Jerry" is. A list of numbers and of
    self-chosen names is sure by itself.
    """
    words = known_languages()[language]
    flat, at = plain(people), places(people)
    names = {_key(one) for one in known}
    found: list[str] = []
    sure = True
    chunks = list(_chunks(flat, words))
    for chunk in chunks:
        cuts, certain = _cut(chunk, flat, names, last=chunk is chunks[-1])
        sure = sure and certain
        found += [composed(people[at[left] : at[right - 1] + 1]) for left, right in cuts]
    return tuple(_person(one, names, words) for one in found), sure


def _chunks(flat: str, words: Language) -> Iterator[list[_Piece]]:
    """Give the pieces between which the list must be parted: beside a number, and before a self-chosen name."""
    chunk: list[_Piece] = []
    for piece in _pieces(flat, words):
        if chunk and (_stands_alone(flat, chunk[-1], words) or _begins(flat, piece, words)):
            yield chunk
            chunk = []
        chunk.append(piece)
    if chunk:
        yield chunk


def _pieces(flat: str, words: Language) -> Iterator[_Piece]:
    marks = sorted({*words.ands, *words.commas}, key=len, reverse=True)
    left, before = 0, ""
    for mark in re.finditer("|".join(map(re.escape, marks)), flat):
        if flat[left : mark.start()].strip():
            yield _piece(left, mark.start(), before, words)
        left, before = mark.end(), mark[0]
    if flat[left:].strip():
        yield _piece(left, len(flat), before, words)


def _piece(left: int, right: int, before: str, words: Language) -> _Piece:
    after_and = before in words.ands and before not in words.commas
    return _Piece(left, right, after_and, glued=after_and and words.glued and before[-1:].isalpha())


def _stands_alone(flat: str, piece: _Piece, words: Language) -> bool:
    text = flat[piece.left : piece.right].strip()
    return is_number(text) or text in words.own


def _begins(flat: str, piece: _Piece, words: Language) -> bool:
    return flat[piece.left : piece.right].lstrip().startswith(_SELF_CHOSEN) or _stands_alone(flat, piece, words)


def _cut(pieces: list[_Piece], flat: str, names: set[str], *, last: bool) -> tuple[list[tuple[int, int]], bool]:
    """Part some pieces at commas, and at an "and" only before the last of the list. Unknown people are parted wherever it goes."""
    table = [_Ways(ways=1, knowing=1, cost=(0, 0)), *(_Ways() for _ in pieces)]
    for end in range(1, len(pieces) + 1):
        for start in range(max(0, end - _MOST_PIECES_OF_A_NAME), end):
            if start and pieces[start].after_and and not (last and end == len(pieces)):
                continue
            is_known = _is_known(flat[pieces[start].left : pieces[end - 1].right], names)
            unknown = 0 if is_known else _FAR_FETCHED if start and pieces[start].glued else end - start
            merged = sum(not one.glued for one in pieces[start + 1 : end])
            _add(table[end], table[start], start, (unknown, merged))
    total = table[-1]
    if not total.ways:
        return [(pieces[0].left, pieces[-1].right)], False
    cuts, end = [], len(pieces)
    while end:
        start = table[end].start
        cuts.append((pieces[start].left, pieces[end - 1].right))
        end = start
    return cuts[::-1], total.ways == 1 or total.knowing == 1


def _add(here: _Ways, before: _Ways, start: int, more: tuple[int, int]) -> None:
    if not before.ways:
        return
    here.ways = min(2, here.ways + before.ways)
    here.knowing = min(2, here.knowing + (before.knowing if more[0] == 0 else 0))
    cost = (before.cost[0] + more[0], before.cost[1] + more[1])
    if cost <= here.cost:
        here.cost, here.start = cost, start


def _person(token: str, names: set[str], words: Language) -> str:
    """Give the exporter's own mark for "you", and take off a full stop that is the sentence's and not the person's."""
    if plain(token) in words.own:
        return OWN
    if (
        token.endswith(STOPS)
        and _key(token) not in names
        and (_key(token[:-1]) in names or is_number(plain(token[:-1])))
    ):
        return composed(token[:-1])
    return token


def _is_known(text: str, names: set[str]) -> bool:
    return _key(text) in names or (text.endswith(STOPS) and _key(text[:-1]) in names)


def _key(token: str) -> str:
    return name_in(token).casefold()
