"""A file for the plain copy of a database: readable by its owner alone, one process at a time, and gone afterwards."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters.backups.errors import BackUpTrouble

_BLOCK = 1 << 20
_BESIDE = ("-wal", "-shm", "-journal")


@contextmanager
def private_file(path: Path) -> Iterator[Path]:
    """Give an empty file, which is overwritten and removed in the end unless it has been renamed meanwhile.

    What a killed process left there is overwritten first. Raises `BackUpTrouble` while another process has it.
    """
    handle = _locked(path)
    try:
        _wipe(path, handle)
        yield path
    finally:
        try:
            if _is_still(path, handle):
                _wipe(path, handle)
                path.unlink()
        finally:
            os.close(handle)


def left_over(path: Path) -> bool:
    """Whether a process that was killed has left such a file."""
    return any(one.exists() for one in (path, *_beside(path)))


def _locked(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise BackUpTrouble(
                "Wait until it is done.", headline="A back-up or a restore is at work already."
            ) from None
        if _is_still(path, handle):
            os.fchmod(handle, 0o600)
            return handle
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _wipe(path: Path, handle: int) -> None:
    """Overwrite what it holds, and what SQLite has put beside it."""
    for beside in _beside(path):
        beside.unlink(missing_ok=True)
    length = os.fstat(handle).st_size
    if length:
        os.lseek(handle, 0, os.SEEK_SET)
        for done in range(0, length, _BLOCK):
            os.write(handle, bytes(min(_BLOCK, length - done)))
        os.fsync(handle)
        os.ftruncate(handle, 0)


def _beside(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + ending) for ending in _BESIDE)
