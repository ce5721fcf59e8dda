"""A letter as it is written: once, whole, with its identity fixed, whatever then happens on the way."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Audience(Enum):
    """Whom a letter is for."""

    VOLUNTEER = "volunteer"
    OFFICE = "office"
    LEAD = "lead"


class Kind(Enum):
    """What a letter is: a volunteer's list because it changed, the weekly nudge, or the word to a co-admin; the office's
    digest, or the safeguarding lead's; an alert that does not wait for the night."""

    LIST = "list"
    NUDGE = "nudge"
    CO_ADMIN = "co-admin"
    DIGEST = "digest"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a letter: its name, whose ending says what it is ("people.csv", "people.xlsx"), and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says: a subject, the same in plain text and in HTML, and a file if one goes with it."""

    subject: str
    text: str
    html: str
    attached: Attached | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one recipient. `key` makes it the only one of its kind; `groups` are those it tells a volunteer of.

    `message_id` and `thread` are the values of Message-ID and References, fixed when the letter is written. `run` is
    said in X-Roster-Run ("2026-11-22.1").
    """

    key: str
    run: str
    audience: Audience
    groups: tuple[str, ...]
    recipient: str
    message_id: str
    thread: str
    words: Words
    written_at: datetime
    kind: Kind = Kind.LIST
    language: str = "en"
