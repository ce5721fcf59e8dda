"""Chats as telephones write them, line by line."""

from dataclasses import replace
from io import BytesIO

from adapters.platforms.chats.whatsapp import read_chat
from roster.chat_log import ChatLog, Event, What

MARK = "\u200e"
ENCRYPTED = (
    "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to "
    "them. Tap to learn more."
)


def android(*said: str, name: str = "chat.txt") -> ChatLog:
    """A chat of an Android telephone; each line, or lines, after its head."""
    return log_of("".join(f"13/10/2026, 10:{minute:02} - {one}\n" for minute, one in enumerate(said)), name)


def iphone(*said: str, name: str = "_chat.txt") -> ChatLog:
    """A chat of an iPhone: `*` stands for its mark."""
    lines = (f"[13/10/2026, 10:00:{second:02}] {one}\r\n".replace("*", MARK) for second, one in enumerate(said))
    return log_of("".join(lines), name)


def log_of(text: str, name: str = "chat.txt") -> ChatLog:
    """A chat read from its text."""
    return read_chat(BytesIO(text.encode()), name)


def senders(log: ChatLog) -> dict[str, tuple[int, int]]:
    """The first and last lines of everybody who wrote."""
    return {one.token: (one.first, one.last) for one in log.senders}


def came(line: int, *people: str, by: str = "", others: int = 0) -> Event:
    """An event."""
    return Event(line, What.CAME, people, by, others)


def went(line: int, *people: str, by: str = "") -> Event:
    """An event."""
    return Event(line, What.WENT, people, by)


def events(log: ChatLog) -> tuple[Event, ...]:
    """A chat's events, without the moments of those who went."""
    return tuple(replace(one, at=None) for one in log.events)
