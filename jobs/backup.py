"""`roster backup`: a back-up of the database now, encrypted, as the schedule makes one every night."""

import argparse
import os
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from adapters.backups import keys
from adapters.backups.errors import BackUpTrouble, KeyTrouble
from adapters.backups.making import Made, Sealing, make
from adapters.backups.names import kept_in
from jobs.arguments import add_settings
from jobs.compose import compose
from jobs.settings import Settings
from roster.words import counted

_WRITE = os.W_OK | os.X_OK


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make a back-up, and say where it is."""
    with closing(compose(arguments.settings)) as office:
        made = back_up(office.settings, office.clock())
        print(f"Wrote {made.file}. {said(made)}")
        if office.settings.backup.recipient is None:
            print(f"Only {key_file(office.settings)} opens it: keep a copy of that somewhere else.")
    return 0


def back_up(settings: Settings, at: datetime, still_wanted: Callable[[], None] = lambda: None) -> Made:
    """Make a back-up, and delete those whose time is over: `Made(file, length, manifest, deleted)`.

    `still_wanted` is asked before it counts, and may raise. Raises `BackUpTrouble` or `KeyTrouble`; what was there stays.
    """
    folder, kept = folder_of(settings), settings.backup
    recipient = _recipient(settings, folder)
    product = version("roster")
    return make(
        Sealing(settings.database, folder, recipient, product, kept.keep_daily, kept.keep_weekly), at, still_wanted
    )


def said(made: Made) -> str:
    """Say what was backed up, in counts."""
    gone = f" {counted(made.deleted, 'old one')} deleted." if made.deleted else ""
    return f"{counted(made.manifest.rows, 'row')} backed up, {made.length / 1_000_000:.1f} MB.{gone}"


def key_file(settings: Settings) -> Path:
    """Where the key is."""
    return settings.beside(settings.backup.key_file)


def folder_of(settings: Settings) -> Path:
    """Where back-ups go; made, if it is to be beside the settings. Raises `BackUpTrouble` unless it may be written."""
    named = settings.backup.folder
    if not named:
        raise BackUpTrouble("Set backup.folder in the settings.", headline="The settings name no folder for back-ups.")
    folder = settings.beside(named)
    try:
        # One on another disk is not made: if that disk is missing, the back-ups must not quietly go to this one.
        if not Path(named).is_absolute():
            folder.mkdir(mode=0o700, exist_ok=True)
        usable = folder.is_dir() and os.access(folder, _WRITE)
    except OSError:
        usable = False
    if not usable:
        raise BackUpTrouble(
            "Is the disk there? Make the folder, let Roster write in it, or set another as backup.folder in the settings.",
            headline=f"Back-ups cannot be written in {folder}.",
        )
    return folder


def _recipient(settings: Settings, folder: Path) -> Any:
    if settings.backup.recipient:
        return keys.recipient_named(settings.backup.recipient)
    path = key_file(settings)
    if not path.exists():
        if kept_in(folder):
            raise KeyTrouble(
                f"Put the copy of it that you keep elsewhere back to {path}. If it is lost, the back-ups in {folder} cannot "
                f"be opened: move them away, and a new key is made.",
                headline="The back-ups' key is missing.",
            )
        keys.make_key(path)
    return keys.identity_in(path).to_public()
