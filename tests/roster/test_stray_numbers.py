"""A telephone number is somebody's wherever it stands; what only looks like one costs nothing."""

import pytest

from tests.roster.told import reason, understood

HEADINGS = (
    "Pupil ID,Forename,Surname,DOB,Class,Leaving date,Address,Medical,Last updated,NHS number,Contact name,Mobile,Email"
)
ADE = "1001,Ade,Bello,27/07/2018,3B,,1 Mill Lane,,2026-11-20 08:14:33,9434765919,Ola Bello,07700 900001,ola@example.org"
SAM = {
    "Pupil ID": "1002", "Forename": "Sam", "Surname": "Price", "DOB": "28/07/2018", "Class": "3B", "Leaving date": "",
    "Address": "2 Mill Lane", "Medical": "", "Last updated": "2026-11-20 08:14:34", "NHS number": "7434765919",
    "Contact name": "Jo Price", "Mobile": "", "Email": "jo@example.org",
}  # fmt: skip
NUMBER = "07700 900005"


def sam(**cells: str) -> str:
    return ",".join((SAM | {name.replace("_", " "): said for name, said in cells.items()}).values())


@pytest.mark.parametrize(
    "cells",
    [
        {"Address": f"2 Mill Lane (gran {NUMBER})"},
        {"Medical": f"Asthma - ring {NUMBER}"},
        {"Last_updated": NUMBER},
        {"Pupil_ID": NUMBER},
        {"DOB": NUMBER},
        {"Leaving_date": NUMBER},
        {"Forename": f"Sam {NUMBER}"},
        {"Surname": f"Price {NUMBER}"},
    ],
    ids=lambda cells: next(iter(cells)),
)
def test_a_number_in_a_column_that_is_not_read_for_any_protects(cells: dict[str, str]):
    assert reason(HEADINGS, ADE, sam(**cells), shown="Ann Lee", phone=NUMBER) == "damaged-record"


def test_a_number_beside_an_address_is_the_contacts():
    row = sam(Email=f"jo@example.org / {NUMBER}")

    assert reason(HEADINGS, ADE, row, shown="Ann Lee", phone=NUMBER) == "carer-on-roll"


@pytest.mark.parametrize("number", ["07434 765919", "020 2611 2008"])
def test_long_ids_and_times_are_nobodys_number(number: str):
    others = (sam(**{"Pupil ID": f"100{at}", "NHS number": f"743476592{at}"}) for at in range(3, 6))

    assert reason(HEADINGS, ADE, sam(), *others, shown="Ann Lee", phone=number) == "not-on-roll"


def test_the_office_is_told_of_a_column_once_and_of_no_ids():
    rows = (sam(**{"Pupil ID": f"10{at:02}"}, Medical=f"Ring 07700 9000{at:02}") for at in range(20, 25))

    _, problems = understood(HEADINGS, ADE, *rows)

    (said,) = [problem for problem in problems if "telephone number" in problem.message]
    assert said.column == "Medical"
