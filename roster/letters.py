"""A letter as it is written: once, whole, with its identity fixed, whatever then happens on the way."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Audience(Enum):
    """Whom a letter is for."""

    VOLUNTEER = "volunteer"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says: a subject, and the same in plain text and in HTML."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one recipient. `key` makes it the only one of its kind; `group` is empty for the office's digest.

    `message_id` and `thread` are the values of Message-ID and References, fixed when the letter is written. `run` is
    said in X-Roster-Run ("2026-11-22.1").
    """

    key: str
    run: str
    audience: Audience
    group: str
    recipient: str
    message_id: str
    thread: str
    words: Words
    written_at: datetime
