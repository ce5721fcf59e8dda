"""A back-up opened and tried: everything that it says of itself is held against what is in it."""

import sqlite3
from pathlib import Path
from typing import Any

from adapters.backups.errors import NotABackUp
from adapters.backups.manifest import Content, Manifest, content_of, faults_of
from adapters.backups.sealing import manifest_in, unpack, unsealed

_OTHER = "Take another back-up; this one must not be used."


def opened(file: Path, identity: Any, to: Path) -> Manifest:
    """Write a back-up's database to an empty file, and give what it says of itself once all of it is proved.

    Raises `NotABackUp` or `WrongKey` with what is wrong, and `OSError` if the disk refuses.
    """
    with unsealed(file, identity, to.parent) as pack:
        manifest = manifest_in(pack)
        unpack(pack, manifest, to)
    try:
        faults, content = faults_of(to), content_of(to)
    except sqlite3.DatabaseError as error:
        raise NotABackUp(_OTHER, headline=f"The database in it is damaged ({type(error).__name__}).") from error
    if faults:
        raise NotABackUp(_OTHER, headline=f"The database in it is damaged: {faults[0]}.")
    differing = _differing(manifest.content, content)
    if differing:
        raise NotABackUp(_OTHER, headline=f"The database in it is not as its manifest says: {differing}.")
    return manifest


def _differing(said: Content, found: Content) -> str:
    """Name the first thing that is not as it was said to be."""
    if said.schema != found.schema:
        return f"its tables are of version {found.schema}, not {said.schema}"
    other = sorted(name for name in {*said.tables, *found.tables} if said.tables.get(name) != found.tables.get(name))
    return f"table {other[0]}" if other else "" if said.audit == found.audit else "the audit's last entry"
