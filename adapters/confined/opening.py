"""The office's side of the reading process: start it, hand it the file, take the book, and say what became of it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import IO, cast

from adapters.confined.limits import SECONDS
from adapters.confined.wire import BrokenWire, receive_book
from adapters.tables.book import LARGE, Book
from roster.errors import RosterError, UnreadableFile
from roster.export import Upload

_START = "import sys; sys.path[:] = sys.argv[1:]; from adapters.confined.child import main; main()"
_TOO_LONG = "This file takes far too long to read."
_TOO_BIG = "This file needs far too much memory, or is damaged beyond reading."
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


def open_book(upload: Upload, *, parts: str | None = None, with_text: bool = False) -> Book:
    """Open an upload in a process of its own.

    `parts` names the function that makes sheets of a set's files there ("package.module:function"); without it a set
    is refused. `with_text` asks for a text's whole text as well. A process that came to grief in its hurry is followed
    by one that takes its time.

    Raises `UnreadableFile` with one sentence if the file cannot be read, or did its reader harm.
    """
    wish = {"name": upload.name, "parts": parts, "text": with_text, "size": len(upload.content)}
    begun = time.monotonic()
    try:
        try:
            return _opened(upload, {**wish, "hurry": True}, SECONDS)
        except _Died as died:
            if died.was_killed or len(upload.content) <= LARGE:
                raise
            return _opened(upload, {**wish, "hurry": False}, SECONDS - (time.monotonic() - begun))
    except _Died as died:
        error = UnreadableFile(_TOO_MUCH, headline=_TOO_LONG if died.was_killed else _TOO_BIG)
        error.file = upload.name
        raise error from None
    except RosterError as error:
        error.file = error.file or upload.name
        raise


def _opened(upload: Upload, wish: dict[str, object], seconds: float) -> Book:
    child = subprocess.Popen(  # noqa: S603 (our own interpreter, our own code)
        [sys.executable, "-I", "-S", "-c", _START, *filter(None, sys.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(),
    )  # fmt: skip
    alarm = threading.Timer(max(seconds, 0), child.kill)
    alarm.start()
    feeder = threading.Thread(target=_feed, args=(child, upload, wish), daemon=True)
    feeder.start()
    try:
        return receive_book(cast("IO[bytes]", child.stdout))
    except BrokenWire:
        raise _Died(child.wait()) from None
    finally:
        alarm.cancel()
        child.kill()
        feeder.join()
        cast("IO[bytes]", child.stdout).close()
        child.wait()


def _feed(child: "subprocess.Popen[bytes]", upload: Upload, wish: dict[str, object]) -> None:
    source = cast("IO[bytes]", child.stdin)
    with suppress(BrokenPipeError), source:
        source.write(json.dumps(wish).encode() + b"\n")
        source.write(upload.content)


def _environment() -> dict[str, str]:
    """Nothing of ours: no secret and no address reaches the reading process."""
    return {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
