"""Whole processes measured: how long they take, and the most memory they and their children hold at one moment."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_LOOK_EVERY = 0.02


@dataclass(frozen=True)
class Taken:
    """Seconds from start to end, and megabytes at the highest moment, all processes of the command together."""

    seconds: float
    megabytes: float


def whole(command: list[str], *, watch: bool = False) -> Taken:
    """Run a command and wait for it; `watch` looks at its memory meanwhile."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        most = 0.0
        while watch and process.poll() is None:
            most = max(most, sum(map(_resident, _family(process.pid))))
            time.sleep(_LOOK_EVERY)
        process.wait()
    return Taken(time.perf_counter() - begun, most)


def in_turn(rounds: int, **commands: list[str]) -> dict[str, float]:
    """Run several commands one after the other, round by round; give each one's median of seconds."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(whole(command).seconds)
    return {name: median(taken) for name, taken in times.items()}


def script(text: str, *arguments: object) -> list[str]:
    """A Python script as a command."""
    return [sys.executable, "-c", text, *map(str, arguments)]


def check(export: Path, listed: Path) -> list[str]:
    """`roster check` on an export and a list, as a command."""
    return [
        sys.executable,
        "-m",
        "jobs",
        "check",
        str(export),
        f"school={listed}",
        "--on",
        "2026-11-22",
        "--format",
        "json",
    ]


def told(export: Path, listed: Path) -> dict[str, object]:
    """What `roster check` says of an export and a list."""
    said = subprocess.run(check(export, listed), check=False, capture_output=True).stdout
    answer: dict[str, object] = json.loads(said)
    return answer


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
