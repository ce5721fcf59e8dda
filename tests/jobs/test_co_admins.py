"""Co-admins, who were once asked about somebody, hear that they may stay: whatever happens to a letter on its way."""

import pytest

from tests.jobs.office import Clerk
from tests.jobs.school import ADMIN, CHARLIE, OTHER_ADMIN, World, a_list, carers
from tests.jobs.sink import Sink, text_of
from tests.jobs.test_reminders import MONDAY, a_morning, settled

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY.replace(month=12, day=day) for day in (1, 2, 3))
ZED = ("Zed Nobody", "07700 900901")


@pytest.fixture(autouse=True)
def _a_co_admin_was_asked_on_monday(world: World) -> None:
    settled(world)
    world.first_night()
    a_morning(world, MONDAY.replace(day=23))
    a_morning(world, MONDAY)


def last(sink: Sink) -> str:
    return text_of(sink.to(OTHER_ADMIN)[-1]).replace("\r\n", "\n")


def test_a_word_that_somebody_may_stay_is_not_lost_with_a_letter(world: World, sink: Sink, clerk: Clerk):
    clerk("exempt", "3B", "Charlie", "--why", "a governor")
    sink.refuse[OTHER_ADMIN] = "451 later"
    a_morning(world, TUESDAY)
    sink.refuse.clear()
    before = len(sink.to(OTHER_ADMIN)), len(sink.to(ADMIN))

    a_morning(world, WEDNESDAY)
    a_morning(world, THURSDAY)

    assert (len(sink.to(OTHER_ADMIN)), len(sink.to(ADMIN))) == (before[0] + 1, before[1])
    assert "PLEASE LEAVE THEM IN\n  * Charlie Nobody, number ending 900" in last(sink)


def test_a_co_admin_hears_only_that_nothing_is_asked_any_more(world: World, sink: Sink, clerk: Clerk):
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ZED]))
    a_morning(world, TUESDAY)
    assert "Zed Nobody" in text_of(sink.to(ADMIN)[-1])
    assert len(sink.to(OTHER_ADMIN)) == 1

    clerk("exempt", "3B", "Charlie", "--why", "a governor")
    a_morning(world, WEDNESDAY)

    assert "Zed" not in last(sink)
    assert "Nobody to take out (1 no longer on the list)" in last(sink)


def test_a_co_admin_hears_that_somebody_has_gone(world: World, sink: Sink):
    world.office.receive("3B.csv", a_list(carers()))

    a_morning(world, TUESDAY)

    assert "GONE FROM THE GROUP, THANK YOU\n  * Charlie Nobody" in last(sink)
