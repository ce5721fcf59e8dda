"""The letters of a notice without their dress: one kind of space, quote and hyphen, and no invisible marks."""

import re
import unicodedata

_MARKS = frozenset(map(chr, [0x00AD, 0x200B, 0x200C, 0x200E, 0x200F, 0x061C, 0xFEFF, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))  # fmt: skip
_TABLE = str.maketrans({
    **dict.fromkeys(_MARKS),
    **dict.fromkeys("\u00a0\u202f\u2007\u2009", " "),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc`\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
})  # fmt: skip
_NUMBER = re.compile(r"(?:~ ?)?[+(\d][\d() .-]{6,}")
_AROUND = "".join(_MARKS) + " \u00a0\u202f\t\r\n"


def composed(text: str) -> str:
    """Give a text in one spelling of its accents, without the marks and spaces around it."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip(_AROUND)


def plain(text: str) -> str:
    """Give the letters alone. Every letter that stays is one letter here too, in the same order."""
    return text if text.isascii() and "`" not in text else text.translate(_TABLE)


def places(text: str) -> list[int]:
    """Say of each letter of `plain(text)` where it stands in the text."""
    return [place for place, letter in enumerate(text) if letter not in _MARKS]


def is_number(flat: str) -> bool:
    """Whether a plain text is a telephone number and nothing else, a tilde before it apart."""
    return _NUMBER.fullmatch(flat) is not None
