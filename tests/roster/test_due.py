"""When a job is due: each local date once, however the computer's clock goes."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from roster.due import Due, Every, Rhythm, due, looked_back, newest_slot, too_old

LONDON = ZoneInfo("Europe/London")
NIGHTLY = Rhythm(Every.DAY, LONDON, time(2, 30), catches_up=7)
MONDAY = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


@dataclass
class Book:
    """Who has had which slot, as the database would know it."""

    rhythm: Rhythm = NIGHTLY
    done: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def tick(self, now: datetime) -> Due:
        had, since = sorted([*self.done, *self.skipped]), looked_back(self.rhythm, now)
        found = due(self.rhythm, now, {*had[bisect_left(had, since) :], *had[:1]})
        self.done += found.slots
        self.skipped += found.skipped
        return found

    def every(self) -> list[str]:
        return sorted([*self.done, *self.skipped])


@pytest.mark.parametrize(
    ("now", "at", "slot"),
    [
        (datetime(2026, 11, 22, 2, 30, tzinfo=UTC), time(2, 30), "2026-11-22"),
        (datetime(2026, 11, 22, 2, 29, tzinfo=UTC), time(2, 30), "2026-11-21"),
        (datetime(2026, 7, 1, 1, 30, tzinfo=UTC), time(2, 30), "2026-07-01"),
        (datetime(2026, 7, 1, 1, 29, tzinfo=UTC), time(2, 30), "2026-06-30"),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), time(1, 30), "2026-03-28"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), time(1, 30), "2026-03-29"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), time(1, 30), "2026-10-25"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), time(1, 30), "2026-10-25"),
    ],
)
def test_it_knows_which_night_is_due(now: datetime, at: time, slot: str):
    assert newest_slot(replace(NIGHTLY, at=at), now) == slot


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        (datetime(2026, 11, 22, 3, 30, tzinfo=UTC), "2026-W47"),
        (datetime(2026, 11, 22, 3, 29, tzinfo=UTC), "2026-W46"),
        (datetime(2026, 11, 28, 23, 0, tzinfo=UTC), "2026-W47"),
        (datetime(2027, 1, 3, 12, 0, tzinfo=UTC), "2026-W53"),
        (datetime(2027, 1, 10, 12, 0, tzinfo=UTC), "2027-W01"),
    ],
)
def test_it_knows_which_week_is_due(now: datetime, slot: str):
    assert newest_slot(Rhythm(Every.WEEK, LONDON, time(3, 30), weekday=6), now) == slot


def test_it_knows_which_quarter_of_an_hour_is_due():
    rhythm = Rhythm(Every.QUARTER_HOUR, LONDON)
    now = datetime(2026, 7, 1, 12, 44, 59, 5, tzinfo=LONDON)

    assert newest_slot(rhythm, now) == "2026-07-01T11:30Z"
    assert due(rhythm, now, ["2026-07-01T02:00Z"]) == Due(("2026-07-01T11:30Z",))
    assert due(rhythm, now, ["2026-07-01T02:00Z", "2026-07-01T11:30Z"]) == Due()


def test_it_begins_with_the_newest_and_nothing_before_it():
    assert due(NIGHTLY, MONDAY, ()) == Due(("2026-11-23",))


def test_it_catches_up_and_says_what_it_leaves_out():
    asleep_since = ["2026-11-10"]

    found = due(NIGHTLY, MONDAY, asleep_since)

    assert found.slots == tuple(f"2026-11-{day}" for day in range(17, 24))
    assert found.skipped == tuple(f"2026-11-{day}" for day in range(11, 17))
    assert too_old(NIGHTLY, MONDAY, "2026-11-16")
    assert not too_old(NIGHTLY, MONDAY, "2026-11-17")


def test_it_has_nothing_to_do_where_the_clock_is_set_back_before_everything():
    assert due(NIGHTLY, datetime(1970, 1, 1, 12, tzinfo=UTC), ["2026-11-22"]) == Due()


@pytest.mark.parametrize(
    ("rhythm", "ahead", "slot"),
    [
        (NIGHTLY, ["2035-01-01", "2035-01-02"], "2026-11-23"),
        (Rhythm(Every.WEEK, LONDON, time(3, 30), weekday=6), ["2035-W01"], "2026-W47"),
        (Rhythm(Every.QUARTER_HOUR, LONDON), ["2035-01-01T02:00Z", "2035-01-01T02:15Z"], "2026-11-23T02:30Z"),
    ],
)
def test_it_does_not_wait_for_the_slots_of_a_clock_that_was_years_ahead(rhythm: Rhythm, ahead: list[str], slot: str):
    assert due(rhythm, MONDAY, ahead) == Due((slot,))
    assert due(rhythm, MONDAY, [slot, *ahead]) == Due()


def test_it_does_not_go_back_before_the_first_slot_when_the_clock_is_put_right_by_an_hour():
    assert due(NIGHTLY, MONDAY - timedelta(hours=1), ["2026-11-23"]) == Due()


def test_it_catches_up_on_weeks_by_their_year():
    rhythm = Rhythm(Every.WEEK, LONDON, time(3, 30), weekday=6, catches_up=2)

    found = due(rhythm, datetime(2027, 1, 12, 12, tzinfo=UTC), ["2026-W51"])

    assert found == Due(("2026-W53", "2027-W01"), ("2026-W52",))


_SEEDS = some.integers(0, 2**32)
_ZONES = some.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
_TIMES = some.sampled_from([time(0), time(1), time(1, 30), time(2), time(2, 30), time(2, 59), time(23, 59)])


@settings(max_examples=3)
@given(seed=_SEEDS, zone=_ZONES, at=_TIMES)
def test_each_local_date_comes_once_in_three_years_of_ticks(seed: int, zone: str, at: time):
    """Over six clock changes, at random moments between ten seconds and thirty-six hours apart."""
    random = Random(seed)
    book = Book(Rhythm(Every.DAY, ZoneInfo(zone), at, catches_up=7))
    now = datetime(2026, 1, 1, 12, tzinfo=UTC)
    end = now + timedelta(days=3 * 365)
    while now < end:
        book.tick(now)
        now += timedelta(seconds=random.choice([10, 1800, 7200, 40_000, 90_000, 130_000]))
    last = now - timedelta(days=2)
    book.tick(now)

    first = date.fromisoformat(book.done[0])
    due_by_now = (last.astimezone(ZoneInfo(zone)).date() - first).days + 1
    expected = [(first + timedelta(days=number)).isoformat() for number in range(due_by_now)]
    assert book.every()[:due_by_now] == expected
    assert len(set(book.done)) == len(book.done)
    assert not book.skipped


@settings(max_examples=4)
@given(seed=_SEEDS)
def test_each_local_date_comes_once_whatever_is_done_to_the_clock(seed: int):
    """The clock is set two hours on or back, a day on, or smeared by a second over a day, and the machine sleeps for nights."""
    random = Random(seed)
    book = Book()
    true_time, wrong = datetime(2026, 9, 1, 12, tzinfo=UTC), timedelta()
    end = true_time + timedelta(days=3 * 365)
    while true_time < end:
        book.tick(true_time + wrong)
        asleep = timedelta(days=random.randint(1, 12)) if random.random() < 0.05 else timedelta()
        true_time += timedelta(seconds=random.randint(600, 50_000)) + asleep
        wrong = _disturbed(random, wrong)
    book.tick(true_time + max(wrong, timedelta()))

    every = book.every()
    first, last = map(date.fromisoformat, (every[0], every[-1]))
    assert every == [(first + timedelta(days=number)).isoformat() for number in range((last - first).days + 1)]
    assert last >= (true_time + wrong - timedelta(hours=3)).astimezone(LONDON).date()
    assert not set(book.done) & set(book.skipped)


def _disturbed(random: Random, wrong: timedelta) -> timedelta:
    if random.random() < 0.02:
        return random.choice([timedelta(hours=2), timedelta(hours=-2), timedelta(days=1), timedelta()])
    # A leap second smear: the clock runs slow by a second in a day, and is right again afterwards.
    return wrong + timedelta(milliseconds=random.randint(-12, 12))
