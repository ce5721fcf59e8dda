"""Whom a group is for, told from its name and the classes on the roll."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster.scope import Kind, Scope, class_key, scope_of, year_of, year_of_class
from tests.builders import TODAY, a_pupil

ROLL = (
    a_pupil("Ade Bello", year=3, classes=("3B",)),
    a_pupil("Tola Bello", year=3, classes=("3A",)),
    a_pupil("Temi Ojo", year=0, classes=("RB",)),
    a_pupil("Bisi Ojo", year=6, classes=("6 Oak",)),
    a_pupil("Ayo Ojo", year=4, classes=("Beech",)),
)


def scope(name: str) -> Scope:
    return scope_of(name, ROLL, TODAY)


@pytest.mark.parametrize(("name", "kind", "value"), [
    ("3B", "class", "3B"),
    ("3b", "class", "3B"),
    ("Class 3B", "class", "3B"),
    ("3B Parents 2026", "class", "3B"),
    ("3B parents 2026/27", "class", "3B"),
    ("🌈 3B 🌈", "class", "3B"),
    ("Year 3B mums", "class", "3B"),
    ("3B-chat", "class", "3B"),
    ("whatsapp_3B", "class", "3B"),
    ("Beech Class 🌳", "class", "Beech"),
    ("6 Oak leavers party", "class", "6 Oak"),
    ("Year 3", "year", "Year 3"),
    ("Y3", "year", "Year 3"),
    ("yr 3 parents", "year", "Year 3"),
    ("Reception", "year", "Reception"),
    ("Reception 2026", "year", "Reception"),
    ("Nursery mums", "year", "Nursery"),
    ("3A and 3B", "year", "Year 3"),
    ("Class of 2027", "cohort", "2027"),
    ("2026 intake", "cohort", "2026"),
    ("Leavers 2027", "cohort", "2027"),
    ("school", "school", ""),
    ("Whole School", "school", ""),
    ("Everyone at St Brigid's", "school", ""),
    ("4C", "class", "4C"),
    ("Zebras", "school", ""),
    ("", "school", ""),
    ("🌈", "school", ""),
    ("PTA", "school", ""),
])  # fmt: skip
def test_it_is_told_from_the_name(name: str, kind: str, value: str):
    told = scope(name)

    assert (told.kind.value, told.value) == (kind, value)


@pytest.mark.parametrize(
    ("name", "guessed"), [("Zebras", True), ("", True), ("school", False), ("3B", False), ("4C", False)]
)
def test_it_says_when_it_guessed(name: str, guessed: bool):
    assert scope(name).guessed is guessed


@pytest.mark.parametrize(("name", "included"), [
    ("3B", {"Ade Bello"}),
    ("Year 3", {"Ade Bello", "Tola Bello"}),
    ("Reception", {"Temi Ojo"}),
    ("Class of 2027", {"Bisi Ojo"}),
    ("2026 intake", {"Temi Ojo"}),
    ("4C", set()),
    ("school", {pupil.name for pupil in ROLL}),
])  # fmt: skip
def test_it_includes(name: str, included: set[str]):
    assert {pupil.name for pupil in ROLL if scope(name).includes(pupil)} == included


@pytest.mark.parametrize(("cell", "year"), [
    ("Year 3", 3), ("Y3", 3), ("03", 3), ("3", 3), ("Year  3", 3), ("R", 0), ("Reception", 0), ("Year R", 0), ("N", -1), ("N1", -1),
    ("Nursery", -1), ("-2", -1), ("-1", -1), ("0", 0), ("13", 13), ("99", None), ("zebra", None), ("", None),
    ("Yr R", 0), ("FS1", -1), ("FS2", 0), ("Pre-school", -1), ("Pre School", -1), ("Nursery Class", -1), ("E2", -1), ("3.0", 3),
    ("Y0-A", 0), ("Year 3 - 3B", 3), ("Year 3 / Oak", 3), ("Year 3B", 3), ("Year 13 - 13X", 13), ("Year Level 3", 3),
    ("Year 3/4", None), ("Year 3 and 4", None), ("12/BBN", None), ("3B", None), ("Year 99", None), ("Year 99A", None),
])  # fmt: skip
def test_it_reads_a_year(cell: str, year: int | None):
    assert year_of(cell) == year


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        *[("3B", 3), ("Y3 Oak", 3), ("RB", 0), ("Reception", 0), ("10A", 10), ("Beech", None), ("", None), ("3/B", 3)],
        *[
            ("Year 3 - 3B", 3),
            ("Year 3 / Oak", 3),
            ("Y0-A", 0),
            ("Reception Oak (R1)", 0),
            ("R1", 0),
            ("Nursery AM", -1),
        ],
        *[
            ("Year R", 0),
            ("12/BBN", None),
            ("3/4 Oak", None),
            ("Year 3/4", None),
            ("3-2", None),
            ("99X", None),
            ("Robin", None),
        ],
    ],
)
def test_it_reads_a_year_out_of_a_class(cell: str, year: int | None):
    assert year_of_class(cell) == year


@pytest.mark.parametrize(("name", "value"), [
    ("Reception Oak (R1)", "Reception Oak (R1)"),
    ("Reception Oak mums", "Reception Oak (R1)"),
    ("R1 parents", "Reception Oak (R1)"),
    ("Elm AM", "Elm (AM)"),
    ("Elm", ""),
])  # fmt: skip
def test_a_class_with_two_names_is_known_by_each_that_is_its_own(name: str, value: str):
    roll = [a_pupil(one, classes=(one,)) for one in ("Reception Oak (R1)", "Elm (AM)", "Elm (PM)")]

    assert scope_of(name, roll, TODAY).value == value


@pytest.mark.parametrize(("years", "leaving"), [
    ((0, 1, 2, 3, 4, 5, 6), 6),
    ((3, 4, 5, 6, 13), 6),
    ((7, 8, 9, 10, 11, 12, 13), 13),
    ((0, 1, 2, 4, 5, 6), 6),
    ((6,), 6),
])  # fmt: skip
def test_a_slip_of_the_pen_moves_no_cohort(years: tuple[int, ...], leaving: int):
    roll = [a_pupil(str(year), year=year, classes=()) for year in years]

    assert scope_of("Class of 2027", roll, TODAY).years == {leaving}


def test_last_years_leavers_move_no_cohort():
    roll = [a_pupil("Ade", year=6), a_pupil("Tola", year=7, left_on=date(2026, 7, 17))]

    assert scope_of("Class of 2027", roll, TODAY).years == {6}


def test_the_leavers_of_a_summer_are_still_their_cohort():
    roll = [a_pupil("Ade", year=5), a_pupil("Tola", year=6, left_on=date(2026, 7, 17))]

    assert scope_of("Class of 2026", roll, date(2026, 8, 1)).years == {6}


def test_spellings_of_a_class_are_one():
    assert len({class_key(one) for one in ("3B", "Class 3B", "3 B", "03B", "3-b", "3/B")}) == 1
    assert class_key("3B") != class_key("3C")


@given(st.text(max_size=40))
def test_any_name_has_a_scope(name: str):
    assert scope(name).kind in Kind
    assert scope(name).said
