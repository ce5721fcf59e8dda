"""How an opened book crosses from the reading process: frames of length and text, never objects.

A frame is a letter, eight bytes of length (big-endian) and that many bytes of UTF-8. `E` is an error as JSON, `X` the place
of a mistake of our own, `V` a piece of work's result as JSON, `H` the head of a book as JSON; after a head comes a `B` for each block of rows, in the sheets'
order, and a `Z` at the end. A block is a line of JSON (row numbers, widths, how many columns) and the columns, each joined.
"""

import json
import re
import struct
from collections.abc import Callable, Iterator
from traceback import extract_tb
from typing import IO, Any, TypeVar

from adapters.tables.book import Book
from roster.errors import RosterError
from roster.export import Sheet
from roster.groups import Problem
from roster.lines import UNIT, Block, Lines

T = TypeVar("T")

_BETWEEN_COLUMNS = "\x1e"
_A_PLACE = re.compile(r"\w{1,60} at (?:an unknown place|[\w.<>-]{1,60}, line \d{1,6})", re.ASCII)
_FRAME_AT_MOST = 1 << 30
_HEAD = struct.Struct(">cQ")


class BrokenWire(Exception):
    """The other end stopped before it had said everything."""


class Mistaken(Exception):
    """The reading came upon something that nobody foresaw; `place` is where in our own code, and nothing of the file."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def send_book(pipe: IO[bytes], book: Book) -> None:
    """Write a book, without the text that its sheet was made of."""
    head = {
        "format": book.format,
        "notes": [[one.level, one.message, one.row, one.column] for one in book.notes],
        "sheets": [
            [one.title, one.delimited, one.cut_short, one.recorded, len(one.rows.blocks)] for one in book.sheets
        ],
    }
    _send(pipe, b"H", json.dumps(head))
    for sheet in book.sheets:
        for block in sheet.rows.blocks:
            _send(pipe, b"B", _block_as_text(block))
    _send(pipe, b"Z", "")


def send_value(pipe: IO[bytes], value: object) -> None:
    """Write a piece of work's result, which is made of what JSON knows."""
    _send(pipe, b"V", json.dumps(value, ensure_ascii=False))


def send_error(pipe: IO[bytes], error: RosterError) -> None:
    """Write an error that a person can mend."""
    told = [error.headline, error.advice, error.file, error.sheet, error.row]
    _send(pipe, b"E", json.dumps([type(error).__name__, *told]))


def send_mistake(pipe: IO[bytes], error: Exception) -> None:
    """Write where in our own code something went wrong, and what kind of thing; never its text, which the file may have made."""
    places = extract_tb(error.__traceback__)
    place = f"{places[-1].filename.rpartition('/')[2]}, line {places[-1].lineno}" if places else "an unknown place"
    _send(pipe, b"X", f"{type(error).__name__} at {place}")


def receive_book(pipe: IO[bytes]) -> Book:
    """Read a book. Raises the `RosterError` or the `Mistaken` that was sent instead, and `BrokenWire` for anything that is no whole book.

    Whoever sends may have been taken over by the file it read, so nothing that it says is believed to be well formed.
    """
    return _unbelieved(_book, pipe)


def receive_value(pipe: IO[bytes]) -> Any:
    """Read a piece of work's result. Raises as `receive_book` does."""
    return _unbelieved(_value, pipe)


def _unbelieved(read: Callable[[IO[bytes]], T], pipe: IO[bytes]) -> T:
    try:
        return read(pipe)
    except (ValueError, TypeError, KeyError, OverflowError, MemoryError, RecursionError) as error:
        raise BrokenWire from error


def _value(pipe: IO[bytes]) -> Any:
    return json.loads(_answer(pipe, b"V"))


def _answer(pipe: IO[bytes], wanted: bytes) -> str:
    kind, text = _receive(pipe)
    if kind == b"E":
        raise _error(*json.loads(text))
    if kind == b"X" and _A_PLACE.fullmatch(text):
        raise Mistaken(text)
    if kind != wanted:
        raise BrokenWire
    return text


def _book(pipe: IO[bytes]) -> Book:
    head = json.loads(_answer(pipe, b"H"))
    sheets = tuple(
        Sheet(title, Lines(_blocks(pipe, blocks)), delimited, cut_short, recorded)
        for title, delimited, cut_short, recorded, blocks in head["sheets"]
    )
    if _receive(pipe)[0] != b"Z":
        raise BrokenWire
    return Book(sheets, None, tuple(Problem(*one) for one in head["notes"]), (), head["format"])


def _error(kind: str, headline: str, advice: str, file: str | None, sheet: str | None, row: int | None) -> RosterError:
    from roster import errors

    texts = (headline, advice, file or "", sheet or "")
    if not all(isinstance(text, str) for text in texts) or not (row is None or type(row) is int):
        raise BrokenWire
    named = getattr(errors, str(kind), None)
    known = named if isinstance(named, type) and issubclass(named, RosterError) else RosterError
    error = known.__new__(known)
    RosterError.__init__(error, advice, headline=headline)
    error.file, error.sheet, error.row = file, sheet, row
    return error


def _block_as_text(block: Block) -> str:
    joined = _BETWEEN_COLUMNS.join(one if isinstance(one, str) else UNIT.join(one) for one in block.columns)
    first, last = block.numbers[0], block.numbers[-1]
    numbers = [first, last + 1] if last - first + 1 == len(block) else None
    head = [numbers, None if numbers else list(block.numbers), block.widths, len(block.columns)]
    return f"{json.dumps(head)}\n{joined}"


def _blocks(pipe: IO[bytes], count: int) -> Iterator[Block]:
    for _ in range(count):
        kind, text = _receive(pipe)
        if kind != b"B":
            raise BrokenWire
        head, _, body = text.partition("\n")
        span, numbers, widths, columns = json.loads(head)
        told: list[list[str] | str] = [*body.split(_BETWEEN_COLUMNS)] if columns else []
        if len(told) != columns:
            raise BrokenWire
        yield Block(range(*span) if span else numbers, told, widths)


def _send(pipe: IO[bytes], kind: bytes, text: str) -> None:
    body = text.encode("utf-8", "replace")
    pipe.write(_HEAD.pack(kind, len(body)))
    pipe.write(body)


def _receive(pipe: IO[bytes]) -> tuple[bytes, str]:
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise BrokenWire
    kind, length = _HEAD.unpack(head)
    if length > _FRAME_AT_MOST:
        raise BrokenWire
    body = pipe.read(length)
    if len(body) < length:
        raise BrokenWire
    return kind, body.decode("utf-8")
