"""The schedule: a clock that ticks, and a real process that keeps time and stops when told."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time as clock
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from jobs.current import Current
from jobs.schedule import Clock
from jobs.serve import serve
from tests.jobs.school import OFFICE, Clockwork, World
from tests.jobs.sink import Sink

LONDON = ZoneInfo("Europe/London")


def test_it_starts_and_stops_a_clock():
    ran = threading.Event()
    keeping = Clock(LONDON)
    keeping.add("often", ran.set, 60)

    keeping.start()
    happened = ran.wait(5)
    keeping.stop()

    assert happened


def test_it_goes_on_ticking_when_the_computers_clock_was_set_back():
    ticks: list[int] = []
    keeping = Clock(LONDON)
    keeping.add("often", lambda: ticks.append(1), 60)
    keeping.start()
    wait_for(lambda: len(ticks) == 1)

    # What a clock set back by two hours looks like from within: the next tick is two hours and a minute away.
    keeping._scheduler.modify_job("often", next_run_time=datetime.now(UTC) + timedelta(hours=2, minutes=1))
    keeping.mend()
    wait_for(lambda: len(ticks) == 2)
    keeping.stop()

    assert len(ticks) == 2


def test_it_catches_up_and_ends_when_told(tmp_path: Path, sink: Sink):
    world = World(tmp_path / "office", sink.port, clock=Clockwork(datetime.now(UTC)))
    world.receive_all()

    process = started(world)
    wait_for(lambda: bool(sink.received))
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    log = (tmp_path / "log").read_text()

    assert process.returncode == 0
    assert sink.recipients == [OFFICE]
    assert "1 group, 1 held, 1 letter;" in log
    assert not [name for name in ("Charlie", "Bello", "900900", "example.org") if name in log]
    world.office.close()


def test_two_of_them_run_one_night_and_send_one_digest(tmp_path: Path, sink: Sink):
    world = World(tmp_path / "office", sink.port, clock=Clockwork(datetime.now(UTC)))
    world.receive_all()

    processes = [started(world, log) for log in ("log", "other-log")]
    for log in ("log", "other-log"):
        wait_for(lambda log=log: "started" in (tmp_path / log).read_text(), 30)
    wait_for(lambda: bool(sink.received), 30)
    for process in processes:
        process.send_signal(signal.SIGTERM)
    for process in processes:
        process.communicate(timeout=30)
    logs = (tmp_path / "log").read_text() + (tmp_path / "other-log").read_text()

    assert [process.returncode for process in processes] == [0, 0]
    assert sink.recipients == [OFFICE]
    assert logs.count("compare: night of ") == 1
    world.office.close()


def test_it_does_not_run_a_night_again_that_has_been_run(tmp_path: Path, sink: Sink):
    world = World(tmp_path / "office", sink.port, clock=Clockwork(datetime.now(UTC)))
    world.receive_all()
    world.a_night()

    process = started(world)
    wait_for(lambda: "started" in (tmp_path / "log").read_text())
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)

    assert process.returncode == 0
    assert sink.recipients == [OFFICE]
    world.office.close()


def test_it_goes_on_when_there_is_nothing_to_compare(tmp_path: Path, sink: Sink):
    world = World(tmp_path / "office", sink.port, clock=Clockwork(datetime.now(UTC)))

    process = started(world)
    wait_for(lambda: "nothing to compare" in (tmp_path / "log").read_text())
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)

    assert process.returncode == 0
    world.office.close()


def test_it_keeps_time_without_the_page_where_another_has_the_port(
    tmp_path: Path, sink: Sink, caplog: pytest.LogCaptureFixture
):
    stopped = threading.Event()
    stopped.set()
    with socket.create_server(("127.0.0.1", 0)) as taken, caplog.at_level("INFO", logger="roster"):
        world = World(tmp_path / "office", sink.port)
        world.settle(f"[web]\nport = {taken.getsockname()[1]}")

        serve(Current(world.office, world.settings), stopped)

    assert "no page: The page cannot be opened. Look at web.host and web.port" in caplog.text
    assert "started: the nightly run is at" in caplog.text
    world.office.close()


def test_it_does_not_start_without_an_office_to_write_to(tmp_path: Path, sink: Sink):
    world = World(tmp_path / "office", sink.port)
    world.settings.write_text(world.settings.read_text().replace(f'office_email = "{OFFICE}"', ""))

    process = started(world)
    process.communicate(timeout=20)
    log = (tmp_path / "log").read_text()

    assert process.returncode == 2
    assert "Put school.office_email into the settings." in log
    assert "Traceback" not in log
    world.office.close()


def started(world: World, name: str = "log") -> subprocess.Popen[str]:
    log = (world.folder.parent / name).open("w")
    command = [sys.executable, "-m", "jobs", "serve", "--settings", str(world.settings)]
    with log:
        return subprocess.Popen(command, stderr=log, text=True, env=os.environ.copy())


def wait_for(happens: object, seconds: float = 15) -> None:
    assert callable(happens)
    until = clock.monotonic() + seconds
    while not happens():
        assert clock.monotonic() < until, "it never happened"
        clock.sleep(0.05)
