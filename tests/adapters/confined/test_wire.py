"""Whatever comes over the wire is a whole book, an error that a person can mend, or no book at all."""

import json
import struct
from dataclasses import replace
from io import BytesIO

import pytest

from adapters.confined.wire import BrokenWire, receive_book, receive_value, send_book, send_value
from adapters.tables.book import Book
from roster.errors import RosterError
from roster.export import Sheet
from roster.groups import Problem
from roster.lines import Lines


def frame(kind: bytes, body: bytes, length: int | None = None) -> bytes:
    return struct.pack(">cQ", kind, len(body) if length is None else length) + body


HEAD = {"format": "", "notes": [], "sheets": [["", False, False, False, 1]]}
BLOCK = b"[[1, 2], null, null, 2]\nAde\x1eBello"


def told(head: object = HEAD, block: bytes = BLOCK) -> bytes:
    return frame(b"H", json.dumps(head).encode()) + frame(b"B", block) + frame(b"Z", b"")


def test_a_book_crosses_whole_but_for_the_text_it_was_made_of():
    lines = Lines.of([(1, ("Ade", "3B")), (4, ("Tola",)), (5, ("Ọlá", "", "x"))])
    book = Book((Sheet("Report", lines, True, True, False),), "text", (Problem("file", "A note.", 3, "Mobile"),))
    wire = BytesIO()

    send_book(wire, book)

    assert b"text" not in wire.getvalue()
    wire.seek(0)
    assert receive_book(wire) == replace(book, text=None)


@pytest.mark.parametrize("value", [None, 0, "", "Ọlá\x1e\x1f\x00", [], {"a": [1.5, None, True, {"b": []}]}])
def test_a_value_crosses_whole(value: object):
    wire = BytesIO()

    send_value(wire, value)
    wire.seek(0)

    assert receive_value(wire) == value


def test_a_book_is_no_value_and_a_value_no_book():
    with pytest.raises(BrokenWire):
        receive_value(BytesIO(told()))
    with pytest.raises(BrokenWire):
        receive_book(BytesIO(told().replace(b"H", b"V", 1)))


def test_what_is_well_formed_is_believed():
    assert list(receive_book(BytesIO(told())).sheets[0].rows) == [(1, ("Ade", "Bello"))]


@pytest.mark.parametrize("wire", [
    b"", frame(b"X", b""), frame(b"H", b"{"), frame(b"H", b"\xff"), frame(b"H", b"{}", 1 << 40), frame(b"H", b"{}", (1 << 64) - 1),
    told([]), told({**HEAD, "sheets": [["", 1]]}), told({**HEAD, "sheets": 3}), told({**HEAD, "notes": [3]}), told()[:-3],
    told(block=b"[[1, 2], null, null, 3]\nAde\x1eBello"), told(block=b"[]\nAde"), told(block=b'["x", null, null, 2]\nAde\x1eBello'),
    frame(b"E", b"[]"), b"[" * 100,
])  # fmt: skip
def test_what_is_not_is_no_book(wire: bytes):
    with pytest.raises(BrokenWire):
        receive_book(BytesIO(wire))


@pytest.mark.parametrize("kind", ["UnreadableFile", "listed", "annotations", "__builtins__", "Collection"])
def test_an_error_is_one_that_a_person_can_mend(kind: str):
    body = json.dumps([kind, "It is broken.", "Mend it.", "a.csv", None, 3]).encode()

    with pytest.raises(RosterError) as caught:
        receive_book(BytesIO(frame(b"E", body)))

    assert (caught.value.headline, caught.value.row) == ("It is broken.", 3)
