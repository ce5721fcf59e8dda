"""A database copied as of one moment while others read and write it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from adapters.backups.errors import BackUpTrouble

_PAGES = 512
_PATIENCE = 30.0


def copied(database: Path, to: Path) -> None:
    """Copy a database into an empty file. Raises `BackUpTrouble` if it cannot be read or written."""
    with _plainly(database), closing(sqlite3.connect(to, isolation_level=None)) as target:
        target.execute("pragma journal_mode=off").close()
        target.execute("pragma synchronous=off").close()
        _copy(database, target)


def copied_to_memory(database: Path) -> sqlite3.Connection:
    """Give a copy of a database that is nowhere but in memory. Raises `BackUpTrouble` if it cannot be read."""
    with _plainly(database):
        target = sqlite3.connect(":memory:", check_same_thread=False)
        _copy(database, target)
        return target


def _copy(database: Path, target: sqlite3.Connection) -> None:
    """Copy a few pages at a time under one reading transaction: what is written meanwhile goes on, and is not in the copy."""
    with closing(_reading(database)) as source:
        source.execute("begin").close()
        source.execute("select count(*) from sqlite_schema").fetchone()
        source.backup(target, pages=_PAGES, sleep=0)
        source.execute("rollback").close()


@contextmanager
def _plainly(database: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise BackUpTrouble(
            f"Look whether the disk is full and the file may be read ({type(error).__name__}).",
            headline=f"{database} could not be copied.",
        ) from error


def _reading(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE, isolation_level=None)
