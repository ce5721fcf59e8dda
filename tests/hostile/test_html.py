"""Web pages that are damaged or made to harm: read, or one sentence, and never fewer rows."""

import pytest

from adapters.confined.opening import open_book
from adapters.tables.book import Book
from adapters.tables.html_tables import read_html
from roster.errors import UnreadableFile
from tests.builders import an_upload
from tests.containers import MANY, SCHOOL, a_page

DEEP = 100_000


def opened(page: str) -> Book:
    return open_book(an_upload(page, "contacts.xls"))


def refusal(page: str) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        opened(page)
    return caught.value


@pytest.mark.parametrize("inside", [
    f"{'<div>' * DEEP}{a_page()}", f"{'<table><tr><td>' * DEEP}x{a_page()}", f"<table><tr><td>{'<b>' * DEEP}x</table>{a_page()}",
    f"<table><tr><td>x{'<table><tr><td>y' * DEEP}{a_page()}",
])  # fmt: skip
def test_depth_without_end_is_refused(inside: str):
    assert "not be read to its end" in refusal(f"<html><body>{inside}</body></html>").headline


def test_spans_without_end_cost_nothing():
    page = a_page(MANY).replace("<td>", '<td rowspan="999999999" colspan="1">', 1)

    assert len(opened(page).sheets[0].rows) == len(MANY)


@pytest.mark.parametrize("page", [
    f"<table><tr>{'<td colspan=999999999>x' * 17}</table>",
    a_page([["x"] * 100] * 2_000).replace("<td>", '<td rowspan="2000" colspan="100">', 100),
])  # fmt: skip
def test_an_absurdly_big_table_is_refused(page: str):
    assert "absurdly big" in refusal(page).headline


def test_pages_that_were_put_one_after_another_are_all_read():
    assert [len(sheet.rows) for sheet in opened(a_page() * 20).sheets] == [len(SCHOOL)] * 20


def test_a_page_cut_off_in_a_row_still_has_every_row_before():
    page = a_page(MANY)

    assert len(opened(page[: page.rindex("<td>")]).sheets[0].rows) == len(MANY)


@pytest.mark.parametrize("head", [
    '<!DOCTYPE html [<!ENTITY a "Charlie"><!ENTITY b "&a;&a;&a;">]>', '<!DOCTYPE html SYSTEM "file:///etc/passwd">', '<?xml version="1.0" encoding="utf-16"?>',
])  # fmt: skip
def test_a_document_type_changes_nothing(head: str):
    page = f"{head}<html><table><tr><td>&b;<td>&a;<tr><td>Ade<td>3B</table></html>"

    assert [cells for _, cells in read_html(page.encode())[0][0].rows] == [("&b;", "&a;"), ("Ade", "3B")]


def test_a_text_without_end_is_refused():
    page = f"<table><tr><td>{'x' * 12_000_000}</td></tr><tr><td>Ade</td></tr><tr><td>Tola</td></tr></table>"

    assert "not be read to its end" in refusal(page).headline
