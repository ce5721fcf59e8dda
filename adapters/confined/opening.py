"""The office's side of the reading process: start it, hand it the file, take the book, and say what became of it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, TypeVar, cast

from adapters.confined.limits import SECONDS
from adapters.confined.wire import BrokenWire, Mistaken, receive_book, receive_value
from adapters.tables.book import LARGE, Book
from roster.errors import RosterError, UnreadableFile
from roster.export import Upload

T = TypeVar("T")

_START = "import sys; sys.path[:] = sys.argv[1:]; from adapters.confined.child import main; main()"
_TOO_LONG = "This file takes far too long to read."
_TOO_BIG = "This file needs far too much memory, or is damaged beyond reading."
_UNFORESEEN = "Roster came upon something in this file that it does not expect."
_TOO_MUCH = "Copy the rows into a new workbook, save it as .xlsx or CSV, and use that."


class _Died(Exception):
    """The reading process ended before it had said everything; `status` is how."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status

    @property
    def was_killed(self) -> bool:
        """Whether it had used up its time."""
        return -self.status in {signal.SIGKILL, signal.SIGXCPU}


def open_book(upload: Upload, *, parts: str | None = None) -> Book:
    """Open an upload in a process of its own.

    `parts` names the function that makes sheets of a set's files there ("package.module:function"); without it a set
    is refused. A process that came to grief in its hurry is followed by one that takes its time.

    Raises `UnreadableFile` with one sentence if the file cannot be read, or did its reader harm.
    """
    return _answered(upload.name, upload.content, {"work": None, "parts": parts}, receive_book)


def work_on(upload: Upload, work: str, **arguments: object) -> Any:
    """Have a function ("package.module:function") work on an upload in a process of its own; what it gives is JSON.

    It is called with the upload, `hurry` (the first process is in a hurry, the one after it is not) and the arguments.
    Nothing of what it gives can be believed to be well formed. Raises as `open_book` does.
    """
    return _answered(upload.name, upload.content, {"work": work, "arguments": arguments}, receive_value)


def work_on_file(name: str, file: IO[bytes], work: str, **arguments: object) -> Any:
    """As `work_on`, for a file too large to be held: the function is called with its name, the open file and the arguments.

    A file that is only in memory is sent, and is a file again over there.
    """
    wish = {"work": work, "arguments": arguments, "streamed": True}
    try:
        number = file.fileno()
    except OSError:
        return _answered(name, file.read(), wish, receive_value)
    with _as_a_reader_finds_it(number) as found:
        return _answered(name, found, wish, receive_value)


@contextmanager
def _as_a_reader_finds_it(number: int) -> Iterator[int]:
    """Give a number of its own for an open file, from its beginning and, where the system allows, only for reading.

    Whoever else holds the file shares one place in it, and has read further than it says.
    """
    try:
        found = os.open(f"/proc/self/fd/{number}", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        found = os.dup(number)
    at = os.lseek(number, 0, os.SEEK_CUR)
    try:
        os.lseek(found, 0, os.SEEK_SET)
        yield found
    finally:
        os.lseek(number, at, os.SEEK_SET)
        os.close(found)


def _answered(name: str, content: bytes | int, wish: dict[str, object], receive: Callable[[IO[bytes]], T]) -> T:
    begun = time.monotonic()
    try:
        try:
            return _asked(content, {**wish, "name": name, "hurry": True}, SECONDS, receive)
        except (_Died, Mistaken) as grief:
            killed = isinstance(grief, _Died) and grief.was_killed
            if killed or not isinstance(content, bytes) or len(content) <= LARGE:
                raise
            left = SECONDS - (time.monotonic() - begun)
            return _asked(content, {**wish, "name": name, "hurry": False}, left, receive)
    except _Died as died:
        error = UnreadableFile(_TOO_MUCH, headline=_TOO_LONG if died.was_killed else _TOO_BIG)
        error.file = name
        raise error from None
    except Mistaken as mistake:
        error = UnreadableFile(f"{_TOO_MUCH} Please report it ({mistake.place}).", headline=_UNFORESEEN)
        error.file = name
        raise error from None
    except RosterError as error:
        error.file = error.file or name
        raise


def _asked(content: bytes | int, wish: dict[str, object], seconds: float, receive: Callable[[IO[bytes]], T]) -> T:
    file = None if isinstance(content, bytes) else content
    size = len(content) if isinstance(content, bytes) else None
    child = subprocess.Popen(  # noqa: S603 (our own interpreter, our own code)
        [sys.executable, "-I", "-S", "-c", _START, *filter(None, sys.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(),
        pass_fds=() if file is None else (file,),
    )  # fmt: skip
    alarm = threading.Timer(max(seconds, 0), child.kill)
    alarm.start()
    head = json.dumps({**wish, "size": size, "file": file}).encode() + b"\n"
    feeder = threading.Thread(
        target=_feed, args=(child, head, content if isinstance(content, bytes) else b""), daemon=True
    )
    feeder.start()
    try:
        return receive(cast("IO[bytes]", child.stdout))
    except BrokenWire:
        raise _Died(child.wait()) from None
    finally:
        alarm.cancel()
        child.kill()
        feeder.join()
        cast("IO[bytes]", child.stdout).close()
        child.wait()


def _feed(child: "subprocess.Popen[bytes]", head: bytes, content: bytes) -> None:
    source = cast("IO[bytes]", child.stdin)
    with suppress(BrokenPipeError), source:
        source.write(head)
        source.write(content)


def _environment() -> dict[str, str]:
    """Nothing of ours: no secret and no address reaches the reading process."""
    return {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
