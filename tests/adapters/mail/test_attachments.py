"""The people of a letter as a file: the letter's own, and nothing that a spreadsheet would run."""

import csv
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from adapters.mail.attachments import attached
from adapters.mail.languages import LANGUAGES
from adapters.mail.lines import Line
from adapters.mail.message import message_of
from adapters.mail.sections import COUNT, Section
from adapters.mail.volunteers import Manner, volunteers_letter
from roster.letters import Words
from tests.adapters.mail.test_letters import HOSTILE, a_letter
from tests.adapters.mail.test_message import LINK, SENDER

DAY = date(2026, 11, 22)
FORMULAE = ('=HYPERLINK("https://example.org")', "+44", "-1", "@SUM(A1)", "＝1+1")
THREE_B = Section("3B", DAY, new=(Line("Charlie Nobody", "900"),), remaining=(Line("", "901"),))
FOUR_A = Section("4A", DAY, stay=(Line("Ola", ""),), open=(Line("Femi", "902"),), gone=(Line("Jo", "903"),))
OAK = Manner("Oak Primary", "office@example.org")
SAID = [
    ("Group", "Shown in the group as", "Number", "What to do"),
    ("3B", "Charlie Nobody", "ending 900", "Please take out: new"),
    ("3B", "Shown only by number", "ending 901", "Please take out: still to do"),
    ("4A", "Ola", "no number is shown", "No longer on the list: please leave them in"),
    ("4A", "Femi", "ending 902", "Nothing to do for now"),
    ("4A", "Jo", "ending 903", "No longer on the list: gone from the group, thank you"),
]


def rows_of(content: bytes) -> list[tuple[str, ...]]:
    return [tuple(row) for row in csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))]


def sheet_of(content: bytes) -> Worksheet:
    (found,) = load_workbook(BytesIO(content)).worksheets
    return found


def cells_of(content: bytes) -> list[tuple[str, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet_of(content).iter_rows()]


def test_it_has_the_same_people_as_the_letter():
    assert rows_of(attached([THREE_B, FOUR_A], "csv").content) == SAID
    assert cells_of(attached([THREE_B, FOUR_A], "xlsx").content) == SAID


def test_it_opens_in_a_spreadsheet_with_its_letters_right():
    assert attached([THREE_B], "csv").content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", [*HOSTILE, *FORMULAE])
def test_no_cell_of_it_is_a_formula(name: str):
    section = Section(name, DAY, new=(Line(name, "900", "+447700900900"),))

    (_, row), cells = rows_of(attached([section], "csv").content), sheet_of(attached([section], "xlsx").content)

    assert not any(cell.startswith(("=", "+", "-", "@", "＝")) for cell in row)
    assert {cell.data_type for line in cells.iter_rows() for cell in line} == {"s"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_it_is_in_the_readers_language_and_the_same_every_time(language: str, ending: str):
    first, again = (attached([THREE_B, FOUR_A], ending, language) for _ in range(2))

    said = rows_of(first.content) if ending == "csv" else cells_of(first.content)
    assert first == again
    assert len(said) == len(SAID)
    assert (said[0] == SAID[0]) is (language == "en")
    if ending == "xlsx":
        assert bool(sheet_of(first.content).sheet_view.rightToLeft) is (language == "ur")


def test_a_letter_has_no_file_unless_the_school_wants_one():
    assert volunteers_letter([THREE_B], OAK).attached is None


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_letter_that_names_nobody_has_no_file(ending: str):
    assert volunteers_letter([THREE_B], replace(OAK, detail=COUNT, attachment=ending)).attached is None


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_it_goes_with_the_message_as_it_is(ending: str):
    words = volunteers_letter([THREE_B], replace(OAK, attachment=ending), stop=LINK)

    first, again = (message_of(a_letter(words), SENDER, LINK).as_bytes() for _ in range(2))

    read = message_from_bytes(first, policy=default)
    (part,) = read.iter_attachments()
    assert first == again
    assert part.get_filename() == f"people.{ending}"
    assert part.get_payload(decode=True) == words.attached.content
    assert kinds(read)[:4] == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html"]
    assert read["List-Unsubscribe"] == f"<{LINK}>"
    assert all(len(line) < 999 for line in first.splitlines())


def test_a_message_without_one_is_as_it_was():
    words = Words("Subject", "text\n", "<p>html</p>\n")

    assert kinds(message_of(a_letter(words), SENDER)) == ["multipart/alternative", "text/plain", "text/html"]


def kinds(message: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in message.walk()]
