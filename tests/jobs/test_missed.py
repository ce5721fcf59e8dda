"""What the digest and the doctor say of jobs that did not run."""

from datetime import UTC, datetime, time

from adapters.store import job_runs
from jobs.duty import Duty, Every, Turn
from jobs.missed import missed
from jobs.office import Office
from jobs.timekeeping import Timekeeper
from roster.errors import RosterError
from tests.jobs.school import World

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def a_night(world: World, wrong: Exception | None = None, kind: str = "compare", catches_up: int = 1) -> None:
    def work(_: Office, turn: Turn) -> str:
        if wrong:
            raise wrong
        return "done"

    duty = Duty(kind, Every.DAY, work, at=lambda _: time(2, 30), catches_up=catches_up)
    Timekeeper(world.office, (duty,)).tick()


def said(world: World) -> tuple[str, ...]:
    with world.office.store.reading() as session:
        return missed(session, world.clock())


def test_it_has_nothing_to_say_of_a_good_night(world: World):
    world.clock.now = NOON
    a_night(world)

    assert said(world) == ()


def test_it_says_what_was_left_out_while_nothing_ran(world: World):
    world.clock.now = NOON
    a_night(world)
    world.clock.forward(days=3)
    a_night(world)

    assert said(world) == (
        "The night's comparison was left out 2 times (23 November 2026 and 24 November 2026): nothing was running then.",
    )


def test_it_says_why_and_never_who(world: World):
    world.clock.now = NOON
    a_night(world, RosterError("Ask Ade Bello.", headline="There is nothing to compare yet."))
    a_night(world, KeyError("Ade Bello"), kind="pull.mis")

    first, second = said(world)

    assert first == (
        "The night's comparison (22 November 2026) could not be done, and is tried again. There is nothing to compare yet."
    )
    assert second.startswith("The asking of the MIS (mis) (22 November 2026) could not be done, and is tried again.")
    assert "KeyError at test_missed.py" in second
    assert "Bello" not in first + second


def test_it_says_what_was_given_up_and_forgets_it_after_a_day(world: World):
    world.clock.now = NOON
    a_night(world, RosterError("No.", headline="The disk is full."))
    world.clock.forward(days=1)
    a_night(world)
    given_up = said(world)
    world.clock.forward(days=1, minutes=1)
    a_night(world)

    assert given_up == ("The night's comparison (22 November 2026) was given up. The disk is full.",)
    assert said(world) == ()


def test_it_says_what_was_broken_off(world: World):
    world.clock.now = NOON
    with world.office.store.writing() as session:
        job_runs.claim(session, "backup", "2026-11-22", owner="gone", now=NOON)
    at_work = said(world)
    world.clock.forward(minutes=11)

    assert at_work == ()
    assert said(world) == ("The back-up (22 November 2026) was broken off in the middle; it is done again.",)
