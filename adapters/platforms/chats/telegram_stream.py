"""A Telegram export as a stream of JSON: one event after the other, and nothing held of what is not asked for."""

import codecs
import re
from collections.abc import Iterator
from typing import IO, Any

import ijson

Events = Iterator[tuple[str, Any]]

_OPENS = frozenset({"start_map", "start_array"})
_CLOSES = frozenset({"end_map", "end_array"})
_BLOCK = 1 << 18
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|.)", re.DOTALL)
_LONGEST_ESCAPE = len(r"\x0B")

# A number of five thousand digits leaves the parser as a SystemError, an exponent of twenty as an ArithmeticError.
BROKEN = (ijson.JSONError, ValueError, ArithmeticError, SystemError)
"""What reading the events of a document raises that is damaged, cut off, or no JSON."""


def events_in(file: IO[bytes]) -> Events:
    """Give the events of a document. Raises one of `BROKEN`, whose own words quote the document."""
    events: Events = ijson.basic_parse(_Mended(file), buf_size=_BLOCK)
    return events


def members(events: Events) -> Iterator[tuple[str, str, Any]]:
    """Give each key of the object that has begun and its value's first event; what that opens must be read or skipped."""
    for event, key in events:
        if event == "end_map":
            return
        first, value = next(events)
        yield key, first, value


def items(events: Events) -> Iterator[tuple[str, Any]]:
    """Give the first event of each item of the array that has begun; what that opens must be read or skipped."""
    for event, value in events:
        if event == "end_array":
            return
        yield event, value


def skip(events: Events, event: str) -> None:
    """Pass over a value whose first event is given."""
    depth = int(event in _OPENS)
    while depth:
        event, _ = next(events)
        depth += (event in _OPENS) - (event in _CLOSES)


class _Mended:
    r"""The file with `\x0B` made `\u000B`: Telegram Desktop writes control characters in a way that JSON does not know.

    Bytes that are no UTF-8 become question marks, so that one of them in a message does not cost the whole chat.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._left = ""

    def read(self, size: int = -1) -> bytes:
        while size:
            block = self._file.read(size)
            text = self._left + self._decoder.decode(block, final=not block)
            end = _whole_until(text) if block else len(text)
            self._left = text[end:]
            if end or not block:
                return _mended(text[:end]).encode()
        return b""


def _mended(text: str) -> str:
    if r"\x" not in text:
        return text
    return _ESCAPE.sub(lambda found: rf"\u00{found[1]}" if found[1] else found[0], text)


def _whole_until(text: str) -> int:
    """Find where the last whole escape ends."""
    for at in range(len(text) - 1, max(len(text) - _LONGEST_ESCAPE, -1), -1):
        if text[at] == "\\":
            run = at + 1 - len(text[: at + 1].rstrip("\\"))
            return at if run % 2 else len(text)
    return len(text)
