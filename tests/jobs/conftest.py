"""A school with an office and a real mail server, for every test of a job."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
