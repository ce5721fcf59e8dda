"""Who did what: a chain of entries, each bound to the one before, whose names can be erased without breaking it."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables

_ENTRY = tables.AuditEntry
_SALT_BYTES = 16
_SAID_DIGITS = 16
_ERASED = "erased:"
BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many entries there are, and the last one's hash (64 hex digits)."""

    number: int = 0
    hash: str = BEGINNING

    @property
    def said(self) -> str:
        """The end as people keep it: "214:ab12cd34ef567890"."""
        return f"{self.number}:{self.hash[:_SAID_DIGITS]}"


def note(session: Session, act: str, *, by: str, at: datetime, about: Mapping[str, Any] | None = None) -> None:
    """Add an entry, in the transaction that does the thing: `act` is a short name ("release"), `about` is JSON.

    Whatever names or tells of a person goes into `by` and `about`, which can be erased; `act` stays for ever.
    """
    session.flush()
    last = newest(session)
    number = (last.id or 0) + 1 if last else 1
    payload = json.loads(json.dumps({"by": by, **(about or {})}))
    salt = token_hex(_SALT_BYTES)
    digest = digest_of(salt, payload)
    link = hash_of(last.hash if last else BEGINNING, number, at, act, digest)
    session.add(_ENTRY(id=number, at=at, act=act, digest=digest, hash=link, salt=salt, payload=payload))
    session.flush()


def newest(session: Session) -> tables.AuditEntry | None:
    """The last entry."""
    return session.scalars(select(_ENTRY).order_by(col(_ENTRY.id).desc()).limit(1)).first()


def head(session: Session) -> Head:
    """Where the chain ends."""
    last = newest(session)
    return Head(last.id or 0, last.hash) if last else Head()


def head_said(session: Session) -> str:
    """The end of the chain in a sentence for the digest, by which a chain that was cut short can be told later."""
    end = head(session)
    entries = session.scalar(select(func.count()).select_from(_ENTRY)) or 0
    return f"Audit: {entries} {'entry' if entries == 1 else 'entries'}, fingerprint {end.said}."


def entries(session: Session, since: datetime | None = None) -> Sequence[tables.AuditEntry]:
    """Every entry, or those from a moment on, oldest first."""
    found = select(_ENTRY).order_by(col(_ENTRY.id))
    return session.scalars(found if since is None else found.where(col(_ENTRY.at) >= since)).all()


def erase(session: Session, numbers: Collection[int], *, by: str, at: datetime) -> int:
    """Erase who and about what in some entries, and note in the chain of which; gives how many there were.

    Whoever clears a name without this leaves an entry that nobody has accounted for: see `auditing.verify`.
    """
    known = [one for one in entries(session) if one.id in set(numbers) and one.payload is not None]
    for row in known:
        row.salt = row.payload = None
    if known:
        note(session, _ERASED + _ranges([row.id or 0 for row in known]), by=by, at=at)
    return len(known)


def erased_by(act: str) -> frozenset[int]:
    """The numbers of the entries that an entry says were erased; none for any other act. Raises `ValueError` if it is garbled."""
    if not act.startswith(_ERASED):
        return frozenset()
    spans = (part.partition("-") for part in act.removeprefix(_ERASED).split(","))
    return frozenset(number for first, _, last in spans for number in range(int(first), int(last or first) + 1))


def digest_of(salt: str, payload: Mapping[str, Any]) -> str:
    """Give the SHA-256 that stands in the chain for a payload."""
    return hashlib.sha256(f"{salt}\0{json.dumps(payload, sort_keys=True)}".encode()).hexdigest()


def hash_of(before: str, number: int, at: datetime, act: str, digest: str) -> str:
    """Give the SHA-256 that binds an entry to all before it. `at` may be of any zone: it counts as the moment in UTC."""
    moment = at.astimezone(UTC).isoformat()
    return hashlib.sha256("\0".join((before, str(number), moment, act, digest)).encode()).hexdigest()


def _ranges(numbers: Sequence[int]) -> str:
    """Say numbers, in their order, as "3,5-9"."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
