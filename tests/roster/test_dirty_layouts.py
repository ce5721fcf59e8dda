"""Layouts in which a real parent was once named: what stands in the wrong place, or is said of somebody else."""

from datetime import date

import pytest

from adapters.mis import read_export
from adapters.platforms.reading import read_lists
from roster.comparison import compare
from roster.errors import UnreadableExport
from roster.normalise import normalise
from tests.builders import an_upload

TODAY = date(2026, 11, 22)
HEADINGS = "Forename,Surname,Class,Leaving date,Contact name,Relationship,Mobile"
ADE = "Ade,Bello,3B,,Ola Bello,Mother,07700 900001"
KEMI = "Kemi,Okoro,3B,17/07/2026,Ngozi Okoro,Mother,07700 900004"
JO = "Name,Phone\nJo Price,07700 900005\n"


def reason(*lines: str, listed: str = JO) -> str:
    export, _ = read_export(an_upload("\n".join(lines) + "\n", "contacts.csv"))
    snapshot, _ = normalise(export)
    (judged,) = compare(snapshot, read_lists(an_upload(listed, "3B.csv"), name="3B"), on=TODAY)
    return judged.verdicts[0].reason.name


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Contact status", "Inactive"), ("Parent left", "Y"), ("Contact end date", "17/07/2026"), ("Status", "Inactive"),
     ("End date", "17/07/2026"), ("Leaving date (previous school)", "17/07/2024")],
)  # fmt: skip
def test_what_is_said_of_a_contact_or_another_school_is_not_the_pupils(heading: str, cell: str):
    headings = HEADINGS.replace("Leaving date,", "")
    jo = "Sam,Price,3B,Jo Price,Mother,07700 900005"

    assert (
        reason(f"{headings},{heading}", "Ade,Bello,3B,Ola Bello,Mother,07700 900001,", f"{jo},{cell}")
        == "carer-on-roll"
    )


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_blank_pupil_in_a_flat_list_is_not_the_leaver_above(between: str):
    again = "Ade,Bello,3B,,Femi Bello,Father,07700 900002"
    blank = f"{between},,,,Jo Price,Mother,07700 900005"

    assert reason(HEADINGS, ADE, again, KEMI, blank) == "damaged-record"


@pytest.mark.parametrize("day", ["01/01/1900", "30/12/1899", "01/01/1970", "1", "1.0"])
def test_an_absurd_leaving_date_is_none(day: str):
    assert reason(HEADINGS, ADE, f"Sam,Price,3B,{day},Jo Price,Mother,07700 900005") == "carer-on-roll"


def test_whoever_starts_after_having_left_is_here():
    headings = HEADINGS.replace("Class", "Class,Admission date")

    assert reason(headings, "Sam,Price,3B,02/09/2026,17/07/2025,Jo Price,Mother,07700 900005") == "carer-on-roll"


@pytest.mark.parametrize(
    "line",
    [
        "Sam,Price,3B,,Jo Price,07700 900005,",
        "Sam,Price,3B,,Jo Price,Mother 07700 900005,",
        "Sam,Price,07700 900005,,Jo,Mother,",
    ],
)
def test_a_number_in_another_column_protects(line: str):
    assert reason(HEADINGS, ADE, line, listed="Name,Phone\nCharlie Novak,07700 900005\n") == "damaged-record"


def test_a_number_after_the_last_heading_protects():
    wide = f"{HEADINGS},"

    told = reason(
        wide, f"{ADE},", "Sam,Price,3B,,Jo Price,Mother,,07700 900005", listed="Name,Phone\nAnn Lee,07700 900005\n"
    )

    assert told == "damaged-record"


def test_a_first_name_is_enough_where_the_school_has_no_number():
    assert (
        reason(HEADINGS, ADE, "Sam,Price,3B,,Jo Price,Mother,", listed="Name,Phone\nJo,07700 900777\n")
        == "possible-new-number"
    )


def test_two_lists_side_by_side_are_refused():
    with pytest.raises(UnreadableExport, match="side by side"):
        reason(
            "Pupil,Class,Left,Mum,Mobile,,Pupil,Class,Left,Mum,Mobile",
            "Ade Bello,3B,,Ola Bello,07700 900001,,Tola Bello,4C,,Ola Bello,07700 900001",
        )


@pytest.mark.parametrize("end", ["", "</tr>"])
def test_a_table_that_is_never_closed_is_a_damaged_roll(end: str):
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(','))}</tr>" for line in (HEADINGS, ADE, KEMI)
    )

    export, _ = read_export(an_upload(f"<html><table>{rows}<tr><td>Sam</td>{end}", "contacts.xls"))

    assert export.cut_short
