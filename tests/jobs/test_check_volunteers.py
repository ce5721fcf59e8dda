"""The doctor's look at what is set for volunteers' letters."""

import pytest

from jobs.check_up import Grade
from jobs.checks.volunteers import check
from tests.jobs.school import ADMIN, World

POLISH = f'[volunteers."{ADMIN}"]\nlanguage = "pl"'
LOST = '[volunteers."someone@example.org"]\nlanguage = "en"'


def said(world: World, more: str) -> list[str]:
    world.settle(more)
    found = list(check(world.office))
    assert all(one.cure for one in found if one.grade is not Grade.WELL)
    return [f"{one.grade.value}: {one.said}" for one in found]


def test_it_finds_that_all_is_well(world: World):
    assert said(world, f'[volunteers."{ADMIN}"]\nlanguage = "en"') == ["well: Their letters are as the settings say."]


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (POLISH, "Nobody whose first language it is has read the letters in Polish."),
        (LOST, "1 address under [volunteers] looks after no group."),
    ],
)
def test_it_finds_what_does_not_do_what_was_meant(world: World, more: str, word: str):
    assert said(world, more) == [f"worth a look: {word}"]


def test_it_names_nobody(world: World):
    found = " ".join(said(world, f"{LOST}\n{POLISH}"))

    assert "@" not in found
    assert found.count("worth a look") == 2
