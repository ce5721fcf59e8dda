"""Days of the year as settings write them: the leavers' grace, and the pause in summer."""

from datetime import date

import pytest

from roster.calendar import day_in, grace_end, is_day_of_year, paused
from roster.policy import Policy

TERMS = ("12-18", "04-01", "08-31")


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("07-17", True),
        ("02-29", True),
        ("02-30", False),
        ("13-01", False),
        ("7-17", False),
        ("", False),
        ("17 July", False),
    ],
)
def test_it_knows_a_day_of_the_year(said: str, is_one: bool):
    assert is_day_of_year(said) is is_one


def test_the_29th_of_february_is_the_28th_where_there_is_none():
    assert (day_in(2028, "02-29"), day_in(2027, "02-29")) == (date(2028, 2, 29), date(2027, 2, 28))


@pytest.mark.parametrize(("days", "until", "last_day", "end"), [
    (0, (), date(2026, 7, 17), date(2026, 7, 17)),
    (10, (), date(2026, 7, 17), date(2026, 7, 27)),
    (0, TERMS, date(2026, 7, 17), date(2026, 8, 31)),
    (0, TERMS, date(2026, 8, 31), date(2026, 8, 31)),
    (0, TERMS, date(2026, 9, 1), date(2026, 12, 18)),
    (0, TERMS, date(2026, 12, 19), date(2027, 4, 1)),
    (60, TERMS, date(2026, 7, 17), date(2026, 9, 15)),
    (0, ("07-16",), date(2026, 7, 17), date(2027, 7, 16)),
])  # fmt: skip
def test_grace_runs_for_days_or_until_the_next_date_whichever_is_later(
    days: int, until: tuple[str, ...], last_day: date, end: date
):
    assert grace_end(last_day, Policy(leavers_grace_days=days, leavers_grace_until=until)) == end


@pytest.mark.parametrize(("day", "last"), [
    (date(2026, 7, 14), None),
    (date(2026, 7, 15), date(2026, 9, 16)),
    (date(2026, 9, 16), date(2026, 9, 16)),
    (date(2026, 9, 17), None),
])  # fmt: skip
def test_a_pause_runs_from_its_first_day_to_its_last(day: date, last: date | None):
    assert paused(day, Policy(pause_from="07-15", pause_until="09-16")) == last


@pytest.mark.parametrize(("day", "last"), [
    (date(2026, 12, 9), None),
    (date(2026, 12, 10), date(2027, 1, 20)),
    (date(2027, 1, 20), date(2027, 1, 20)),
    (date(2027, 1, 21), None),
])  # fmt: skip
def test_a_pause_may_span_the_new_year(day: date, last: date | None):
    assert paused(day, Policy(pause_from="12-10", pause_until="01-20")) == last


@pytest.mark.parametrize("policy", [Policy(), Policy(pause_from="07-15"), Policy(pause_until="09-16")])
def test_there_is_no_pause_unless_both_its_ends_are_set(policy: Policy):
    assert paused(date(2026, 8, 1), policy) is None
