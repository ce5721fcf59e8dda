"""Workbooks: read whole, or refused in a sentence; never read short."""

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook

from adapters.tables import Book, read_book
from adapters.tables.workbook import as_text
from roster.errors import RosterError, UnreadableFile
from roster.export import Sheet
from tests.builders import a_workbook, an_upload

ROWS = [
    ["Pupil", "Class", "Contact", "Telephone"],
    *[[f"Pupil {n}", "3B", f"Carer {n}", f"07700 9{n:05}"] for n in range(60)],
]
PLAIN = a_workbook(Report=ROWS)
SHEET = "xl/worksheets/sheet1.xml"


def opened(content: bytes) -> Book:
    return read_book(an_upload(content, "contacts.xlsx"))


def with_part(content: bytes, name: str, change) -> bytes:
    """The workbook with one part changed, its check sums right."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            data = before.read(part)
            after.writestr(part, change(data) if part.filename == name else data)
    return out.getvalue()


def refusal(content: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        opened(content)
    assert caught.value.file == "contacts.xlsx"
    return caught.value


def test_it_reads_a_plain_workbook():
    (sheet,) = opened(PLAIN).sheets

    assert sheet.title == "Report"
    assert len(sheet.rows) == 61
    assert sheet.rows[60] == (61, ("Pupil 59", "3B", "Carer 59", "07700 900059"))
    assert not sheet.delimited


@pytest.mark.parametrize(("value", "text"), [
    (7700900123, "7700900123"), (447700900123.0, "447700900123"), (3.5, "3.5"), (True, "TRUE"), (False, "FALSE"), (None, ""),
    (date(2026, 7, 17), "2026-07-17"), (datetime.fromisoformat("2026-07-17"), "2026-07-17"), (datetime.fromisoformat("2026-07-17 09:30"), "2026-07-17 09:30:00"),
    (time(9, 30), "09:30:00"), ("  Ola ", "Ola"), (1e300, "1e+300"), (-5, "-5"),
])  # fmt: skip
def test_it_makes_a_text_of_every_cell(value: object, text: str):
    assert as_text(value) == text


def test_it_reads_what_excel_keeps_as_numbers_dates_and_truths():
    book = a_workbook(
        Report=[["a", "b", "c", "d"], [7700900123, datetime.fromisoformat("2026-07-17"), True, 447700900123.0]]
    )

    assert opened(book).sheets[0].rows[1][1] == ("7700900123", "2026-07-17", "TRUE", "447700900123")


def test_it_keeps_the_row_numbers_that_excel_shows():
    book = a_workbook(Report=[[], ["Title"], [], ["Pupil", "Class"], ["Ade", "3B"]])

    assert [number for number, _ in opened(book).sheets[0].rows] == [2, 4, 5]


def test_it_reads_every_visible_sheet_and_no_hidden_one():
    book = Workbook()
    book.worksheets[0].append(["Ade"])
    book.create_sheet("3B").append(["Tola"])
    book.create_sheet("Old").append(["Temi"])
    book["Old"].sheet_state = "hidden"
    out = BytesIO()
    book.save(out)

    assert [sheet.rows[0][1][0] for sheet in opened(out.getvalue()).sheets] == ["Ade", "Tola"]


def test_it_reads_hidden_rows_and_columns_and_says_so():
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ROWS:
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True
    out = BytesIO()
    book.save(out)

    read = opened(out.getvalue())

    assert len(read.sheets[0].rows) == 61
    assert [note.message.split(" of ")[0] for note in read.notes] == ["2 rows", "1 column"]


@pytest.mark.parametrize("claim", [b'ref="A1"', b'ref="A1:D2"', b'ref="A1:XFD1048576"'])
def test_a_sheet_that_lies_about_its_size_is_read_whole(claim: bytes):
    book = with_part(PLAIN, SHEET, lambda xml: re.sub(rb'(<dimension )ref="[^"]*"', rb"\1" + claim, xml))

    assert len(opened(book).sheets[0].rows) == 61


@pytest.mark.parametrize("claim", [b'ref="A1:D2"', b'ref="A1:D61"'])
def test_error_cells_keep_their_words(claim: bytes):
    book = with_part(PLAIN, SHEET, lambda xml: re.sub(rb'(<dimension )ref="[^"]*"', rb"\1" + claim, xml))
    book = with_part(
        book, SHEET, lambda xml: re.sub(rb'<c r="D2"[^>]*>.*?</c>', b'<c r="D2" t="e"><v>#N/A</v></c>', xml, count=1)
    )

    (sheet,) = opened(book).sheets
    assert sheet.rows[1][1][3] == "#N/A"
    assert len(sheet.rows) == 61


def test_a_stray_cell_far_away_costs_nothing():
    sheet = [["Pupil", "Class"], ["Ade", "3B"]]
    far = a_workbook(Report=sheet)
    book = with_part(
        far,
        SHEET,
        lambda xml: xml.replace(
            b"</sheetData>", b'<row r="900000"><c r="XFD900000" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        ),
    )

    assert opened(book).sheets[0].rows[1][1][:2] == ("Ade", "3B")


@pytest.mark.parametrize("share", [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.99, 0.995, 0.999])
def test_a_workbook_cut_off_anywhere_is_refused(share: float):
    error = refusal(PLAIN[: int(len(PLAIN) * share)])

    assert "damaged" in error.headline
    assert "again" in error.advice


def test_a_byte_gone_wrong_is_refused_or_changes_nothing():
    whole = opened(PLAIN).sheets

    read = [_sheets(PLAIN[:at] + bytes([PLAIN[at] ^ 0xFF]) + PLAIN[at + 1 :]) for at in range(40, len(PLAIN), 61)]

    assert None in read
    assert all(sheets == whole for sheets in read if sheets is not None)


def _sheets(content: bytes) -> tuple[Sheet, ...] | None:
    """The sheets, or None if the workbook is refused."""
    try:
        return opened(content).sheets
    except RosterError:
        return None


def test_a_bomb_is_refused_early():
    error = refusal(
        with_part(PLAIN, SHEET, lambda xml: xml.replace(b"</sheetData>", b" " * 80_000_000 + b"</sheetData>"))
    )

    assert "absurd size" in error.headline


def test_two_parts_of_one_name_are_refused():
    out = BytesIO(PLAIN)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, "<worksheet/>")

    assert "not put together" in refusal(out.getvalue()).headline


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_a_document_type_is_refused(part: str):
    book = with_part(
        PLAIN,
        part,
        lambda xml: (
            xml.replace(b"?>", b"?><!DOCTYPE x [<!ENTITY a 'b'>]>", 1)
            if b"?>" in xml
            else b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + xml
        ),
    )

    assert "a part no workbook has" in refusal(book).headline


def test_a_password_is_named():
    import msoffcrypto
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    OOXMLFile(BytesIO(PLAIN)).encrypt("secret", out)
    assert msoffcrypto.OfficeFile(out).is_encrypted()

    assert "password" in refusal(out.getvalue()).headline


@pytest.mark.parametrize(
    ("name", "said"), [("word/document.xml", "Word"), ("content.xml", "OpenDocument"), ("contacts.csv", "zip archive")]
)
def test_another_zip_is_named(name: str, said: str):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")

    assert said in refusal(out.getvalue()).headline


def test_a_sheet_in_another_alphabet_of_bytes_is_refused_and_never_read_as_empty():
    book = with_part(PLAIN, SHEET, lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"))

    assert "a part no workbook has" in refusal(book).headline
