"""The demo, as somebody sees it who types the README's first command."""

import re
import subprocess
import sys
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import load_workbook

OFFICE = "office@example.org"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What the demo printed, and the folder it left."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    command = [sys.executable, "-m", "jobs", "demo", "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout, folder


def letters_of(folder: Path) -> list[EmailMessage]:
    return [
        message_from_bytes(path.read_bytes(), policy=policy.default)
        for path in sorted((folder / "letters").glob("*.eml"))
    ]


def said(letter: EmailMessage) -> str:
    return "".join(part.get_content() for part in letter.walk() if part.get_content_maintype() == "text")


def test_it_holds_the_first_night_and_shows_what_the_second_changed(demo: tuple[str, Path]):
    out, _ = demo

    assert "first-run" in out
    assert "two families have left, and a stranger joined" in out
    assert "What changed since the last letters" in out
    assert "check contacts.xlsx 3B=members.csv" in out


def test_it_leaves_both_kinds_of_letter_the_workbooks_and_the_database(demo: tuple[str, Path]):
    _, folder = demo

    readers = {letter["To"] for letter in letters_of(folder)}
    sheets = load_workbook(folder / "reports" / "night two.xlsx").sheetnames

    assert OFFICE in readers
    assert any(reader.startswith("volunteer") for reader in readers)
    assert {"Summary", "3B", "Year 5", "Reception"} <= set(sheets)
    assert (folder / "roster.db").stat().st_size > 0


def test_it_tells_no_volunteer_anything_about_a_child(demo: tuple[str, Path]):
    _, folder = demo
    report = load_workbook(folder / "received" / "night two" / "contacts.xlsx").active
    rows = [row for row in report.iter_rows(min_row=5, values_only=True) if row[0] and row[1]]
    children = {f"{row[1]} {row[0]}" for row in rows}
    carers = {f"{row[7]} {row[6]}" for row in rows if row[7]}

    written = [said(letter) for letter in letters_of(folder) if letter["To"] != OFFICE]

    assert written
    assert len(children) > 300
    for text in written:
        assert not [child for child in children - carers if child in text]
        assert not re.search(r"\bleft on\b|\bhas left\b|\brestricted\b|\bcourt\b", text.lower())


def test_it_never_empties_a_folder_that_it_did_not_make(tmp_path: Path):
    (tmp_path / "homework.txt").write_text("mine")

    command = [sys.executable, "-m", "jobs", "demo", "--folder", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 2
    assert "not empty" in done.stderr
    assert (tmp_path / "homework.txt").read_text() == "mine"
