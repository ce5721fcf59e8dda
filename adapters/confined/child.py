"""The reading process: it takes a file, gives back what is asked of it, and can do nothing else."""

import gc
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from adapters.tables.book import Book
    from roster.errors import RosterError


def main() -> None:
    """Work on one upload from standard input, or on one open file, and write the answer to what standard output was.

    The input is a line of JSON and the upload's bytes. The line has the file's name, the function that works on it or
    none (then the answer is the opened book) with its arguments, who makes sheets of a book's parts, whether to hurry, and
    how many bytes follow or which file is open instead.
    """
    # Rows by the hundred thousand are no rubbish, and this process lives for one file.
    gc.disable()
    pipe = os.fdopen(os.dup(1), "wb", buffering=1 << 20)
    # A library that prints would otherwise speak into the answer.
    os.dup2(2, 1)
    source = sys.stdin.buffer
    head = json.loads(source.readline())
    content = b"" if head["size"] is None else source.read(head["size"])
    _import_the_readers()
    work = _named(head["work"]) if head["work"] else None

    from adapters.confined.limits import give_up_the_rest
    from roster.errors import RosterError

    give_up_the_rest()
    try:
        answer = _answer(head, content, work)
    except RosterError as error:
        answer = partial(_send_error, error=error)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # noqa: BLE001 - whoever asked is told where, and never with the words of the file
        answer = partial(_send_mistake, error=error)
    answer(pipe)
    pipe.flush()
    os._exit(0)


def _answer(head: dict[str, Any], content: bytes, work: Callable[..., object] | None) -> Callable[[IO[bytes]], None]:
    from adapters.confined.wire import send_book, send_value
    from adapters.tables.reading import read_book
    from roster.export import Upload

    if work is None:
        book = _without_parts(read_book(Upload(head["name"], content), hurry=head["hurry"]), head["parts"])
        return partial(send_book, book=book)
    if head.get("streamed"):
        with BytesIO(content) if head["file"] is None else os.fdopen(head["file"], "rb") as file:
            value = work(head["name"], file, **head["arguments"])
    else:
        value = work(Upload(head["name"], content), hurry=head["hurry"], **head["arguments"])
    return partial(send_value, value=value)


def _send_error(pipe: IO[bytes], error: "RosterError") -> None:
    from adapters.confined.wire import send_error

    send_error(pipe, error)


def _send_mistake(pipe: IO[bytes], error: Exception) -> None:
    from adapters.confined.wire import send_mistake

    send_mistake(pipe, error)


def _named(function: str) -> Callable[..., Any]:
    module, _, name = function.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def _without_parts(book: "Book", converter: str | None) -> "Book":
    """Have sheets made of a set's files, by the function that whoever opens the book has named."""
    if not book.parts:
        return book
    if converter is None:
        from roster.errors import UnreadableList

        raise UnreadableList(
            "Give it as text, as CSV or as a workbook.", headline="This is XML, JSON or a zip archive, not a list."
        )
    converted: Book = _named(converter)(book)
    return converted


def _import_the_readers() -> None:
    """Load native code before memory is short: a library half loaded is no clean refusal."""
    import python_calamine  # noqa: F401
