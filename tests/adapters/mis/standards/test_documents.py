"""XML and JSON of every standard: each claimed once, read as somebody found right, and never worse than refused."""

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.mis.reading import read_export
from adapters.mis.records.parts import Parts
from adapters.mis.standard import all_standards
from roster.errors import RosterError
from roster.export import Upload
from roster.normalise import normalise
from tests.adapters.mis.goldens import assert_as_golden, told
from tests.adapters.mis.standards.documents import CASES, an_upload_of, files_of, opened, read_as
from tests.adapters.mis.standards.spoiling import prefixed, reordered, spoilt
from tests.builders import CHARLIE, a_member, judged

NAMES = [path.name for path in CASES]
OF_XML = [name for name in NAMES if all(content.startswith(b"<") for content in files_of(name).values())]
DOCUMENTS = {"ctf", "wonde", "ed-fi-json", "ed-fi-xml", "isams-batch", "isams-rest"}
WITH_AN_ORPHAN = [
    "wonde--pages", "ed-fi-json--v5", "ed-fi-json--v4-parents", "ed-fi-xml--v5", "ed-fi-xml--student-parent.xml",
    "isams-batch--with-contacts.xml",
]  # fmt: skip
NGOZI = "07700 900126"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_it_reads_as_its_golden_says(path: Path, bless: bool):
    export, notes = read_export(an_upload_of(files_of(path.name)))

    assert_as_golden(path.with_name(f"{path.name}.txt"), told(export, notes), bless=bless)


@pytest.mark.parametrize("name", NAMES)
def test_exactly_one_standard_claims_it(name: str):
    parts = Parts(tuple(Upload(file, content) for file, content in files_of(name).items()))

    assert [one.name for one in all_standards() if one.claims(parts)] == [name.partition("--")[0].replace("atf", "ctf")]


def test_every_standard_of_documents_has_a_fixture():
    assert {opened(files_of(name))[0].format for name in NAMES} == DOCUMENTS


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=10)
@given(chance=st.randoms(use_true_random=False))
def test_order_and_unknown_names_change_nothing(name: str, chance: Random):
    files = files_of(name)

    assert read_as(reordered(files, chance)) == read_as(files)


@pytest.mark.parametrize("name", OF_XML)
def test_a_prefix_changes_nothing(name: str):
    files = files_of(name)

    assert read_as(prefixed(files)) == read_as(files)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=80)
@given(chance=st.randoms(use_true_random=False))
def test_a_spoilt_document_is_read_or_refused(name: str, chance: Random):
    with suppress(RosterError):
        normalise(opened(spoilt(files_of(name), chance))[0])


@pytest.mark.parametrize("name", NAMES)
def test_a_document_cut_off_is_refused_in_its_place(name: str):
    files = files_of(name)
    file, content = max(files.items(), key=lambda one: len(one[1]))

    for cut in range(10, len(content) - 10, 211):
        with pytest.raises(RosterError) as caught:
            opened({**files, file: content[:cut]})

        assert caught.value.file == file


@pytest.mark.parametrize("name", WITH_AN_ORPHAN)
def test_a_contact_without_a_pupil_is_asked_about_and_never_removed(name: str):
    snapshot, _ = normalise(opened(files_of(name))[0])

    result = judged(snapshot, a_member("Ngozi Eze", NGOZI), a_member("~ N", NGOZI), group="school")

    assert [verdict.reason.name for verdict in result.verdicts] == ["damaged-record", "damaged-record"]


@pytest.mark.parametrize("name", [name for name in NAMES if "pupils-only" not in name])
def test_charlie_is_still_a_stranger(name: str):
    snapshot, _ = normalise(opened(files_of(name))[0])

    (verdict,) = judged(snapshot, a_member("Charlie Novak", CHARLIE), group="school").verdicts

    assert verdict.reason.name == "not-on-roll"


@pytest.mark.parametrize(
    "content", [b'{"members": [{"id": 1}]}', b'[{"name": "Ola"}]', b"<Census><Pupil/></Census>", b'[["a"]]']
)
def test_a_document_of_no_standard_is_refused(content: bytes):
    with pytest.raises(RosterError, match="not an MIS export"):
        opened({"something": content})
