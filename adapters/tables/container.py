"""A zip, unpacked part by part: every byte is counted while it inflates, and nothing about it is taken on trust."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO

from roster.errors import UnreadableFile

_PARTS_AT_MOST = 2_000
_UNPACKED_AT_MOST = 768 * 1024 * 1024
_RATIO_AT_MOST = 200
_RATIO_COUNTS_FROM = 1024 * 1024
_CHUNK = 1 << 20
_ENCRYPTED = 1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError,
)  # fmt: skip


class Container:
    """The parts of a zip by name. `what` is what a person calls it, for the sentences: "workbook", "zip archive"."""

    def __init__(self, source: BinaryIO, what: str) -> None:
        """Open it. Raises `UnreadableFile` for damage, encryption, and for names or parts that no program writes."""
        self._what = what
        self._unpacked: dict[str, int] = {}
        with self._damage_said():
            self._archive = zipfile.ZipFile(source)
        self._parts = {part.filename: part for part in self._archive.infolist() if not part.is_dir()}
        self._refuse_odd_parts()

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Unpack a part, some of it at a time. Raises `UnreadableFile` for damage, and as soon as it grows absurd."""
        self._unpacked[name] = 0
        with self._damage_said():
            stream = self._archive.open(self._parts[name])
        with stream:
            while chunk := self._next(stream):
                self._unpacked[name] += len(chunk)
                self._refuse_bombs(name)
                yield chunk

    def read(self, name: str) -> bytes:
        """Unpack a part as a whole."""
        return b"".join(self.chunks(name))

    def _next(self, stream: IO[bytes]) -> bytes:
        with self._damage_said():
            return stream.read(_CHUNK)

    def _refuse_bombs(self, name: str) -> None:
        size = self._unpacked[name]
        bloated = size > _RATIO_COUNTS_FROM and size > _RATIO_AT_MOST * max(self._parts[name].compress_size, 1)
        if bloated or sum(self._unpacked.values()) > _UNPACKED_AT_MOST:
            raise UnreadableFile(
                "Copy the rows into a new workbook and use that.",
                headline=f"This {self._what} unpacks to an absurd size.",
            )

    def _refuse_odd_parts(self) -> None:
        parts = self._archive.infolist()
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise UnreadableFile(
                "Save a copy without a password, and use the copy.",
                headline=f"This {self._what} is protected with a password.",
            )
        if len(parts) > _PARTS_AT_MOST:
            raise UnreadableFile(
                "Use a file that holds only the list.", headline=f"This {self._what} holds far too many files."
            )
        names = {part.filename.casefold() for part in parts}
        begins_with_a_part = min((part.header_offset for part in parts), default=0) == 0
        if len(names) < len(parts) or not begins_with_a_part or any(map(_odd, parts)):
            raise UnreadableFile(
                "Open it in the program that it is for, and save it again.",
                headline=f"This {self._what} is not put together as any program does.",
            )

    @contextmanager
    def _damage_said(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as error:
            raise UnreadableFile(
                "It may have been cut off on the way: copy or export it again.",
                headline=f"This {self._what} is damaged.",
            ) from error


def _odd(part: zipfile.ZipInfo) -> bool:
    """Whether a part would land outside its folder, hides its name's end, or is packed as no office program packs."""
    name = part.orig_filename.replace("\\", "/")
    outside = name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]
    return outside or "\0" in name or part.compress_type not in _METHODS
