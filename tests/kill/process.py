"""A driver from outside: one command after another, each watched by strace or left alone."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, cast

from tests.kill.driver import COMPLAINED, SAID
from tests.kill.strace import Fault, watching

ROOT = Path(__file__).parent.parent.parent
# What writes, what makes sure, what replaces, and what speaks to the mail server.
CALLS = (
    "pwrite64,write,fdatasync,fsync,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,"
    "connect,sendto,recvfrom"
)


@dataclass(frozen=True)
class Ended:
    """How a command ended, what it said, and what it complained of."""

    status: int
    said: str
    complaint: str


@dataclass(frozen=True)
class Driver:
    """A process that has imported Roster and forks for each command."""

    process: "subprocess.Popen[str]"

    def run(self, folder: Path, now: datetime, arguments: list[str], fault: Fault | None = None) -> Ended:
        """Do a command in a folder, at a moment; perhaps with a fault on its way."""
        return self._run(folder, now, arguments, fault.arguments if fault else None)

    def watched(self, folder: Path, now: datetime, arguments: list[str], seen: Path) -> Ended:
        """Do a command and write down which calls it makes."""
        return self._run(folder, now, arguments, ["-y", "-e", f"trace={CALLS}"], str(seen))

    def _run(self, folder: Path, now: datetime, arguments: list[str], strace: list[str] | None, *seen: str) -> Ended:
        temporary = folder.parent / "temporary"
        (temporary / "tmp").mkdir(parents=True, exist_ok=True)
        wish = {"arguments": arguments, "now": now.isoformat(), "folder": str(folder), "temporary": str(temporary)}
        pid = int(self._asked(json.dumps(wish)))
        watcher = watching(pid, strace, *seen) if strace is not None else None
        status = int(self._asked("go"))
        if watcher:
            watcher.communicate()
        said, complaint = ((temporary / name).read_text(errors="replace") for name in (SAID, COMPLAINED))
        return Ended(status, said, complaint)

    def _asked(self, line: str) -> str:
        source, answers = cast("IO[str]", self.process.stdin), cast("IO[str]", self.process.stdout)
        source.write(f"{line}\n")
        source.flush()
        return answers.readline()


@contextmanager
def a_driver() -> Iterator[Driver]:
    """A driver, gone at the end."""
    command = [sys.executable, "-m", "tests.kill.driver"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Driver(process)
        finally:
            cast("IO[str]", process.stdin).close()
            process.wait(10)
