"""Old Excel workbooks: read whole with what they hide, or refused in a sentence."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlwt

from adapters.mis import read_export
from adapters.tables import xls
from adapters.tables.biff import Survey
from adapters.tables.xls import read_xls
from roster.errors import UnreadableFile
from roster.normalise import normalise
from tests.builders import an_upload
from tests.containers import MANY, SCHOOL, an_xls, saved

DELETE_IT = "If that does not belong to the list, delete it and use the workbook again."
SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "hostile"


def cells(content: bytes) -> list[tuple[int, tuple[str, ...]]]:
    (sheet,), _ = read_xls(content)
    return list(sheet.rows)


def a_styled_book(**dates: bool) -> tuple[Any, Any]:
    book = xlwt.Workbook()
    book.dates_1904 = dates.get("from_1904", False)
    sheet = book.add_sheet("Report")
    for row, values in enumerate(SCHOOL):
        for column, value in enumerate(values):
            sheet.write(row, column, value)
    return book, sheet


def test_the_school_reads_to_its_two_parents():
    export, notes = read_export(an_upload(an_xls(), "contacts.xls"))

    contacts = normalise(export)[0].contacts
    assert [(one.shown, one.phones[0].e164) for one in contacts] == [("Ola Bello", "+447700900123"), ("Femi Bello", "+447700900124")]  # fmt: skip
    assert notes == ()


def test_every_sheet_is_read_with_excels_row_numbers():
    sheets, _ = read_xls(an_xls([[], ["Title"], [], ["Pupil"], ["Ade"]], Other=[["Tola"]]))

    assert [(sheet.title, [number for number, _ in sheet.rows]) for sheet in sheets] == [("Report", [2, 4, 5]), ("Other", [1])]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), [
    (7700900123, "7700900123"), (447700900123.0, "447700900123"), (3.5, "3.5"), (True, "TRUE"), (False, "FALSE"),
    ("  Ola \x1f Bello ", "Ola   Bello"), ("Ola\nFemi", "Ola\nFemi"), ("Zoë Nováková", "Zoë Nováková"),
])  # fmt: skip
def test_a_cell_is_read_as_its_text(value: object, text: str):
    assert cells(an_xls([[value]]))[0][1] == (text,)


@pytest.mark.parametrize("from_1904", [False, True])
@pytest.mark.parametrize(("value", "shown_as", "text"), [
    (date(2026, 7, 17), "DD/MM/YYYY", "2026-07-17"), (datetime.fromisoformat("2026-07-17 09:30"), "DD/MM/YYYY HH:MM", "2026-07-17 09:30:00"),
    (time(9, 30), "HH:MM", "09:30:00"),
])  # fmt: skip
def test_days_and_times_are_told_by_the_books_own_calendar(value: object, shown_as: str, text: str, *, from_1904: bool):
    book, sheet = a_styled_book(from_1904=from_1904)
    sheet.write(0, 5, value, xlwt.easyxf(num_format_str=shown_as))

    assert cells(saved(book))[0][1][5] == text


@pytest.mark.parametrize("serial", [-1, 1e9, 1e300])
def test_a_number_that_is_no_day_stays_a_number(serial: float):
    book, sheet = a_styled_book()
    sheet.write(0, 5, serial, xlwt.easyxf(num_format_str="DD/MM/YYYY"))

    assert float(cells(saved(book))[0][1][5]) == serial


@pytest.mark.parametrize(("code", "text"), [(0x2A, "#N/A"), (0x17, "#REF!"), (0x0F, "#VALUE!")])
def test_an_error_keeps_its_words(code: int, text: str):
    book, sheet = a_styled_book()
    sheet.row(1).set_cell_error(5, code)

    assert cells(saved(book))[1][1][5] == text


def test_what_is_hidden_is_read_and_said():
    book, sheet = a_styled_book()
    sheet.row(1).hidden = True
    sheet.row(9).hidden = True
    sheet.col(4).hidden = True
    sheet.col(200).hidden = True
    other = book.add_sheet("Old")
    other.write(0, 0, "Tola")
    other.visibility = 2

    sheets, notes = read_xls(saved(book))

    assert [len(one.rows) for one in sheets] == [3, 1]
    assert [note.message for note in notes] == [
        f"1 row of this workbook is hidden; it was read like the others. {DELETE_IT}",
        f"1 column of this workbook is hidden; it was read like the others. {DELETE_IT}",
        f"1 sheet (Old) of this workbook is hidden; it was read like the others. {DELETE_IT}",
    ]


def test_fewer_rows_than_the_records_hold_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(xls.biff, "survey", lambda _: [Survey(rows=set(range(4)), width=5)])

    with pytest.raises(UnreadableFile, match="not be read to its end"):
        read_xls(an_xls())


def test_a_workbook_without_its_container_is_read_as_well():
    content = an_xls(MANY)

    assert read_xls(xls._stream(content)) == read_xls(content)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not beside the project")
@pytest.mark.parametrize(("name", "rows", "said"), [
    ("EXCEL_95.XLS", 4, ""), ("excel_97.xls", 4, ""), ("xls_filters_hidden_cols_rows.xls", 24, "4 rows of this workbook are hidden by a filter"),
    ("xls_hidden_merged.xls", 10, "2 rows"), ("xls_hidden_sheet.xls", 5, "1 sheet (Sheet1)"),
])  # fmt: skip
def test_a_real_workbook_is_read_whole(name: str, rows: int, said: str):
    (path,) = SAMPLES.rglob(name)

    sheets, notes = read_xls(path.read_bytes())

    assert len(sheets[0].rows) == rows
    assert any(note.message.startswith(said) for note in notes) or not said


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not beside the project")
def test_a_password_is_named():
    (path,) = SAMPLES.rglob("password.xls")

    with pytest.raises(UnreadableFile, match="password"):
        read_xls(path.read_bytes())
