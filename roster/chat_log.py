"""A group's history, as a chat tells it, without a word of what was said: who came, who went, who wrote when."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class What(Enum):
    """What befell somebody."""

    CAME = "came"
    """They were added, joined by a link or from the community, or made the group."""

    WENT = "went"
    """They left, or were removed."""

    RENUMBERED = "renumbered"
    """The first of `people` is from now on the second: their number changed, and both are told."""

    PROMOTED = "promoted"
    DEMOTED = "demoted"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that befell members. `people` are as the chat writes them, in order; `OWN` stands for who exported it.

    `line` is the line in the file, from 1 (of a JSON export: the message's place). `others` counts people whom the chat
    does not name ("and 9 others"). `by` is who did it, where that is told: they were in the group at that moment. `at` is
    when somebody went by the telephone's clock, where that is known.
    """

    line: int
    what: What
    people: tuple[str, ...]
    by: str = ""
    others: int = 0
    at: datetime | None = None


OWN = "\x00own"
"""Whoever exported the chat, whatever the language calls them: "You", "Du", "Tú"."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """A sender: as the chat writes them, and the lines of their first and last message."""

    token: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ChatLog:
    """A chat reduced to who was in the group. `as_of` is the moment of its last line by the clock of the telephone,
    where the file tells which day that is.

    `unread` are the lines that look like the platform's own and are not understood; `unsure` those whose list of people
    can be parted in several ways. `messages` counts the messages that were passed over.
    """

    platform: str
    format: str
    name: str = ""
    events: tuple[Event, ...] = ()
    senders: tuple[Wrote, ...] = ()
    unread: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()
    messages: int = 0
    as_of: datetime | None = None
