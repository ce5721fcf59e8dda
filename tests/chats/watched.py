"""The product in a process of its own, with every file that it opens to write noted, and logs at their most talkative."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# What is opened to be written, put in a temporary place, or written and taken away again, is noted with what it holds.
_RUN = r"""
import json, logging, os, sys
told = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
def heard(event, details):
    held = False
    if event in ("os.remove", "os.rename") and os.path.isfile(details[0]):
        with open(details[0], "rb") as file:
            held = "\u006banari".encode() in file.read()
    elif event == "open":
        pipe = isinstance(details[0], int)
        if pipe or not isinstance(details[2], int) or not details[2] & WRITING:
            return
    elif event not in ("tempfile.mkstemp", "tempfile.mkdtemp"):
        return
    os.write(told, (json.dumps([event, os.fsdecode(details[0]), held]) + "\n").encode())
sys.addaudithook(heard)
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
for talker in ("sqlalchemy.engine", "sqlalchemy.pool", "roster"):
    logging.getLogger(talker).setLevel(logging.DEBUG)
from jobs.cli import main
for arguments in json.load(sys.stdin):
    print("status", main(arguments), "of", arguments[0], flush=True)
"""


@dataclass(frozen=True)
class Watched:
    """What a run of commands left: both streams, and what was opened to be written on the way."""

    out: str
    err: str
    written: tuple[list[object], ...]

    @property
    def statuses(self) -> list[str]:
        return re.findall(r"^status (\d+) of", self.out, re.MULTILINE)


def run(commands: Sequence[Sequence[str]], folder: Path, scratch: Path) -> Watched:
    """Run commands one after another in the folder; `scratch` is where the process is told to put temporary files."""
    log = folder.parent / "written.jsonl"
    ended = subprocess.run(
        [sys.executable, "-c", _RUN, str(log)], cwd=folder, input=json.dumps(commands), capture_output=True, text=True,
        env={**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": str(ROOT)}, timeout=300, check=False,
    )  # fmt: skip
    lines = log.read_text().splitlines() if log.exists() else []
    return Watched(ended.stdout, ended.stderr, tuple(map(json.loads, lines)))


def words_in(content: bytes, marker: str) -> frozenset[str]:
    """Every word with the marker in some bytes, be they text of any kind, an archive, or compressed."""
    found: set[str] = set()
    for plain in _unpacked(content):
        for encoding, letter in (("utf-8", rb"[a-z0-9]"), ("utf-16-le", rb"[a-z0-9]\0"), ("utf-16-be", rb"\0[a-z0-9]")):
            pattern = rb"(?:%s){0,60}%s" % (letter, re.escape(marker.encode(encoding)))
            found |= {hit.decode(encoding).lower() for hit in re.findall(pattern, plain, re.IGNORECASE)}
    return frozenset(found)


def _unpacked(content: bytes) -> Iterable[bytes]:
    yield content
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    with suppress(zlib.error):
        yield zlib.decompress(content)


def cells_of(database: Path) -> Iterable[bytes]:
    """Every value of every table, compressed ones as they are."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            for row in connection.execute(f"select * from {table}"):
                yield from (one if isinstance(one, bytes) else str(one).encode() for one in row)
