"""A small database, and a key to back it up for."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pyrage import x25519

from adapters.backups.making import Sealing

AT = datetime(2026, 11, 22, 3, 30, tzinfo=UTC)
CANARY = "Charlie-canary"


@dataclass
class Place:
    """A database in use, and the folder beside it for back-ups."""

    home: Path
    identity: Any

    @property
    def database(self) -> Path:
        return self.home / "roster.db"

    @property
    def folder(self) -> Path:
        return self.home / "backups"

    def sealing(self, **other: Any) -> Sealing:
        known = {"keep_daily": 14, "keep_weekly": 8, **other}
        return Sealing(self.database, self.folder, self.identity.to_public(), "1.2.3", **known)

    def write(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            connection.execute(statement, values)


def a_place(home: Path, *, rows: int = 500) -> Place:
    """The database is in WAL mode, as Roster's is, and its last words are in the log still."""
    place = Place(home, x25519.Identity.generate())
    place.folder.mkdir()
    place.write("pragma journal_mode=wal")
    place.write("create table child (id integer primary key, name text)")
    place.write(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) "
        "insert into child select i, ? || '-' || i from n",
        rows,
        CANARY,
    )
    return place
