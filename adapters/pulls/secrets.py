"""A secret in a file of its own, which nobody else on the computer may read."""

import os
import stat
from pathlib import Path

from adapters.pulls.refusals import SecretNotSafe

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_BYTES_AT_MOST = 16 * 1024


def secret_in(path: Path) -> str:
    """Read a secret. Raises `SecretNotSafe` if there is none, or if others may read it (unless it is Windows')."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read(_BYTES_AT_MOST + 1)
    except OSError as error:
        raise _unsafe(path, "It cannot be opened.", f"Check secret_file in the settings ({error.strerror}).") from None
    if os.name != "nt" and mode & _OTHERS:
        raise _unsafe(path, "Others on this computer can read it.", f"Close it to them: chmod 600 {path.name}")
    return _text(path, content)


def sendable(secret: str) -> bool:
    """Whether a secret has the letters that a request's head may have."""
    return bool(secret) and secret.isprintable() and secret.isascii()


def _text(path: Path, content: bytes) -> str:
    try:
        said = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        said = ""
    if not sendable(said) or len(content) > _BYTES_AT_MOST:
        raise _unsafe(path, "There is no secret in it.", "It should hold the secret in one line, and nothing else.")
    return said


def _unsafe(path: Path, headline: str, advice: str) -> SecretNotSafe:
    error = SecretNotSafe(advice, headline=headline)
    error.file = path.name
    return error
