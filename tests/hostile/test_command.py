"""The worst files through the command itself, with a gigabyte and a minute: a status, and one sentence when refused."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_csv, a_workbook
from tests.hostile import crafted
from tests.hostile.crafted import SHEET, a_book, a_sheet_of, repeated, shared, stored, text

ROOT = Path(__file__).resolve().parents[2]
GIGABYTE = 1 << 30
MEMBERS = "+44 7700 900123"
TABLE = a_csv("""
    Pupil     | Class | Contact   | Relationship | Mobile
    Ade Bello | 3B    | Ola Bello | Mother       | 07700 900123
""")
ROWS = [line.split(",") for line in TABLE.splitlines()]
HEAD = a_sheet_of("").partition(b"</sheetData>")[0]
REFUSED = {
    "a bomb of blanks": ("a.xlsx", a_book(repeated(SHEET, HEAD, b" " * 1_000_000, 1000)), "absurd size"),
    "a bomb of rows": ("a.xlsx", a_book(repeated(SHEET, HEAD, b"<row><c><v>1</v></c></row>" * 40_000, 1000)), "no sheet"),
    "one endless text": ("a.xlsx", a_book(repeated(SHEET, HEAD + b"<row><c><v>", b"x" * 1_000_000, 1000)), "absurd size"),
    "entities": ("a.xlsx", a_book(stored("xl/styles.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")), "no workbook has"),
    "a cell out of reach": ("a.xlsx", a_book(rows=f'<row r="3">{text("ZZZZZZZ3", "x")}</row>'), "no sheet reaches"),
    "a long text told often": (
        "a.xlsx",
        a_book(rows='<row><c t="s"><v>0</v></c></row>' * 100_000, strings=shared("x" * 1_000_000)),
        "more text than a cell",
    ),
    "a name that leads elsewhere": ("a.zip", crafted.a_zip([stored("../../contacts.csv", TABLE)]), "not put together"),
    "half a workbook": ("a.xlsx", a_workbook(R=ROWS * 50)[:3000], "damaged"),
    "zeros at the end": ("a.csv", TABLE.encode() + bytes(4096), "damaged"),
    "a picture": ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(300), "picture"),
    "nothing": ("a.xlsx", b"", "empty"),
    "an endless cell": ("a.csv", "Pupil,Class\n" + "x" * 20_000_000, "cannot be read as a table"),
}  # fmt: skip
EXPORT = "".join(
    f'<row r="{n}">' + "".join(text(f"{column}{n}", cell) for column, cell in zip("ABCDE", row, strict=True)) + "</row>"
    for n, row in enumerate([*ROWS, *[["Tola Novak", "5A", "Femi Novak", "Father", "07700 900124"]] * 300], start=1)
)
READ = {
    "a lie about its size": a_book(stored(SHEET, a_sheet_of(EXPORT, before='<dimension ref="A1"/>'))),
    "a lie about its strings": a_book(rows=EXPORT, strings=shared("x", claim='uniqueCount="4294967295"')),
    "a stray cell at the far corner": a_book(rows=EXPORT + f'<row r="1048576">{text("XFD1048576", "x")}</row>'),
}


def check(folder: Path, export: str, listed: str, *how: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "jobs", "check", str(folder / export), f"3B={folder / listed}", *how],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE)),
    )  # fmt: skip


def assert_one_sentence(ended: "subprocess.CompletedProcess[str]", name: str, said: str) -> None:
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    (line,) = ended.stderr.strip().splitlines()
    assert line.startswith(f"roster check: {name}")
    assert said in line


@pytest.mark.parametrize(("name", "content", "said"), REFUSED.values(), ids=REFUSED)
def test_it_refuses_an_export_in_a_sentence(tmp_path: Path, name: str, content: bytes | str, said: str):
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (tmp_path / "members.txt").write_text(MEMBERS)

    assert_one_sentence(check(tmp_path, name, "members.txt"), name, said)


@pytest.mark.parametrize("case", ["a bomb of rows", "a cell out of reach", "half a workbook", "a picture"])
def test_it_refuses_a_list_in_a_sentence(tmp_path: Path, case: str):
    name, content, said = REFUSED[case]
    assert isinstance(content, bytes)
    (tmp_path / f"list-{name}").write_bytes(content)
    (tmp_path / "contacts.csv").write_text(TABLE)

    assert_one_sentence(check(tmp_path, "contacts.csv", f"list-{name}"), f"list-{name}", said)


@pytest.mark.parametrize("content", [*READ.values(), a_workbook(Report=ROWS)], ids=[*READ, "a good one"])
def test_what_is_only_odd_is_compared_whole(tmp_path: Path, content: bytes):
    (tmp_path / "a.xlsx").write_bytes(content)
    (tmp_path / "members.txt").write_text(MEMBERS)

    ended = check(tmp_path, "a.xlsx", "members.txt", "--format", "json")

    (group,) = json.loads(ended.stdout)["groups"]
    assert (ended.returncode, [one["standing"] for one in group["verdicts"]]) == (0, ["belongs"])
    assert "Traceback" not in ended.stderr
