"""Workbooks: read whole, or refused in a sentence; never read short."""

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook

from adapters.tables.book import Book
from adapters.tables.reading import read_book
from adapters.tables.values import as_text
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


def test_it_reads_every_sheet_hidden_ones_too():
    book = Workbook()
    book.worksheets[0].append(["Ade"])
    book.create_sheet("3B").append(["Tola"])
    book.create_sheet("Old").append(["Temi"])
    book["Old"].sheet_state = "hidden"
    out = BytesIO()
    book.save(out)

    assert [sheet.rows[0][1][0] for sheet in opened(out.getvalue()).sheets] == ["Ade", "Tola", "Temi"]


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
    (note,) = read.notes
    assert note.message.startswith("2 rows and 1 column of the sheet Sheet are hidden; everything was read.")


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
    ("name", "said"), [("word/document.xml", "Word"), ("xl/workbook.bin", "xlsb"), ("list.pages", "without any export")]
)
def test_another_zip_is_named(name: str, said: str):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")

    assert said in refusal(out.getvalue()).headline


def test_a_sheet_in_another_alphabet_of_bytes_is_refused_and_never_read_as_empty():
    book = with_part(PLAIN, SHEET, lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"))

    assert "a part no workbook has" in refusal(book).headline


def strict(content: bytes) -> bytes:
    """The workbook as Excel's "Strict Open XML" has it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            xml = before.read(part)
            xml = re.sub(rb"http://schemas.openxmlformats.org/(\w+)/2006/", rb"http://purl.oclc.org/ooxml/\1/", xml)
            after.writestr(
                part, xml.replace(b"purl.oclc.org/ooxml/package/", b"schemas.openxmlformats.org/package/2006/")
            )
    return out.getvalue()


def test_a_strict_workbook_is_read_like_any_other():
    dated = with_part(
        PLAIN,
        SHEET,
        lambda xml: re.sub(rb'<c r="C2"[^>]*>.*?</c>', b'<c r="C2" t="d"><v>2026-07-17T00:00:00</v></c>', xml),
    )

    (sheet,) = opened(strict(dated)).sheets

    assert len(sheet.rows) == 61
    assert sheet.rows[1][1] == ("Pupil 0", "3B", "2026-07-17", "07700 900000")
    assert sheet.rows[2:] == opened(PLAIN).sheets[0].rows[2:]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#SPILL!", "#CALC!"])
def test_every_error_keeps_its_words_on_the_fast_path(error: str, monkeypatch: pytest.MonkeyPatch):
    cell = f'<c r="D2" s="0" t="e"><f>VLOOKUP(1,A:B,2)</f><v>{error}</v></c>'.encode()
    book = with_part(PLAIN, SHEET, lambda xml: re.sub(rb'<c r="D2"[^>]*>.*?</c>', cell, xml, count=1))
    monkeypatch.setattr("adapters.tables.workbook.CarefulReader.sheet", None)

    assert opened(book).sheets[0].rows[1][1][3] == error


FORMULAS = {
    "no result": ("<f>1+1</f>", "#CALC!"),
    "an empty result": ("<f>1+1</f><v></v>", "#CALC!"),
    "a result": ("<f>1+1</f><v>2</v>", "2"),
    "part of a shared one": ('<f t="shared" si="0"/>', "#CALC!"),
    "part of a shared one, with a result": ('<f t="shared" si="0"/><v>07</v>', "7"),
}


@pytest.mark.parametrize(("inside", "read"), FORMULAS.values(), ids=FORMULAS)
def test_a_formula_without_a_result_is_never_a_blank(inside: str, read: str):
    cell = f'<c r="D2">{inside}</c>'.encode()
    book = opened(with_part(PLAIN, SHEET, lambda xml: re.sub(rb'<c r="D2"[^>]*>.*?</c>', cell, xml, count=1)))

    assert book.sheets[0].rows[1][1][3] == read
    assert [("1 formula" in note.message, "D2" in note.message) for note in book.notes] == [(True, True)] * (
        read == "#CALC!"
    )


def test_a_formula_whose_result_is_an_empty_text_is_a_blank():
    cell = b'<c r="D2" t="str"><f>IF(1,"","x")</f><v></v></c>'
    book = opened(with_part(PLAIN, SHEET, lambda xml: re.sub(rb'<c r="D2"[^>]*>.*?</c>', cell, xml, count=1)))

    assert (book.sheets[0].rows[1][1][3], book.notes) == ("", ())


def a_saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_hidden_sheet_is_read_and_named():
    book = Workbook()
    book.worksheets[0].append(["Ade"])
    book.create_sheet("Old").append(["Temi"])
    book.create_sheet("Blank").sheet_state = "hidden"
    book["Old"].sheet_state = "veryHidden"

    read = opened(a_saved(book))

    assert [sheet.title for sheet in read.sheets] == ["Sheet", "Old", "Blank"]
    assert read.notes[0].message == (
        "The sheet Old is hidden; it was read like the others. If it does not belong to the list, delete it and use the "
        "workbook again."
    )
    assert not any("Blank" in note.message for note in read.notes)


def test_a_filter_that_is_on_is_said():
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ROWS:
        sheet.append(row)
    sheet.auto_filter.ref = "A1:D61"
    sheet.auto_filter.add_filter_column(1, ["5A"])
    sheet.row_dimensions[7].hidden = True

    read = opened(a_saved(book))

    assert len(read.sheets[0].rows) == 61
    assert "1 row of the sheet Sheet is hidden and a filter is on; everything was read." in read.notes[0].message


def test_several_filled_sheets_are_said():
    (note,) = opened(a_workbook(A=ROWS, B=ROWS, C=[])).notes

    assert note.message.startswith("2 sheets of this workbook are filled: A and B.")


def test_merged_titles_and_a_first_column_that_is_empty_keep_their_places():
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["C2"] = "Year 3 contacts"
    sheet.merge_cells("C2:E2")
    sheet["C4"] = "Ade"

    assert list(opened(a_saved(book)).sheets[0].rows) == [(2, ("", "", "Year 3 contacts")), (4, ("", "", "Ade"))]


def test_macros_are_never_touched():
    macro = BytesIO(PLAIN)
    with zipfile.ZipFile(macro, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(400))

    assert opened(macro.getvalue()).sheets == opened(PLAIN).sheets


def test_a_reader_that_gives_too_little_is_overruled(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("adapters.tables.workbook.FastReader.sheet", lambda _, tab: Sheet(tab.title, ((1, ("a",)),)))

    assert opened(PLAIN).sheets[0].rows[60][0] == 61


def test_a_workbook_that_both_readers_read_short_is_refused(monkeypatch: pytest.MonkeyPatch):
    for reader in ("FastReader", "CarefulReader"):
        monkeypatch.setattr(f"adapters.tables.workbook.{reader}.sheet", lambda _, tab: Sheet(tab.title, ((1, ("a",)),)))

    error = refusal(PLAIN)

    assert "could not be read to its end" in error.headline
    assert error.sheet == "Report"


def test_a_large_and_dense_sheet_goes_the_fast_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("adapters.tables.census._BOX_AT_MOST", 100)
    monkeypatch.setattr("adapters.tables.workbook.CarefulReader.sheet", None)

    assert len(opened(PLAIN).sheets[0].rows) == 61
