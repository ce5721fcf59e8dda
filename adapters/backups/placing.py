"""A restored database put where the old one is, which is kept beside it."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from adapters.backups.errors import NotRestored
from adapters.backups.making import settle
from adapters.backups.names import stamp_of

_OURS = "before-restore"
_BESIDE = ("-wal", "-shm")
_MAGIC = b"SQLite format 3\0"


def placed(new: Path, database: Path, at: datetime) -> Path | None:
    """Put a database in its place, at once or not at all; gives where the one before is now kept, if there was one.

    Raises `NotRestored` while another process uses the database.
    """
    if not database.exists():
        new.replace(database)
        settle(database.parent)
        return None
    must_be_idle(database)
    before = database.with_name(f"{database.name}.{_OURS}-{stamp_of(at)}")
    _kept(database, before)
    for ending in _BESIDE:
        # A log that is left over belongs to the old database; beside the new one it would spoil it.
        beside = database.with_name(database.name + ending)
        if beside.exists():
            _kept(beside, before.with_name(before.name + ending))
            beside.unlink()
    new.replace(database)
    settle(database.parent)
    return before


def kept_before(database: Path) -> tuple[Path, ...]:
    """Give the databases that restores have put aside, oldest first."""
    return tuple(sorted(database.parent.glob(f"{database.name}.{_OURS}-*Z")))


def put_aside(database: Path) -> tuple[Path, ...]:
    """Give whatever restores have put aside beside a database: the databases of before, and the journals that were theirs."""
    return tuple(sorted(database.parent.glob(f"{database.name}.{_OURS}-*")))


def must_be_idle(database: Path) -> None:
    """Make sure that no other process has a database open, and that all of it is in the one file. Raises `NotRestored`."""
    with database.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            # No database any more: that is what a restore is for. SQLite would delete the log beside it.
            return
    try:
        with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as connection:
            connection.execute("pragma locking_mode=exclusive").close()
            connection.execute("begin exclusive").close()
            connection.execute("rollback").close()
            connection.execute("pragma wal_checkpoint(truncate)").close()
    except sqlite3.OperationalError as error:
        raise NotRestored(
            "Stop roster serve, and whatever else has the database open, and try again.",
            headline=f"{database.name} is in use ({type(error).__name__}).",
        ) from None
    except sqlite3.DatabaseError:
        # Damaged inside; nobody else has it open, or the lock would have been refused.
        return


def _kept(path: Path, to: Path) -> None:
    """Keep a file under another name too. Raises `NotRestored` if there is one of that name."""
    try:
        os.link(path, to)
    except FileExistsError:
        raise NotRestored("Try again in a second.", headline=f"There is a file {to.name} already.") from None
    except OSError:
        # A disk that knows no second names for a file.
        part = to.with_name(to.name + ".part")
        shutil.copy2(path, part)
        with suppress(OSError):
            part.chmod(0o600)
        part.replace(to)
