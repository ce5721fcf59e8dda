"""A back-up's file: a manifest and a database, packed as tar and gzip, sealed with age; nothing of it is ever whole in memory."""

import os
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import pyrage

from adapters.backups.errors import NotABackUp, WrongKey
from adapters.backups.manifest import Manifest, sha256_of
from adapters.backups.streams import Pulled, Watched

MANIFEST, DATABASE = "manifest.json", "roster.db"
_BLOCK = 1 << 16
_LONGEST_MANIFEST = 1 << 20
_MAGIC = b"age-encryption.org/v1\n"
_GZIP = 31
_CUT = "It is cut short, or damaged on its way: copy it again, or take another back-up."


def seal(manifest: Manifest, database: Path, to: IO[bytes], recipient: Any) -> None:
    """Write a back-up for whoever has the recipient's key. Raises `OSError` if it cannot be written."""
    written = Watched(to)
    try:
        pyrage.encrypt_io(Pulled(_zipped(_packed(manifest, database))), written, [recipient])
    except pyrage.EncryptError as error:
        raise written.trouble or OSError(f"sealing failed ({error})") from error


@contextmanager
def unsealed(file: Path, identity: Any, beside: Path) -> Iterator[tarfile.TarFile]:
    """Open a back-up, in a nameless file in a folder. Raises `NotABackUp` or `WrongKey`, and `OSError` if there is no room."""
    with file.open("rb") as sealed, TemporaryFile(dir=beside) as plain:
        if sealed.read(len(_MAGIC)) != _MAGIC:
            raise NotABackUp("A back-up is called roster-2026-11-22T033000Z.tar.gz.age, and is sealed with age.")
        sealed.seek(0)
        _unseal(sealed, plain, identity)
        plain.seek(0)
        try:
            with tarfile.open(fileobj=plain, mode="r:gz") as pack:
                yield pack
        except (tarfile.TarError, zlib.error, EOFError) as error:
            raise NotABackUp(_CUT) from error


def manifest_in(pack: tarfile.TarFile) -> Manifest:
    """Read what a back-up says of itself. Raises `NotABackUp`."""
    return Manifest.from_json(_member(pack, MANIFEST, at_most=_LONGEST_MANIFEST).read())


def unpack(pack: tarfile.TarFile, manifest: Manifest, to: Path) -> None:
    """Write the database to an empty file. Raises `NotABackUp` unless it is, byte for byte, what the manifest says."""
    source = _member(pack, DATABASE, at_most=manifest.length)
    with to.open("r+b") as file:
        while block := source.read(_BLOCK):
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    if sha256_of(to) != manifest.sha256:
        raise NotABackUp(_CUT)


def _unseal(sealed: IO[bytes], plain: IO[bytes], identity: Any) -> None:
    read, written = Watched(sealed), Watched(plain)
    try:
        pyrage.decrypt_io(read, written, [identity])
    except (pyrage.DecryptError, OSError) as error:
        trouble = read.trouble or written.trouble
        if trouble:
            # What the disk refuses comes out of the library as if the file were damaged.
            raise trouble from None
        if "No matching keys" in str(error):
            raise WrongKey(
                "Give the key that was in force when the back-up was made: roster restore FILE --key KEY."
            ) from None
        raise NotABackUp(_CUT) from None


def _member(pack: tarfile.TarFile, name: str, *, at_most: int) -> IO[bytes]:
    try:
        about = pack.getmember(name)
    except KeyError:
        raise NotABackUp(f"There is no {name} in it.") from None
    content = pack.extractfile(about) if about.isfile() and about.size <= at_most else None
    if content is None:
        raise NotABackUp(f"{name} in it is not what a back-up has there.")
    return content


def _packed(manifest: Manifest, database: Path) -> Iterator[bytes]:
    """Give the tar's bytes, piece by piece."""
    said = manifest.to_json()
    yield from _entry(MANIFEST, len(said), manifest.made_at, [said])
    with database.open("rb") as file:
        yield from _entry(DATABASE, manifest.length, manifest.made_at, iter(lambda: file.read(_BLOCK), b""))
    yield bytes(2 * tarfile.BLOCKSIZE)


def _entry(name: str, size: int, at: datetime, content: Iterable[bytes]) -> Iterator[bytes]:
    about = tarfile.TarInfo(name)
    about.size, about.mode, about.mtime = size, 0o600, int(at.timestamp())
    yield about.tobuf(tarfile.PAX_FORMAT)
    yield from content
    yield bytes(-size % tarfile.BLOCKSIZE)


def _zipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    gzip = zlib.compressobj(wbits=_GZIP)
    yield from (squeezed for piece in pieces if (squeezed := gzip.compress(piece)))
    yield gzip.flush()
