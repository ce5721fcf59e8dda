"""Delimited text in every dress an office's computer gives it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.tables.book import Book
from adapters.tables.reading import read_book
from roster.errors import RosterError, UnreadableFile
from tests.builders import a_csv, an_upload

TABLE = """
    Pupil     | Class | Contact       | Telephone
    Adé Bello | 3B    | Ola O'Brien   | 07700 900123
    Tola, B.  | 5A    | "Jo" Ojo      | 07700 900124
"""
CELLS = (
    (1, ("Pupil", "Class", "Contact", "Telephone")),
    (2, ("Adé Bello", "3B", "Ola O'Brien", "07700 900123")),
    (3, ("Tola, B.", "5A", '"Jo" Ojo', "07700 900124")),
)


def opened(content: str | bytes) -> Book:
    return read_book(an_upload(content))


def rows(content: str | bytes) -> tuple[tuple[int, tuple[str, ...]], ...]:
    (sheet,) = opened(content).sheets
    return sheet.rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_it_reads_every_encoding_and_delimiter(encoding: str, delimiter: str):
    assert rows(a_csv(TABLE, delimiter=delimiter).encode(encoding)) == CELLS


@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_it_reads_every_line_end(newline: str):
    assert rows(a_csv(TABLE, newline=newline)) == CELLS


def test_it_reads_what_windows_alone_has():
    assert rows("Name,Phone\r\nOla O’Brien – 3B,07700 900123\r\n".encode("cp1252"))[1][1] == (
        "Ola O’Brien – 3B",
        "07700 900123",
    )


def test_it_reads_bytes_that_windows_has_not():
    assert rows(b"Name,Phone\nOla \x81\x8d,07700 900123\n")[1][1][1] == "07700 900123"


def test_it_keeps_a_cell_of_several_lines_and_the_row_numbers_a_spreadsheet_shows():
    assert rows('Name,Phone\n"Ola\nBello",07700 900123\nFemi,07700 900124\n') == (
        (1, ("Name", "Phone")),
        (2, ("Ola\nBello", "07700 900123")),
        (3, ("Femi", "07700 900124")),
    )


def test_it_counts_blank_lines_and_drops_them():
    assert [number for number, _ in rows("Name,Phone\n\n,\nOla,07700 900123\n")] == [1, 4]


def test_it_keeps_ragged_rows_as_they_are():
    assert [len(cells) for _, cells in rows("a,b,c\n1,2\n1,2,3,4\n1,2,3\n")] == [3, 2, 4, 3]


@pytest.mark.parametrize(
    "row", ['"Ade Bello,3B,Ola,07700 900123', 'Ade Bello,"3B,Ola,07700 900123', 'Ade Bello,3B,Ola,"07700 900123']
)
def test_a_quotation_mark_that_is_never_closed_swallows_nobody(row: str):
    text = f"Pupil,Class,Contact,Telephone\n{row}\nTola,5A,Femi,07700 900124\nTemi,5A,Ayo,07700 900125\n"

    found = rows(text)

    assert [number for number, _ in found] == [1, 2, 3, 4]
    assert found[1][1] == ("Ade Bello", "3B", "Ola", "07700 900123")


def test_a_quotation_mark_that_swallows_more_than_a_cell_may_hold():
    text = 'Pupil,Class,Contact,Telephone\nAde,"3B,Ola,07700 900123\n' + "Tola,5A,Femi,07700 900124\n" * 8000

    assert len(rows(text)) == 8002


@pytest.mark.parametrize(("text", "cut"), [
    ("a,b,c\n1,2,3\n1,2,3\n1,2", True),
    ("a,b,c\n1,2,3\n1,2,3\n1,2,3", False),
    ("a,b,c\n1,2,3\n1,2,3\n1,2\n", False),
    ("a,b,c\n1,2", False),
])  # fmt: skip
def test_it_says_when_the_text_ends_in_the_middle_of_a_row(text: str, cut: bool):
    (sheet,) = opened(text).sheets

    assert sheet.cut_short is cut


@pytest.mark.parametrize(("content", "said"), [
    (b"", "empty"),
    (b" \r\n\t ", "empty"),
    (b"Ola\0Bello,07700 900123\n" * 20, "neither a spreadsheet nor text"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff\xe0", "picture"),
    (b"%PDF-1.7", "PDF"),
    (b"{\\rtf1", "RTF"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"\xff\xfea\0b", "damaged"),
    (b"PK\x03\x04 and no more", "damaged"),
    (b"Name,Phone\nOla,07700 900123\n" + bytes(600), "damaged"),
    ("\ufeff".encode("utf-16-le") + b"\x00\xd8\x00", "damaged"),
    (b"Name," + b"x" * 200_000 + b"\n", "cannot be read as a table"),
])  # fmt: skip
def test_it_says_what_a_file_is_that_it_cannot_open(content: bytes, said: str):
    if content == b"\xff\xfea\0b":
        content += b"\0\xd8"

    with pytest.raises(UnreadableFile) as caught:
        opened(content)

    assert said in caught.value.headline
    assert caught.value.advice.endswith(".")
    assert caught.value.file == "contacts.csv"


def test_it_refuses_what_is_too_big(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("adapters.tables.reading._LARGEST", 1024)

    with pytest.raises(UnreadableFile, match="too big"):
        opened(b"a" * 1025)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes):
    try:
        book = opened(content)
    except RosterError:
        return

    assert all(any(cells) for sheet in book.sheets for _, cells in sheet.rows)


@given(st.text(alphabet='a,";\n\r\t|0 ', max_size=80))
def test_any_text_is_read_or_refused(text: str):
    said = _said(text)

    assert said in {"", "This file is empty."}


def _said(text: str) -> str:
    """What is said of a text that cannot be opened."""
    try:
        opened(text)
    except RosterError as error:
        return error.headline
    return ""
