"""The jobs that run by themselves: each slot once, whoever claims it and however it ends."""

import logging
import threading
from datetime import UTC, datetime, time, timedelta

import pytest

from adapters.store import job_runs, tables
from adapters.store.job_runs import DONE, FAILED, LEASE, PARKED, RUNNING, SKIPPED
from jobs.duty import Duty, Every, Overtaken, Turn
from jobs.office import Office
from jobs.timekeeping import Timekeeper
from roster.errors import RosterError
from tests.jobs.school import World

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = "2026-11-22"


class Hand:
    """A job that does as it is told, and remembers when it was asked."""

    def __init__(self) -> None:
        self.slots: list[str] = []
        self.does: list[BaseException | None] = []

    def __call__(self, office: Office, turn: Turn) -> str:
        self.slots.append(turn.slot)
        wrong = self.does.pop(0) if self.does else None
        if wrong:
            raise wrong
        return f"{len(self.slots)} so far"


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture(autouse=True)
def at_noon(world: World) -> None:
    world.clock.now = NOON


def a_duty(hand: Hand, **more) -> Duty:
    return Duty(**{"kind": "chore", "every": Every.DAY, "run": hand, "at": lambda _: time(2, 30), **more})


def tick(world: World, *duties: Duty) -> int:
    return Timekeeper(world.office, duties).tick()


def rows(world: World, kind: str = "chore") -> list[tables.JobRun]:
    with world.office.store.reading() as session:
        return list(job_runs.every(session, kind))


def states(world: World, kind: str = "chore") -> dict[str, str]:
    return {row.slot: row.state for row in rows(world, kind)}


def test_it_does_a_slot_once(world: World, hand: Hand):
    assert [tick(world, a_duty(hand)) for _ in range(3)] == [1, 0, 0]

    [row] = rows(world)
    assert (row.slot, row.state, row.attempt, row.outcome, row.error) == (TODAY, DONE, 1, "1 so far", "")
    assert row.lease_until is None
    assert row.ended_at == NOON


def test_it_does_what_was_missed_in_its_order_and_says_what_it_left_out(world: World, hand: Hand, caplog):
    tick(world, a_duty(hand))
    world.clock.forward(days=9)

    with caplog.at_level(logging.INFO, "roster"):
        tick(world, a_duty(hand, catches_up=3))

    assert hand.slots == [TODAY, "2026-11-29", "2026-11-30", "2026-12-01"]
    assert [slot for slot, state in states(world).items() if state == SKIPPED] == [
        f"2026-11-{day}" for day in range(23, 29)
    ]
    assert "chore: 6 times skipped, too long ago" in caplog.text


def test_it_does_the_smaller_order_first(world: World):
    done: list[str] = []
    duties = [
        Duty(kind, Every.DAY, lambda _, __, kind=kind: done.append(kind) or "", order=order)
        for kind, order in (("late", 90), ("early", 10), ("middle", 30))
    ]

    tick(world, *duties)

    assert done == ["early", "middle", "late"]


def test_it_leaves_out_what_the_settings_do_not_want(world: World, hand: Hand):
    tick(world, a_duty(hand, wanted=lambda settings: settings.watchdog.url is not None))

    assert not hand.slots


def test_one_that_fails_keeps_no_other_from_being_done(world: World, hand: Hand, caplog):
    other = Hand()
    hand.does = [KeyError("Ade Bello, 07700 900100")]

    with caplog.at_level(logging.INFO, "roster"):
        tick(world, a_duty(hand, order=1), a_duty(other, kind="other", order=2))

    [row] = rows(world)
    assert other.slots == [TODAY]
    assert row.state == FAILED
    assert row.error.startswith("KeyError at test_timekeeping.py:")
    assert "Bello" not in f"{row.error}{row.outcome}{caplog.text}"
    assert "chore: KeyError at timekeeping.py" in caplog.text


def test_it_keeps_the_sentence_that_everybody_may_read(world: World, hand: Hand):
    hand.does = [RosterError("Ask Ade Bello.", headline="The disk is full.")]

    tick(world, a_duty(hand))

    [row] = rows(world)
    assert row.outcome == "The disk is full."
    assert row.error.startswith("RosterError at ")


def test_it_tries_again_after_longer_and_longer_waits(world: World, hand: Hand):
    hand.does = [RosterError("No.")] * 3
    tried = []
    for minute in range(60):
        before = len(hand.slots)
        tick(world, a_duty(hand))
        if len(hand.slots) > before:
            tried.append(minute)
        world.clock.forward(minutes=1)

    assert tried == [0, 5, 15, 35]
    assert states(world) == {TODAY: DONE}


def test_it_gives_up_what_has_failed_once_it_is_too_old(world: World, hand: Hand):
    hand.does = [RosterError("No.")]
    tick(world, a_duty(hand, catches_up=2))

    world.clock.forward(days=2)
    tick(world, a_duty(hand, catches_up=2))

    assert states(world) == {TODAY: PARKED, "2026-11-23": DONE, "2026-11-24": DONE}


def test_it_takes_over_from_a_process_that_died_when_its_lease_ends(world: World, hand: Hand):
    hand.does = [SystemExit("killed")]
    with pytest.raises(SystemExit):
        tick(world, a_duty(hand))

    world.clock.now = NOON + LEASE - timedelta(seconds=1)
    too_early = tick(world, a_duty(hand))
    world.clock.forward(seconds=1)
    in_time = tick(world, a_duty(hand))

    [row] = rows(world)
    assert (too_early, in_time) == (0, 1)
    assert (row.state, row.attempt) == (DONE, 2)


def test_it_parks_what_ends_three_processes_and_goes_on_with_the_rest(world: World, hand: Hand, caplog):
    other = Hand()
    duties = a_duty(hand, order=2, catches_up=3), a_duty(other, kind="other", order=1)
    hand.does = [SystemExit("killed")] * 3
    for _ in range(3):
        with pytest.raises(SystemExit):
            tick(world, *duties)
        world.clock.forward(minutes=10)

    tick(world, *duties)
    tick(world, *duties)
    world.clock.forward(days=1)
    tick(world, *duties)

    [row, next_row] = rows(world)
    assert (row.state, row.error) == (PARKED, job_runs.POISON)
    assert next_row.state == DONE
    assert len(hand.slots) == 4
    assert states(world, "other") == {TODAY: DONE, "2026-11-23": DONE}


def test_a_failure_between_two_crashes_begins_the_counting_anew(world: World, hand: Hand):
    killed, no = SystemExit("killed"), RosterError("No.")
    hand.does = [killed, killed, no, killed, killed]
    for one in list(hand.does):
        if one is killed:
            with pytest.raises(SystemExit):
                tick(world, a_duty(hand))
        else:
            tick(world, a_duty(hand))
        world.clock.forward(hours=1)

    tick(world, a_duty(hand))

    assert states(world) == {TODAY: DONE}


def test_it_does_what_a_clock_that_ran_ahead_had_skipped(world: World, hand: Hand):
    tick(world, a_duty(hand))
    world.clock.forward(days=100)
    tick(world, a_duty(hand))
    world.clock.now = NOON + timedelta(days=1)

    tick(world, a_duty(hand))

    assert hand.slots == [TODAY, "2027-03-02", "2026-11-23"]
    assert states(world)["2026-11-23"] == DONE


def test_it_waits_no_longer_because_the_clock_was_set_back(world: World, hand: Hand):
    hand.does = [RosterError("No.")]
    world.clock.now = NOON + timedelta(days=30)
    tick(world, a_duty(hand))
    world.clock.now = NOON

    tick(world, a_duty(hand))

    assert states(world) == {"2026-11-22": DONE, "2026-12-22": DONE}


def test_it_does_what_comes_every_quarter_of_an_hour_and_keeps_a_week_of_it(world: World, hand: Hand):
    often = a_duty(hand, every=Every.QUARTER_HOUR)
    for _ in range(5):
        tick(world, often)
        world.clock.forward(minutes=5)
    world.clock.forward(days=6)
    tick(world, often)
    world.clock.forward(days=1, minutes=10)
    tick(world, often)

    assert hand.slots == [
        "2026-11-22T12:00Z",
        "2026-11-22T12:15Z",
        "2026-11-28T12:15Z",
        "2026-11-29T12:30Z",
    ]
    assert list(states(world)) == ["2026-11-28T12:15Z", "2026-11-29T12:30Z"]


def test_it_ends_between_two_slots_when_told(world: World):
    stopped, done = threading.Event(), []

    def work(_: Office, turn: Turn) -> str:
        done.append(turn.slot)
        stopped.set()
        return ""

    duty = Duty("chore", Every.DAY, work, catches_up=7)
    Timekeeper(world.office, (duty,)).tick()
    world.clock.forward(days=3)
    stopped.clear()
    Timekeeper(world.office, (duty,), stopped).tick()
    when_told = list(done)
    Timekeeper(world.office, (duty,), threading.Event()).tick()

    assert when_told == [TODAY, "2026-11-23"]
    assert done == [TODAY, "2026-11-23", "2026-11-24", "2026-11-25"]


def test_it_says_that_it_is_still_there_while_it_works(world: World):
    leases = []

    def work(office: Office, turn: Turn) -> str:
        world.clock.forward(minutes=7)
        for _ in range(500):
            [row] = rows(world)
            if row.lease_until == world.clock.now + LEASE:
                break
            turn.pause(0.01)
        leases.append(row.lease_until)
        return ""

    Timekeeper(world.office, (Duty("chore", Every.DAY, work),), beats=0.02).tick()

    assert leases == [NOON + timedelta(minutes=7) + LEASE]


def test_whoever_was_overtaken_lands_nothing_and_says_nothing(world: World, caplog):
    done = []

    def work(office: Office, turn: Turn) -> str:
        world.clock.forward(minutes=11)
        Timekeeper(world.office, (Duty("chore", Every.DAY, lambda _, __: done.append("second") or "second"),)).tick()
        with office.store.writing() as session:
            turn.mine(session)
            done.append("first")
        return "first"

    with caplog.at_level(logging.INFO, "roster"):
        Timekeeper(world.office, (Duty("chore", Every.DAY, work),)).tick()

    [row] = rows(world)
    assert done == ["second"]
    assert (row.state, row.outcome, row.attempt) == (DONE, "second", 2)
    assert "another process has taken over" in caplog.text


def test_the_night_lands_nothing_for_whoever_was_overtaken(world: World):
    from jobs.duties.compare import DUTY

    world.receive_all()

    def lost(_: object) -> None:
        raise Overtaken

    with pytest.raises(Overtaken):
        DUTY.run(world.office, Turn(TODAY, lost))

    assert not world.office.letters()
    assert not world.office.ran(NOON.date())


def test_a_claim_is_one_processes_only(world: World):
    with world.office.store.writing() as session:
        first = job_runs.claim(session, "chore", TODAY, owner="one", now=NOON)
    with world.office.store.writing() as session:
        second = job_runs.claim(session, "chore", TODAY, owner="two", now=NOON)

    assert first
    assert second is None
    assert states(world) == {TODAY: RUNNING}
