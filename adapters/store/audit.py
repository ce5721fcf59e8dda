"""Who did what: a chain of entries, each bound to the one before, whose names can be erased without breaking it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables

_ENTRY = tables.AuditEntry
_SALT_BYTES = 16
BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""


def note(session: Session, act: str, *, by: str, at: datetime, about: Mapping[str, Any] | None = None) -> None:
    """Add an entry, in the transaction that does the thing: `act` is a short name ("release"), `about` is JSON.

    Whatever names or tells of a person goes into `by` and `about`, which can be erased; `act` stays for ever.
    """
    session.flush()
    last = newest(session)
    number = (last.id or 0) + 1 if last else 1
    payload = {"by": by, **(about or {})}
    salt = token_hex(_SALT_BYTES)
    digest = digest_of(salt, payload)
    link = hash_of(last.hash if last else BEGINNING, number, at, act, digest)
    session.add(_ENTRY(id=number, at=at, act=act, digest=digest, hash=link, salt=salt, payload=payload))
    session.flush()


def newest(session: Session) -> tables.AuditEntry | None:
    """The last entry."""
    return session.scalars(select(_ENTRY).order_by(col(_ENTRY.id).desc()).limit(1)).first()


def digest_of(salt: str, payload: Mapping[str, Any]) -> str:
    """Give the SHA-256 that stands in the chain for a payload."""
    return hashlib.sha256(f"{salt}\0{json.dumps(payload, sort_keys=True)}".encode()).hexdigest()


def hash_of(before: str, number: int, at: datetime, act: str, digest: str) -> str:
    """Give the SHA-256 that binds an entry to all before it."""
    return hashlib.sha256("\0".join((before, str(number), at.isoformat(), act, digest)).encode()).hexdigest()
