"""Carers on roll who are not in a group: counted for the office, named only when it asks, and never after they said no."""

import pytest

from tests.jobs.office import Clerk
from tests.jobs.school import ADMIN, OFFICE, World, a_list, carers
from tests.jobs.sink import Sink, text_of


@pytest.fixture(autouse=True)
def _two_are_missing(world: World) -> None:
    world.receive_all(people=carers()[2:])


def test_it_counts_and_names_nobody(clerk: Clerk):
    told = clerk("missing", "3B")

    assert told.out == "3B: 5 carers of 4 children are not in the group; joining is voluntary.\n"


def test_it_names_them_for_the_office_on_request(clerk: Clerk):
    told = clerk("missing", "3b", "--names")

    assert "  Pat Carer105, contact of Child105 Bello105 (3B)\n" in told.out
    assert told.out.count("\n") == 6


def test_whoever_said_no_is_never_counted_again_until_they_change_their_mind(clerk: Clerk):
    said = clerk("missing", "3B", "--said-no", "Pat Carer105", "--by", "Tola")
    after = clerk("missing", "3B", "--names")
    undone = clerk("missing", "3B", "--undo", "Pat Carer105", "--by", "Tola")

    assert said.out == "Pat Carer105 is not counted as missing from 3B again.\n"
    assert "4 carers of 3 children" in after.out
    assert "Carer105" not in after.out
    assert undone.out == "Pat Carer105 is counted again.\n"
    assert "5 carers" in clerk("missing", "3B").out
    assert "has not said no" in clerk("missing", "3B", "--undo", "Pat Carer105").err


def test_the_digest_counts_them_and_names_nobody(world: World, clerk: Clerk, sink: Sink):
    world.a_night()

    letter = text_of(sink.to(OFFICE)[-1])
    assert "5 carers of 4 children are not in the group; joining is voluntary." in letter
    assert "Pat Carer" not in letter


def test_that_somebody_joins_is_no_reason_for_a_letter(world: World, clerk: Clerk, sink: Sink):
    world.a_night()
    before = len(sink.received)
    world.office.receive("3B.csv", a_list(carers()))

    world.a_night(days=1)

    assert len(sink.received) == before
    assert not sink.to(ADMIN)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Ade Bello108", "Ade Bello108 is in 3B by the number."),
        ("Femi Bello123", "Femi Bello123 is no carer of a child on roll in class 3B."),
    ],
)
def test_only_somebody_who_is_missing_can_have_said_no(clerk: Clerk, who: str, said: str):
    told = clerk("missing", "3B", "--said-no", who)

    assert (told.status, told.out) == (2, "")
    assert said in told.err
