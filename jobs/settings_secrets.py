"""Secrets that stand in settings.toml, which others read and copy: refused, and never repeated."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jobs.settings_pulls import Pull
from roster.errors import RosterError

_SOUNDS_SECRET = re.compile(r"secret|token|password|api_?key", re.IGNORECASE)
# What an address with a user, a password or a token in it has.
_TELLS = re.compile(r"[@?#]")
_ADDRESSES = ("url", "token_url")


class NoSecretHere(RosterError):
    """A password, a token or a client's secret stands in the settings file."""

    headline = "A password does not belong into this file, which others read and copy."

    def __init__(self, file: str, key: str, instead: str) -> None:
        super().__init__(f"Take {key} out, change it, and put it into {instead}.")
        self.file = file


def refuse_secrets(raw: Mapping[str, Any], file: str) -> None:
    """Look through a settings file as read. Raises `NoSecretHere`, which names the key and nothing of what it holds."""
    if "password" in _table(raw.get("mail")):
        raise NoSecretHere(file, "mail.password", "the environment as ROSTER_MAIL__PASSWORD")
    if "password" in _table(raw.get("bounces")):
        raise NoSecretHere(file, "bounces.password", "the environment as ROSTER_BOUNCES__PASSWORD")
    for name, pull in _table(raw.get("pull")).items():
        for key in _telling(_table(pull)):
            instead = f"the environment as ROSTER_PULL__{name.upper()}__SECRET, or into a file that secret_file names"
            raise NoSecretHere(file, f"pull.{name}.{key}", instead)


def _telling(pull: Mapping[str, Any]) -> Iterator[str]:
    """The keys that hold a secret, or whose address has one in it."""
    known = set(Pull.model_fields) - {"secret"}
    yield from (key for key in pull if key not in known and _SOUNDS_SECRET.search(key))
    yield from (key for key in _ADDRESSES if _TELLS.search(str(pull.get(key, ""))))


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
