"""Rows without a pupil, and pupils without a contact: neither says that somebody is nobody's parent."""

import pytest

from tests.roster.told import reason, understood

HEADINGS = "Forename,Surname,Class,Leaving date,Contact name,Relationship,Mobile"
ADE = "Ade,Bello,3B,,Ola Bello,Mother,07700 900001"
TOLA = "Tola,Okafor,3B,,Femi Okafor,Father,07700 900002"
KEMI = "Kemi,Okoro,3B,17/07/2026,Ngozi Okoro,Mother,07700 900004"
JO = ",,,,Jo Price,Mother,07700 900005"
SAM = "Sam,Price,3B,,,,"


def continued(pupils: int) -> list[str]:
    """Pupils who each have their second contact on a row that leaves the pupil blank."""
    heads = (f"Ade{at},Bello{at},3B,,Ola{at} Bello,Mother,07700 90010{at}" for at in range(pupils))
    return [line for at, head in enumerate(heads) for line in (head, f",,,,Femi{at} Bello,Father,07700 90020{at}")]


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize("above", [[ADE, TOLA], [*continued(1), TOLA], [*continued(2), TOLA]])
def test_where_hardly_any_row_is_continued_a_blank_pupil_is_not_the_leaver_above(above: list[str], between: str):
    assert reason(HEADINGS, *above, KEMI, between + JO, shown="Jo Price", phone="07700 900005") == "damaged-record"


def test_three_continued_rows_among_many_pupils_are_no_custom():
    others = [f"Pat{at},Novak{at},4C,,Kim Novak{at},Mother,07700 90030{at}" for at in range(9)]

    told = reason(HEADINGS, *others, *continued(2), KEMI, JO, shown="Jo Price", phone="07700 900005")

    assert told == "damaged-record"


@pytest.mark.parametrize("between", ["", "\n"])
def test_where_most_pupils_are_continued_so_is_the_leaver(between: str):
    told = reason(HEADINGS, *continued(4), KEMI, between + JO, shown="Jo Price", phone="07700 900005")

    assert told == "all-children-left"


def test_a_single_row_continues_a_pupil_who_is_here():
    assert reason(HEADINGS, KEMI, ADE, JO, shown="Jo Price", phone="07700 900005") == "carer-on-roll"


def test_the_office_is_told_of_the_row_that_may_be_another_childs():
    _, problems = understood(HEADINGS, ADE, KEMI, JO)

    (said,) = [problem for problem in problems if problem.level == "row"]
    assert said.row == 4
    assert "the pupil above it has left" in said.message


@pytest.mark.parametrize("row", [SAM, "Sam,Price,3B,,,Mother,", "Sam,Price,3B,,,,XD", "Sam,Price,3B,,-,,07777 777777"])
@pytest.mark.parametrize(
    ("shown", "told"),
    [("Jo Price", "damaged-record"), ("Jo", "damaged-record"), ("", "damaged-record"), ("Jo Novak", "not-on-roll")],
)
def test_a_pupil_without_a_contact_protects_the_family_and_whoever_has_no_full_name(row: str, shown: str, told: str):
    assert reason(HEADINGS, ADE, row, shown=shown, phone="07700 900005") == told


@pytest.mark.parametrize("shown", ["Jo Price", ""])
def test_a_pupil_without_a_contact_protects_in_their_own_groups_alone(shown: str):
    other = "Pat,Novak,4C,,Kim Novak,Mother,07700 900009"

    assert reason(HEADINGS, ADE, other, SAM, shown=shown, phone="07700 900005", group="4C") == "not-on-roll"


@pytest.mark.parametrize(
    ("leaver", "told"),
    [
        ("Max,Price,3B,17/07/2026,Jo Novak,Mother,07700 900005", "damaged-record"),
        ("Max,Novak,3B,17/07/2026,Jo Price,Mother,07700 900005", "damaged-record"),
        ("Max,Novak,3B,17/07/2026,Jo Novak,Mother,07700 900005", "all-children-left"),
    ],
)
def test_a_pupil_without_a_contact_may_be_the_brother_of_one_who_has_left(leaver: str, told: str):
    assert reason(HEADINGS, ADE, SAM, leaver, shown="Jo", phone="07700 900005") == told


@pytest.mark.parametrize(
    "rows",
    [
        ["Sam,Price,3B,17/07/2026,,,"],
        [SAM, "Sam,Price,3B,,Kim Novak,Mother,07700 900006"],
        ["Sam,Price,3B,,Kim Novak,Mother,"],
    ],
    ids=["left", "another row has one", "a name alone"],
)
def test_whoever_has_left_or_has_any_contact_protects_no_stranger(rows: list[str]):
    assert reason(HEADINGS, ADE, *rows, shown="Jo Price", phone="07700 900005") == "not-on-roll"


def test_the_pupils_own_mobile_is_no_contact():
    headings = HEADINGS.replace("Class", "Class,Pupil mobile")

    told = reason(
        headings,
        "Ade,Bello,3B,,,Ola Bello,Mother,07700 900001",
        "Sam,Price,3B,07700 900008,,,,",
        shown="Jo Price",
        phone="07700 900005",
    )

    assert told == "damaged-record"


def test_the_office_is_told_once_how_many_pupils_have_no_contact():
    _, problems = understood(HEADINGS, ADE, SAM, "Kit,Lee,3B,,,,", "Max,Novak,3B,17/07/2026,,,")

    (said,) = [problem.message for problem in problems if problem.level == "file"]
    assert "2 pupils on roll have no contact" in said


def test_an_export_without_any_contact_is_not_counted_pupil_by_pupil():
    _, problems = understood(HEADINGS, SAM, "Kit,Lee,3B,,,,")

    assert not [problem for problem in problems if "no contact in this export" in problem.message]
