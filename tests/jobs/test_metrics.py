"""What a monitor reads: numbers, and nobody's name."""

import sys

import pytest

from jobs.duties import compare
from jobs.metrics import metrics
from jobs.timekeeping import Timekeeper
from tests.jobs.school import World


def told(world: World) -> dict[str, str]:
    found = metrics(world.office)
    assert found
    text, kind = found
    assert kind.startswith("text/plain")
    lines = (line for line in text.decode().splitlines() if not line.startswith("#"))
    return dict(line.rsplit(" ", 1) for line in lines)


def test_it_tells_how_the_night_went(world: World):
    world.receive_all()
    Timekeeper(world.office, (compare.DUTY,)).tick()

    numbers = told(world)

    assert float(numbers["roster_last_good_night_timestamp_seconds"]) == world.clock.now.timestamp()
    assert float(numbers["roster_groups_held"]) == 1
    assert float(numbers['roster_letters{state="pending"}']) == 1
    assert float(numbers['roster_job_slots{job="compare",state="done"}']) == 1
    assert float(numbers["roster_open_items"]) == 0


def test_it_counts_who_is_to_be_taken_out(world: World):
    world.first_night()

    assert float(told(world)["roster_open_items"]) == 1


def test_it_names_nobody_and_no_group(world: World):
    world.first_night()

    found = metrics(world.office)

    assert found
    assert not [name for name in (b"Charlie", b"Bello", b"900900", b"3B", b"@example.org") if name in found[0]]


def test_it_tells_nothing_before_the_first_night(world: World):
    assert float(told(world)["roster_last_good_night_timestamp_seconds"]) == 0


def test_it_needs_the_extra(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "prometheus_client", None)

    assert metrics(world.office) is None
