"""A zip of files, unpacked with care: a set of tables, or the saved pages of a programming interface."""

from io import BytesIO
from pathlib import PurePosixPath

from adapters.tables.container import Container
from roster.errors import UnreadableFile
from roster.export import Upload

_PARTS_AT_MOST = 500
_READABLE = frozenset({".csv", ".tsv", ".txt", ".xml", ".json"})
_NOT_OURS = frozenset({"__macosx"})


def unpacked(content: bytes) -> tuple[Upload, ...]:
    """Give the tables and documents of a zip, each under its own name, sorted. Nothing is written to disk.

    Raises `UnreadableFile` for damage, for absurd sizes, for two files of one name, and if nothing in it can be read.
    """
    container = Container(BytesIO(content), "zip archive")
    members = sorted(name for name in container if _readable(PurePosixPath(name)))
    if not members:
        raise UnreadableFile(
            "If a workbook is in it, unpack it and use that; of pictures and other files Roster reads none.",
            headline="This is a zip archive without any export that Roster reads.",
        )
    if len(members) > _PARTS_AT_MOST:
        raise UnreadableFile("Zip only the export.", headline="This zip archive holds far too many files.")
    if len({PurePosixPath(name).name.casefold() for name in members}) < len(members):
        raise UnreadableFile(
            "Zip only one set of files.", headline="This zip archive holds two files of the same name."
        )
    return tuple(Upload(PurePosixPath(name).name, container.read(name)) for name in members)


def _readable(path: PurePosixPath) -> bool:
    hidden = path.name.startswith(".") or bool(_NOT_OURS & {part.casefold() for part in path.parts})
    return path.suffix.casefold() in _READABLE and not hidden
