"""A school with an office and a real mail server, for every test of a job."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.compose import SETTINGS, compose
from tests.jobs.office import Clerk
from tests.jobs.school import World
from tests.jobs.sink import Sink, a_sink


@pytest.fixture
def sink() -> Iterator[Sink]:
    with a_sink() as made:
        yield made


@pytest.fixture
def world(tmp_path: Path, sink: Sink) -> Iterator[World]:
    made = World(tmp_path / "office", sink.port)
    yield made
    made.office.close()


@pytest.fixture
def clerk(world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """Somebody in the office with a terminal, whose clock is the school's."""
    monkeypatch.setattr(compose, "__defaults__", (SETTINGS, world.clock))
    return Clerk(world, capsys)
