"""Letters that no mail server takes, while every night takes them back and writes them anew: somebody hears of it."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.store.kept_back import kept_back
from jobs.check_up import Grade, Symptom
from jobs.checks import letters as check_of_letters
from jobs.duties.watchdog import stuck
from tests.jobs.school import ADMIN, World, a_list, carers
from tests.jobs.sink import Sink, a_free_port, text_of

MORNINGS = '[letters]\nbegin = "07:00"\nend = "08:00"\n'
RELEASED = datetime(2026, 11, 16, 2, 31, tzinfo=UTC)


@pytest.fixture
def waiting(world: World) -> World:
    """A Monday on which something has been released that volunteers are told of on Tuesday's morning."""
    world.settle(MORNINGS)
    world.clock.now = RELEASED
    world.receive_all()
    world.office.nightly()
    world.office.deliver()
    world.office.release("3B", "Tola")
    return world


def a_day(world: World, *, at: int) -> None:
    """A night, and deliveries in the hour for volunteers. `at` counts the days since the release."""
    world.clock.now = RELEASED + timedelta(days=at)
    world.office.nightly()
    world.office.deliver()
    for minute in (0, 5, 15, 35):
        world.clock.now = (RELEASED + timedelta(days=at)).replace(hour=7, minute=minute)
        world.office.deliver()


def at_night(world: World, *, at: int) -> int:
    """What the watchdog would see just after a night."""
    world.clock.now = RELEASED + timedelta(days=at)
    world.office.nightly()
    return held_up(world)


def held_up(world: World) -> int:
    with world.office.store.reading() as session:
        return stuck(session, world.office)


def doctors(world: World) -> Symptom:
    return next(one for one in check_of_letters.check(world.office) if one.what == "letters")


def test_it_notices_a_mail_server_that_lets_nobody_in_though_each_night_writes_every_letter_anew(waiting: World):
    waiting.port = a_free_port()
    waiting.settle(MORNINGS)

    a_day(waiting, at=1)
    first = held_up(waiting)
    a_day(waiting, at=2)
    night = at_night(waiting, at=3)

    assert first == 0
    assert night > 0
    assert doctors(waiting).grade is Grade.WRONG
    assert "since 17 November 2026" in doctors(waiting).said


def test_it_tells_the_office_whom_letters_do_not_reach(waiting: World, sink: Sink):
    sink.refuse[ADMIN] = "450 later"

    a_day(waiting, at=1)
    a_day(waiting, at=2)
    a_day(waiting, at=3)

    digests = [text_of(one) for one in sink.to("office@example.org")]
    assert f"The mail server has taken no letter to {ADMIN} since 17 November 2026." in " ".join(digests[-1].split())
    assert not any("has taken no letter" in one for one in digests[:-1])


def test_it_is_calm_once_a_letter_has_gone(waiting: World, sink: Sink):
    sink.refuse[ADMIN] = "450 later"
    a_day(waiting, at=1)
    a_day(waiting, at=2)
    sink.refuse.clear()

    a_day(waiting, at=3)
    night = at_night(waiting, at=4)

    assert night == 0
    assert doctors(waiting).grade is Grade.WELL


def test_it_is_calm_where_nothing_is_to_be_said_any_more(waiting: World, sink: Sink):
    sink.refuse[ADMIN] = "450 later"
    a_day(waiting, at=1)
    a_day(waiting, at=2)
    waiting.office.receive("3B.csv", a_list(carers()))

    at_night(waiting, at=3)
    waiting.clock.forward(minutes=5)

    with waiting.office.store.reading() as session:
        assert not kept_back(session, waiting.clock())


def test_one_bad_morning_before_a_weekend_is_not_yet_worth_an_alarm(waiting: World, sink: Sink):
    waiting.settle(MORNINGS.replace("[letters]", '[calendar]\nweekdays = ["tue", "fri"]\n[letters]'))
    sink.refuse[ADMIN] = "450 later"

    a_day(waiting, at=1)
    for at in (2, 3, 4):
        assert at_night(waiting, at=at) == 0
    a_day(waiting, at=4)

    assert at_night(waiting, at=5) == 1
