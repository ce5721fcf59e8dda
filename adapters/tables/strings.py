"""A workbook's shared strings, before a reader sees them: which say nothing, and whether their number is a lie."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import unescape

from adapters.tables.census import prefix_of, windows
from roster.errors import UnreadableFile

_BYTES_OF_A_CELL = 4 * 32_767
_REFERENCES_AT_MOST = 100_000_000
_CLAIM = re.compile(rb"""\b(count|uniqueCount)\s*=\s*["'](\d+)""")
_ESCAPED_BLANK = re.compile("_x00(?:[01][0-9A-F]|20|A0)_")
_MARKUP = re.compile(rb"<[^>]*>")
CLAIMS = re.compile(rb"""(<(?:[\w.-]+:)?sst\b[^>]*?)\s(?:count|uniqueCount)\s*=\s*["'][^"']*["']""")


@dataclass(frozen=True, slots=True)
class SharedStrings:
    """`blank` are the positions of those without a visible character. `lying`: there are far fewer than is claimed."""

    blank: frozenset[int] = frozenset()
    lying: bool = False


def look_at_strings(chunks: Iterable[bytes]) -> SharedStrings:
    """Look at each shared string. Raises `UnreadableFile` if one holds more than a cell may."""
    claims: dict[bytes, int] = {}
    blank: list[int] = []
    number = 0
    prefix: bytes | None = None
    for window in windows(chunks, b"si"):
        if prefix is None:
            prefix = prefix_of(window) or b""
            claims = {
                name: int(said) for name, said in _CLAIM.findall(window[: window.find(b">", window.find(b"sst"))])
            }
        strings = _opening(prefix).split(window)[1:]
        speaks = _text(prefix).search
        blank += [number + at for at, string in enumerate(strings) if not speaks(string) and _is_blank(string)]
        number += len(strings)
        _refuse_the_endless(max(strings, key=len, default=b""))
    lying = claims.get(b"uniqueCount", 0) > number or claims.get(b"count", 0) > _REFERENCES_AT_MOST
    return SharedStrings(frozenset(blank), lying)


@cache
def _opening(prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<%bsi\b" % prefix)


@cache
def _text(prefix: bytes) -> re.Pattern[bytes]:
    """Find a text that begins with a plain letter, digit or sign, as nearly all do."""
    return re.compile(rb"<%bt(?:\s[^>]*)?>[!-%%'-;=-^`-~]" % prefix)


def _is_blank(string: bytes) -> bool:
    text = _ESCAPED_BLANK.sub("", unescape(_MARKUP.sub(b"", b"<" + string).decode("utf-8", "replace")))
    return not text.strip()


def _refuse_the_endless(string: bytes) -> None:
    if len(string) > _BYTES_OF_A_CELL and len(_MARKUP.sub(b"", string)) > _BYTES_OF_A_CELL:
        raise UnreadableFile(
            "Copy the rows into a new workbook and use that.",
            headline="This workbook has a cell with more text than a cell can hold.",
        )
