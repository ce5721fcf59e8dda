"""Real processes that keep time on one database, each with jobs of the test's own."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.store import job_runs, tables
from jobs.compose import compose
from jobs.duty import Duty, Every, Turn
from jobs.init import start
from jobs.office import Office
from jobs.timekeeping import Timekeeper
from tests.jobs.school import Clockwork

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)
KIND = "noted"


@dataclass(frozen=True)
class Came:
    """How many slots came, and how often any was done."""

    slots: int
    runs: int


def run_slots(folder: Path, *, processes: int, slots: int = 200) -> Came:
    """Have so many processes tick at the same moments on so many days, each with the same daily job."""
    settings, noted = start(folder), folder / "noted"
    running = [a_process("days", settings, str(noted)) for _ in range(processes)]
    try:
        for day in range(slots):
            for one in running:
                _say(one, str(day))
            for one in running:
                assert _hear(one) == str(day), "a process has ended"
    finally:
        for one in running:
            one.communicate(timeout=60)
    done = Counter(noted.read_text().split())
    office = compose(settings)
    with office.store.reading() as session:
        rows = job_runs.every(session, KIND)
    office.close()
    assert {row.slot for row in rows if row.state == job_runs.DONE} == set(done), "what was done is not what is kept"
    return Came(len(rows), done.total())


def _say(process: "subprocess.Popen[bytes]", what: str) -> None:
    assert process.stdin
    process.stdin.write(f"{what}\n".encode())
    process.stdin.flush()


def _hear(process: "subprocess.Popen[bytes]") -> str:
    assert process.stdout
    return process.stdout.readline().decode().strip()


def a_process(what: str, settings: Path, *told: str) -> "subprocess.Popen[bytes]":
    """Start a process that keeps time with one of the jobs below."""
    command = [sys.executable, "-m", "tests.jobs.ticking", what, str(settings), *told]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def wait_until(happens: Path, seconds: float = 20) -> None:
    """Wait for a file to be there."""
    ends = time.monotonic() + seconds
    while not happens.exists():
        assert time.monotonic() < ends, "it never happened"
        time.sleep(0.01)


def days(settings: Path, noted: str) -> None:
    """Tick on every day that is read, with a job that notes its slot."""
    clock = Clockwork(FIRST)

    def note(_: Office, turn: Turn) -> str:
        handle = os.open(noted, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(handle, f"{turn.slot}\n".encode())
        os.close(handle)
        return "noted"

    keeper = Timekeeper(compose(settings, clock), (Duty(KIND, Every.DAY, note),))
    for line in sys.stdin:
        clock.now = FIRST + timedelta(days=int(line))
        keeper.tick()
        print(line.strip(), flush=True)


def held_up(settings: Path, at_work: str, go_on: str) -> None:
    """Do a job that says when it has begun, waits to be told, and then lands its word in the database."""

    def land(office: Office, turn: Turn) -> str:
        Path(at_work).touch()
        wait_until(Path(go_on), 60)
        land_word(office, turn, "the first")
        return "landed"

    office = compose(settings)
    Timekeeper(office, (Duty("held-up", Every.DAY, land),)).tick()
    office.close()
    Path(f"{at_work}.over").touch()


def land_word(office: Office, turn: Turn, word: str) -> None:
    """Keep a word, if the turn is still ours."""
    with office.store.writing() as session:
        turn.mine(session)
        session.merge(tables.Secret(name="word", value=word))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    {"days": days, "held-up": held_up}[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
