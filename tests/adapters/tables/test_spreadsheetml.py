"""Excel 2003 XML: read whole with what it hides, or refused in a sentence that names the line."""

import pytest

from adapters.mis import read_export
from adapters.tables.spreadsheetml import read_spreadsheetml
from roster.errors import UnreadableFile
from roster.normalise import normalise
from tests.builders import an_upload
from tests.containers import SCHOOL, a_spreadsheetml, spreadsheetml_cell, spreadsheetml_rows

DELETE_IT = "If that does not belong to the list, delete it and use the workbook again."
OPTIONS = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">{}</WorksheetOptions>'


def cells(inside: str) -> list[tuple[int, tuple[str, ...]]]:
    (sheet,), _ = read_spreadsheetml(a_spreadsheetml(inside).encode())
    return list(sheet.rows)


def test_the_school_reads_to_its_two_parents():
    export, notes = read_export(an_upload(a_spreadsheetml(), "contacts.xls"))

    contacts = normalise(export)[0].contacts
    assert [(one.shown, one.phones[0].e164) for one in contacts] == [("Ola Bello", "+447700900123"), ("Femi Bello", "+447700900124")]  # fmt: skip
    assert notes == ()
    assert export.sheet == "Report"


@pytest.mark.parametrize(("kind", "told", "text"), [
    ("String", "07700 900123", "07700 900123"), ("Number", "7700900123", "7700900123"), ("Number", "7700900123.0", "7700900123"),
    ("Number", "4.47700900123E+11", "447700900123"), ("Number", "3.5", "3.5"), ("Number", "n/a", "n/a"),
    ("DateTime", "2026-07-17T00:00:00.000", "2026-07-17"), ("DateTime", "2026-07-17T09:30:00.000", "2026-07-17 09:30:00"),
    ("DateTime", "1899-12-31T09:30:00.000", "09:30:00"), ("Boolean", "1", "TRUE"), ("Boolean", "0", "FALSE"), ("Error", "#N/A", "#N/A"),
    ("String", "Ola & Femi", "Ola & Femi"), ("String", " Ola\nFemi ", "Ola\nFemi"),
])  # fmt: skip
def test_a_cell_is_read_as_its_text(kind: str, told: str, text: str):
    assert cells(f"<Row>{spreadsheetml_cell(told, kind)}</Row>") == [(1, (text,))]


@pytest.mark.parametrize(("inside", "rows"), [
    ('<Row><Cell ss:Index="3"><Data ss:Type="String">x</Data></Cell></Row>', [(1, ("", "", "x"))]),
    ('<Row ss:Index="4"><Cell><Data ss:Type="String">x</Data></Cell></Row>', [(4, ("x",))]),
    ('<Row ss:Span="3"/><Row><Cell><Data ss:Type="String">x</Data></Cell></Row>', [(5, ("x",))]),
    ('<Row><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">a</Data></Cell><Cell><Data ss:Type="String">b</Data></Cell></Row>', [(1, ("a", "", "", "b"))]),
    ('<Row><Cell><Comment><Data ss:Type="String">late</Data></Comment></Cell><Cell><Data ss:Type="String">x</Data></Cell></Row>', [(1, ("", "x"))]),
    ('<Row><Cell><Data ss:Type="String"><B xmlns="http://www.w3.org/TR/REC-html40">Ola</B> Bello</Data></Cell></Row>', [(1, ("Ola Bello",))]),
    ("<Row/><Row><Cell/></Row>", []),
])  # fmt: skip
def test_cells_stand_where_excel_shows_them(inside: str, rows: list[tuple[int, tuple[str, ...]]]):
    assert cells(inside) == rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_any_encoding_will_do(encoding: str):
    text = a_spreadsheetml(spreadsheetml_rows([["Zoë Nováková"]]))

    (sheet,), _ = read_spreadsheetml(text.encode(encoding))

    assert sheet.rows[0] == (1, ("Zoë Nováková",))


def test_blank_lines_before_the_beginning_do_no_harm():
    assert read_spreadsheetml(b"\r\n\r\n" + a_spreadsheetml().encode()) == read_spreadsheetml(
        a_spreadsheetml().encode()
    )


def test_what_is_hidden_is_read_and_said():
    rows = spreadsheetml_rows(SCHOOL).replace("<Row>", '<Row ss:Hidden="1">', 2)
    columns = '<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Column ss:Hidden="1" ss:Index="99"/>'
    options = OPTIONS.format("<Visible>SheetVeryHidden</Visible>")
    condition = '<AutoFilter xmlns="urn:schemas-microsoft-com:office:excel"><AutoFilterColumn><AutoFilterCondition/></AutoFilterColumn></AutoFilter>'

    (sheet,), notes = read_spreadsheetml(a_spreadsheetml(columns + rows, options=options + condition).encode())

    assert len(sheet.rows) == 3
    assert [note.message for note in notes] == [
        f"2 rows of this workbook are hidden by a filter; they were read like the others. {DELETE_IT}",
        f"2 columns of this workbook are hidden; they were read like the others. {DELETE_IT}",
        f"1 sheet (Report) of this workbook is hidden; it was read like the others. {DELETE_IT}",
    ]


def test_a_page_break_is_no_row():
    breaks = '<PageBreaks xmlns="urn:schemas-microsoft-com:office:excel"><RowBreaks><RowBreak><Row>3</Row></RowBreak></RowBreaks></PageBreaks>'

    (sheet,), _ = read_spreadsheetml(a_spreadsheetml(options=breaks).encode())

    assert len(sheet.rows) == 3


def test_a_row_that_only_the_text_shows_is_not_passed_over():
    text = a_spreadsheetml(spreadsheetml_rows(SCHOOL) + "<!-- <Row> -->")

    with pytest.raises(UnreadableFile, match="not be read to its end"):
        read_spreadsheetml(text.encode())


def test_damage_names_its_line():
    with pytest.raises(UnreadableFile, match="damaged in line 6"):
        read_spreadsheetml(a_spreadsheetml(spreadsheetml_rows(SCHOOL).replace("Ola Bello", "Ola & Femi")).encode())
