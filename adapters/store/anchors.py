"""The ends of the audit's chain, written down beside the database: whoever cuts the chain short does not fit them any more."""

import os
from datetime import UTC, datetime
from pathlib import Path

from adapters.store.audit import BEGINNING, Head
from roster.errors import RosterError

_HEX = frozenset("0123456789abcdef")
_DIGITS_AT_LEAST = 16


class NoAnchor(RosterError):
    """What was given is no end of the audit's chain."""

    headline = "That is no fingerprint of the audit."


def file_beside(database: Path) -> Path:
    """Where a database's anchors are: roster.anchors beside roster.db."""
    return database.with_suffix(".anchors")


def write_down(file: Path, head: Head, at: datetime) -> None:
    """Add a line with the moment and the end, unless it is the last already; on disk when this returns. Raises `OSError`."""
    if not head.number or read(file)[-1:] == (head,):
        return
    handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        size = os.fstat(handle).st_size
        # A line that a power cut left without its end must not swallow this one.
        torn = bool(size) and os.pread(handle, 1, size - 1) != b"\n"
        line = f"{at.astimezone(UTC).isoformat(timespec='seconds')} {head.number}:{head.hash}\n"
        os.write(handle, (b"\n" if torn else b"") + line.encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def read(file: Path) -> tuple[Head, ...]:
    """Every anchor that was written down, oldest first; a torn line is passed over. None if there is no such file."""
    try:
        lines = file.read_text("ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return ()
    found: list[Head] = []
    for line in lines:
        try:
            found.append(anchor_in(line.partition(" ")[2]))
        except NoAnchor:
            continue
    return tuple(one for one in found if len(one.hash) == len(BEGINNING))


def anchor_in(said: str) -> Head:
    """Read an end as the digest prints it, "214:ab12cd34ef567890". Raises `NoAnchor`."""
    number, _, hash_ = said.strip().partition(":")
    digits = hash_.casefold()
    good = number.isascii() and number.isdigit() and _DIGITS_AT_LEAST <= len(digits) <= len(BEGINNING)
    if not good or not set(digits) <= _HEX:
        raise NoAnchor("Give it as the office's digest prints it: the number of entries, a colon, 16 digits or more.")
    return Head(int(number), digits)
