"""What a back-up says of itself: when it was made, of which tables, and the digests by which it can be checked."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters.backups.errors import NotABackUp

_BATCH = 1_000
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """How many rows a table has, and the SHA-256 of them all in the order of their keys."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a database: `schema` is the version of its tables, `audit` the last link of the chain, "" without one."""

    schema: str
    audit: str
    tables: Mapping[str, Table]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A back-up in words: `made_at` is aware, `product` Roster's version, `length` (in bytes) and `sha256` are the database file's."""

    made_at: datetime
    product: str
    length: int
    sha256: str
    content: Content

    @property
    def rows(self) -> int:
        """How many rows all tables have together."""
        return sum(table.rows for table in self.content.tables.values())

    def to_json(self) -> bytes:
        """Write it down."""
        return json.dumps({**asdict(self), "made_at": self.made_at.isoformat()}, indent=1).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Manifest":
        """Read what `to_json` wrote. Raises `NotABackUp`."""
        try:
            said = json.loads(text)
            content = said["content"]
            tables = {str(name): Table(int(one["rows"]), str(one["sha256"])) for name, one in content["tables"].items()}
            return cls(
                datetime.fromisoformat(said["made_at"]),
                str(said["product"]),
                int(said["length"]),
                str(said["sha256"]),
                Content(str(content["schema"]), str(content["audit"]), tables),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise NotABackUp("Its manifest cannot be understood; take another back-up.") from None


def manifest_of(path: Path, *, made_at: datetime, product: str) -> Manifest:
    """Describe a database file that nobody is using. Raises `sqlite3.DatabaseError` if it is damaged."""
    return Manifest(made_at, product, path.stat().st_size, sha256_of(path), content_of(path))


def sha256_of(path: Path) -> str:
    """Digest a file."""
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            whole.update(block)
    return whole.hexdigest()


def content_of(path: Path) -> Content:
    """Say what is in a database file that nobody is using. Raises `sqlite3.DatabaseError` if it is damaged."""
    with closing(only_reading(path)) as connection:
        names = [
            name for (name,) in connection.execute("select name from sqlite_schema where type = 'table' order by 1")
        ]
        known = {name: _table(connection, name) for name in names if not name.startswith("sqlite_")}
        return Content(
            _one(connection, "alembic_version", "select version_num from alembic_version", known),
            _one(connection, "auditentry", "select hash from auditentry order by id desc limit 1", known),
            known,
        )


def faults_of(path: Path) -> tuple[str, ...]:
    """Say what SQLite finds wrong with a database file that nobody is using: nothing, if it is sound."""
    with closing(only_reading(path)) as connection:
        found = [str(said) for (said,) in connection.execute("pragma integrity_check(5)") if said != "ok"]
        torn = len(connection.execute("pragma foreign_key_check").fetchmany(_BATCH))
    return (*found, *([f"{torn} rows refer to rows that are not there"] if torn else []))


def only_reading(path: Path) -> sqlite3.Connection:
    """Open a database file that nobody is using, so that nothing is written beside it either."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _one(connection: sqlite3.Connection, table: str, query: str, known: Mapping[str, Any]) -> str:
    row = connection.execute(query).fetchone() if table in known else None
    return str(row[0]) if row else ""


def _table(connection: sqlite3.Connection, name: str) -> Table:
    whole, rows = hashlib.sha256(), 0
    for row in _rows(connection, name):
        whole.update(repr(row).encode() + b"\n")
        rows += 1
    return Table(rows, whole.hexdigest())


def _rows(connection: sqlite3.Connection, name: str) -> Iterator[tuple[Any, ...]]:
    quoted = name.replace('"', '""')
    cursor = connection.execute(f'select * from "{quoted}" order by rowid')  # noqa: S608 - the name is the database's own
    while batch := cursor.fetchmany(_BATCH):
        yield from batch
