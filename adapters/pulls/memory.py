"""What is remembered of a watched folder over a restart: digests, and nobody's name."""

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of the file at a place: its content's digest, since when (ISO 8601) it is being taken in, how that ended.

    `told` is the digest of what was last said about it, so that it is not said again.
    """

    content: str = ""
    since: str = ""
    done: bool = False
    told: str = ""


class Memory:
    """A small file of notes. A damaged one is as good as none: what was taken in is in the database."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._notes = _read(file)

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Have the notes to oneself, as they are now; False while another process has them. Raises `OSError` if none can."""
        with _locked(self._file.with_name(f"{self._file.name}.lock")) as ours:
            if ours:
                self._notes = _read(self._file)
            yield ours

    def of(self, place: str) -> Note:
        """What is known of a place."""
        return self._notes.get(digest_of(place.encode()), Note())

    def note(self, place: str, note: Note) -> None:
        """Remember it for good. Raises `OSError` if it cannot be written."""
        self._write({**self._notes, digest_of(place.encode()): note})

    def keep(self, places: Collection[str]) -> None:
        """Forget every other place. Raises `OSError` if that cannot be written."""
        known = {digest_of(place.encode()) for place in places}
        kept = {place: note for place, note in self._notes.items() if place in known}
        if kept != self._notes:
            self._write(kept)

    def _write(self, notes: Mapping[str, Note]) -> None:
        beside = self._file.with_name(f"{self._file.name}.new")
        text = json.dumps({place: asdict(note) for place, note in notes.items()}, sort_keys=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._file)
        self._notes = dict(notes)


def digest_of(content: bytes) -> str:
    """A content's SHA-256."""
    return hashlib.sha256(content).hexdigest()


@contextmanager
def _locked(file: Path) -> Iterator[bool]:
    """Hold a lock that ends with the process, however that ends; False if another has it. Where there are none, nobody waits."""
    try:
        import fcntl
    except ImportError:
        yield True
        return
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    else:
        yield True
    finally:
        os.close(handle)


def _read(file: Path) -> dict[str, Note]:
    try:
        told: Any = json.loads(file.read_text(encoding="ascii"))
        return {str(place): Note(**note) for place, note in told.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
