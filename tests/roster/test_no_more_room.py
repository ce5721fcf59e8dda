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


def test_the_office_is_told_how_many_pupils_it_is_about():
    headings = (*PUPIL, *(f"Contact{at}{what}" for at in (1, 2, 3) for what in ("Name", "Telephone")))
    lines = tuple(enumerate([FULL, ROOMY], start=2))

    _, problems = normalise(Export("wide.csv", "headings", "", understand(headings), lines))

    (said,) = [problem.message for problem in problems if problem.level == "file"]
    assert "1 pupil" in said
    assert "further contacts may be missing" in said
