"""The new school year: seen when whole classes have moved, told class by class, never taken for a few moves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster.people import Pupil
from roster.rollover import Rollover, follows_by_itself, rollover, year_rollover
from roster.scope import Kind, Scope
from roster.snapshot import Snapshot
from tests.builders import a_pupil

SEPTEMBER = date(2026, 9, 7)
THREE_B = Scope(Kind.CLASS, "3B")


def a_class(name: str, size: int = 28, *, year: int | None = None, start: int = 0) -> list[Pupil]:
    """Children of one class, each known by an id."""
    return [
        replace(a_pupil(f"{name} {at}", year=year, classes=(name,)), key=f"id {name}{at}")
        for at in range(start, start + size)
    ]


def moved(children: Iterable[Pupil], to: str, year: int | None = None) -> list[Pupil]:
    return [replace(child, classes=frozenset({to}), year=year) for child in children]


def seen(before: Iterable[Pupil], now: Iterable[Pupil]) -> Rollover | None:
    return rollover(Snapshot(tuple(before)), Snapshot(tuple(now)), SEPTEMBER)


def told(found: Rollover | None, name: str) -> str | None:
    proposal = found.moved(name) if found else None
    return proposal.said if proposal else None


def a_school_year() -> tuple[list[Pupil], list[Pupil]]:
    """A school of three classes, before and after everybody went up; two of 3B left, two joined 4B."""
    third, fourth, sixth = a_class("3B", year=3), a_class("4B", year=4), a_class("6B", year=6)
    new_third = moved(a_class("2B", year=2), "3B", 3)
    now = [*new_third, *moved(third[:26], "4B", 4), *a_class("9Z", 2), *moved(fourth, "5B", 5)]
    return [*third, *fourth, *sixth], now


def test_it_says_where_the_children_of_a_class_are_now():
    found = seen(*a_school_year())

    assert told(found, "3B") == "26 of the 28 children of 3B are in 4B now"
    assert told(found, "class 4b") == "28 of the 28 children of 4B are in 5B now"
    assert told(found, "Year 3") == "26 of the 28 children of Year 3 are in Year 4 now"
    assert found
    assert "The children of 2 classes have moved: 26 of the 28" in found.said


def test_those_who_left_school_went_nowhere():
    assert told(seen(*a_school_year()), "6B") is None


def test_a_class_that_nobody_knew_has_not_moved():
    assert told(seen(*a_school_year()), "5C") is None


def test_the_same_roll_is_no_rollover():
    before, _ = a_school_year()

    assert seen(before, before) is None


def test_a_few_moves_in_the_middle_of_a_year_are_none():
    third, other = a_class("3B"), a_class("3A")

    assert seen([*third, *other], [*third[3:], *moved(third[:3], "3A"), *other]) is None


def test_fewer_than_half_of_a_class_are_none():
    third, other = a_class("3B"), a_class("3A")

    assert seen([*third, *other], [*third[14:], *moved(third[:14], "3A"), *other]) is None


def test_a_class_that_is_given_up_is_one_however_small():
    third, other = a_class("3B", 2), a_class("3A")

    found = seen([*third, *other], [*moved(third, "3A"), *other])

    assert told(found, "3B") == "2 of the 2 children of 3B are in 3A now"


def test_those_who_had_left_before_are_not_counted():
    third = a_class("3B", 20)
    left = [replace(child, left_on=date(2026, 7, 17)) for child in a_class("3B", 8, start=20)]

    found = seen([*third, *left], [*moved(third, "4B"), *left])

    assert told(found, "3B") == "20 of the 20 children of 3B are in 4B now"


def test_a_small_class_of_which_two_move_is_none():
    third, other = a_class("3B", 3), a_class("3A")

    assert seen([*third, *other], [*third[2:], *moved(third[:2], "3A"), *other]) is None


def test_leavers_and_starters_are_none():
    third = a_class("3B")

    assert seen(third, [*third[20:], *a_class("3B", 20, start=40)]) is None


def test_a_class_that_is_called_something_else_is_one():
    third, other = a_class("3B"), a_class("3A")

    found = seen([*third, *other], [*moved(third, "3 Oak"), *other])

    assert told(found, "3B") == "28 of the 28 children of 3B are in 3 Oak now"
    assert told(found, "3A") is None


def test_another_spelling_of_a_class_is_none():
    assert seen(a_class("3B"), moved(a_class("3B"), "Class 3 b")) is None


def test_classes_that_are_mixed_up_are_found_again_by_their_year():
    third = a_class("3B", 27, year=3)
    now = [*moved(third[:9], "4A", 4), *moved(third[9:18], "4B", 4), *moved(third[18:], "4C", 4)]

    assert told(seen(third, now), "3B") == "27 of the 27 children of 3B are in Year 4 now"


def test_years_move_though_the_classes_keep_their_names():
    oak = a_class("Oak", year=3)

    found = seen(oak, moved(oak, "Oak", 4))

    assert told(found, "Year 3") == "28 of the 28 children of Year 3 are in Year 4 now"
    assert told(found, "Oak") is None
    assert found
    assert found.said == "Whole years have moved: 28 of the 28 children of Year 3 are in Year 4 now"


def test_a_roll_without_classes_tells_of_no_move():
    third = a_class("3B")

    assert seen(third, [replace(child, classes=frozenset()) for child in third]) is None


def without_ids(children: Iterable[Pupil]) -> list[Pupil]:
    """As they are keyed where the export has no ids: by name, date of birth, year and class."""
    return [
        replace(child, key=f"name {child.name}|2018-01-{at:02}|{child.year}|{min(child.classes)}")
        for at, child in enumerate(children, start=1)
    ]


@pytest.mark.parametrize(("key", "known"), [("without ids", 10), ("other ids", 8)])
def test_children_are_known_again_without_a_lasting_id(key: str, known: int):
    """Two of them have one name, so that only the date of birth tells them apart."""
    third = [replace(child, name=child.name.replace("3B 1", "3B 0")) for child in a_class("3B", 10, year=3)]
    up = moved(third, "4B", 4)
    rolls: dict[str, Any] = {
        "without ids": (without_ids(third), without_ids(up)),
        "other ids": (third, [replace(child, key=f"id x{at}") for at, child in enumerate(up)]),
    }

    assert told(seen(*rolls[key]), "3B") == f"{known} of the 10 children of 3B are in 4B now"


def test_two_children_of_one_name_are_nobody_rather_than_each_other():
    twins = [replace(a_pupil("Ade Bello", classes=(one,)), key=f"name ade bello|||{one}") for one in ("3B", "5A")]
    third = without_ids(a_class("3B"))

    found = seen([*third, *twins], [*without_ids(moved(a_class("3B"), "4B")), *reversed(twins)])

    assert told(found, "3B") == "28 of the 29 children of 3B are in 4B now"
    assert told(found, "5A") is None


@pytest.mark.parametrize(("decided", "is_held"), [(None, True), ("same children", True), ("new children", False)])
def test_a_group_is_held_until_the_office_has_said_whose_it_is(decided: Any, is_held: bool):
    found = year_rollover("3B parents", THREE_B, seen(*a_school_year()), decided)

    assert (found is not None) is is_held
    if found:
        proposal, objection = found
        assert (proposal.old, proposal.new, proposal.children, proposal.of) == ("3B", "4B", 26, 28)
        assert objection.guard == "year-rollover"
        assert 'roster rescope "3B parents" "4B"' in objection.message
        assert 'roster rescope "3B parents" --stay' in objection.message


@pytest.mark.parametrize(
    "scope", [Scope(Kind.SCHOOL), Scope(Kind.COHORT, "2031", frozenset({3})), Scope(Kind.CLASS, "6B")]
)
def test_no_group_is_held_whose_children_are_the_same_anyhow(scope: Scope):
    assert year_rollover("all", scope, seen(*a_school_year()), None) is None


@pytest.mark.parametrize(("decided", "went", "follows"), [
    ("same children", 28, True),
    ("same children", 23, True),
    ("same children", 22, False),
    ("new children", 28, False),
    (None, 28, False),
])  # fmt: skip
def test_a_group_that_keeps_its_children_follows_them_if_most_went_together(decided: Any, went: int, follows: bool):
    third = a_class("3B")
    found = seen(third, [*moved(third[:went], "4B"), *moved(third[went:], "4A")])

    proposal = follows_by_itself(THREE_B, found, decided)

    assert (proposal.new if proposal else None) == ("4B" if follows else None)


def test_nothing_follows_where_nothing_moved():
    assert follows_by_itself(THREE_B, None, "same children") is None
    assert year_rollover("3B", THREE_B, None, None) is None


@given(st.lists(st.sampled_from(("3A", "3B", "4B", "")), min_size=1, max_size=30), st.data())
def test_a_proposal_never_counts_more_children_than_there_were(classes: list[str], data: st.DataObject):
    before = [replace(a_pupil(str(at), classes=filter(None, (one,))), key=f"id {at}") for at, one in enumerate(classes)]
    drawn = data.draw(st.lists(st.sampled_from(("3A", "3B", "4B", "")), min_size=len(classes), max_size=len(classes)))
    now = [replace(child, classes=frozenset(filter(None, (one,)))) for child, one in zip(before, drawn, strict=True)]

    found = seen(before, now)

    proposals = [proposal for one in ("3A", "3B", "4B") if found and (proposal := found.moved(one))]
    assert all(0 < one.children <= one.of and one.new != one.old for one in proposals)
