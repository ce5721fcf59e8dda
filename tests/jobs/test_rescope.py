"""The office says whom a group is for, and takes it back."""

import pytest

from tests.jobs.office import Clerk
from tests.jobs.school import OFFICE, World
from tests.jobs.sink import Sink, text_of


@pytest.fixture(autouse=True)
def _after_the_first_night(world: World) -> None:
    world.first_night()


def queries(world: World) -> int:
    (result,) = world.office.nightly().groups
    return result.queries


def test_a_group_is_for_whom_the_office_says(world: World, clerk: Clerk):
    told = clerk("rescope", "3B", "4A", "--by", "Tola")

    assert told.out == "3B is for class 4A, 12 children on roll, from the next run on.\n"
    assert queries(world) == 12


def test_it_can_be_undone(world: World, clerk: Clerk):
    clerk("rescope", "3B", "4A", "--by", "Tola")

    told = clerk("rescope", "3B", "--undo", "--by", "Tola")

    assert told.out == "Undone: 3B is for whom its name and the settings say.\n"
    assert queries(world) == 0
    assert "Nobody has said whom 3B is for." in clerk("rescope", "3B", "--undo").err


def test_it_may_stay_as_its_name_says(world: World, clerk: Clerk):
    clerk("rescope", "3B", "4A", "--by", "Tola")

    told = clerk("rescope", "3B", "--stay", "--by", "Tola")

    assert told.out == "3B stays as its name and the settings say.\n"
    assert queries(world) == 0


def test_the_digest_says_who_said_so(world: World, clerk: Clerk, sink: Sink):
    clerk("rescope", "3B", "4A", "--by", "Tola")
    world.a_night(days=1)

    assert "3B is for 4A, by the word of Tola on 22 November 2026." in text_of(sink.to(OFFICE)[-1])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("3B", "Toads"), "Toads says no class, no year and not the whole school."),
        (("3B", "9Z"), "No pupil on roll is in class 9Z. The classes on the roll are 3B and 4A."),
        (("9Z", "4A"), "There is no member list of 9Z."),
        (("3B",), "Give a SCOPE, or --stay, or --undo"),
        (("3B", "4A", "--stay"), "Give a SCOPE, or --stay, or --undo"),
    ],
)
def test_it_refuses_what_says_nobody(world: World, clerk: Clerk, arguments: tuple[str, ...], said: str):
    told = clerk("rescope", *arguments)

    assert (told.status, told.out) == (2, "")
    assert said in told.err
    assert queries(world) == 0


def test_that_it_was_long_ago_is_no_reason_for_a_letter(world: World, clerk: Clerk, sink: Sink):
    world.settle('[letters]\nbegin = "00:00"\nend = "23:59"\noffice_after_days = 100')
    clerk("rescope", "3B", "3B", "--by", "Tola")
    world.a_night(days=1)
    before = len(sink.to(OFFICE))
    world.a_night(days=16)

    assert "3B is for 3B, by the word of Tola" in text_of(sink.to(OFFICE)[-1])
    assert len(sink.to(OFFICE)) == before
