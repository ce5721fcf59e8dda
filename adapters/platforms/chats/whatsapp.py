"""A WhatsApp chat export: a record of who came, went and wrote, and never a list of who is in the group.

The head of each line is told by `headers`, WhatsApp's own lines by `notices`. What sets those apart from what people write:

- iPhone: they begin with U+200E, and their author is whom they befell, or the group if there are several or it is about
  whoever exported the chat. Where they are marked, what has no mark is a message. Chats of 2021 and 2022 have no author there.
- Android: they have no author. That is all there is: a message with a whole line of a chat in it, copied with its head,
  cannot be told from that line. On an iPhone it can, by the ends of its lines.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from adapters.platforms.chats.gathering import Gathering
from adapters.platforms.chats.headers import Heads, heads_of
from adapters.platforms.chats.lines import CRLF, LF, PIECE, beginning_of, decoded, texts_in
from adapters.platforms.chats.moments import Days
from adapters.platforms.chats.settling import settled
from adapters.platforms.chats.sorting import Sorter
from adapters.platforms.chats.titles import name_in_title
from adapters.platforms.guide import ListGuide
from roster.chat_log import ChatLog, Event, What
from roster.errors import UnreadableList
from roster.tokens import name_in

_SHARE = 10

guide = ListGuide(
    system="WhatsApp, exported chat",
    file=(
        "`_chat.txt` or `WhatsApp Chat with <group>.txt`, alone or in a zip, with or without media, in the language of any "
        "telephone. Media are never read."
    ),
    get=(
        "on the telephone, open the group. iPhone: tap its name at the top, **Export Chat**, **Without Media**. Android: "
        "three dots, **More**, **Export chat**, **Without media**. WhatsApp Web and Desktop cannot do it, and a group with "
        "Advanced Chat Privacy allows it to nobody. Send the file as it comes: one opened and saved again may have lost "
        "what tells WhatsApp's own lines from messages. No more than about 40,000 messages are exported, the newest"
    ),
    proves=(
        "events: who came, who went and who wrote, and never who is in the group. Members who came before the chat begins "
        "and never wrote are missing. Whoever exports sees saved contacts by the name they saved, others by the name they "
        "gave themselves or by number; other admins are not told. Since 2022 only admins are told who left, so let an admin "
        "export. For a complete list, copy the members instead"
    ),
    basis=(
        "Real files, and the tests of public readers of them (whatstk, whatsapp-chat-parser, chat-miner, whats-reader). "
        "Lines that look like WhatsApp's own and are not understood are counted and named by their number"
    ),
)


def read_chat(file: IO[bytes], name: str) -> ChatLog:
    """Read a chat from where the file stands, a piece at a time; `name` is the file's. No message is kept.

    Raises `UnreadableList` if no line begins as a chat's does.
    """
    head = file.read(PIECE)
    beginning = beginning_of(head)
    heads = heads_of(beginning.split("\n"))
    if heads is None:
        raise UnreadableList(
            "Export the chat again, and give the file as it comes.", headline="This is no chat that Roster can read."
        )
    ends = _ends(beginning.encode(), heads)
    return _Reading(heads, ends, name_in_title(name)).read(texts_in(file, head, ends=ends))


def _ends(beginning: bytes, heads: Heads) -> bytes:
    """Find out what ends a line: CRLF if a fair share of heads follow one, and then a bare LF is within a message."""
    after = [beginning.endswith(b"\r", 0, found.start()) for found in heads.pattern(LF).finditer(beginning)]
    return CRLF if sum(after) * _SHARE > len(after) else LF


class _Reading:
    """One chat, being read."""

    def __init__(self, heads: Heads, ends: bytes, title: str) -> None:
        self._pattern, self._dates = heads.pattern(ends), heads.dates(ends)
        self._ends = len(ends)
        self._title = title
        self._gathering = Gathering()
        self._sorter = Sorter(self._gathering, bracketed=heads.bracketed, title=title)

    def read(self, texts: Iterator[bytes]) -> ChatLog:
        """Read all lines, and say what they tell."""
        scan, sort, sure = self._pattern.finditer, self._sorter.sort, self._gathering.sure
        days, latest = Days(), ""
        heads: dict[int, bytes] = {}
        lines_before = messages = 0
        for text in texts:
            written: dict[bytes, re.Match[bytes]] = {}
            found, at, line = None, 0, lines_before
            for found in scan(text):
                author = found[1]
                if author in sure:
                    written[author] = found
                    messages += 1
                else:
                    begins = found.start() + self._ends
                    line += text.count(LF, at, begins)
                    at = begins
                    ended = found.end() if author is None else found.start(1)
                    is_message = sort(_line_at(text, ended), line)
                    messages += is_message
                    if not is_message:
                        heads[line] = text[begins:ended]
            self._note_last(text, written, lines_before)
            lines_before += text.count(LF)
            latest = _line_at(text, found.start() + self._ends) if found else latest
            if not days.are_told:
                for date in set(self._dates.findall(text)):
                    days.note(decoded(date))
        self._gathering.unread += self._sorter.unread()
        told = settled(self._gathering)
        return ChatLog(
            "whatsapp", "whatsapp-chat-export", self._name(),
            tuple(_dated(one, days, heads) for one in told.events),
            told.senders, told.unread, told.unsure,
            messages + told.messages, days.moment(latest),
        )  # fmt: skip

    def _note_last(self, text: bytes, written: dict[bytes, re.Match[bytes]], line: int) -> None:
        """Note the lines of authors' last messages in a text, of which `line` are before it."""
        at = 0
        for found in sorted(written.values(), key=re.Match.start):
            begins = found.start() + self._ends
            line += text.count(LF, at, begins)
            at = begins
            self._gathering.wrote_last(found[1], line)

    def _name(self) -> str:
        """Give the group's name: the last that it was given, or by which it stands as an author, or the file's, or its first."""
        group = self._sorter.group if self._sorter.group.encode() not in self._gathering.sure else ""
        made_as = self._gathering.made_as
        # The line that tells how it was made stays when the name is changed; a file's name lacks what a disk cannot have.
        at_last = made_as if _letters(made_as) == _letters(self._title) else self._title or made_as
        return self._gathering.renamed or name_in(group) or at_last


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name_in(name).casefold()))


def _dated(event: Event, days: Days, heads: dict[int, bytes]) -> Event:
    """Say of somebody who went when that was; of nothing else does anybody have to know."""
    head = heads.get(event.line) if event.what is What.WENT else None
    return replace(event, at=days.moment(decoded(head))) if head else event


def _line_at(text: bytes, start: int) -> str:
    """Give the rest of a line, from a place in it."""
    end = text.find(LF, start)
    return decoded(text[start : end if end >= 0 else len(text)]).rstrip("\r")
