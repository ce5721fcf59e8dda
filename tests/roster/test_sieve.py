"""A long roll sifted gives the same as the whole: the same verdicts, problems and counts."""

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from adapters.mis import read_export
from adapters.platforms import read_lists
from roster.comparison import compare
from roster.export import Export, Upload
from roster.groups import MemberList
from roster.lines import Lines
from roster.normalise import normalise, normalise_for
from roster.sieve.phones import key_of, read_phone_column
from roster.sieve.sifting import Worth
from roster.tally import tally_of
from roster.telephones import read_telephones
from tests.schools.cases import Case, a_case
from tests.schools.spellings import recoverable, two_in_a_cell, unusable

ALWAYS = Worth(rows=0, share=1.0)
A_ROW_FOR_EACH_CONTACT = {"arbor", "integris", "parentmail", "progresso", "pupil asset", "synergetic", "veracross"}
CASES = list(islice((case for case in map(a_case, range(2000)) if case.plan.layout in A_ROW_FOR_EACH_CONTACT), 40))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_sifting_changes_nothing(case: Case, tmp_path: Path):
    export, lists = _read(case, tmp_path)
    day = case.school.day
    asked = [lists[case.school.seed % len(lists)]]

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


def _read(case: Case, folder: Path) -> tuple[Export, list[MemberList]]:
    path, *told = case.write(folder, case.sheet)
    export, _ = read_export(Upload(path, Path(path).read_bytes()))
    named = (one.partition("=") for one in told)
    return export, [
        found for name, _, file in named for found in read_lists(Upload(file, Path(file).read_bytes()), name=name)
    ]
