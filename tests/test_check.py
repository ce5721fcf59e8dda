"""`roster check` as the contract has it: arguments, text, JSON, CSV, the workbook, and the exit status."""

import csv
from io import BytesIO, StringIO
from typing import Annotated, Literal

import pytest
from openpyxl import load_workbook
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from tests.builders import a_csv, a_workbook
from tests.commands import Command

EXPORT = a_csv("""
    Contact ID | Pupil      | Class | Year | Leaving date | Contact    | Relationship | Court order | Mobile
    91         | Ade Bello  | 3B    | 3    |              | Ola Bello  | Mother       |             | 07700 900123
    92         | Ade Bello  | 3B    | 3    |              | Femi Bello | Father       | Yes         | 07700 900124
    93         | Tola Bello | 5A    | 5    | 17/07/2026   | Jo Ojo     | Mother       |             | 07700 900125
    94         | Temi Okoro | 5A    | 5    |              | Ayo Okoro  | Father       |             | 07700 900126
    95         | Sade Okoro | 3B    | 3    |              | Kemi Okoro | Mother       |             | 4.47701E+11
""")
MEMBERS = "Name,Phone\nOla,07700 900123\nFemi,07700 900124\nJo,07700 900125\nAyo,07700 900126\nCharlie Smith,01632 960999\n=cmd|calc,Hidden (privacy)\nKemi Okoro,07700 900777\nOla Bello,private\nx,123456789012345@lid\n"
EXPECTED = {
    "Ola": ("belongs", "carer-on-roll"),
    "Femi": ("query", "restricted"),
    "Jo": ("remove", "all-children-left"),
    "Ayo": ("query", "other-group"),
    "Charlie Smith": ("remove", "not-on-roll"),
    "=cmd|calc": ("query", "unidentified"),
    "Kemi Okoro": ("query", "damaged-record"),
    "Ola Bello": ("query", "name-only"),
    "x": ("query", "unusable-number"),
}
CLEAR = "Name,Phone\nOla,07700 900123\n"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


Row = Annotated[int, Field(ge=1)]
Reason = Literal[
    "carer-on-roll", "starter", "leaver-grace", "exempt", "other-group", "not-a-carer", "name-only", "unidentified",
    "possible-new-number", "damaged-record", "unusable-number", "restricted", "all-children-left", "not-on-roll",
]  # fmt: skip
Guard = Literal[
    "too-many-removals", "too-few-known", "class-missing", "roll-shrunk", "roll-old", "roll-damaged", "list-short", "all-admins", "first-run",
]  # fmt: skip


class Problem(Strict):
    level: Literal["file", "row", "value"]
    row: Row | None
    column: str | None
    message: str


class Export(Strict):
    file: str
    format: str
    sheet: str | None
    pupils_on_roll: int
    leavers: int
    starters: int
    contacts: int
    problems: list[Problem]


class Member(Strict):
    shown_as: str
    phone: Annotated[str, Field(pattern=r"^\+\d{7,15}$")] | None
    email: str | None
    row: Row
    admin: bool


class Verdict(Strict):
    member: Member
    standing: Literal["belongs", "query", "remove"]
    reason: Reason
    evidence: Annotated[list[str], Field(min_length=1)]
    contacts: list[str]


class Held(Strict):
    guard: Guard
    message: str


class Scope(Strict):
    kind: Literal["class", "year", "cohort", "school"]
    value: str | None


class Group(Strict):
    name: str
    platform: str
    format: str
    scope: Scope
    completeness: Literal["complete", "partial", "events"]
    members: int
    held: list[Held]
    problems: list[Problem]
    verdicts: list[Verdict]


class Told(Strict):
    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)
    version: Annotated[Literal["roster.check/1"], Field(alias="schema")]
    on: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    export: Export
    groups: list[Group]


@pytest.fixture
def files(roster: Command) -> tuple[str, str]:
    return roster.file("contacts.csv", EXPORT), roster.file("3B.csv", MEMBERS)


def test_its_json_is_the_contracts(roster: Command, files: tuple[str, str]):
    said = roster.check(*files)

    told = TypeAdapter(Told).validate_json(said.out)
    (group,) = told.groups
    assert said.status == 1
    assert (told.on, told.export.file, told.export.pupils_on_roll, told.export.leavers, told.export.contacts) == (
        "2026-11-22",
        "contacts.csv",
        3,
        1,
        5,
    )
    assert (group.name, group.scope.kind, group.scope.value, group.members) == ("3B", "class", "3B", 9)
    assert said.verdicts == EXPECTED
    assert [verdict.member.shown_as for verdict in group.verdicts] == list(EXPECTED)
    assert [verdict.member.row for verdict in group.verdicts] == list(range(2, 11))
    assert [verdict.contacts for verdict in group.verdicts][:4] == [["91"], ["92"], ["93"], ["94"]]
    assert [(problem.level, problem.row, problem.column) for problem in told.export.problems] == [
        ("value", 6, "Mobile")
    ]


def test_its_notes_go_to_stderr(roster: Command, files: tuple[str, str]):
    said = roster.check(*files)

    assert "note: contacts.csv: row 6, Mobile" in said.err
    assert "note" not in said.out.splitlines()[0]


def test_its_text_tells_the_worst_first_and_why(roster: Command, files: tuple[str, str]):
    said = roster.check(*files, how="text")

    assert said.status == 1
    lines = [line.strip() for line in said.out.splitlines()]
    at = {
        name: next(n for n, line in enumerate(lines) if line.startswith(name))
        for name in ("Take out", "Charlie", "Jo", "Look at", "Femi")
    }
    assert at["Take out"] < at["Jo"] < at["Look at"] < at["Femi"]
    assert at["Take out"] < at["Charlie"] < at["Look at"]
    assert "Every child we know this person by has left the school" in said.out
    assert "Tola Bello left on 17 July 2026" in said.out
    assert not any(line.startswith("Ola,") for line in lines)


def test_its_csv_is_the_same_rows_and_runs_nothing(roster: Command, files: tuple[str, str]):
    said = roster.check(*files, how="csv")

    rows = list(csv.DictReader(StringIO(said.out)))
    assert [(row["standing"], row["reason"]) for row in rows] == list(EXPECTED.values())
    assert rows[5]["shown_as"] == "'=cmd|calc"
    assert rows[0]["phone"] == "'+447700900123"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_its_workbook_is_one_an_office_would_open(roster: Command, files: tuple[str, str]):
    said = roster.check(*files, "--report", "report.xlsx", how="text")

    book = load_workbook(roster.folder / "report.xlsx")
    sheet = book["3B"]
    rows = list(sheet.iter_rows(min_row=6, values_only=True))
    assert said.status == 1
    assert book.sheetnames == ["Summary", "3B", "Export problems"]
    assert [row[0] for row in rows] == ["Take out"] * 2 + ["Look at"] * 6 + ["Belongs"]
    assert {row[1]: row[2] for row in rows}["Ola"] == "+447700900123"
    assert "=cmd|calc" in [row[1] for row in rows]
    assert all(cell.data_type in {"s", "n", "inlineStr"} for each in book for row in each.iter_rows() for cell in row)
    assert sheet.freeze_panes == "A6"
    assert sheet.auto_filter.ref == "A5:F14"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.print_title_rows == "$5:$5"
    assert sheet["C6"].number_format == "@"
    assert book["Summary"]["A6"].value == "3B"
    assert [book["Summary"].cell(6, column).value for column in range(2, 6)] == [9, 2, 6, 1]
    assert book["Export problems"]["A5"].value == 6


def test_its_workbook_gives_every_group_a_sheet_whatever_its_name(roster: Command):
    export, listed = roster.file("contacts.csv", EXPORT), roster.file("list.csv", CLEAR)
    names = ["3B", "3b", "Summary", "a/b:c*d?e[f]", "'3B'", "x" * 40, "x" * 41, "+1+1", "\u202e3B"]

    said = roster.check(export, *(f"{name}={listed}" for name in names), "--report", "r.xlsx")

    book = load_workbook(BytesIO((roster.folder / "r.xlsx").read_bytes()))
    assert len(book.sheetnames) == len(names) + 2
    assert [group["name"] for group in said.told["groups"]] == names
    assert all(len(title) <= 31 for title in book.sheetnames)


def test_everybody_belongs_is_status_nought(roster: Command):
    said = roster.check(roster.file("contacts.csv", EXPORT), roster.file("3B.csv", CLEAR), how="text")

    assert said.status == 0
    assert "everybody belongs" in said.out


def test_a_held_group_is_status_one_though_nobody_is_flagged(roster: Command):
    listed = roster.file("3B.txt", "3 participants\n+44 7700 900123\n")

    said = roster.check(roster.file("contacts.csv", EXPORT), listed)

    assert said.status == 1
    assert [held["guard"] for held in said.told["groups"][0]["held"]] == ["list-short"]
    assert said.verdicts == {"+44 7700 900123": ("belongs", "carer-on-roll")}


@pytest.mark.parametrize(("on", "reason"), [("2026-07-17", "other-group"), ("2026-07-18", "all-children-left")])
def test_it_judges_for_the_day_it_is_given(roster: Command, on: str, reason: str):
    files = roster.file("contacts.csv", EXPORT), roster.file("3B.csv", "Name,Phone\nJo,07700 900125\n")

    said = roster("check", *files, "--on", on, "--format", "json")

    assert said.told["on"] == on
    assert said.verdicts["Jo"][1] == reason


def test_it_judges_for_today_unless_told(roster: Command):
    said = roster("check", roster.file("contacts.csv", EXPORT), roster.file("3B.csv", CLEAR), "--format", "json")

    assert said.told["on"] >= "2026-01-01"


@pytest.mark.parametrize(("file", "argument", "name"), [
    ("list.csv", "3B=list.csv", "3B"),
    ("list.csv", "list.csv", "list"),
    ("3B class list.csv", "3B class list.csv", "3B class list"),
    ("a=b.csv", "3B=a=b.csv", "3B"),
    ("3B=b.csv", "3B=b.csv", "3B=b"),
    ("list.csv", "Year 3=list.csv", "Year 3"),
    ("list.csv", "3B 🌈=list.csv", "3B 🌈"),
])  # fmt: skip
def test_a_group_is_named_by_the_argument_or_the_file(roster: Command, file: str, argument: str, name: str):
    roster.file(file, CLEAR)

    said = roster.check(roster.file("contacts.csv", EXPORT), argument)

    assert [group["name"] for group in said.told["groups"]] == [name]


def test_a_name_that_fits_nothing_is_noted(roster: Command):
    said = roster.check(roster.file("contacts.csv", EXPORT), roster.file("zebras.csv", CLEAR))

    assert said.told["groups"][0]["scope"] == {"kind": "school", "value": None}
    assert "note: zebras: no class or year on the roll has this name" in said.err


def test_it_takes_several_lists_and_several_groups_of_one(roster: Command):
    several = roster.file(
        "groups.csv", "Name,Phone,Group\nOla,07700 900123,3B\nAyo,07700 900126,5A\nOla,07700 900123,5A\n"
    )

    said = roster.check(roster.file("contacts.csv", EXPORT), several, roster.file("3B.csv", CLEAR))

    assert [(group["name"], group["members"]) for group in said.told["groups"]] == [("3B", 1), ("5A", 2), ("3B", 1)]


def test_one_name_does_not_fit_several_groups(roster: Command):
    several = roster.file("groups.csv", "Name,Phone,Group\nOla,07700 900123,3B\nAyo,07700 900126,5A\n")

    said = roster.check(roster.file("contacts.csv", EXPORT), f"3B={several}", how="text")

    assert said.status == 2
    assert "several groups" in said.err


def test_a_path_with_folders_and_blanks_shows_the_files_name_alone(roster: Command):
    (roster.folder / "My Documents").mkdir()
    export = roster.file("My Documents/pupil contacts (final).csv", EXPORT)

    said = roster.check(export, roster.file("3B.csv", CLEAR))

    assert said.told["export"]["file"] == "pupil contacts (final).csv"


def test_it_reads_a_workbook_for_the_export_and_one_for_the_lists(roster: Command):
    rows = list(csv.reader(StringIO(EXPORT)))
    export = roster.file(
        "contacts.xlsx", a_workbook(Report=[["Hollybank Primary"], [], *rows, ["Printed on 22/11/2026"]])
    )
    lists = roster.file(
        "groups.xlsx",
        a_workbook(
            **{"3B": [["Name", "Phone"], ["Ola", 7700900123]], "5A": [["Name", "Phone"], ["Ayo", 447700900126]]}
        ),
    )

    said = roster.check(export, lists)

    assert said.told["export"]["sheet"] == "Report"
    assert said.told["export"]["problems"][0]["row"] == 8
    assert [(group["name"], group["verdicts"][0]["reason"]) for group in said.told["groups"]] == [
        ("3B", "carer-on-roll"),
        ("5A", "carer-on-roll"),
    ]


def test_its_text_moves_no_cursor_and_turns_no_line_round(roster: Command):
    listed = roster.file("3B.csv", "Name,Phone\n\x1b[2JCharlie\u202e Smith,01632 960999\n")

    said = roster.check(roster.file("contacts.csv", EXPORT), listed, how="text")

    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err


def test_help_is_help(roster: Command):
    said = roster("check", "--help")

    assert said.status == 0
    assert "EXPORT" in said.out
    assert "--report" in said.out
