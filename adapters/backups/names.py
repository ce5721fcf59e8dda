"""What back-ups are called: by the moment they were made, in UTC, so that their names sort as they came."""

import re
from datetime import UTC, datetime
from pathlib import Path

_NAME = re.compile(r"roster-(\d{4}-\d\d-\d\dT\d{6}Z)\.tar\.gz\.age")
_MOMENT = "%Y-%m-%dT%H%M%SZ"
PART = ".part"
"""What the name of a back-up ends with until it is complete."""


def name_of(at: datetime) -> str:
    """Give the name of a back-up made at a moment."""
    return f"roster-{stamp_of(at)}.tar.gz.age"


def stamp_of(at: datetime) -> str:
    """Say a moment as file names do: "2026-11-22T033000Z"."""
    return f"{at.astimezone(UTC):{_MOMENT}}"


def moment_of(name: str) -> datetime | None:
    """Give the moment of a back-up by its name; None if it is some other file's."""
    found = _NAME.fullmatch(name)
    try:
        return datetime.strptime(found[1], _MOMENT).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def kept_in(folder: Path) -> tuple[Path, ...]:
    """Give the back-ups in a folder, the newest first. Raises `OSError` if it cannot be looked into."""
    found = [path for path in folder.iterdir() if moment_of(path.name) and path.is_file()]
    return tuple(sorted(found, key=lambda path: path.name, reverse=True))
