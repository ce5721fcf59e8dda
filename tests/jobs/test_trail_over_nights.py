"""A story over nights, and what `roster why` then says of what happened so far."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from adapters.store import history
from tests.jobs.school import CHARLIE, Family, World, a_list, an_export, carers, families

LEAVER, NEW = families()[0], Family(124, "4A")
EVERYBODY = [*carers(), CHARLIE]
STAYING = [one for one in EVERYBODY if one != LEAVER.carer]


@pytest.fixture
def school(world: World) -> World:
    """Nearly two years: a first night in September, and both files anew in July."""
    world.clock.now = datetime(2024, 9, 4, 2, 30, tzinfo=UTC)
    world.first_night()
    on(world, 17, [*families(), NEW], EVERYBODY)
    return world


def on(world: World, day: int, known: list[Family] | None = None, people: list[tuple[str, str]] | None = None) -> None:
    """A night in July 2026, with an export, a list, or neither."""
    world.clock.now = datetime(2026, 7, day, 2, 30, tzinfo=UTC)
    if known is not None:
        world.office.receive("contacts.csv", an_export(known))
    if people is not None:
        world.office.receive("3B.csv", a_list(people))
    world.a_night()


def trail(world: World, name: str) -> str:
    told = world.office.explained("3B", name)
    return next(one.sentences[0] for one in told.sections if one.heading == "What happened so far")


def without(*numbers: int) -> list[Family]:
    return [one for one in families() if one.number not in numbers]


def test_it_tells_a_leaver_whose_last_day_the_mis_gives(school: World):
    on(school, 18, [replace(LEAVER, left="17/07/2026"), *families()[1:]])
    on(school, 20, people=STAYING)

    assert trail(school, LEAVER.carer[0]) == (
        "On the list since 4 Sept 2024, carer of one child, last on roll 17 July 2026, flagged 18 July, "
        "asked to go 18 July, gone 20 July."
    )


def test_it_tells_a_leaver_whom_the_mis_drops_without_a_word(school: World):
    on(school, 18, without(LEAVER.number))
    on(school, 19, without(LEAVER.number, 123))
    on(school, 22, people=STAYING)

    assert trail(school, LEAVER.carer[0]) == (
        "On the list since 4 Sept 2024, carer of one child, last on roll 17 July 2026, flagged 19 July, "
        "asked to go 19 July, gone 22 July."
    )


def test_it_tells_of_somebody_who_stays(school: World):
    stays = families()[1]

    assert trail(school, stays.carer[0]) == "On the list since 4 Sept 2024, carer of one child on roll."


def test_it_tells_of_a_stranger_who_went_and_came_back(school: World):
    on(school, 18, people=carers())
    on(school, 20, people=EVERYBODY)

    assert trail(school, CHARLIE[0]) == (
        "On the list since 4 Sept 2024, never on the roll, flagged 4 Sept, held 4 Sept, released 4 Sept by Tola, "
        "asked to go 4 Sept, gone 18 July 2026, on the list again since 20 July, flagged 20 July, asked to go 20 July."
    )


def test_it_tells_of_somebody_cleared(school: World):
    charlies = Family(999, "3B")
    known = [*families(), charlies]
    text = an_export(known).decode().replace(charlies.carer[1], CHARLIE[1])
    school.clock.now = datetime(2026, 7, 18, 2, 30, tzinfo=UTC)
    school.office.receive("contacts.csv", text.encode())
    school.a_night()

    assert trail(school, CHARLIE[0]).endswith("asked to go 4 Sept, on roll since 18 July 2026, cleared 18 July.")


def test_a_list_that_comes_again_keeps_its_first_day(world: World):
    world.first_night()
    world.clock.forward(days=3)
    world.office.receive("3B.csv", a_list(EVERYBODY))

    assert trail(world, CHARLIE[0]).startswith("On the list since 22 Nov 2026, ")


def test_it_calls_nobody_gone_while_a_new_name_may_be_theirs(school: World):
    on(school, 20, people=[*carers(), ("Dave", "")])

    assert trail(school, CHARLIE[0]).endswith("not on the list of 20 July 2026.")


def test_it_looks_the_roll_up_by_every_number(world: World):
    world.receive_all()

    with world.office.store.reading() as session:
        (found,) = history.sightings(session, ["+447700900100"], [])

    assert (found.since, len(found.children)) == (world.office.today, 1)
