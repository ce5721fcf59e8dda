"""The reduced chat: what is kept of a chat export, and all that is ever handed on of it.

A JSON document `{"roster": "chat-logs/1", "logs": [...]}` with membership events and senders by line number. It holds
no message and no time of one.
"""

import json
from collections.abc import Iterable
from typing import Any

from adapters.platforms.leaves import moment, number, text
from roster.chat_log import ChatLog, Event, What, Wrote
from roster.errors import UnreadableList

_MARK = "chat-logs/1"
_BEGINS = b'{"roster": "chat-logs/'


def is_reduced(content: bytes) -> bool:
    """Whether some bytes are a reduced chat."""
    return content.startswith(_BEGINS)


def as_bytes(logs: Iterable[ChatLog]) -> bytes:
    """Write chats down; the same chats, the same bytes."""
    return json.dumps({"roster": _MARK, "logs": [as_cells(log) for log in logs]}, ensure_ascii=False).encode(
        "utf-8", "replace"
    )


def logs_in(content: bytes) -> tuple[ChatLog, ...]:
    """Read reduced chats. Raises `UnreadableList` if they are of another version, or damaged."""
    try:
        told = json.loads(content)
        if told["roster"] != _MARK:
            raise UnreadableList(
                "Export the chat again and give the new file.", headline="This chat was reduced by another Roster."
            )
        return tuple(map(from_cells, told["logs"]))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise UnreadableList(
            "Export the chat again and give the new file.", headline="This reduced chat is damaged."
        ) from error


def as_cells(log: ChatLog) -> dict[str, Any]:
    """Make of a chat what JSON knows."""
    return {
        "platform": log.platform,
        "format": log.format,
        "name": log.name,
        "as_of": log.as_of.isoformat() if log.as_of else None,
        "messages": log.messages,
        "unread": list(log.unread),
        "unsure": list(log.unsure),
        "events": [_event_cells(one) for one in log.events],
        "senders": [[one.token, one.first, one.last] for one in log.senders],
    }


def from_cells(told: dict[str, Any]) -> ChatLog:
    """Make a chat of what `as_cells` made, which may come from anywhere: raises `ValueError`, `TypeError` or `KeyError`."""
    return ChatLog(
        platform=text(told["platform"]),
        format=text(told["format"]),
        name=text(told["name"]),
        events=tuple(_event(*one) for one in told["events"]),
        senders=tuple(Wrote(text(token), number(first), number(last)) for token, first, last in told["senders"]),
        unread=tuple(map(number, told["unread"])),
        unsure=tuple(map(number, told["unsure"])),
        messages=number(told["messages"]),
        as_of=moment(told["as_of"]),
    )


def _event_cells(one: Event) -> list[Any]:
    return [one.line, one.what.value, list(one.people), one.by, one.others, one.at.isoformat() if one.at else None]


def _event(line: int, what: str, people: list[str], by: str, others: int, at: str | None) -> Event:
    if not isinstance(people, list):
        raise TypeError(people)
    event = Event(number(line), What(what), tuple(map(text, people)), text(by), number(others), moment(at))
    if event.what is What.RENUMBERED and len(event.people) != len(("old", "new")):
        raise ValueError(what)
    return event
