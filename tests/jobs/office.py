"""The office at work: commands against a made-up school, in a night or between two."""

from dataclasses import dataclass

import pytest

from jobs.cli import main
from tests.jobs.school import World, a_list, carers

DAYO, NEW = "Dayo Bello101", "07700 900950"
IN_QUESTION = (DAYO, NEW)


@dataclass(frozen=True)
class Told:
    """What a command left behind."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Clerk:
    """Somebody in the office with a terminal."""

    world: World
    streams: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Told:
        self.streams.readouterr()
        status = main([*arguments, "--settings", str(self.world.settings)])
        out, err = self.streams.readouterr()
        return Told(status, out, err)


def with_a_new_number(world: World, *more: tuple[str, str]) -> None:
    """After the first night Dayo, whose child is in 3B, is in the group under a number that nobody knows."""
    world.first_night()
    known = [one for one in carers() if one[0] != DAYO]
    world.office.receive("3B.csv", a_list([*known, IN_QUESTION, *more]))
    world.a_night(days=1)
