"""The office's own sheet with what to mend marked: opened again as a spreadsheet program would."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from adapters.reports import problems as reports
from adapters.reports.problems import problems_workbook
from roster.export import Export
from roster.lines import Lines
from roster.normalise import normalise
from tests.builders import an_export

DRAWN = """
    Pupil       | Class | Leaving date | Contact    | Mobile       | Mobile       | Relationship | Photo consent
    Ade Bello   | 3B    | 31/02/2026   | Ola Bello  | 07700 900123 | 07700 90012  | Mother       | yes
    Tola Bello  | 3B    |              | =1+1       | 07700 900124 |              | Father       |
    Temi Ojo    | 3B    |              | @SUM(A1)   | +44770090012 |              | Mothr        | #N/A
"""


def a_book(export: Export) -> Any:
    _, problems = normalise(export)
    return load_workbook(BytesIO(problems_workbook(export, problems)))


@pytest.fixture
def book() -> Any:
    return a_book(an_export(DRAWN))


def test_it_copies_their_rows_under_their_headings_with_two_columns_before_them(book: Any):
    rows = list(book["What to fix"].iter_rows(values_only=True))

    assert rows[1] == (
        "Row", "What to fix", "Pupil", "Class", "Leaving date", "Contact", "Mobile", "Mobile", "Relationship", "Photo consent",
    )  # fmt: skip
    assert [row[0] for row in rows[2:]] == [2, 3, 4]
    assert rows[3][2:] == ("Tola Bello", "3B", None, "=1+1", "07700 900124", None, "Father", None)


def test_it_marks_and_comments_the_bad_cells_and_no_other(book: Any):
    marked = {
        cell.coordinate: cell.comment.text for row in book["What to fix"].iter_rows() for cell in row if cell.comment
    }

    assert marked.keys() == {"E3", "H3", "G5", "I5"}
    assert marked["H3"] == '"07700 •••12" is no whole telephone number; whoever it was is protected.'
    assert {book["What to fix"][place].fill.fgColor.rgb for place in marked} == {"00FFF1CC"}
    assert book["What to fix"]["G3"].fill.fgColor.rgb != "00FFF1CC"


def test_only_rows_to_mend_say_what(book: Any):
    said = [row[1] for row in book["What to fix"].iter_rows(min_row=3, values_only=True)]

    assert said[1] is None
    assert said[0].startswith("Leaving date: ")
    assert said[2].count("Relationship: ") == 1
    assert book["What to fix"].auto_filter.ref == "A2:J5"
    assert "2 rows of 3 to mend" in book["What to fix"]["A1"].value


def test_no_cell_is_a_formula_or_an_error(book: Any):
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}

    assert kinds == {"s", "n"}


def test_what_is_asked_of_the_whole_file_has_a_sheet_of_its_own(book: Any):
    assert [row[0] for row in book["About the file"].iter_rows(min_row=2, values_only=True)] == ["Photo consent"]


def test_a_row_that_was_set_aside_is_marked_as_a_whole():
    book = a_book(
        an_export(
            "Pupil | Class | Contact | Mobile\nAde | 3B | Ola | 07700 900123\nTola | 3B | Femi | 07700 900124 | x",
            delimited=True,
        )
    )

    assert book["What to fix"]["A4"].fill.fgColor.rgb == "00F8D7D3"
    assert "set aside" in book["What to fix"]["B4"].value
    assert book["What to fix"]["G4"].value == "x"


def test_rows_of_two_sheets_with_one_number_are_told_apart_by_what_they_say():
    from dataclasses import replace

    export = an_export(DRAWN)
    both = replace(
        export, lines=Lines.of([*export.lines, (2, ("Femi Ojo", "3B", "", "Ayo", "07700 900125", "", "Mothr"))])
    )

    sheet = a_book(both)["What to fix"]

    assert "Relationship" not in sheet["B3"].value
    assert "Leaving date" not in sheet["B6"].value
    assert sheet["I6"].comment


def test_of_a_long_export_only_the_rows_to_mend_are_copied(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reports, "ROWS_AT_MOST", 2)

    sheet = a_book(an_export(DRAWN))["What to fix"]

    assert [row[0] for row in sheet.iter_rows(min_row=3, values_only=True)] == [2, 4]
    assert "Only rows to be mended are here" in sheet["A1"].value


def test_what_no_workbook_can_hold_is_left_out():
    book = a_book(an_export("Pupil | Class | Contact | Mobile\nAde\x0b\uffff | 3B | Ola | 0770\x00\ud800"))

    assert book["What to fix"]["C3"].value == "Ade"
