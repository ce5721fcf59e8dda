"""Pieces of work for the reading process, and what a file might make them do."""

import errno
import json
import mmap
import os
import socket
import stat
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from roster.errors import RosterError, UnreadableList
from roster.export import Upload


def tells(upload: Upload, *, hurry: bool, **arguments: Any) -> dict[str, Any]:
    return {"name": upload.name, "content": upload.content.decode(), "hurry": hurry, **arguments}


def refuses(upload: Upload, *, hurry: bool) -> None:
    error = UnreadableList("Mend it.", headline="It is broken.")
    error.sheet, error.row = "Report", 7
    raise error


def refuses_naming_the_file(upload: Upload, *, hurry: bool) -> None:
    error = RosterError("Mend it.")
    error.file = "inner.csv"
    raise error


def fails(upload: Upload, *, hurry: bool) -> None:
    raise ValueError("Ola Bello, 07700 900123")


def takes_all_memory(upload: Upload, *, hurry: bool) -> None:
    hoard = []
    while True:
        hoard.append(bytes(1 << 26))


def dies(upload: Upload, *, hurry: bool) -> None:
    os.abort()


def dies_in_its_hurry(upload: Upload, *, hurry: bool) -> str:
    if hurry:
        os.abort()
    return "took its time"


def stops_in_silence(upload: Upload, *, hurry: bool) -> None:
    os._exit(0)


def hangs(upload: Upload, *, hurry: bool) -> None:
    time.sleep(600)


def prints(upload: Upload, *, hurry: bool) -> str:
    print("V" * 5000)
    os.write(1, b"V" * 5000)
    return "printed"


def gives_no_json(upload: Upload, *, hurry: bool) -> object:
    return {"set": {1, 2}}


def gives_itself(upload: Upload, *, hurry: bool) -> object:
    ring: list[object] = []
    ring.append(ring)
    return ring


def gives_half_a_letter(upload: Upload, *, hurry: bool) -> Any:
    """Give what the upload says as JSON, as a reader does whose file has half of a pair of surrogates in it."""
    return json.loads(upload.content)


def speaks_for_itself(upload: Upload, *, hurry: bool) -> None:
    """Write what the upload holds into the answer's pipe, as a process would that a file has taken over."""
    pipe = _answers_pipe()
    os.write(pipe, upload.content)
    os._exit(0)


def speaks_and_hangs(upload: Upload, *, hurry: bool) -> None:
    pipe = _answers_pipe()
    os.write(pipe, struct.pack(">cQ", b"V", 6) + b'"said"')
    time.sleep(600)


def drips(upload: Upload, *, hurry: bool) -> None:
    pipe = _answers_pipe()
    os.write(pipe, struct.pack(">cQ", b"V", 1 << 20))
    while True:
        os.write(pipe, b" ")
        time.sleep(0.05)


def connects(upload: Upload, *, hurry: bool) -> str:
    return _what_happens(lambda: socket.create_connection(("127.0.0.1", 9), timeout=1))


def asks_for_an_address(upload: Upload, *, hurry: bool) -> str:
    return _what_happens(lambda: socket.getaddrinfo("example.org", 80))


def starts_a_program(upload: Upload, *, hurry: bool) -> str:
    return _what_happens(lambda: subprocess.run(["true"], check=False))


def forks(upload: Upload, *, hurry: bool) -> str:
    return _what_happens(os.fork)


def writes_elsewhere(upload: Upload, *, hurry: bool) -> str:
    return _what_happens(lambda: Path(upload.name).write_bytes(b"x"))


def removes(upload: Upload, *, hurry: bool) -> str:
    return _what_happens(lambda: Path(upload.name).unlink())


def moves(upload: Upload, *, hurry: bool) -> str:
    return _what_happens(lambda: Path(upload.name).rename(f"{upload.name}.moved"))


def reads(name: str, file: IO[bytes]) -> dict[str, Any]:
    return {"name": name, "content": file.read().decode()}


def seeks(name: str, file: IO[bytes]) -> str:
    file.seek(-5, os.SEEK_END)
    return file.read().decode()


def open_files(name: str, file: IO[bytes]) -> list[list[int]]:
    """What is open here: each by device and inode."""
    found = []
    for number in range(256):
        try:
            told = os.fstat(number)
        except OSError:
            continue
        found.append([told.st_dev, told.st_ino])
    return found


def writes_the_file(name: str, file: IO[bytes]) -> str:
    return _what_happens(lambda: os.pwrite(file.fileno(), b"x", 0))


def maps_the_file(name: str, file: IO[bytes]) -> str:
    def change() -> None:
        with mmap.mmap(file.fileno(), 1) as mapped:
            mapped[0:1] = b"x"

    return _what_happens(change)


def empties_the_file(name: str, file: IO[bytes]) -> str:
    return _what_happens(lambda: os.ftruncate(file.fileno(), 0))


def dies_over_a_file(name: str, file: IO[bytes]) -> None:
    os.abort()


def _what_happens(act: Callable[[], object]) -> str:
    try:
        act()
    except OSError as error:
        return "PermissionError" if isinstance(error, PermissionError) else errno.errorcode.get(error.errno or 0, "?")
    return "done"


def _answers_pipe() -> int:
    """The number of what the answer is written to: the only pipe that is no standard stream."""
    return next(number for number in range(3, 64) if _is_pipe(number))


def _is_pipe(number: int) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(number).st_mode)
    except OSError:
        return False
