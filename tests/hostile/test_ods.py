"""OpenDocument spreadsheets that are damaged or made to harm: read, or one sentence."""

import random

import pytest

from adapters.confined.opening import open_book
from adapters.tables.ods import read_ods
from roster.errors import RosterError, UnreadableFile
from tests.builders import an_upload
from tests.containers import MANY, an_ods, ods_content, ods_rows

WHOLE = an_ods(ods_rows(MANY))
SHEETS = read_ods(WHOLE)
X = 'office:value-type="string"><text:p>x</text:p></table:table-cell>'


def refusal(content: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        open_book(an_upload(content, "contacts.ods"))
    return caught.value


def read_or_none(content: bytes) -> object:
    try:
        return read_ods(content)
    except RosterError:
        return None


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_spreadsheet_cut_off_is_refused(share: float):
    assert "damaged" in refusal(WHOLE[: int(len(WHOLE) * share)]).headline


def test_a_byte_gone_wrong_is_refused_or_changes_nothing():
    chance = random.Random(7)
    places = [chance.randrange(len(WHOLE)) for _ in range(300)]

    read = [read_or_none(WHOLE[:at] + bytes([WHOLE[at] ^ chance.randrange(1, 256)]) + WHOLE[at + 1 :]) for at in places]

    assert None in read
    assert all(one == SHEETS for one in read if one is not None)


def test_content_cut_off_inside_a_whole_zip_is_refused():
    content = ods_content(f'<table:table table:name="R">{ods_rows(MANY)}</table:table>').encode()

    assert {read_or_none(an_ods(content=content[:end])) for end in range(300, len(content), 1777)} == {None}


@pytest.mark.parametrize("inside", [
    f'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" {X}</table:table-row>',
    f'<table:table-row><table:table-cell table:number-columns-repeated="99999999999" {X}</table:table-row>',
    f'<table:table-row table:number-rows-repeated="99999999999"><table:table-cell {X}</table:table-row>',
])  # fmt: skip
def test_absurd_repetitions_are_refused(inside: str):
    assert "far too many cells" in refusal(an_ods(inside)).headline


def test_many_sheets_of_repetitions_are_refused():
    row = f'<table:table-row table:number-rows-repeated="400000"><table:table-cell table:number-columns-repeated="10" {X}</table:table-row>'
    tables = "".join(f'<table:table table:name="{name}">{row}</table:table>' for name in "abcde")

    assert "far too many cells" in refusal(an_ods(content=ods_content(tables).encode())).headline


def test_a_stray_cell_far_down_costs_nothing():
    far = f'<table:table-row table:number-rows-repeated="250000"/><table:table-row>{"<table:table-cell/>" * 300}<table:table-cell {X}</table:table-row>'

    book = open_book(an_upload(an_ods(ods_rows(MANY) + far), "contacts.ods"))

    assert len(book.sheets[0].rows) == len(MANY) + 1


def test_blanks_without_end_cost_nothing():
    blank = '<table:table-row table:number-rows-repeated="99999999999"><table:table-cell table:number-columns-repeated="99999999999"/></table:table-row>'

    book = open_book(an_upload(an_ods(ods_rows(MANY) + blank), "contacts.ods"))

    assert len(book.sheets[0].rows) == len(MANY)


@pytest.mark.parametrize("declared", ['<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'])
def test_a_document_type_is_refused(declared: str):
    content = ods_content("").replace("?>", f"?>{declared}", 1).encode()

    assert "a part that no spreadsheet has" in refusal(an_ods(content=content)).headline


def test_two_bytes_a_letter_are_refused_and_never_read_as_empty():
    content = ods_content(f'<table:table table:name="R">{ods_rows(MANY)}</table:table>').replace("UTF-8", "UTF-16")

    assert "a part that no spreadsheet has" in refusal(an_ods(content=content.encode("utf-16"))).headline


def test_a_bomb_is_refused_early():
    content = ods_content(" " * 80_000_000).encode()

    assert "absurd size" in refusal(an_ods(content=content)).headline


def test_a_password_is_named():
    assert "password" in refusal(an_ods(manifest="<manifest:encryption-data/>")).headline


def test_depth_without_end_is_refused():
    deep = "<text:span>" * 20_000 + "x" + "</text:span>" * 20_000
    inside = f'<table:table-row><table:table-cell calcext:value-type="error"><text:p>{deep}</text:p></table:table-cell></table:table-row>'

    assert "damaged" in refusal(an_ods(inside)).headline
