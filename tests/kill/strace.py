"""strace: found or installed, put onto a running process, and what it saw read."""

import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

_CALL = re.compile(r"^(\w+)\(")
_PATIENCE = 10.0
# Of these strace -y shows the whole path; whatever else is looked at may be named from the folder that it is done in.
_BY_HANDLE = frozenset({"pwrite64", "write", "fdatasync", "fsync", "ftruncate"})


class NoStrace(Exception):
    """strace is not to be had, or may not look at another process; the sentence says what to do."""


def strace() -> str:
    """Where strace is. Root may have it installed; raises `NoStrace` if there is none."""
    found = shutil.which("strace") or _installed()
    if found is None:
        raise NoStrace(
            "The kill points need strace, and there is none: apt-get install strace (Debian, Ubuntu) or dnf install "
            "strace (Fedora). Only Linux has it."
        )
    return found


def _installed() -> str | None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return None
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "strace"]):
        subprocess.run([apt, *command], env=quietly, capture_output=True, check=False, timeout=300)
    return shutil.which("strace")


@dataclass(frozen=True)
class Fault:
    """What befalls the `number`th call of a kind: the kill, or an error, that once or from then on."""

    call: str
    number: int
    error: str = ""
    lasting: bool = False

    def __str__(self) -> str:
        return f"{self.error or 'kill'} at {self.call} {self.number}{'+' if self.lasting else ''}"

    @property
    def arguments(self) -> list[str]:
        """How strace is told."""
        what = f"error={self.error}" if self.error else "signal=SIGKILL"
        when = f"{self.number}{'+' if self.lasting else ''}"
        return ["-e", f"trace={self.call}", "-e", f"inject={self.call}:{what}:when={when}"]


def watching(pid: int, arguments: list[str], seen: str = os.devnull) -> "subprocess.Popen[bytes]":
    """Put strace onto a process that waits; gives strace once it holds it. Raises `NoStrace` if it may not."""
    watcher = subprocess.Popen([strace(), "-qq", "-o", seen, *arguments, "-p", str(pid)], stderr=subprocess.PIPE)
    until = time.monotonic() + _PATIENCE
    while _tracer(pid) in {"", "0"}:
        if watcher.poll() is not None or time.monotonic() > until:
            watcher.kill()
            said = watcher.communicate()[1].decode(errors="replace").strip()
            raise NoStrace(
                f"strace may not look at another process here ({said}). Allow it: a container needs "
                "--cap-add=SYS_PTRACE, a computer /proc/sys/kernel/yama/ptrace_scope at 0 or 1."
            )
        time.sleep(0.002)
    return watcher


def _tracer(pid: int) -> str:
    """Who watches a process: a number, 0 for nobody, nothing if there is no such process."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return ""
    (tracer,) = re.findall(r"^TracerPid:\s*(\d+)", status, re.MULTILINE)
    return str(tracer)


def calls_in(seen: Path, within: str) -> list[tuple[str, int]]:
    """The calls that strace -y saw, each kind counted from 1; what is written, only to files below a folder."""
    counts: dict[str, int] = {}
    calls: list[tuple[str, int]] = []
    for line in seen.read_text(errors="replace").splitlines():
        if not (found := _CALL.match(line)):
            continue
        name = found[1]
        counts[name] = counts.get(name, 0) + 1
        if within in line or name not in _BY_HANDLE:
            calls.append((name, counts[name]))
    return calls
