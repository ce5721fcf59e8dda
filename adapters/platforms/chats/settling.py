"""What a chat comes to, once all of it has been read: only then is it known whose names hold ": ", "," and "and"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from adapters.platforms.chats.gathering import BETWEEN, Gathering, Told, is_same
from adapters.platforms.chats.headers import GAPS, MARKS
from adapters.platforms.chats.notices import parted
from roster.chat_log import OWN, Event, What, Wrote
from roster.tokens import name_in

_AROUND = MARKS + GAPS
_GROUP_AT_LEAST = 2
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Settled:
    """Events and senders by their lines. `messages` counts lines that turned out to be messages after all."""

    events: tuple[Event, ...]
    senders: tuple[Wrote, ...]
    unread: tuple[int, ...]
    unsure: tuple[int, ...]
    messages: int


def settled(gathering: Gathering) -> Settled:
    """Say who wrote and what befell whom."""
    messages = _settle_groups(gathering) + _settle_maybes(gathering)
    gathering.told.sort(key=lambda one: one.line)
    known = _Known(gathering)
    events, unsure = [], []
    for one in gathering.told:
        people, is_sure = _people(one, known)
        if not is_sure:
            unsure.append(one.line)
            if one.notice.what is What.WENT:
                # Who is to have gone went beyond any doubt.
                continue
        if people or one.notice.others:
            events.append(Event(one.line, one.notice.what or What.CAME, people, one.notice.by, one.notice.others))
    senders = _senders(gathering, {token for event in events for token in (event.by, *event.people)})
    return Settled(tuple(events), senders, tuple(sorted(gathering.unread)), tuple(unsure), messages)


def _settle_groups(gathering: Gathering) -> int:
    """Believe that a group's name holds ": " if it is the author of several lines, and of a notice about members."""
    messages = 0
    for name, lines in gathering.by_long_name.items():
        many = len(lines) >= _GROUP_AT_LEAST and any(one.notice and one.notice.what for one in lines)
        is_group = many or name in gathering.groups
        for one in lines:
            if is_group and one.notice:
                gathering.befell(one.notice, one.line, name)
            elif is_group or one.notice:
                gathering.unread.append(one.line)
            else:
                messages += _wrote(gathering, one.author, one.line)
    return messages


def _settle_maybes(gathering: Gathering) -> int:
    """Take each line that can be both for a notice if the longer name is found elsewhere, else for a message."""
    messages = 0
    for author, notices in gathering.maybe.items():
        for one in notices:
            if gathering.knows(author, one.notice):
                gathering.befell(one.notice, one.line)
            else:
                messages += _wrote(gathering, author, one.line)
    return messages


def _wrote(gathering: Gathering, author: str, line: int) -> int:
    lines = gathering.sure.setdefault(author.encode(), [line, line])
    lines[:] = min(lines[0], line), max(lines[1], line)
    return 1


class _Known:
    """Everybody as written in the chat, to part lists by."""

    def __init__(self, gathering: Gathering) -> None:
        single = (one.notice.people for one in gathering.told if not one.notice.several)
        makers = (one.notice.by for one in gathering.told)
        self._by_first_word: dict[str, list[tuple[str, str]]] = {}
        writers = (*map(bytes.decode, gathering.sure), *gathering.doubtful, *gathering.placed)
        for token in {*writers, *single, *makers} - {"", OWN}:
            plain = name_in(token).casefold()
            first = next(iter(_WORD.findall(plain)), "")
            self._by_first_word.setdefault(first, []).append((plain, token))

    def within(self, people: str) -> frozenset[str]:
        """Give those who stand in a list."""
        text = name_in(people).casefold()
        words = {"", *_WORD.findall(text)}
        return frozenset(token for word in words for plain, token in self._by_first_word.get(word, ()) if plain in text)


def _people(one: Told, known: _Known) -> tuple[tuple[str, ...], bool]:
    notice = one.notice
    if notice.what is What.RENUMBERED:
        return ((notice.people, notice.new), True) if notice.people and notice.new else ((), True)
    if not notice.several or notice.people == OWN or (one.author and is_same(one.author, notice.people)):
        return ((notice.people,), True) if notice.people else ((), True)
    return parted(notice.people, notice.language, known.within(notice.people))


def _senders(gathering: Gathering, tokens: Iterable[str]) -> tuple[Wrote, ...]:
    found: dict[str, tuple[int, int]] = {}
    for sure, (first, last) in gathering.sure.items():
        _join(found, sure.decode(), first, last)
    for author, doubtful in gathering.doubtful.items():
        goes_on = (token for token in sorted(tokens) if token.startswith(f"{author}{BETWEEN}"))
        full = next((token for token in goes_on if gathering.goes_on(author, token)), author)
        _join(found, full, doubtful.first, doubtful.last)
    for author, (first, last) in gathering.placed.items():
        if author not in gathering.groups or author.strip(_AROUND) in found:
            _join(found, author, first, last)
    return tuple(sorted((Wrote(one, *lines) for one, lines in found.items()), key=attrgetter("first", "token")))


def _join(found: dict[str, tuple[int, int]], author: str, first: int, last: int) -> None:
    token = author.strip(_AROUND)
    before = found.get(token, (first, last))
    if token:
        found[token] = min(first, before[0]), max(last, before[1])
