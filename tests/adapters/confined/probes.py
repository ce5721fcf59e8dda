"""What a file might make its reader do: each is run inside the reading process, in place of a standard."""

import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

from adapters.tables.book import Book
from roster.export import Sheet


def hangs(_: Book) -> Book:
    while True:
        pass


def takes_all_memory(_: Book) -> Book:
    hoard = []
    while True:
        hoard.append(bytes(1 << 26))


def dies(_: Book) -> Book:
    os.abort()


def stops_in_silence(_: Book) -> Book:
    os._exit(0)


def fails(_: Book) -> Book:
    raise ZeroDivisionError("Ola Bello, 07700 900123")


def prints(_: Book) -> Book:
    print("H" * 5000)
    return _a_book("printed")


def connects(_: Book) -> Book:
    return _what_happens(lambda: socket.create_connection(("127.0.0.1", 9), timeout=1))


def asks_for_an_address(_: Book) -> Book:
    return _what_happens(lambda: socket.getaddrinfo("example.org", 80))


def starts_a_program(_: Book) -> Book:
    return _what_happens(lambda: subprocess.run(["true"], check=False))


def forks(_: Book) -> Book:
    return _what_happens(os.fork)


def writes(book: Book) -> Book:
    return _what_happens(lambda: Path(book.parts[0].name).write_bytes(b"x" * 10))


def tells_its_secrets(_: Book) -> Book:
    return _a_book(" ".join(sorted(os.environ)))


def _what_happens(act: Callable[[], object]) -> Book:
    try:
        act()
    except OSError as error:
        return _a_book(type(error).__name__)
    return _a_book("done")


def _a_book(said: str) -> Book:
    return Book((Sheet("", ((1, (said,)),)),))
