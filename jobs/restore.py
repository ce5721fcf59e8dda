"""`roster restore FILE`: a back-up tried, and put in the database's place."""

import argparse
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters.backups.errors import NotRestored
from adapters.backups.keys import identity_in
from adapters.backups.manifest import Manifest
from adapters.backups.names import stamp_of
from adapters.backups.opening import opened
from adapters.backups.placing import must_be_idle, placed
from adapters.backups.private import private_file
from adapters.store import anchors, audit, job_runs, open_store, outbox
from adapters.store.database import DatabaseTrouble
from jobs.arguments import add_by, add_settings
from jobs.backup import key_file
from jobs.compose import now
from jobs.duties.backup import DUTY as BACKUP
from jobs.settings import load
from roster.words import counted

TRIAL = ".restoring"
"""What is added to the database's name for what is being restored, until it is in its place."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place: where, what the back-up said of itself, and where the database of before is kept, if any."""

    database: Path
    manifest: Manifest
    before: Path | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the back-up, roster-2026-11-22T033000Z.tar.gz.age")
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help="the key that opens it; default: the settings' key_file"
    )
    parser.add_argument(
        "--to", type=Path, metavar="PATH", help="put the database here; default: where the settings say"
    )
    parser.add_argument("--check", action="store_true", help="only try whether it could be restored")
    add_by(parser, "restores it")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Try the back-up, and unless only that was asked for, put it in place."""
    settings = None if arguments.to and arguments.key else load(arguments.settings)
    database = arguments.to or (settings.database if settings else Path())
    key = arguments.key or (key_file(settings) if settings else Path())
    if arguments.check:
        manifest = tried(arguments.file, identity_in(key), database)
        print(f"{arguments.file} can be restored: {described(manifest)}.")
        return 0
    done = restore(arguments.file, identity_in(key), database, at=now(), by=arguments.by)
    print(f"Restored {done.database}: {described(done.manifest)}.")
    if done.before:
        print(f"The database of before is kept as {done.before}; delete it when nobody needs it any more.")
    print(
        "Whatever was received, decided or sent after that moment is not known any more: receive the newest lists again "
        "and look through exemptions and answers (roster exempt, roster queries) before the next night."
    )
    return 0


def described(manifest: Manifest) -> str:
    """Say what a back-up holds, in counts."""
    return (
        f"made on {manifest.made_at:%d %B %Y at %H:%M} UTC by Roster {manifest.product}, "
        f"{counted(manifest.rows, 'row')} in {counted(len(manifest.content.tables), 'table')}"
    )


def tried(file: Path, identity: Any, database: Path) -> Manifest:
    """Open a back-up beside a database, check all of it, and leave nothing. Raises a `RosterError` that says what is wrong."""
    with _trial(file, identity, database) as (_, manifest):
        return manifest


def restore(file: Path, identity: Any, database: Path, *, at: datetime, by: str) -> Restored:
    """Put a back-up in a database's place, once all of it is proved. Raises a `RosterError`; then nothing has changed."""
    if database.exists():
        must_be_idle(database)
    _make_room(database.parent)
    with _trial(file, identity, database) as (trial, manifest):
        _note(trial, file, manifest, database, at=at, by=by)
        before = placed(trial, database, at)
    _put_aside(anchors.file_beside(database), at)
    return Restored(database, manifest, before)


@contextmanager
def _trial(file: Path, identity: Any, database: Path) -> Iterator[tuple[Path, Manifest]]:
    """A back-up's database in a file beside the real one, proved and brought up to date."""
    if not file.is_file():
        raise NotRestored("Look into the folder for back-ups.", headline=f"There is no file {file}.")
    try:
        with private_file(database.with_name(database.name + TRIAL)) as trial:
            manifest = opened(file, identity, trial)
            _bring_up_to_date(trial, file)
            yield trial, manifest
    except OSError as error:
        raise NotRestored(
            f"Look whether the disk is full, and {file} may be read and {database.parent} written "
            f"({error.strerror or type(error).__name__})."
        ) from error


def _make_room(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotRestored(f"{folder} cannot be made ({error.strerror or type(error).__name__}).") from None


def _bring_up_to_date(trial: Path, file: Path) -> None:
    try:
        open_store(trial).close()
    except DatabaseTrouble as error:
        raise NotRestored(error.advice, headline=error.headline.replace(str(trial), str(file))) from None


def _note(trial: Path, file: Path, manifest: Manifest, database: Path, *, at: datetime, by: str) -> None:
    """Let the restored database know that it is one, and send nothing that was waiting then: it may have been sent since."""
    ends = anchors.read(anchors.file_beside(database))
    about = {"file": file.name, "made": manifest.made_at.isoformat(), "audit": ends[-1].said if ends else ""}
    with closing(open_store(trial)) as store, store.writing() as session:
        outbox.withdraw_unsent(session, at)
        job_runs.finish(session, BACKUP.kind, now=at, outcome="made; this database was restored from it")
        audit.note(session, "restore", by=by, at=at, about=about)


def _put_aside(file: Path, at: datetime) -> None:
    if file.exists():
        shutil.move(file, file.with_name(f"{file.name}.before-restore-{stamp_of(at)}"))
