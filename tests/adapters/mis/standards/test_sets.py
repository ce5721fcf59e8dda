"""Sets of tables, and saved pages of OneRoster: each claimed once, read as somebody found right, however it is written."""

import codecs
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.mis import read_export
from adapters.mis.guide import all_guides
from adapters.mis.standard import all_standards
from roster.errors import RosterError
from roster.normalise import normalise
from tests.adapters.mis.goldens import assert_as_golden, told
from tests.adapters.mis.standards import documents
from tests.adapters.mis.standards.documents import an_upload_of, opened
from tests.adapters.mis.standards.sets import (
    CASES,
    NAMES,
    WELL_KEPT,
    Table,
    files_of,
    in_capitals,
    in_words,
    parts_of,
    people_in,
    ragged,
    rewritten,
    said_of,
    shuffled,
    snapshot_of,
    with_days_mixed,
    with_more_columns,
)

FORMATS = {"oneroster-1.1", "oneroster-1.2", "oneroster-rest", "sds-1", "sds-2", "sds-2.1", "clever"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_it_reads_as_its_golden_says(path: Path, bless: bool):
    export, notes = read_export(an_upload_of(files_of(path.name)))

    assert_as_golden(path.with_name(f"{path.name}.txt"), told(export, notes), bless=bless)


@pytest.mark.parametrize("name", NAMES)
def test_exactly_one_standard_claims_it(name: str):
    parts = parts_of(files_of(name))

    assert [one.name for one in all_standards() if one.claims(parts)] == [name.partition("--")[0]]


@pytest.mark.parametrize("name", [path.name for path in documents.CASES])
def test_no_standard_of_sets_claims_a_document(name: str):
    parts = parts_of(documents.files_of(name))

    assert not FORMATS.intersection(one.name for one in all_standards() if one.claims(parts))


def test_every_format_has_a_fixture_and_a_guide():
    assert {opened(files_of(name))[0].format for name in NAMES} == FORMATS
    assert (
        sum("OneRoster" in guide.system or "Sync" in guide.system or "Clever" in guide.system for guide in all_guides())
        == 7
    )


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=12)
@given(chance=st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_changes_nothing(name: str, chance: Random):
    files = files_of(name)

    assert people_in(shuffled(files, chance, columns=name in WELL_KEPT)) == people_in(files)


@pytest.mark.parametrize("change", [in_capitals, in_words, with_more_columns, ragged, with_days_mixed])
@pytest.mark.parametrize("name", WELL_KEPT)
def test_another_hand_changes_nothing(name: str, change: Callable[[Table], Table]):
    files = files_of(name)

    assert people_in(rewritten(files, change)) == people_in(files)


@pytest.mark.parametrize(("delimiter", "newline"), [(";", "\n"), ("\t", "\r\n"), (",", "\r\n")])
@pytest.mark.parametrize("name", WELL_KEPT)
def test_another_program_changes_nothing(name: str, delimiter: str, newline: str):
    files = files_of(name)

    written = rewritten(files, lambda rows: rows, delimiter=delimiter, newline=newline)
    assert people_in({file: codecs.BOM_UTF8 + content for file, content in written.items()}) == people_in(files)


@pytest.mark.parametrize(
    "rename", [str.upper, str.lower, lambda name: f"2026-11-22 {name}", lambda name: f"export_{name}"]
)
@pytest.mark.parametrize("name", WELL_KEPT)
def test_another_file_name_changes_nothing(name: str, rename: Callable[[str], str]):
    files = files_of(name)

    assert people_in({rename(file): content for file, content in files.items()}) == people_in(files)


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_in_the_zip_changes_nothing(name: str):
    files = files_of(name)

    inside, _ = read_export(an_upload_of({f"export/{file}": content for file, content in files.items()}))

    assert normalise(inside)[0].contacts == snapshot_of(files).contacts


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60)
@given(chance=st.randoms(use_true_random=False))
def test_a_spoilt_set_is_read_or_refused(name: str, chance: Random):
    files = files_of(name)
    file = chance.choice(sorted(files))
    content = bytearray(files[file])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content))
        content[at : at + chance.randint(0, 9)] = chance.choice(
            [b"", b",", b'"', b"\n", b"\r", b"\xff", b"{", b"x" * 9]
        )

    with suppress(RosterError):
        normalise(opened({**files, file: bytes(content) or b" "})[0])


@pytest.mark.parametrize("name", NAMES)
def test_nothing_it_says_has_a_number_in_it(name: str):
    assert not [message for message in said_of(files_of(name)) if "07700" in message]
