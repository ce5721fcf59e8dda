"""A folder of files as the zip that it would make: the same files, the same bytes."""

import os
import stat
import zipfile
from io import BytesIO
from pathlib import Path

from roster.errors import UnreadableFile

_READABLE = frozenset({".csv", ".tsv", ".txt", ".xml", ".json"})
_FILES_AT_MOST = 500
_LARGEST = 256 * 1024 * 1024
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)


def zipped(folder: Path) -> bytes:
    """Zip the tables and documents of a folder, or of the one folder that is in it, uncompressed and sorted by name.

    Links are not followed, hidden files and files of other kinds left out. Raises `UnreadableFile` if there is nothing to
    read or far too much, and `OSError` if a file cannot be read.
    """
    files = _files(folder) or _files_of_the_only_folder(folder)
    if not files:
        raise UnreadableFile(
            "Give the folder that the export's files are in: .csv, .xml or .json.",
            headline="There is no export in this folder.",
        )
    if len(files) > _FILES_AT_MOST or sum(path.lstat().st_size for path in files) > _LARGEST:
        raise UnreadableFile(
            f"Give a folder with the export alone; the limit is {_FILES_AT_MOST} files and "
            f"{_LARGEST // 1024 // 1024} MB.",
            headline="This folder holds far too much.",
        )
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in files:
            archive.writestr(zipfile.ZipInfo(path.name, _NO_MOMENT), _read(path))
    return out.getvalue()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if _readable(path))


def _readable(path: Path) -> bool:
    return path.suffix.casefold() in _READABLE and _visible(path) and stat.S_ISREG(path.lstat().st_mode)


def _files_of_the_only_folder(folder: Path) -> list[Path]:
    inside = [path for path in folder.iterdir() if stat.S_ISDIR(path.lstat().st_mode) and _visible(path)]
    found = [files for path in inside if (files := _files(path))]
    return found[0] if len(found) == 1 else []


def _visible(path: Path) -> bool:
    return path.name[:1] != "." and path.name.casefold() != "__macosx"


def _read(path: Path) -> bytes:
    """Read a file and never what a link in its place points to, or more than there was a moment ago."""
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as stream:
        return stream.read(_LARGEST)
