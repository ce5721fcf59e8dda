"""A zip with a chat in it, as telephones share one: the chat is read as it unpacks, and the media beside it never are."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Any

from adapters.platforms.chats.lines import PIECE
from adapters.platforms.chats.reduced import as_cells
from adapters.platforms.chats.telling import tells_of_chat
from adapters.platforms.chats.titles import name_in_title, stem_of
from adapters.platforms.chats.whatsapp import read_chat
from roster.chat_log import ChatLog
from roster.errors import UnreadableFile

_IPHONES = "_chat.txt"
_NOT_OURS = "__macosx"
_UTF8 = 0x800
_ENCRYPTED = 1
_DAMAGE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError,
)  # fmt: skip


def logs_inside(name: str, file: IO[bytes]) -> list[dict[str, Any]] | None:
    """Read every chat in a zip, as JSON knows it; None if there is none, or this is no zip that can be opened.

    What people sent each other is among the files, other chats too: where one file is the export's own, only that is read.
    Raises `UnreadableFile` if a chat is there and cannot be unpacked.
    """
    try:
        archive = zipfile.ZipFile(file)
    except _DAMAGE:
        return None
    with archive:
        texts = {_path(part): part for part in archive.infolist() if _may_be_chat(part)}
        own = _own(name, list(texts))
        chats = [path for path in own or texts if _is_chat(archive, path, texts[path])]
        alone = len(chats) == 1
        return [as_cells(_read(archive, texts[path], _named(name, path, alone=alone))) for path in chats] or None


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> ChatLog:
    with _damage_said(), archive.open(part) as chat:
        return read_chat(chat, name)


def _is_chat(archive: zipfile.ZipFile, path: PurePosixPath, part: zipfile.ZipInfo) -> bool:
    if part.flag_bits & _ENCRYPTED:
        if path.name == _IPHONES or name_in_title(path.name):
            raise UnreadableFile(
                "Export the chat again, and give the file as it comes.",
                headline="This chat is protected with a password.",
            )
        return False
    with _damage_said(), archive.open(part) as chat:
        return tells_of_chat(chat.read(PIECE))


def _may_be_chat(part: zipfile.ZipInfo) -> bool:
    path = _path(part)
    hidden = path.name.startswith(".") or _NOT_OURS in {parent.casefold() for parent in path.parts}
    return path.suffix.casefold() == ".txt" and not hidden and not part.is_dir()


def _own(name: str, paths: list[PurePosixPath]) -> list[PurePosixPath]:
    """Give the texts that are the export itself: called as an iPhone does, or as the zip is."""
    iphones = [path for path in paths if path.name == _IPHONES]
    return iphones or [path for path in paths if stem_of(path.name) == stem_of(PurePosixPath(name).name)][:1]


def _named(name: str, path: PurePosixPath, *, alone: bool) -> str:
    """Give the name that tells the group's: the text's own, its folder's, or the zip's."""
    if path.name != _IPHONES and (name_in_title(path.name) or not alone):
        return path.name
    return path.parent.name if name_in_title(path.parent.name) or not alone else name


def _path(part: zipfile.ZipInfo) -> PurePosixPath:
    """Give a part's path. Zips of some telephones have UTF-8 in names and do not say so."""
    if not part.flag_bits & _UTF8 and not part.filename.isascii():
        try:
            return PurePosixPath(part.filename.encode("cp437").decode())
        except ValueError:
            pass
    return PurePosixPath(part.filename)


@contextmanager
def _damage_said() -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise UnreadableFile(
            "It may have been cut off on the way: export the chat again.", headline="This zip archive is damaged."
        ) from error
