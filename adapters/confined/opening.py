"""The office's side of the reading process: start it, hand it the file, take the book, and say what became of it."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, cast

from adapters.confined.limits import SECONDS
from adapters.confined.wire import BrokenWire, receive_book
from adapters.tables.book import Book
from roster.errors import RosterError, UnreadableFile
from roster.export import Upload

_START = "import sys; sys.path[:] = sys.argv[1:]; from adapters.confined.child import main; main()"
_TOO_MUCH = "Copy the rows into a new workbook, save it as .xlsx or CSV, and use that."


def open_book(upload: Upload, *, parts: str | None = None, with_text: bool = False) -> Book:
    """Open an upload in a process of its own.

    `parts` names the function that makes sheets of a set's files there ("package.module:function"); without it a set
    is refused. `with_text` asks for a text's whole text as well.

    Raises `UnreadableFile` with one sentence if the file cannot be read, or did its reader harm.
    """
    child = subprocess.Popen(  # noqa: S603 (our own interpreter, our own code)
        [sys.executable, "-I", "-S", "-c", _START, *filter(None, sys.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(),
    )  # fmt: skip
    alarm = threading.Timer(SECONDS, child.kill)
    alarm.start()
    feeder = threading.Thread(target=_feed, args=(child, upload, parts, with_text), daemon=True)
    feeder.start()
    try:
        return receive_book(cast("IO[bytes]", child.stdout))
    except BrokenWire:
        error = _what_became_of(child)
        error.file = upload.name
        raise error from None
    except RosterError as error:
        error.file = error.file or upload.name
        raise
    finally:
        alarm.cancel()
        child.kill()
        feeder.join()
        cast("IO[bytes]", child.stdout).close()
        child.wait()


def _feed(child: "subprocess.Popen[bytes]", upload: Upload, parts: str | None, with_text: bool) -> None:
    source = cast("IO[bytes]", child.stdin)
    head = {"name": upload.name, "parts": parts, "text": with_text, "size": len(upload.content)}
    with suppress(BrokenPipeError), source:
        source.write(json.dumps(head).encode() + b"\n")
        source.write(upload.content)


def _environment() -> dict[str, str]:
    """Nothing of ours: no secret and no address reaches the reading process."""
    return {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}


def _what_became_of(child: "subprocess.Popen[bytes]") -> UnreadableFile:
    status = child.wait()
    if -status in {signal.SIGKILL, signal.SIGXCPU}:
        return UnreadableFile(_TOO_MUCH, headline="This file takes far too long to read.")
    return UnreadableFile(_TOO_MUCH, headline="This file needs far too much memory, or is damaged beyond reading.")
