"""What comes back to the mailbox for bounces: which letter it is about, and whether the letter is lost.

A message is believed only where it proves that it is about a letter of ours: by the signed mark in the address that it came
to, or by the letter's Message-ID, which nobody can guess. Anybody can write to a mailbox.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses
from enum import Enum
from typing import cast

from flufl.bounce import all_failures

from adapters.mail.marks import Marks

# Where a mail server that delivers a message says for which address it came, the surest first.
_ADDRESSED = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To", "X-Envelope-To", "To")
_MESSAGE_ID = re.compile(rb"<([0-9a-f]{32})@")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_AUTOMATIC = re.compile(r"(?i)^\s*(automatic reply|out of office|autoreply|auto-reply|auto:)")
# What is lost without the address being at fault (RFC 3463): the sender's address, a full mailbox, the length, the system,
# the protocol, the content, a policy.
_NOT_THE_ADDRESS = re.compile(r"5\.(1\.[78]|2\.[234]|3\.\d+|5\.\d+|6\.\d+|7\.\d+)")
_AT_MOST = 200

# It would log what strangers wrote, when it stumbles.
logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL + 1)


class Sort(Enum):
    """What a message says: there is no such recipient, the letter is lost for another reason, nothing of note (it is late,
    or has arrived), or nothing that could be understood (an answer, an automatic reply, something else)."""

    NOBODY_THERE = "nobody there"
    LOST = "lost"
    NOTHING = "nothing"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Report:
    """What a message says, and of which letter: by its number, or else by the beginnings of Message-IDs found within.

    `status` is the code given ("5.1.1"), empty if there is none.
    """

    sort: Sort
    letter_id: int | None = None
    message_ids: tuple[str, ...] = ()
    status: str = ""


def report_of(content: bytes, marks: Marks) -> Report:
    """Read a message. Whatever is in it, it is read or unclear; nothing is raised."""
    try:
        message = message_from_bytes(content)
        status = _status(message)
        sort = _sort(message, status)
        return Report(sort, _marked(message, marks), tuple(_message_ids(message)), status)
    except Exception:  # noqa: BLE001 - the standard parser stumbles in many ways over what strangers send
        return Report(Sort.UNCLEAR)


def _sort(message: Message, status: str) -> Sort:
    if _is_an_automatic_reply(message):
        return Sort.UNCLEAR
    late, lost = all_failures(message)
    if lost:
        elsewhere = _NOT_THE_ADDRESS.fullmatch(status) or status.startswith("4.")
        return Sort.LOST if elsewhere else Sort.NOBODY_THERE
    actions = {action for block in _blocks(message) if (action := _action(block))}
    if late or (actions and actions <= {"delayed", "delivered", "relayed", "expanded"}):
        return Sort.NOTHING
    return Sort.UNCLEAR


def _is_an_automatic_reply(message: Message) -> bool:
    """Whether somebody's mail program answers for them. A report on delivery says that it is automatic, too."""
    if message.get_content_type() == "multipart/report" or message.get("X-Failed-Recipients"):
        return False
    if str(message.get("Return-Path", "")).strip() == "<>":
        return False
    replied = str(message.get("Auto-Submitted", "")).lower().startswith("auto-replied")
    return replied or "X-Autoreply" in message or bool(_AUTOMATIC.match(str(message.get("Subject", ""))))


def _marked(message: Message, marks: Marks) -> int | None:
    for header in _ADDRESSED:
        for _, address in getaddresses([str(value) for value in message.get_all(header, [])]):
            if (letter := marks.who(address)) is not None:
                return letter
    return None


def _message_ids(message: Message) -> Iterator[str]:
    """Give the Message-IDs like ours in what was sent back, not in the message's own headers."""
    seen: set[str] = set()
    for part in message.walk():
        if part is message and part.is_multipart():
            continue
        texts = [str(part.get("Message-ID", "")).encode()] if part is not message else []
        if not part.is_multipart():
            texts.append(cast("bytes | None", part.get_payload(decode=True)) or b"")
        for one in (found.decode() for text in texts for found in _MESSAGE_ID.findall(text)):
            if one not in seen and len(seen) < _AT_MOST:
                seen.add(one)
                yield one


def _status(message: Message) -> str:
    """Give the status of the recipient who failed: the worst, if there are several."""
    found = [
        _STATUS.match(str(block.get("Status", "")).strip())
        for block in _blocks(message)
        if _action(block) in {"failed", "error"}
    ]
    return max((one[0] for one in found if one), default="")


def _action(block: Message) -> str:
    words = re.findall(r"[a-z]+", str(block.get("Action", "")).lower())
    return words[0] if words else ""


def _blocks(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            with suppress(TypeError):
                yield from cast("list[Message]", part.get_payload())
