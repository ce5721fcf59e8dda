"""The reading process: it takes a file's bytes, gives back a book, and can do nothing else."""

import gc
import json
import os
import sys
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from adapters.tables.book import Book
    from roster.export import Upload


def main() -> None:
    """Read one upload from standard input, write one book to the pipe that standard output was.

    The input is a line of JSON (the file's name, who makes sheets of parts, whether its text is wanted, whether to
    hurry, how many bytes follow) and the bytes.
    """
    # Rows by the hundred thousand are no rubbish, and this process lives for one file.
    gc.disable()
    pipe = os.fdopen(os.dup(1), "wb", buffering=1 << 20)
    # A library that prints would otherwise speak into the answer.
    os.dup2(2, 1)
    source = sys.stdin.buffer
    head = json.loads(source.readline())
    content = source.read(head["size"])
    _import_the_readers()

    from adapters.confined.limits import give_up_the_rest
    from roster.export import Upload

    give_up_the_rest()
    _answer(pipe, Upload(head["name"], content), head)
    pipe.flush()
    os._exit(0)


def _answer(pipe: IO[bytes], upload: "Upload", head: dict[str, Any]) -> None:
    from adapters.confined.wire import send_book, send_error
    from adapters.tables.reading import read_book
    from roster.errors import RosterError

    try:
        book = _without_parts(read_book(upload, hurry=head["hurry"]), head["parts"])
    except RosterError as error:
        send_error(pipe, error)
    else:
        send_book(pipe, book, with_text=head["text"])


def _without_parts(book: "Book", converter: str | None) -> "Book":
    """Have sheets made of a set's files, by the function that whoever opens the book has named."""
    if not book.parts:
        return book
    if converter is None:
        from roster.errors import UnreadableList

        raise UnreadableList(
            "Give it as text, as CSV or as a workbook.", headline="This is XML, JSON or a zip archive, not a list."
        )
    module, _, name = converter.partition(":")
    converted: Book = getattr(import_module(module), name)(book)
    return converted


def _import_the_readers() -> None:
    """Load native code before memory is short: a library half loaded is no clean refusal."""
    import python_calamine  # noqa: F401
