"""How a member may be shown to somebody else: as in the group, without the number, the address, or trickery."""

import re
import unicodedata
from collections.abc import Iterable

from roster.changes import Flag
from roster.phone import Phone
from roster.words import cut

# Whatever stands between the digits, blanks and dashes that count as letters included; behind them, what is left of keycaps.
_A_NUMBER = re.compile(r"\(?\+?\(?\d(?:[\W_\u115f\u1160\u30fc]*\d){5,}[\ufe0f\u20e3)]*")
_AN_ADDRESS = re.compile(r"\S+@\S*")
_ONE_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_JOINERS = frozenset("\u200c\u200d")
_LEAST = 3
_LONGEST = 60
# Nobody reads further, and a name of thousands of characters must cost nothing.
_READ_AT_MOST = 1000
_EDGES = " -:;,~|/·•–—_"


def plain(text: str, length: int = _LONGEST) -> str:
    """Make a text safe to print in a header, a letter or a terminal: one line, no controls, nothing that turns it round."""
    kept = (" " if char.isspace() else char for char in text[:_READ_AT_MOST] if char.isspace() or _is_visible(char))
    return cut(" ".join("".join(kept).split()), length)


def label(shown_as: str) -> str:
    """Give what a group shows for somebody, without any number or e-mail address; empty if nothing else is shown."""
    read = shown_as[:_READ_AT_MOST]
    folded = _in_ascii_digits(unicodedata.normalize("NFKC", read))
    without = _A_NUMBER.sub(" ", _AN_ADDRESS.sub(" ", folded))
    # A name that hides nothing stays spelt as the group spells it.
    return plain((read if without == folded else without).strip(_EDGES)).strip(_EDGES)


def endings(phones: Iterable[Phone]) -> dict[str, str]:
    """Shorten each number to its last three digits, or to as many as tell it from every other; by E.164."""
    known = {phone.e164 for phone in phones}
    return {one: _ending(one, known - {one}) for one in known}


def phone_of(flag: Flag) -> Phone | None:
    """Give the number that a flag's identity is, or None where no number was shown."""
    digits = flag.identity.removeprefix("+")
    return Phone(flag.identity) if flag.identity.startswith("+") and digits.isascii() and digits.isdigit() else None


def address_of(flag: Flag) -> str | None:
    """Give the e-mail address that a flag's identity is, or None where it is none."""
    return flag.identity if _ONE_ADDRESS.fullmatch(flag.identity) else None


def _ending(one: str, others: set[str]) -> str:
    digits = one.removeprefix("+")
    length = next((n for n in range(_LEAST, len(digits)) if not any(o.endswith(digits[-n:]) for o in others)), None)
    return digits[-length:] if length else digits


def _in_ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)


def _is_visible(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
