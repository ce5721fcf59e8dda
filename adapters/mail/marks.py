"""Signed marks: the return path by which a bounce names its letter, and the link by which a volunteer stops letters.

Neither tells anybody whom it is about: there is a letter's number, or the random part of its Message-ID, and a code that
only this Roster can make (HMAC-SHA-256, cut to 80 bits for a return path, to 128 for a link).
"""

import hashlib
import hmac
import re
from dataclasses import dataclass

KEY = "marks"
"""The name of the key that signs them."""

_RETURNED, _STOP = "return path", "stop"
_DIGITS_OF_PATH, _DIGITS_OF_LINK = 20, 32
_LOCAL_PART_AT_MOST = 64
_MARKED = re.compile(r"[^@\s]+\+(?P<letter>\d{1,15})\.(?P<code>[0-9a-f]{20})@[^@\s]+")
_TOKEN = re.compile(r"(?P<about>[0-9a-f]{32})\.(?P<code>[0-9a-f]{32})")
_RANDOM = re.compile(r"<([0-9a-f]{32})@")


@dataclass(frozen=True, slots=True)
class Marks:
    """Makes marks with a key, and tells real ones from made-up ones."""

    key: bytes

    def return_path(self, letter_id: int, mailbox: str) -> str:
        """Give the envelope sender of a letter: the mailbox's address with a mark; without one where it would be too long."""
        local, _, domain = mailbox.rpartition("@")
        marked = f"{local}+{letter_id}.{self._code(_DIGITS_OF_PATH, _RETURNED, str(letter_id))}"
        return f"{marked}@{domain}" if len(marked) <= _LOCAL_PART_AT_MOST else mailbox

    def who(self, address: str) -> int | None:
        """Give the letter whose mark an address carries; None for an address without one, or with one that is not ours."""
        found = _MARKED.fullmatch(address.strip().lower())
        if not found:
            return None
        code = self._code(_DIGITS_OF_PATH, _RETURNED, found["letter"])
        return int(found["letter"]) if hmac.compare_digest(code, found["code"]) else None

    def stop_link(self, web: str, message_id: str) -> str:
        """Give the address of the page on which a letter's reader can stop letters about its groups.

        `web` is where people reach the page ("https://roster.example.org"). The link is the same whenever it is made, and
        good for as long as the letter is kept. Raises `ValueError` for a Message-ID that is not ours.
        """
        about = _random_part(message_id)
        return f"{web}/stop/{about}.{self._code(_DIGITS_OF_LINK, _STOP, about)}"

    def stops(self, token: str) -> str | None:
        """Give the 32 digits with which the Message-ID of a link's letter begins; None for a token that is not ours."""
        found = _TOKEN.fullmatch(token)
        if not found:
            return None
        code = self._code(_DIGITS_OF_LINK, _STOP, found["about"])
        return found["about"] if hmac.compare_digest(code, found["code"]) else None

    def _code(self, digits: int, *about: str) -> str:
        return hmac.new(self.key, "\0".join(about).encode(), hashlib.sha256).hexdigest()[:digits]


def _random_part(message_id: str) -> str:
    found = _RANDOM.match(message_id)
    if not found:
        raise ValueError("not a Message-ID of a letter")
    return found[1]
