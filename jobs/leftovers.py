"""Files that have had their time: uploads that never ended, those that were put away, and databases that a restore put aside."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.backups.placing import put_aside
from adapters.pulls.folder import TAKEN, is_being_made
from jobs.settings import Settings
from jobs.settings_kept import Keep

_UNFINISHED = ".new"
_EXPORTS = "subject-????-??-??-*"
_TO_NOTICE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Files whose time is over."""

    unfinished: tuple[Path, ...] = ()
    taken: tuple[Path, ...] = ()
    before: tuple[Path, ...] = ()

    def delete(self) -> None:
        """Delete them; one that is gone by now, or cannot be deleted, is left for the next time."""
        for path in (*self.unfinished, *self.taken, *self.before):
            try:
                path.unlink(missing_ok=True)
            except OSError:
                continue


def leftovers(settings: Settings, now: datetime) -> Leftovers:
    """Look for them: in the watched folder, and beside the database. `now` is aware."""
    unfinished, kept = timedelta(hours=settings.keep.draft_hours), timedelta(days=settings.keep.original_days)
    beside = [path for path in settings.database.parent.glob(f"*{_UNFINISHED}") if path.name.startswith("watch.json")]
    inbox = settings.beside(settings.watch.folder) if settings.watch.folder else None
    arriving = [path for path in _files(inbox) if is_being_made(path.name)] if inbox else []
    taken = tuple(_files(inbox / TAKEN)) if inbox else ()
    return Leftovers(
        tuple(path for path in (*beside, *arriving) if _touched(path) < now - unfinished),
        tuple(path for path in taken if _touched(path) < now - kept),
        tuple(path for path in put_aside(settings.database) if _touched(path) < now - kept_aside(settings.keep)),
    )


def kept_aside(keep: Keep) -> timedelta:
    """For how long a database of before a restore is kept: as originals, but long enough to notice that the restore was wrong."""
    return max(timedelta(days=keep.original_days), _TO_NOTICE)


def copies_beside(settings: Settings) -> tuple[Path, ...]:
    """What an erasure does not reach: databases of before a restore, and what was exported about people, here or beside the database."""
    exports = (path for place in {Path.cwd(), settings.database.parent.resolve()} for path in place.glob(_EXPORTS))
    return (*put_aside(settings.database), *sorted(path for path in exports if path.suffix in {".json", ".txt"}))


def _files(folder: Path) -> Iterator[Path]:
    """Every file in a folder and those below it; links are not followed."""
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names if not Path(place, name).is_symlink())


def _touched(path: Path) -> datetime:
    """When it came to be where it is: to move a file changes nothing of when it was written."""
    try:
        told = path.stat(follow_symlinks=False)
    except OSError:
        return datetime.max.replace(tzinfo=UTC)
    return datetime.fromtimestamp(max(told.st_ctime, told.st_mtime), UTC)
