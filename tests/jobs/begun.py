"""Offices in which something has happened already: made once, and given to each test as its own."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jobs.compose import compose
from tests.jobs.school import Clockwork, World
from tests.jobs.sink import a_sink


def begin(world: World, past: Callable[[World], None]) -> None:
    """Let a world have this past; its clock stands where the past ended."""
    database, clock = _made(past)
    world.office.close()
    world.office.settings.database.write_bytes(database)
    world.clock.now = clock.now
    world.office = compose(world.settings, world.clock)


def received(world: World) -> None:
    """The school's export and 3B's list have come."""
    world.receive_all()


def after_the_first_night(world: World) -> None:
    """The first night has been read, released, and told."""
    world.first_night()


@cache
def _made(past: Callable[[World], None]) -> tuple[bytes, Clockwork]:
    with TemporaryDirectory() as folder, a_sink() as sink:
        world = World(Path(folder) / "office", sink.port)
        past(world)
        world.office.store.purge()
        world.office.close()
        return world.office.settings.database.read_bytes(), world.clock
