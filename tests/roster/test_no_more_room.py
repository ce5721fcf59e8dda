"""A wide sheet whose places for contacts are all taken may lack another one, and that protects people."""

from datetime import date

import pytest

from roster.columns import understand
from roster.comparison import compare
from roster.export import Export
from roster.groups import Member, MemberList, Shown
from roster.normalise import normalise
from roster.phone import Phone

TODAY = date(2026, 11, 22)
PUPIL = ("Pupil ID", "Pupil forename", "Pupil surname", "Class")
STRANGER = "+447700900999"


def reasons(places: int, rows: list[tuple[str, ...]], name: str = "Anna Novak", group: str = "3B") -> set[str]:
    headings = (*PUPIL, *(f"Contact{at + 1}{what}" for at in range(places) for what in ("Name", "Telephone")))
    return reasons_of(headings, rows, name, group)


def reasons_of(headings: tuple[str, ...], rows: list[tuple[str, ...]], name: str, group: str = "3B") -> set[str]:
    plan = understand(headings)
    snapshot, _ = normalise(Export("wide.csv", "headings", "", plan, tuple(enumerate(rows, start=2))))
    phone = Phone(STRANGER)
    member = Member(f"{name} {STRANGER}", 1, name=name, phone=phone, shown=Shown.NUMBER)
    (judged,) = compare(snapshot, [MemberList(group, (member,), "whatsapp", "headed")], on=TODAY)
    return {verdict.reason.name for verdict in judged.verdicts}


def row(key: str, form: str, *contacts: str, family: str = "Bello") -> tuple[str, ...]:
    named = (cell for at, name in enumerate(contacts) for cell in (name, f"07700 90{key}{at:02d}" if name else ""))
    return (key, "Ade", family, form, *named)


FULL = row("01", "3B", "Ola Bello", "Femi Bello", "Pat Bello")
ROOMY = row("02", "3B", "Tola Bello", "Charlie Bello", "")


@pytest.mark.parametrize("name", ["Anna Novak", "", "Pat"])
def test_where_the_last_of_three_places_is_taken_anybody_unknown_is_asked_about(name: str):
    assert reasons(3, [FULL, ROOMY], name) == {"damaged-record"}


def test_where_no_pupil_of_the_group_fills_the_last_place_a_stranger_goes():
    elsewhere = row("03", "4C", "Ola Bello", "Femi Bello", "Pat Bello")

    assert reasons(3, [ROOMY, elsewhere]) == {"not-on-roll"}


def test_a_pupil_with_several_rows_has_room_for_all():
    assert reasons(3, [FULL, row("01", "3B", "Kim Bello", "", "")]) == {"not-on-roll"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Anna Novak", "not-on-roll"),
        ("Anna Bello", "damaged-record"),
        ("Anna", "damaged-record"),
        ("", "damaged-record"),
    ],
)
def test_where_a_sheet_has_places_for_two_parents_only_somebody_of_the_family_may_be_missing(name: str, reason: str):
    assert reasons(2, [row("04", "3B", "Ola Bello", "Femi Bello")], name) == {reason}


@pytest.mark.parametrize("name", ["Jo / Bee", "Anna Novak / Jo"])
def test_several_names_of_a_word_each_are_no_full_name(name: str):
    full = row("01", "3B", "Ola Bello", "Femi Bello")

    assert reasons(2, [full], name) == {"damaged-record"}


def test_the_office_is_told_how_many_pupils_it_is_about():
    headings = (*PUPIL, *(f"Contact{at}{what}" for at in (1, 2, 3) for what in ("Name", "Telephone")))
    lines = tuple(enumerate([FULL, ROOMY], start=2))

    _, problems = normalise(Export("wide.csv", "headings", "", understand(headings), lines))

    (said,) = [problem.message for problem in problems if problem.level == "file"]
    assert "1 pupil" in said
    assert "further contacts may be missing" in said


ONE_PLACE = ("Pupil ID", "Pupil forename", "Pupil surname", "Class", "Parent name", "Mobile")


def one_each(pupils: int, *more: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A class in which each pupil has a row, and Sam Price another surname than everybody else."""
    names = ["Price", *(f"Bello{chr(ord('a') + at)}" for at in range(pupils - 1))]
    rows = [(f"{at}", "Sam", name, "3B", f"Ola {name}", f"07700 9001{at:02}") for at, name in enumerate(names)]
    return [*rows, *more]


SECOND = ("0", "Sam", "Price", "3B", "Femi Price", "07700 900200")


THIRD = ("1", "Sam", "Belloa", "3B", "Femi Belloa", "07700 900201")
FOURTH = ("2", "Sam", "Bellob", "3B", "Femi Bellob", "07700 900202")


@pytest.mark.parametrize("name", ["Anna Price", "Anna Novak", "Anna", ""])
def test_where_every_pupil_of_a_class_has_one_row_for_one_parent_another_may_be_missing(name: str):
    assert reasons_of(ONE_PLACE, one_each(20), name) == {"damaged-record"}


@pytest.mark.parametrize(
    ("headings", "rows", "name"),
    [
        (ONE_PLACE, one_each(19), "Anna Price"),
        (ONE_PLACE, one_each(20, SECOND, THIRD, FOURTH), "Anna Price"),
    ],
    ids=["too few to tell", "second rows for second parents"],
)
def test_where_one_place_proves_nothing_a_stranger_goes(
    headings: tuple[str, ...], rows: list[tuple[str, ...]], name: str
):
    assert reasons_of(headings, rows, name) == {"not-on-roll"}


def test_one_pupil_typed_twice_makes_no_room_for_a_whole_class():
    assert reasons_of(ONE_PLACE, one_each(22, SECOND), "Anna Price") == {"damaged-record"}


def test_a_single_place_with_a_number_says_itself_that_there_are_more():
    numbered = (*ONE_PLACE[:4], "Contact 1 name", "Contact 1 mobile")

    assert reasons_of(numbered, one_each(2), "Anna Price") == {"damaged-record"}


def test_an_only_place_may_be_but_a_telephone():
    bare = [(*row[:4], row[5]) for row in one_each(20)]

    assert reasons_of((*ONE_PLACE[:4], "Parent mobile"), bare, "Anna Price") == {"damaged-record"}


def test_rows_that_continue_the_one_above_are_room_enough():
    rows = [line for row in one_each(6) for line in (row, ("", "", "", "", f"Kim{row[0]} Lee", f"07700 90030{row[0]}"))]

    assert reasons_of(ONE_PLACE, rows, "Anna Price") == {"not-on-roll"}
