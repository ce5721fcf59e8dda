"""The age key that seals back-ups: its public half is enough to make them, its secret half opens them."""

import os
from pathlib import Path
from typing import Any

from pyrage import IdentityError, RecipientError, x25519

from adapters.backups.errors import KeyTrouble

_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how such a line begins
_ELSEWHERE = 0o077
_LONGEST = 10_000


def make_key(path: Path) -> bool:
    """Write a new key that only its owner may read, as age-keygen would; says whether it did: a file there is left as it is."""
    identity = x25519.Identity.generate()
    text = f"# Opens the back-ups of Roster.\n# public key: {identity.to_public()}\n{identity}\n"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return True


def identity_in(path: Path) -> Any:
    """Read the secret half from a key file. Raises `KeyTrouble`, which never repeats what the file holds."""
    try:
        with path.open(encoding="utf-8") as file:
            lines = file.read(_LONGEST).splitlines()
    except FileNotFoundError:
        raise KeyTrouble(
            "Put the copy of it that you keep elsewhere in its place, or say --key FILE.",
            headline=f"There is no key at {path}.",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise KeyTrouble(f"{path} cannot be read ({type(error).__name__}).") from None
    secrets = [line.strip() for line in lines if line.strip().startswith(_SECRET)]
    try:
        (secret,) = secrets
        return x25519.Identity.from_str(secret)
    except (ValueError, IdentityError):
        raise KeyTrouble(
            f"{path} must have one line that begins with {_SECRET}, as roster init or age-keygen writes it."
        ) from None


def recipient_named(said: str) -> Any:
    """Read a public half, "age1...". Raises `KeyTrouble`."""
    try:
        return x25519.Recipient.from_str(said)
    except RecipientError:
        raise KeyTrouble(
            "Write it as age-keygen shows it, from age1 to the last letter.",
            headline="backup.recipient in the settings is no age key.",
        ) from None


def open_to_others(path: Path) -> bool:
    """Whether somebody besides its owner may read a key file."""
    return bool(path.stat().st_mode & _ELSEWHERE)
