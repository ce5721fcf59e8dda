"""A back-up made: copied, checked, sealed, and only then under its name."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters.backups.copying import copied
from adapters.backups.errors import BackUpTrouble
from adapters.backups.manifest import Manifest, faults_of, manifest_of
from adapters.backups.names import PART, kept_in, moment_of, name_of
from adapters.backups.private import private_file
from adapters.backups.rotation import surplus
from adapters.backups.sealing import seal

COPY = ".copy"
"""What is added to the database's name for its plain copy, which stands beside it while a back-up is made."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """How back-ups are made: of which database, into which folder, for whose key, by which version, how many are kept."""

    database: Path
    folder: Path
    recipient: Any
    product: str
    keep_daily: int
    keep_weekly: int


@dataclass(frozen=True, slots=True)
class Made:
    """A back-up: its file, its length in bytes, what it says of itself, and how many old ones went for it."""

    file: Path
    length: int
    manifest: Manifest
    deleted: int


def make(sealing: Sealing, at: datetime, still_wanted: Callable[[], None] = lambda: None) -> Made:
    """Make a back-up, and delete those whose time is over. Raises `BackUpTrouble`; then everything is as it was.

    `still_wanted` is asked before the back-up gets its name, and may raise.
    """
    copy = sealing.database.with_name(sealing.database.name + COPY)
    try:
        with private_file(copy):
            _sweep(sealing.folder)
            copied(sealing.database, copy)
            manifest = _described(copy, at, sealing.product)
            file = _landed(sealing, copy, manifest, still_wanted)
        return Made(file, file.stat().st_size, manifest, _rotated(sealing, file))
    except OSError as error:
        raise BackUpTrouble(
            f"Look whether the disk is full, and {sealing.folder} is there and may be written "
            f"({error.strerror or type(error).__name__})."
        ) from error


def _described(copy: Path, at: datetime, product: str) -> Manifest:
    try:
        faults = faults_of(copy)
        manifest = manifest_of(copy, made_at=at, product=product)
    except sqlite3.Error as error:
        faults = (type(error).__name__,)
    if faults:
        raise BackUpTrouble(
            f"SQLite finds: {faults[0]}. The older back-ups are left as they are; restore the last good one.",
            headline="The database is damaged, so it was not backed up.",
        )
    return manifest


def _landed(sealing: Sealing, copy: Path, manifest: Manifest, still_wanted: Callable[[], None]) -> Path:
    file = sealing.folder / name_of(manifest.made_at)
    part = file.with_name(file.name + PART)
    try:
        with open(part, "wb", opener=_for_the_owner) as sealed:
            seal(manifest, copy, sealed, sealing.recipient)
            sealed.flush()
            os.fsync(sealed.fileno())
        still_wanted()
        part.replace(file)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    settle(sealing.folder)
    return file


def settle(folder: Path) -> None:
    """Wait until a folder's names are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sweep(folder: Path) -> None:
    """Remove what a back-up that was cut off has left."""
    for path in folder.iterdir():
        if path.name.endswith(PART) and moment_of(path.name.removesuffix(PART)):
            path.unlink(missing_ok=True)


def _rotated(sealing: Sealing, newest: Path) -> int:
    known = {moment: path for path in kept_in(sealing.folder) if (moment := moment_of(path.name)) and path != newest}
    made = moment_of(newest.name)
    going = surplus({*known, *([made] if made else [])}, daily=sealing.keep_daily, weekly=sealing.keep_weekly)
    for moment, path in known.items():
        if moment in going:
            path.unlink(missing_ok=True)
    return sum(moment in going for moment in known)
