"""A folder that files are put into, perhaps over a network and perhaps slowly: what is in it, and where it goes."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from roster.errors import UnreadableFile

TAKEN = "taken"
_PASSING = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp")
_NOBODYS = frozenset({"thumbs.db", "desktop.ini", TAKEN})
# The files of OneRoster and School Data Sync, by which a folder is known for a set of them.
_OF_A_SET = frozenset(
    """
    manifest orgs users roles classes enrollments academicsessions courses demographics userprofiles relationships
    userflags student students user teacher school section studentenrollment teacherroster guardianrelationship
    """.split()
)
_LARGEST = 256 * 1024 * 1024

Sign = tuple[tuple[str, int, int], ...]


class NotAtRest(Exception):
    """What was seen is gone, or is another by now."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a folder that is one set of files. `sign` is what a change would change; `group` whose list it may be."""

    path: Path
    place: str
    sign: Sign
    group: str | None = None

    @property
    def is_set(self) -> bool:
        """Whether it is a folder, to be taken whole."""
        return bool(self.sign[0][0])

    @property
    def age(self) -> int:
        """When it was last changed, as its computer's clock had it."""
        return max(changed for _, _, changed in self.sign)


def look(folder: Path) -> tuple[Found, ...]:
    """Give what lies in a folder, oldest first. Links are not followed. Raises `OSError` if one cannot look."""
    return tuple(sorted(_found(folder), key=lambda one: (one.age, one.place)))


@contextmanager
def opened(found: Found) -> Iterator[IO[bytes]]:
    """Open a file. Raises `NotAtRest` if it is not what was seen, before and after; `OSError` if it cannot be read.

    Raises `UnreadableFile` for a size that no export has.
    """
    if found.sign[0][1] > _LARGEST:
        raise UnreadableFile("Export the one report that Roster needs.", headline="This file is far too big.")
    try:
        handle = os.open(found.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise NotAtRest from None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode) or (_signed("", os.fstat(file.fileno())),) != found.sign:
            raise NotAtRest
        yield file
        if (_signed("", os.fstat(file.fileno())),) != found.sign:
            raise NotAtRest


def unchanged(found: Found, path: Path | None = None) -> bool:
    """Whether it is still what was seen (or is that at another place)."""
    place = path or found.path
    try:
        signs = _signs(_entries(place)) if found.is_set else (_signed("", place.stat(follow_symlinks=False)),)
    except OSError:
        return False
    return signs == found.sign


def put_away(found: Found, folder: Path, instead: bytes | None = None) -> None:
    """Move it to the folder's `taken`, under a name that nothing there has; `instead` is all that is kept of it there.

    Raises `NotAtRest` if something else has come in its place, which is left there; `OSError` if it cannot be moved.
    """
    shelf = folder / TAKEN / found.path.relative_to(folder).parent
    shelf.mkdir(parents=True, exist_ok=True)
    there = next(name for name in _names(shelf / found.path.name) if not name.exists())
    kept = None if instead is None else next(name for name in _names(Path(f"{there}.json")) if not name.exists())
    if kept and instead is not None:
        kept.write_bytes(instead)
    found.path.rename(there)
    if not unchanged(found, there):
        # What came in the last moment has not been taken in.
        there.rename(next(name for name in _names(found.path) if not name.exists()))
        if kept:
            kept.unlink()
        raise NotAtRest
    if kept:
        there.unlink()


def _found(folder: Path) -> Iterator[Found]:
    for entry in _entries(folder):
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            # A folder that is gone by now, or that nobody but its owner may open, is none of ours.
            with suppress(FileNotFoundError, PermissionError):
                yield from _in_folder(path)
        else:
            yield from (Found(path, entry.name, (("", size, changed),)) for _, size, changed in _signs([entry]))


def _in_folder(path: Path) -> tuple[Found, ...]:
    """A set is one thing; in any other folder are the lists of the group that it is named after."""
    with os.scandir(path) as entries:
        everything = tuple(entries)
    signs = _signs(everything)
    if not any(_is_of_a_set(name) for name, _, _ in signs):
        return tuple(
            Found(path / name, f"{path.name}/{name}", (("", size, changed),), group=path.name.strip())
            for name, size, changed in signs
        )
    # A link leads nobody knows where, and a passing name says that somebody is still at work.
    if any(entry.is_symlink() or is_being_made(entry.name) for entry in everything):
        return ()
    return (Found(path, path.name, signs),)


def _signs(entries: Iterable["os.DirEntry[str]"]) -> Sign:
    """The files among them that are somebody's and finished; one that vanishes meanwhile is none."""
    signs = []
    for entry in entries:
        with suppress(FileNotFoundError):
            if entry.is_file(follow_symlinks=False) and not _passing(entry.name):
                signs.append(_signed(entry.name, entry.stat(follow_symlinks=False)))
    return tuple(sorted(signs))


def _entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        yield from (entry for entry in entries if not _passing(entry.name))


def _passing(name: str) -> bool:
    """Whether it is nobody's file, or not yet."""
    return name.startswith(".") or name.casefold() in _NOBODYS or is_being_made(name)


def is_being_made(name: str) -> bool:
    """Whether a name is one that programs use while they write or edit."""
    small = name.casefold()
    return small.startswith("~$") or small.endswith(_PASSING)


def _is_of_a_set(name: str) -> bool:
    stem, dot, ending = name.casefold().rpartition(".")
    return dot == "." and ending == "csv" and stem in _OF_A_SET


def _signed(name: str, told: os.stat_result) -> tuple[str, int, int]:
    return name, told.st_size, told.st_mtime_ns


def _names(wanted: Path) -> Iterator[Path]:
    yield wanted
    number = 2
    while True:
        yield wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
