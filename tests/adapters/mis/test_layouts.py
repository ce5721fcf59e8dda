"""Sheets of each MIS, beside what they read as; those whose headings are published are recognised, the others understood."""

import csv
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from adapters.mis import read_export
from adapters.mis.layout import all_layouts
from roster.errors import UnreadableExport
from roster.normalise import normalise
from roster.relations import Role
from tests.adapters.mis.goldens import assert_as_golden, told
from tests.builders import an_upload

FOLDER = Path(__file__).parent / "fixtures" / "layouts"
FIXTURES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".txt")
WITH_CONTACTS = [path for path in FIXTURES if path.stem != "schoolcomms"]
SHEETS = [path for path in WITH_CONTACTS if path.suffix == ".csv"]
CLAIMED = [path for path in SHEETS if not path.stem.startswith("headings")]
UNDER_A_TITLE = {"headings--sims-report"}
TWO_NAMES_AND_IDS = {"bromcom"}
HEADINGS_TWICE = {"schoolbooking", "headings--sims-two-surnames", "headings--integris"}


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(path.read_text(encoding="utf-8"))))


def said(rows: list[list[str]]) -> list[str]:
    """What an export reads as, whatever the order of its rows and of what stands in them."""
    text = StringIO()
    csv.writer(text).writerows(rows)
    export, _ = read_export(an_upload(text.getvalue()))
    snapshot, _ = normalise(export)
    contacts = [
        f"{contact.shown} {sorted(phone.e164 for phone in contact.phones)} {sorted(contact.emails)} "
        f"{sorted((tie.pupil.name, tie.carer, tie.responsibility, tie.lives_with, tie.restricted) for tie in contact.ties)}"
        for contact in snapshot.contacts
    ]
    pupils = [f"{pupil.name} {pupil.year} {sorted(pupil.classes)} {pupil.left_on}" for pupil in snapshot.pupils]
    return [export.format, *sorted(pupils), *sorted(contacts)]


def named(paths: list[Path], *, without: set[str]) -> list[object]:
    return [pytest.param(path, id=path.stem) for path in paths if path.stem not in without]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_it_reads_as_its_golden_says(path: Path, bless: bool):
    export, notes = read_export(an_upload(path.read_bytes(), path.name))

    assert_as_golden(path.with_suffix(".txt"), told(export, notes), bless=bless)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_it_is_told_to_be_the_format_it_is_named_after(path: Path):
    export, _ = read_export(an_upload(path.read_bytes(), path.name))

    assert export.format == path.stem.partition("--")[0]


@pytest.mark.parametrize("path", WITH_CONTACTS, ids=lambda path: path.stem)
def test_it_reads_to_the_same_two_parents(path: Path):
    snapshot, _ = normalise(read_export(an_upload(path.read_bytes()))[0])

    mobiles = {phone.e164[-3:] for contact in snapshot.contacts for phone in contact.phones}
    assert {"123", "124"} <= mobiles
    assert {"ola", "femi"} <= {given for one in snapshot.contacts for name in one.names for given in name.given}
    assert all(tie.carer and tie.role in {Role.CARER, Role.UNKNOWN} for one in snapshot.contacts for tie in one.ties)


def test_every_layout_has_a_fixture():
    formats = {path.stem.partition("--")[0] for path in FIXTURES}

    assert formats == {layout.name for layout in all_layouts()} | {"headings", "sims"}


@pytest.mark.parametrize("path", CLAIMED, ids=lambda path: path.stem)
def test_exactly_one_layout_claims_it_however_its_headings_are_spelt(path: Path):
    headings = tuple(rows_of(path)[0])

    for spelt in (headings, tuple(text.lower().replace(" ", "") for text in headings)):
        assert [layout.name for layout in all_layouts() if layout.claims(spelt)] == [path.stem.partition("--")[0]]


@pytest.mark.parametrize("path", named(SHEETS, without=UNDER_A_TITLE | HEADINGS_TWICE | TWO_NAMES_AND_IDS))
def test_the_order_of_the_columns_makes_no_difference(path: Path):
    rows = rows_of(path)
    order = Random("columns").sample(range(len(rows[0])), len(rows[0]))

    assert said([[row[at] for at in order] for row in rows]) == said(rows)


@pytest.mark.parametrize("path", named(SHEETS, without=UNDER_A_TITLE | {"powerschool--from-finalsite"}))
def test_the_order_of_the_rows_makes_no_difference(path: Path):
    headings, *rows = rows_of(path)

    assert said([headings, *reversed(rows)]) == said([headings, *rows])


@pytest.mark.parametrize("row", [
    "1501, Tola, Bello, 1B, 1",
    "1501, Tola, Bello, 1B, 1, 7",
    "07700900123, Tola, Bello, 1B, 1, 1",
    "1501, Tola, Bello, 1B, zebra, 1",
    "1501, Tola, 07700900123, 1B, 1, 1",
    "tola@example.org, Tola, Bello, 1B, 1, 2",
])  # fmt: skip
def test_lines_without_headings_are_pupils_only_if_every_line_is(row: str):
    with pytest.raises(UnreadableExport, match="not an MIS export"):
        read_export(an_upload(f"1500, Ade, Bello, 3B, 3, 1\n{row}\n"))


def test_a_list_of_staff_alone_is_no_list_of_pupils():
    with pytest.raises(UnreadableExport, match="not an MIS export"):
        read_export(an_upload("1503, Charlie, Novak, , , 2\n"))


def test_a_row_of_the_contacts_export_with_a_cell_too_many_is_set_aside():
    rows = rows_of(FOLDER / "powerschool.csv")
    rows[2].append("slipped")
    text = StringIO()
    csv.writer(text).writerows(rows)

    snapshot, problems = normalise(read_export(an_upload(text.getvalue()))[0])

    assert [problem.row for problem in problems if problem.level == "row"] == [3]
    assert {pupil.key for pupil in snapshot.pupils} == {"id 1"}
    assert "+441632960123" in {phone.e164 for gap in snapshot.gaps for phone in gap.phones}
    assert "+441632960123" not in {phone.e164 for contact in snapshot.contacts for phone in contact.phones}


def test_a_name_in_the_contacts_export_is_the_contacts_wherever_it_stands():
    rows = rows_of(FOLDER / "powerschool.csv")
    at = rows[0].index("Last Name")

    assert said([[row[at], *row[:at], *row[at + 1 :]] for row in rows]) == said(rows)


def test_a_contacts_export_that_breaks_off_sets_its_last_row_aside():

    snapshot, _ = normalise(
        read_export(an_upload((FOLDER / "powerschool.csv").read_text(encoding="utf-8").rstrip()[:-30]))[0]
    )

    assert snapshot.cut_short
    assert {given for one in snapshot.contacts for name in one.names for given in name.given} == {"ola"}


def test_a_contact_of_no_pupil_is_set_aside_and_protected():
    alone = ",93,Ms,Charlie,Novak,1,,Mobile,07700 900999,1,,,,,,,\n"

    snapshot, problems = normalise(
        read_export(an_upload((FOLDER / "powerschool.csv").read_text(encoding="utf-8") + alone))[0]
    )

    assert "for which pupil" in problems[0].message
    assert "+447700900999" in {phone.e164 for gap in snapshot.gaps for phone in gap.phones}
