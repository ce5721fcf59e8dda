"""What is in an office's database at a moment, and whether it is whole."""

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

# What must land together or not at all.
PARTS = {
    "roll": ("roll", "child", "pupil", "contact", "tie", "gap", "original", "auditentry"),
    "list": ("memberlist", "member", "auditentry"),
    "run": ("run", "grouprun", "objection", "verdict", "flag", "letter", "lettergroup", "judgement", "ledgerentry"),
    "tables": ("sqlite_master", "alembic_version"),
}
# What differs from one good end to another: moments, chance, and how far a letter has come.
_BY_CHANCE = {
    "message_id",
    "salt",
    "digest",
    "hash",
    "payload",
    "value",
    "content",
    "inputs",
    "result",
    "rootpage",
    "text",
    "html",
}
_ON_THE_WAY = {"state", "attempts", "repeats", "dotted", "next_try", "lease_until", "error", "owner", "attempt"}
_BEGINNING = "0" * 64
Rows = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Letter:
    """A letter in the outbox. `in_the_gap` says that the server may have it, though that is not written down."""

    message_id: str
    recipient: str
    subject: str
    state: str
    in_the_gap: bool


@dataclass(frozen=True)
class State:
    """What a database holds: its parts as rows, its letters, and what is wrong with it."""

    parts: dict[str, dict[str, Rows]]
    letters: tuple[Letter, ...]
    faults: tuple[str, ...]

    def torn(self, before: "State", after: "State") -> tuple[str, ...]:
        """The parts that are neither as before nor as after."""
        return tuple(
            name for name, rows in self.parts.items() if rows != before.parts[name] and rows != after.parts[name]
        )


def state_of(database: Path, scratch: Path) -> State:
    """Look at a copy, so that looking mends nothing: the log beside it is part of it."""
    scratch.mkdir(parents=True, exist_ok=True)
    for name in (database.name, f"{database.name}-wal", f"{database.name}-journal"):
        (scratch / name).unlink(missing_ok=True)
        if (found := database.with_name(name)).exists():
            shutil.copyfile(found, scratch / name)
    with closing(sqlite3.connect(scratch / database.name)) as connection:
        here = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
        parts = {
            part: {table: _rows(connection, table) for table in names if table in {*here, "sqlite_master"}}
            for part, names in PARTS.items()
        }
        return State(parts, tuple(_letters(connection, here)), tuple(_faults(connection, here)))


def _rows(connection: sqlite3.Connection, table: str) -> Rows:
    left_out = _BY_CHANCE | (_ON_THE_WAY if table == "letter" else set())
    names = [name for _, name, *_ in connection.execute(f"pragma table_info({table})")]
    kept = [name for name in names if name not in left_out and name != "at" and not name.endswith("_at")]
    quoted = ", ".join(f'"{name}"' for name in kept)
    return tuple(sorted(connection.execute(f"select {quoted} from {table}"), key=repr))


def _letters(connection: sqlite3.Connection, here: set[str]) -> list[Letter]:
    if "letter" not in here:
        return []
    found = connection.execute("select message_id, recipient, subject, state, dotted from letter order by id")
    return [
        Letter(message_id, recipient, subject, state, state == "claimed" and bool(dotted))
        for message_id, recipient, subject, state, dotted in found
    ]


def _faults(connection: sqlite3.Connection, here: set[str]) -> list[str]:
    (said,) = connection.execute("pragma integrity_check").fetchone()
    faults = [] if said == "ok" else [f"integrity: {said}"]
    if connection.execute("pragma foreign_key_check").fetchall():
        faults.append("a row whose other half is missing")
    if "auditentry" in here and _broken(connection):
        faults.append("the audit's chain is broken")
    if {"roll", "original"} <= here and _unoriginal(connection):
        faults.append("a roll without the file that it came from")
    return faults


def _broken(connection: sqlite3.Connection) -> bool:
    """Whether some entry of the chain is not bound to the one before; reckoned here once more, from its definition."""
    before = _BEGINNING
    entries = connection.execute("select id, at, act, digest, hash, salt, payload from auditentry order by id")
    for place, (number, at, act, digest, link, salt, payload) in enumerate(entries, 1):
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
        told = "\0".join((before, str(number), moment.isoformat(), act, digest))
        said = f"{salt}\0{json.dumps(json.loads(payload), sort_keys=True)}" if payload else ""
        if number != place or link != hashlib.sha256(told.encode()).hexdigest():
            return True
        if said and digest != hashlib.sha256(said.encode()).hexdigest():
            return True
        before = link
    return False


def _unoriginal(connection: sqlite3.Connection) -> bool:
    found = connection.execute("select count(*) from roll where sha256 not in (select sha256 from original)")
    return bool(found.fetchone()[0])
