"""What people give by mistake: status 2, one clear message, nothing on stdout, never a traceback."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from tests.builders import a_csv, a_workbook
from tests.commands import Command

EXPORT = a_csv("""
    Pupil     | Class | Contact   | Relationship | Mobile
    Ade Bello | 3B    | Ola Bello | Mother       | 07700 900123
""")
LIST = "Ola Bello, +44 7700 900123, +44 7700 900124, You"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
ROWS = [["Pupil", "Class", "Contact", "Mobile"], *[["Ade Bello", "3B", "Ola Bello", "07700 900123"]] * 50]
BOOK = a_workbook(Report=ROWS)
HTML = "<html><body><table><tr><td>Pupil</td></tr></table></body></html>"
CHAT = "22/11/2026, 09:15 - Ola Bello: the secret is out\n22/11/2026, 09:16 - Femi: is it\n" * 5
TWO_MIS = (
    "Contact1Name,Contact1Telephone,EnrolmentStateName,TutorGroupName,StudentForename,ContactForename,MobileNumber,HouseName,District\n"
    + "x," * 8
    + "x\n"
)
TWO_LISTS = "Phone Number,Name,Description,Source,Country Code,Public Display Name,Saved Name\n7700900123,Ola,hi,3B,44,Ola,Ola\n"


def protected() -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    OOXMLFile(BytesIO(BOOK)).encrypt("secret", out)
    return out.getvalue()


EXPORTS = {
    "an empty file": ("a.csv", b"", "is empty"),
    "a picture renamed": ("a.xlsx", PNG, "picture"),
    "a password": ("a.xlsx", protected(), "password"),
    "an old workbook cut off": ("a.xls", OLD, "damaged"),
    "a web page without telephones": ("a.xls", HTML, "the contacts' telephone numbers"),
    "binary junk": ("a.csv", bytes(range(256)) * 8, "neither a spreadsheet nor text"),
    "cut off": ("a.xlsx", BOOK[:-200], "damaged"),
    "cut at the start": ("a.xlsx", BOOK[:40], "damaged"),
    "no phone column": ("a.csv", "Pupil,Class,Contact\nAde,3B,Ola\n", "telephone numbers"),
    "no phone column in a workbook": ("a.xlsx", a_workbook(R=[["Pupil", "Class"], ["Ade", "3B"]]), "telephone numbers"),
    "no pupils": ("a.csv", "Class,Contact name,Mobile\n3B,Ola,07700900123\n", "pupils' names"),
    "headings only": ("a.csv", "Pupil,Class,Contact,Mobile\n", "nothing under them"),
    "headings only in a workbook": ("a.xlsx", a_workbook(R=ROWS[:1]), "nothing under them"),
    "no headings": ("a.csv", "Ade,3B,Ola,07700 900123\nTola,3B,Femi,07700 900124\n", "row of headings"),
    "an empty workbook": ("a.xlsx", a_workbook(R=[]), ""),
    "two readers": ("a.csv", TWO_MIS, "two different formats"),
    "a list": ("a.txt", LIST, "member list"),
    "a list with headings": ("a.csv", "Name,Phone\nOla,07700900123\n", "member list"),
    "sheets that differ": ("a.xlsx", a_workbook(A=ROWS, B=[["Child", "Form", "Mum", "Mum tel"], ["Ade", "3B", "Ola", "07700 900123"]]), "different headings"),
    "a chat": ("a.txt", CHAT, "not an MIS export"),
}  # fmt: skip
LISTS = {
    "an empty file": ("3B.txt", b"  \n", "is empty"),
    "a picture renamed": ("3B.xlsx", PNG, "picture"),
    "a password": ("3B.xlsx", protected(), "password"),
    "an old workbook cut off": ("3B.xls", OLD, "damaged"),
    "cut off": ("3B.xlsx", BOOK[:-200], "damaged"),
    "headings only": ("3B.csv", "Name,Phone\n", "nothing under them"),
    "no phone column": (
        "3B.csv",
        "Name,Notes\nOla,early\nFemi,late\n",
        "heading over the numbers",
    ),
    "no phone column in a workbook": (
        "3B.xlsx",
        a_workbook(M=[["Name", "Notes"], ["Ola", "x"]]),
        "heading over the numbers",
    ),
    "two readers": ("3B.csv", TWO_LISTS, "two different formats"),
    "the export": ("3B.csv", EXPORT, "looks like an MIS export"),
    "the export as a workbook": ("3B.xlsx", BOOK, "looks like an MIS export"),
    "other JSON": ("3B.json", '{"weather": [{"id": "fine"}]}', "JSON"),
    "cards of nobody": ("3B.vcf", "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", ""),
    "a chat of notices alone": ("3B.txt", "22/11/2026, 09:15 - Messages and calls are end-to-end encrypted.\n", ""),
    "XML": ("3B.xml", "<?xml version='1.0'?><a>07700900123</a>\n", "XML"),
    "nobody": ("3B.txt", ",,,\n", ""),
    "a count alone": ("3B.txt", "41 participants\n", ""),
}


def assert_refused(said, name: str, what: str) -> None:
    assert said.status == 2
    assert said.out == ""
    assert "Traceback" not in said.err
    (line,) = said.err.strip().splitlines()
    assert line.startswith(f"roster check: {name}")
    assert what in line
    assert len(line) < 420
    assert line.count(". ") <= 3
    assert line.endswith(".")


@pytest.mark.parametrize(("name", "content", "what"), EXPORTS.values(), ids=EXPORTS)
def test_it_refuses_an_export(roster: Command, name: str, content: str | bytes, what: str):
    export, listed = roster.file(name, content), roster.file("members.txt", LIST)

    assert_refused(roster.check(export, f"3B={listed}", how="text"), name, what)


@pytest.mark.parametrize(("name", "content", "what"), LISTS.values(), ids=LISTS)
def test_it_refuses_a_list(roster: Command, name: str, content: str | bytes, what: str):
    export, listed = roster.file("contacts.csv", EXPORT), roster.file(name, content)

    assert_refused(roster.check(export, listed, how="csv"), name, what)


@pytest.mark.parametrize(("export", "listed", "what"), [("gone.csv", "3B.txt", "no such file"), (".", "3B.txt", "not an MIS export"), ("contacts.csv", "gone.txt", "no such file"), ("contacts.csv", "3B=gone.txt", "no such file"), ("contacts.csv", ".", "folder")])  # fmt: skip
def test_it_says_which_file_is_not_there(roster: Command, export: str, listed: str, what: str):
    roster.file("contacts.csv", EXPORT)
    roster.file("3B.txt", LIST)

    said = roster.check(export, listed, how="text")

    assert said.status == 2
    assert what in said.err


@pytest.mark.parametrize(
    ("name", "content", "what"), [EXPORTS["an empty file"], EXPORTS["a password"], EXPORTS["headings only"]]
)
def test_a_program_is_told_in_json(roster: Command, name: str, content: str | bytes, what: str):
    said = roster.check(roster.file(name, content), roster.file("3B.txt", LIST))

    assert said.status == 2
    assert said.told.keys() == {"schema", "error"}
    assert said.told["schema"] == "roster.check/1"
    assert what in f"{said.told['error']['headline']} {said.told['error']['advice']}"
    assert said.told["error"]["file"] == name
    assert len(said.err.strip().splitlines()) == 1


def test_a_chats_messages_are_never_repeated(roster: Command):
    said = roster.check(roster.file("contacts.csv", EXPORT), roster.file("3B.txt", CHAT))

    assert "secret" not in said.out + said.err


@pytest.mark.parametrize("arguments", [[], ["a.csv"], ["a.csv", "b.csv", "--on", "soon"], ["a.csv", "b.csv", "--format", "xml"], ["a.csv", "b.csv", "--wrong"]])  # fmt: skip
def test_wrong_arguments_are_said_in_a_line(roster: Command, arguments: list[str]):
    said = roster("check", *arguments)

    assert said.status == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


def test_a_report_that_cannot_be_written_is_said(roster: Command):
    said = roster.check(
        roster.file("contacts.csv", EXPORT), roster.file("3B.txt", LIST), "--report", "nowhere/report.xlsx", how="text"
    )

    assert said.status == 2
    assert said.out == ""
    assert "nowhere/report.xlsx: This file cannot be written" in said.err


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", PNG), ("a.xlsx", BOOK[:3000]), ("a.csv", b""), ("a.csv", EXPORT.encode()[:16])]
)
def test_a_process_ends_as_calmly(tmp_path: Path, name: str, content: bytes):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "3B.txt").write_text(LIST)
    root = Path(__file__).resolve().parent.parent

    ended = subprocess.run(
        [sys.executable, "-m", "jobs", "check", str(tmp_path / name), str(tmp_path / "3B.txt"), "--format", "json"],
        cwd=root, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip

    assert ended.returncode == 2
    assert json.loads(ended.stdout)["error"]["file"] == name
    assert ended.stderr.startswith(f"roster check: {name}")
    assert "Traceback" not in ended.stderr
