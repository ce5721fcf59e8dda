"""The brakes that need a memory."""

from datetime import date, timedelta

import pytest

from roster.changes import Flag
from roster.guard import Objection
from roster.policy import Limits
from roster.runs import Released, removal_digest
from roster.service_guards import RollFacts, first_run, list_is_old, read_as, roll_old, roll_shrunk, still_surprising

DAY = date(2026, 11, 22)
LIMITS = Limits()
MANY = Objection("too-many-removals", "...")
DAMAGED = Objection("roll-damaged", "...")


def facts(on_roll: int = 100, ringable: int = 200, *, days_ago: int = 0, seen_before: date | None = None) -> RollFacts:
    return RollFacts(DAY - timedelta(days=days_ago), on_roll, ringable, seen_before)


def a_flag(name: str) -> Flag:
    return Flag(name, "remove", "not-on-roll")


@pytest.mark.parametrize(
    ("on_roll", "ringable", "shrunk"), [(90, 180, False), (89, 200, True), (100, 179, True), (0, 0, True)]
)
def test_it_objects_to_a_roll_that_shrank_by_more_than_a_tenth(on_roll: int, ringable: int, shrunk: bool):
    objection = roll_shrunk(facts(on_roll, ringable), facts(), LIMITS)

    assert bool(objection) is shrunk


def test_it_says_what_shrank_and_from_what():
    objection = roll_shrunk(facts(80, 150), facts(days_ago=7), LIMITS)

    assert objection
    assert "80 pupils on roll where the export of 15 November 2026 had 100" in objection.message
    assert "150 contacts with a telephone number" in objection.message


def test_it_has_nothing_to_hold_the_first_roll_against():
    assert roll_shrunk(facts(1, 1), None, LIMITS) is None


@pytest.mark.parametrize(("days", "old"), [(0, False), (30, False), (31, True), (-1, False)])
def test_it_objects_to_a_roll_past_its_days(days: int, old: bool):
    assert bool(roll_old(facts(days_ago=days), DAY, LIMITS)) is old
    assert list_is_old(DAY - timedelta(days=days), DAY, LIMITS) is old


def test_it_objects_to_a_file_that_came_before():
    objection = roll_old(facts(seen_before=date(2026, 9, 4)), DAY, LIMITS)

    assert objection
    assert "the very file that was received on 4 September 2026" in objection.message


def test_it_wants_a_first_result_to_be_read():
    assert first_run("3B", read=False)
    assert first_run("3B", read=True) is None


def test_it_is_not_surprised_by_those_it_was_told_of():
    told = [a_flag("a"), a_flag("b"), a_flag("c")]

    assert still_surprising([MANY, DAMAGED], told[:2], told) == (DAMAGED,)
    assert still_surprising([MANY], [*told, a_flag("d")], told) == (MANY,)
    assert still_surprising([MANY], told, []) == (MANY,)


def test_it_lets_out_exactly_what_was_read():
    digest = removal_digest("3B", [a_flag("a"), a_flag("b")])
    release = Released(digest, frozenset({read_as("too-many-removals", 1), read_as("roll-shrunk", 1)}))

    assert release.lets_out(removal_digest(" 3b", [a_flag("b"), a_flag("a")]), [read_as("roll-shrunk", 1)])
    assert not release.lets_out(removal_digest("3B", [a_flag("a")]), [])
    assert not release.lets_out(digest, [read_as("roll-shrunk", 2)])
    assert not release.lets_out(digest, ["all-admins"])
