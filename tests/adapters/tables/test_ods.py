"""OpenDocument spreadsheets: read whole with what they hide, or refused in a sentence."""

from io import BytesIO
from pathlib import Path

import pytest

from adapters.mis import read_export
from adapters.tables import ods
from adapters.tables.ods import read_ods
from roster.errors import UnreadableFile
from roster.normalise import normalise
from tests.builders import an_upload
from tests.containers import SCHOOL, an_ods, ods_content, ods_rows

DELETE_IT = "If that does not belong to the list, delete it and use the workbook again."
SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "hostile"
SPREAD = "<table:table-cell/>" * 300


def cells(inside: str) -> list[tuple[int, tuple[str, ...]]]:
    (sheet,), _ = read_ods(an_ods(inside))
    return list(sheet.rows)


def a_row(cell: str) -> str:
    return f"<table:table-row>{cell}</table:table-row>"


def a_cell(attributes: str, text: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def both_ways(inside: str, monkeypatch: pytest.MonkeyPatch) -> tuple[object, object]:
    """What the fast reader makes of it, and what the careful one makes."""
    fast = cells(inside)
    monkeypatch.setattr(ods, "_read_fast", lambda _: None)
    return fast, cells(inside)


def test_the_school_reads_to_its_two_parents():
    export, notes = read_export(an_upload(an_ods(), "contacts.ods"))

    contacts = normalise(export)[0].contacts
    assert [(one.shown, one.phones[0].e164) for one in contacts] == [("Ola Bello", "+447700900123"), ("Femi Bello", "+447700900124")]  # fmt: skip
    assert notes == ()


def test_what_a_library_writes_is_read():
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="Report")
    for values in SCHOOL:
        row = TableRow()
        for value in values:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=value))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    out = BytesIO()
    document.save(out)

    (sheet,), _ = read_ods(out.getvalue())

    assert sheet.title == "Report"
    assert list(sheet.rows) == [(number, tuple(row)) for number, row in enumerate(SCHOOL, start=1)]


@pytest.mark.parametrize(("cell", "text"), [
    (a_cell('office:value-type="float" office:value="7700900123"', "7.7E+09"), "7700900123"),
    (a_cell('office:value-type="percentage" office:value="0.5"', "50%"), "0.5"),
    (a_cell('office:value-type="currency" office:value="12"', "£12.00"), "12"),
    (a_cell('office:value-type="boolean" office:boolean-value="true"', "WAHR"), "TRUE"),
    (a_cell('office:value-type="date" office:date-value="2026-07-17"', "17/07/26"), "2026-07-17"),
    (a_cell('office:value-type="date" office:date-value="2026-07-17T09:30:00"', "17/07/26"), "2026-07-17 09:30:00"),
    (a_cell('office:value-type="time" office:time-value="PT09H30M00S"', "9:30"), "09:30:00"),
    (a_cell('office:value-type="time" office:time-value="PT255H10M10S"', "255:10"), "PT255H10M10S"),
    (a_cell('office:value-type="date" office:date-value="17 July"', "17 July"), "17 July"),
    (a_cell('office:value-type="string"', "Ola &amp; Femi"), "Ola & Femi"),
    (a_cell('office:value-type="string"', "<text:span>O</text:span>la"), "Ola"),
    (a_cell('office:value-type="string"', "Ola<text:s/>Bello"), "Ola Bello"),
    ('<table:table-cell office:value-type="string"><text:p>Ola</text:p><text:p>Femi</text:p></table:table-cell>', "Ola\nFemi"),
    ('<table:table-cell office:value-type="string"><office:annotation><text:p>ring late</text:p></office:annotation><text:p>Ola</text:p></table:table-cell>', "Ola"),
])  # fmt: skip
def test_both_readers_read_a_cell_as_the_same_text(cell: str, text: str, monkeypatch: pytest.MonkeyPatch):
    assert both_ways(a_row(cell), monkeypatch) == ([(1, (text,))], [(1, (text,))])


@pytest.mark.parametrize(("cell", "text"), [
    (a_cell('office:value-type="string"', "07700 900123<text:line-break/>07700 900124"), "07700 900123\n07700 900124"),
    (a_cell('office:value-type="string"', "Ola<text:tab/>Bello"), "Ola\tBello"),
    (a_cell('office:value-type="string" office:string-value="" calcext:value-type="error"', "#N/A"), "#N/A"),
    (a_cell('office:value-type="float" office:value="0" calcext:value-type="error"', "#N/A"), "#N/A"),
    (a_cell('table:style-name="ce1"', "Ola"), "Ola"),
])  # fmt: skip
def test_what_the_fast_reader_would_lose_is_kept(cell: str, text: str):
    assert cells(a_row(cell + a_cell('office:value-type="string"', "Ade"))) == [(1, (text, "Ade"))]


def test_a_row_of_which_only_a_comment_speaks_is_blank():
    comment = "<table:table-cell><office:annotation><text:p>ring late</text:p></office:annotation></table:table-cell>"

    assert [number for number, _ in cells(a_row(comment) + ods_rows(SCHOOL))] == [2, 3, 4]


def test_repeated_rows_and_cells_are_there_as_often(monkeypatch: pytest.MonkeyPatch):
    inside = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>Ola</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    fast, careful = both_ways(inside, monkeypatch)

    assert fast == careful == [(3, ("", "", "Ola", "Ola")), (4, ("", "", "Ola", "Ola"))]


def test_a_stray_cell_far_away_costs_nothing():
    far = f'<table:table-row table:number-rows-repeated="900000"><table:table-cell/></table:table-row>{a_row(SPREAD + a_cell("", "x"))}'

    assert [number for number, _ in cells(ods_rows(SCHOOL) + far)] == [1, 2, 3, 900_004]


def test_what_is_hidden_is_read_and_said():
    hidden = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>'
    rows = ods_rows(SCHOOL).replace("<table:table-row>", '<table:table-row table:visibility="filter">', 2)
    style = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    tables = (
        f'<table:table table:name="Report">{hidden}{rows}</table:table>'
        f'<table:table table:name="Old" table:style-name="ta2">{ods_rows([["Tola"]])}</table:table>'
    )

    sheets, notes = read_ods(an_ods(content=ods_content(tables, styles=style).encode()))

    assert [len(sheet.rows) for sheet in sheets] == [3, 1]
    assert [note.message for note in notes] == [
        f"2 rows of this workbook are hidden by a filter; they were read like the others. {DELETE_IT}",
        f"4 columns of this workbook are hidden; they were read like the others. {DELETE_IT}",
        f"1 sheet (Old) of this workbook is hidden; it was read like the others. {DELETE_IT}",
    ]


def test_a_flat_document_is_read_too():
    (sheet,), _ = read_ods(ods_content(f'<table:table table:name="Report">{ods_rows(SCHOOL)}</table:table>').encode())

    assert [list(row) for _, row in sheet.rows] == SCHOOL


@pytest.mark.parametrize("reader", ["_read_fast", "_read_carefully"])
def test_a_reader_that_reads_short_is_not_believed(reader: str, monkeypatch: pytest.MonkeyPatch):
    short = getattr(ods, reader)
    content = an_ods()
    monkeypatch.setattr(ods, "_read_fast", lambda _: None)
    monkeypatch.setattr(
        ods, reader, lambda text: [ods._Read(one.sheet, one.hidden, one.rows - 1) for one in short(text) or ()]
    )

    if reader == "_read_fast":
        assert len(read_ods(content)[0][0].rows) == 3
    else:
        with pytest.raises(UnreadableFile, match="not be read to its end"):
            read_ods(content)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not beside the project")
@pytest.mark.parametrize(("name", "rows", "said"), [
    ("ods_QQQ1234567.ods", 93, ""), ("ods_filters_hidden_cols_rows.ods", 24, "4 rows of this workbook are hidden by a filter"),
    ("ods_hidden_sheet.ods", 5, "1 sheet (Sheet1)"), ("ods_wide_hidden_firsts.ods", 4, "1 row"),
])  # fmt: skip
def test_a_real_spreadsheet_is_read_whole(name: str, rows: int, said: str):
    (path,) = SAMPLES.rglob(name)

    sheets, notes = read_ods(path.read_bytes())

    assert len(sheets[0].rows) == rows
    assert any(note.message.startswith(said) for note in notes) or not said
