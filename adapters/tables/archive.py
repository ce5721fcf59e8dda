"""A zip of files, unpacked with care: a set of tables, or the saved pages of a programming interface."""

import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from roster.errors import UnreadableFile
from roster.export import Upload

_PARTS_AT_MOST = 500
_UNPACKED_AT_MOST = 256 * 1024 * 1024
_RATIO_AT_MOST = 200
_RATIO_COUNTS_FROM = 1024 * 1024
_CHUNK = 1 << 20
_READABLE = frozenset({".csv", ".tsv", ".txt", ".xml", ".json"})
_NOT_OURS = frozenset({"__macosx"})


def unpacked(content: bytes) -> tuple[Upload, ...]:
    """Give the tables and documents of a zip, each under its own name, sorted. Nothing is written to disk.

    Raises `UnreadableFile` for damage, for absurd sizes, for two files of one name, and if nothing in it can be read.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = _parts(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise UnreadableFile(
            "It may have been cut off on the way: copy or export it again.", headline="This zip archive is damaged."
        ) from error
    if not parts:
        raise UnreadableFile("Unpack it and use the file inside.", headline="This is a zip archive without any export.")
    return parts


def _parts(archive: zipfile.ZipFile) -> tuple[Upload, ...]:
    total = 0
    found: dict[str, Upload] = {}
    members = [one for one in archive.infolist() if not one.is_dir() and _readable(PurePosixPath(one.filename))]
    if len(members) > _PARTS_AT_MOST:
        raise UnreadableFile("Zip only the export.", headline="This zip archive holds far too many files.")
    for member in sorted(members, key=lambda one: one.filename):
        name = PurePosixPath(member.filename).name
        if name.casefold() in found:
            raise UnreadableFile(
                "Zip only one set of files.", headline="This zip archive holds two files of the same name."
            )
        read = _member(archive, member, total)
        total += len(read)
        found[name.casefold()] = Upload(name, read)
    return tuple(found.values())


def _readable(path: PurePosixPath) -> bool:
    hidden = path.name.startswith(".") or bool(_NOT_OURS & {part.casefold() for part in path.parts})
    return path.suffix.casefold() in _READABLE and not hidden


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, before: int) -> bytes:
    chunks = []
    size = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            bloated = size > _RATIO_COUNTS_FROM and size > _RATIO_AT_MOST * max(member.compress_size, 1)
            if bloated or size + before > _UNPACKED_AT_MOST:
                raise UnreadableFile("Zip only the export.", headline="This zip archive unpacks to an absurd size.")
            chunks.append(chunk)
    return b"".join(chunks)
