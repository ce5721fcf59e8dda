"""Files beside the database that have had their time: uploads that never ended, and those that were put away."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.pulls.folder import TAKEN, is_being_made
from jobs.settings import Settings

_UNFINISHED = ".new"


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Files whose time is over."""

    unfinished: tuple[Path, ...] = ()
    taken: tuple[Path, ...] = ()

    def delete(self) -> None:
        """Delete them; one that is gone by now, or cannot be deleted, is left for the next time."""
        for path in (*self.unfinished, *self.taken):
            try:
                path.unlink(missing_ok=True)
            except OSError:
                continue


def leftovers(settings: Settings, now: datetime) -> Leftovers:
    """Look for them: in the watched folder, and beside the database where a writer was killed."""
    unfinished, kept = timedelta(hours=settings.keep.draft_hours), timedelta(days=settings.keep.original_days)
    beside = [path for path in settings.database.parent.glob(f"*{_UNFINISHED}") if path.name.startswith("watch.json")]
    inbox = settings.beside(settings.watch.folder) if settings.watch.folder else None
    arriving = [path for path in _files(inbox) if is_being_made(path.name)] if inbox else []
    taken = tuple(_files(inbox / TAKEN)) if inbox else ()
    return Leftovers(
        tuple(path for path in (*beside, *arriving) if _touched(path) < now - unfinished),
        tuple(path for path in taken if _touched(path) < now - kept),
    )


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
