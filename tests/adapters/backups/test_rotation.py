"""What may be deleted: never the newest, never one too many."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from adapters.backups.names import moment_of, name_of
from adapters.backups.rotation import surplus

SUNDAY = datetime(2026, 11, 22, 3, 30, tzinfo=UTC)
MOMENTS = st.sets(st.integers(0, 24 * 500).map(lambda hours: SUNDAY + timedelta(hours=hours)), max_size=60)
COUNTS = st.integers(1, 20)


def nights(number: int) -> list[datetime]:
    """So many nights in a row, the last of them a Sunday's."""
    return [SUNDAY - timedelta(days=day) for day in range(number)]


def test_it_keeps_the_last_days_and_the_sundays_before_them():
    made = nights(100)

    kept = set(made) - surplus(made, daily=14, weekly=8)

    assert kept == {*made[:14], *(SUNDAY - timedelta(weeks=week) for week in range(8))}


def test_it_keeps_the_last_of_a_day_on_which_several_were_made():
    made = [SUNDAY, SUNDAY + timedelta(hours=1), SUNDAY + timedelta(hours=2)]

    assert surplus([*made, SUNDAY + timedelta(days=1)], daily=5, weekly=0) == {*made[:2]}


def test_one_more_on_a_day_costs_nothing_that_may_yet_be_needed():
    made = [SUNDAY, SUNDAY + timedelta(hours=1)]

    assert surplus(made, daily=1, weekly=0) == frozenset()


def test_days_without_one_do_not_make_others_older():
    made = [SUNDAY - timedelta(days=day) for day in (0, 30, 60)]

    assert surplus(made, daily=3, weekly=0) == frozenset()


@given(MOMENTS, COUNTS, st.integers(0, 20))
def test_it_never_deletes_the_newest_two(made: set[datetime], daily: int, weekly: int):
    going = surplus(made, daily=daily, weekly=weekly)

    assert going <= made
    assert going.isdisjoint(sorted(made)[-2:])


@given(MOMENTS, COUNTS, st.integers(0, 20))
def test_what_is_kept_is_kept_when_asked_again(made: set[datetime], daily: int, weekly: int):
    kept = made - surplus(made, daily=daily, weekly=weekly)

    assert surplus(kept, daily=daily, weekly=weekly) == frozenset()
    assert len({one.date() for one in kept}) >= min(daily, len({one.date() for one in made}))


@given(st.integers(0, 10**9).map(lambda seconds: SUNDAY + timedelta(seconds=seconds)))
def test_a_name_tells_its_moment(at: datetime):
    assert moment_of(name_of(at)) == at


def test_other_files_have_no_moment():
    assert [moment_of(name) for name in ("roster.db", "roster-2026-13-45T999999Z.tar.gz.age", "x")] == [None] * 3
