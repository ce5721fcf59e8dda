"""A long roll sifted gives the same as the whole: the same verdicts, problems and counts."""

from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from adapters.mis import read_export
from adapters.platforms.reading import read_lists
from roster.columns import PUPIL, understand
from roster.comparison import compare
from roster.export import Export, Upload
from roster.groups import Member, MemberList
from roster.headings import NAME_FIELDS
from roster.lines import Lines
from roster.normalise import normalise, normalise_for
from roster.phone import Phone
from roster.sieve.phones import key_of, read_phone_column
from roster.sieve.sifting import Worth
from roster.tally import tally_of
from roster.telephones import read_telephones
from roster.vocabulary import Field
from tests.schools.cases import Case, a_case
from tests.schools.spellings import recoverable, two_in_a_cell, unusable

ALWAYS = Worth(rows=0, share=1.0)
A_ROW_FOR_EACH_CONTACT = {"arbor", "integris", "parentmail", "progresso", "pupil asset", "synergetic", "veracross"}
CASES = list(islice((case for case in map(a_case, range(2000)) if case.plan.layout in A_ROW_FOR_EACH_CONTACT), 40))


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("spoilt", [False, True], ids=["as it is", "spoilt"])
def test_sifting_changes_nothing(case: Case, spoilt: bool, tmp_path: Path):
    export, lists = _read(case, tmp_path)
    day = case.school.day
    asked = [lists[case.school.seed % len(lists)]]
    export = _spoilt(export, asked[0]) if spoilt else export

    whole, problems = normalise(export)
    some, found, tally = normalise_for(asked, export, on=day, worth=ALWAYS)

    assert found == problems
    assert tally == tally_of(whole, day)
    assert (some.rows, some.set_aside, some.gaps) == (whole.rows, whole.set_aside, whole.gaps)
    assert compare(some, asked, on=day) == compare(whole, asked, on=day)


def test_sifting_leaves_rows_out(tmp_path: Path):
    """Else the test above would prove nothing."""
    contacts = 0
    for case in CASES[:8]:
        export, lists = _read(case, tmp_path)
        whole, _ = normalise(export)
        some, _, _ = normalise_for(lists[:1], export, on=case.school.day, worth=ALWAYS)
        contacts += len(whole.contacts) - len(some.contacts)

    assert contacts > 0


@pytest.mark.parametrize("number", ["+447700900123", "+442079460123", "+441632960123", "+48120000123", "+353861234567"])
def test_a_column_of_telephones_reads_as_its_cells_do(number: str):
    rng = Random(number)
    cells = ["", "XD", "07777777777", "0800 1111", "ola@example.org", "4.47701E+11", "07700 900123\n07700 900124"]
    cells += [str(value) for _, value in recoverable(number, binary=True)]
    cells += [unusable(number, rng)[0] for _ in range(50)] + [two_in_a_cell((number, "+447700900999"), rng)[0]]
    cells += [f"{label}{number}{note}" for label in ("Mob: ", "tel ", "work") for note in ("", " (home)", " (dad)")]

    read = read_phone_column(Lines.of((at, (str(cell),)) for at, cell in enumerate(cells)), 0, "GB")

    for at, cell in enumerate(cells):
        told = read_telephones(cell)
        assert {key for key in (read.keys[at], *read.several.get(at, ())) if key} == {
            key_of(phone.e164) for phone in told.phones
        }, cell
        assert (at in read.odd) == bool(told.fragments or told.passed_over or "@" in cell), cell


def test_a_sheet_with_one_contact_for_each_pupil_is_not_sifted():
    """It may have no room for another one, which only the whole can tell."""
    plan = understand(("Pupil ID", "Pupil forename", "Pupil surname", "Class", "Club", "Contact name", "Mobile"))
    rows = [
        (f"{at}", f"Ade{at}", "Bello", "3B", club, f"Ola{at} Bello", f"07700 9001{at:02}")
        for at in range(40)
        for club in ("", "Choir")
    ]
    export = Export("one.csv", "headings", "", plan, Lines.of(enumerate(rows, start=2)))
    stranger = MemberList("3B", (Member("Anna Bello", 1, "Anna Bello", Phone("+447700900999")),), "whatsapp", "headed")

    whole, problems = normalise(export)
    some, found, _ = normalise_for([stranger], export, on=date(2026, 11, 22), worth=ALWAYS)

    assert (some.gaps, found) == (whole.gaps, problems)
    assert len(whole.gaps) == 40


def _spoilt(export: Export, listed: MemberList) -> Export:
    """The export with pupils whose every contact is lost, and with numbers of members where none belong."""
    rng = Random(listed.name)
    plan = export.plan
    pupil, *_ = plan.of(PUPIL, Field.ID)
    elsewhere = [column.index for column in plan.columns if column.field != Field.PHONE and column != pupil]
    phones = [member.phone.e164 for member in listed.members if member.phone]
    rows = []
    for number, cells in export.lines:
        said = [*cells, *[""] * (plan.width - len(cells))]
        if sum(map(ord, cells[pupil.index])) % 9 == 0:
            for column in plan.columns:
                if column.who != PUPIL:
                    said[column.index] = rng.choice(("", "-", "Mr")) if column.field in NAME_FIELDS else ""
        elif rng.random() < 0.15:
            said[rng.choice(elsewhere)] += rng.choice((" {}", "{}", "ring {} first")).format(rng.choice(phones))
        rows.append((number, tuple(said)))
    return replace(export, lines=Lines.of(rows))


def _read(case: Case, folder: Path) -> tuple[Export, list[MemberList]]:
    path, *told = case.write(folder, case.sheet)
    export, _ = read_export(Upload(path, Path(path).read_bytes()))
    named = (one.partition("=") for one in told)
    return export, [
        found for name, _, file in named for found in read_lists(Upload(file, Path(file).read_bytes()), name=name)
    ]
