"""A night for another day than today is kept, and writes to nobody: what held on that day is not what holds now."""

from dataclasses import replace
from datetime import timedelta

from adapters.store import releases
from adapters.store.outbox import Way
from roster.runs import group_key
from tests.jobs.office import Clerk
from tests.jobs.school import ADMIN, CHARLIE, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, text_of


def leaving(world: World, on: str) -> None:
    """A child of 3B is to leave on a day."""
    world.office.receive(
        "contacts.csv", an_export([replace(one, left=on) if one.number == 101 else one for one in families()])
    )


def test_it_names_nobody_for_a_day_to_come(world: World, sink: Sink):
    world.first_night()
    leaving(world, "2026-11-24")
    before = len(sink.received)

    night = world.office.nightly(world.office.today + timedelta(days=5))
    world.office.deliver()

    assert night.silent
    assert (night.groups[0].removals, night.letters) == (2, 0)
    assert len(sink.received) == before


def test_it_names_nobody_by_a_day_that_is_past(world: World, sink: Sink):
    world.first_night()
    world.clock.forward(days=4)
    stranger = ("Femi Nobody", "07700 900901")
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, stranger]))

    late = world.office.nightly(world.office.today - timedelta(days=2))
    world.office.deliver()
    told_late = len(sink.to(ADMIN))
    world.a_night()

    assert (late.silent, late.groups[0].removals) == (True, 2)
    assert told_late == 1
    assert "1 new, 1 still to do" in text_of(sink.to(ADMIN)[1])


def test_it_leaves_what_waits_and_what_was_released_alone(world: World, sink: Sink):
    world.receive_all()
    world.a_night()
    world.office.release("3B", "Tola")
    world.office.nightly()

    world.office.nightly(world.office.today + timedelta(days=40))
    meanwhile = [one.way for one in world.office.letters() if one.letter.recipient == ADMIN]
    world.a_night()

    with world.office.store.reading() as session:
        assert releases.in_force(session, group_key("3B"))
    assert meanwhile == [Way.PENDING]
    assert len(sink.to(ADMIN)) == 1


def test_it_says_so(clerk: Clerk):
    clerk.world.first_night()

    told = clerk("nightly", "--on", "2026-11-20")

    assert "not today's, so nobody is written to" in told.out


def test_it_still_speaks_for_the_last_night_until_the_next_is_due(world: World, sink: Sink):
    world.receive_all()
    world.clock.forward(hours=22)
    night = world.office.nightly(world.office.today - timedelta(days=1))

    assert not night.silent


def test_it_can_be_made_again_like_any_other(clerk: Clerk):
    world = clerk.world
    world.first_night()
    world.office.nightly(world.office.today + timedelta(days=5))

    told = clerk("replay")

    assert told.status == 0, told.out


def test_what_was_judged_for_today_stands_after_it(world: World):
    world.first_night()
    world.a_night()

    world.office.nightly(world.office.today + timedelta(days=40))
    again = world.office.nightly()

    assert (again.judged, again.again) == (0, False)


def test_a_night_that_was_asked_for_before_its_day_is_run_on_the_day(world: World, sink: Sink):
    world.first_night()
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ("Femi Nobody", "07700 900901")]))
    early = world.office.nightly(world.office.today + timedelta(days=1))

    world.clock.forward(days=1)
    night = world.office.nightly()
    world.office.deliver()

    assert (early.silent, night.silent, night.again) == (True, False, False)
    assert "1 new, 1 still to do" in text_of(sink.to(ADMIN)[-1])
