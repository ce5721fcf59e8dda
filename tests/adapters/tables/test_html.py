"""Web pages named .xls: every table read whole with what it hides, or one sentence on what the page is."""

import pytest

from adapters.mis import read_export
from adapters.tables import html_tables
from adapters.tables.html_tables import read_html
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.normalise import normalise
from tests.builders import an_upload
from tests.containers import SCHOOL, a_page

ROWS = "<tr><td>Pupil<td>Class<tr><td>Ade<td>3B"
READ = [("Pupil", "Class"), ("Ade", "3B")]


def sheets(page: str) -> tuple[Sheet, ...]:
    return read_html(page.encode())[0]


def rows(inside: str) -> list[tuple[str, ...]]:
    (sheet,) = sheets(f"<table>{inside}</table>")
    return [cells for _, cells in sheet.rows]


def text(cell: str) -> str:
    return rows(f"<tr>{cell}</tr>{ROWS}")[0][0]


def test_the_school_reads_to_its_two_parents():
    export, notes = read_export(an_upload(a_page(), "contacts.xls"))

    contacts = normalise(export)[0].contacts
    assert [(one.shown, one.phones[0].e164) for one in contacts] == [("Ola Bello", "+447700900123"), ("Femi Bello", "+447700900124")]  # fmt: skip
    assert notes == ()


@pytest.mark.parametrize(("cell", "said"), [
    ("<td>Ola &amp; Femi O&#39;Bello</td>", "Ola & Femi O'Bello"), ("<td>&nbsp; Ola  \n Bello </td>", "Ola Bello"),
    ("<th>Ola</th>", "Ola"), ("<td>07700 900123<br>07700 900124</td>", "07700 900123\n07700 900124"),
    ("<td><p>Ola</p><p>Femi</p></td>", "Ola\nFemi"), ("<td><b>Ola</b> <i>Bello</i></td>", "Ola Bello"),
    ("<td>Ola<script>alert(1)</script><style>b{}</style><!-- no --></td>", "Ola"),
    ('<td x:num="7700900123">7.7E+09</td>', "7700900123"), ('<td x:num="38000">14/01/2004</td>', "14/01/2004"),
    ("<td>07700 900123<table><tr><td>01632 960123</td></tr></table></td>", "07700 900123\n01632 960123"),
])  # fmt: skip
def test_a_cell_is_read_as_a_browser_shows_it(cell: str, said: str):
    assert text(cell) == said


@pytest.mark.parametrize(("inside", "cells"), [
    ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", [("a", "", "b"), ("c", "d", "e")]),
    ("<tr><td rowspan=2>a<td>b<tr><td>c", [("a", "b"), ("", "c")]),
    ("<tr><td>x<td rowspan=2 colspan=2>a<td>b<tr><td>c<td>d", [("x", "a", "", "b"), ("c", "", "", "d")]),
    ("<tr><td colspan=none>a<td rowspan=-1>b<tr><td>c", [("a", "b"), ("c",)]),
    ("<thead><tr><th>a</thead><tbody><tr><td>b</tbody><tfoot><tr><td>c</tfoot>", [("a",), ("b",), ("c",)]),
    ("<form><tr><form><td>a</form><td>b</tr></form><tr><td>c", [("a", "b"), ("c",)]),
])  # fmt: skip
def test_cells_stand_where_a_browser_shows_them(inside: str, cells: list[tuple[str, ...]]):
    assert rows(inside) == cells


def test_a_blank_row_is_counted_and_not_read():
    (sheet,) = sheets(f"<table><tr><td>Title</td></tr><tr><td>&nbsp;</td></tr>{ROWS}</table>")

    assert [number for number, _ in sheet.rows] == [1, 3, 4]


def test_every_table_is_a_sheet_but_not_what_only_lays_them_out():
    page = (
        f"<table><tr><td><table><caption>3B</caption>{ROWS}</table></td></tr>"
        f"<tr><td><table>{ROWS}</table></td></tr></table><table><tr><td>Printed on Monday</td></tr></table>"
    )

    assert [(sheet.title, [cells for _, cells in sheet.rows][-2:]) for sheet in sheets(page) if sheet.rows[0][1][0] == "Pupil"] == [("3B", READ), ("table 3", READ)]  # fmt: skip


@pytest.mark.parametrize(("head", "encoding"), [
    ("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16"), ("", "cp1252"), ("<meta charset=iso-8859-1>", "cp1252"), ("<meta charset=utf-8>", "utf-8"),
    ("<meta http-equiv=Content-Type content='text/html; charset=windows-1250'>", "cp1250"), ("<meta charset=utf-8>", "cp1252"),
    ("<meta charset=martian>", "cp1252"),
])  # fmt: skip
def test_names_survive_any_encoding(head: str, encoding: str):
    page = f"<html><head>{head}</head><table><tr><td>Zoë “Müller”</td></tr>{ROWS}</table></html>"

    assert read_html(page.encode(encoding))[0][0].rows[0] == (1, ("Zoë “Müller”",))


def test_what_is_hidden_is_read_and_said():
    page = (
        "<table><col><col style='width:9pt; display: none'><tr><td>Pupil<td>Class<td>Id"
        "<tr style='display:none'><td>Ade<td>3B<td style='visibility:hidden'>7<tr hidden><td>Tola<td>3B<td>8</table>"
    )

    (sheet,), notes = read_html(page.encode())

    assert len(sheet.rows) == 3
    assert [note.message.split(" of ")[0] for note in notes] == ["2 rows", "2 columns"]


@pytest.mark.parametrize(("page", "said"), [
    ("<html><frameset><frame src='x_files/sheet001.htm'></frameset></html>", "only the frame of a workbook"),
    ("<html><body><form>Email <input name=e>Password <input type='password'></form></body></html>", "sign-in page"),
    ("<html><body>Please log in again</body></html>", "sign-in page"),
    ("<html><body>Server error</body></html>", "without a table"), ("<table></table>", "without a table"), ("<html>", "without a table"),
])  # fmt: skip
def test_a_page_without_a_table_is_named(page: str, said: str):
    with pytest.raises(UnreadableFile) as caught:
        read_html(page.encode())

    assert said in caught.value.headline


def test_a_row_that_only_the_text_shows_is_not_passed_over(monkeypatch: pytest.MonkeyPatch):
    whole = html_tables._parsed
    monkeypatch.setattr(html_tables, "_parsed", lambda page: whole(page.replace("<tr><td>Ade", "<td>Ade")))

    with pytest.raises(UnreadableFile, match="not be read to its end"):
        sheets(f"<table>{ROWS}<tr><td>Tola</table>")


def test_a_table_that_is_only_spoken_of_is_not_counted():
    page = f"<script>var row = '<tr><td>';</script><!-- <table><tr> --><table>{ROWS}</table>"

    assert [cells for _, cells in sheets(page)[0].rows] == READ


def test_a_page_of_the_whole_school_keeps_every_row():
    (sheet,) = sheets(a_page([*SCHOOL, *[[f"Tola {n}", "3B", "Ola", "", ""] for n in range(5_000)]]))

    assert len(sheet.rows) == 5_003
