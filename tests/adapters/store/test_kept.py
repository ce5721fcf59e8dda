"""What came in, byte for byte, and what the office said about its columns."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.store import Store, columns, create_store, open_store, originals, rolls, tables
from adapters.store.database import HEAD
from adapters.store.originals import NoOriginal
from roster.mapping import Entry, Mapping
from roster.snapshot import Snapshot
from roster.vocabulary import Field
from tests.adapters.store.older import an_older_database
from tests.adapters.store.test_arrivals import AT, arrived

CONTENT = b"Pupil,Mobile\r\nAde Bello,07700 900123\r\n" * 200
MAPPING = Mapping((Entry("Pupil", Field.FULL), Entry("Ring", Field.PHONE, 0)), ((0, "mother"),))
OTHER = Mapping((Entry("Pupil", Field.FULL), Entry("Mobile", Field.PHONE, 0)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create_store(tmp_path / "roster.db")
    yield made
    made.close()


def a_roll(
    store: Store, mapping: Mapping | None = None, *, content: bytes = CONTENT, days: int = 0
) -> tables.Roll | None:
    by = columns.as_cells(mapping) if mapping else None
    with store.writing() as session:
        made = rolls.receive(
            session, arrived(content, days=days), Snapshot(), format_="headings", problems=0, columns=by
        )
        session.expunge_all()
        return made


def test_it_gives_an_upload_back_byte_for_byte_and_keeps_it_once(store: Store):
    for _ in range(2):
        with store.writing() as session:
            originals.keep(session, arrived(CONTENT), CONTENT)

    with store.reading() as session:
        given = originals.original(session, arrived(CONTENT).sha256)
        kept = session.execute(text("select count(*), max(size), max(length(content)) from original")).one()
    assert (given.name, given.content) == ("file.csv", CONTENT)
    assert kept[:2] == (1, len(CONTENT))
    assert kept[2] < len(CONTENT)


@pytest.mark.parametrize(
    ("change", "said"), [("delete from original", "not there"), ("update original set content = x'00'", "damaged")]
)
def test_it_says_when_an_upload_cannot_be_given_back(store: Store, change: str, said: str):
    with store.writing() as session:
        originals.keep(session, arrived(CONTENT), CONTENT)
    with store.writing() as session:
        session.execute(text(change))

    with store.reading() as session, pytest.raises(NoOriginal) as caught:
        originals.original(session, arrived(CONTENT).sha256)

    assert said in caught.value.headline


def test_it_remembers_replaces_and_forgets_what_was_said_of_columns(store: Store):
    mended = Mapping((Entry("Pupil", Field.FULL), Entry("Ring", Field.PHONE, 1)))
    for mapping, days in ((MAPPING, 0), (OTHER, 1), (mended, 2)):
        with store.writing() as session:
            columns.keep(session, mapping, arrived(CONTENT, days=days))

    with store.writing() as session:
        kept = [(one.mapping, (one.on - AT.date()).days) for one in columns.every(session) if one.on]
        forgotten = [columns.forget(session, OTHER.fingerprint) for _ in range(2)]
    with store.reading() as session:
        left = [one.mapping for one in columns.every(session)]

    assert kept == [(mended, 2), (OTHER, 1)]
    assert forgotten == [True, False]
    assert left == [mended]


def test_a_mapping_comes_back_as_it_was(store: Store):
    with store.writing() as session:
        columns.keep(session, MAPPING, arrived(CONTENT))

    with store.reading() as session:
        assert [one.mapping for one in columns.every(session)] == [MAPPING]


def test_the_same_file_by_the_same_columns_is_the_same_roll(store: Store):
    assert a_roll(store, MAPPING)
    assert a_roll(store, MAPPING) is None


def test_the_same_file_by_other_columns_is_a_new_roll_and_no_younger(store: Store):
    a_roll(store)

    again = a_roll(store, MAPPING, days=5)

    assert again
    assert again.day == AT.date()
    assert again.same_as is None
    assert again.columns == columns.as_cells(MAPPING)


def test_an_old_file_stays_old_by_whatever_columns(store: Store):
    for content in (CONTENT, b"another", CONTENT):
        a_roll(store, content=content)

    again = a_roll(store, MAPPING)

    assert again
    assert again.same_as == 1


def test_a_database_of_the_first_version_is_brought_up_to_date(tmp_path: Path):
    path = tmp_path / "roster.db"
    an_older_database(path, "0001").dispose()

    store = open_store(path)

    with store.reading() as session:
        assert session.execute(text("select version_num from alembic_version")).scalar() == HEAD
        assert columns.every(session) == ()
        assert rolls.newest(session) is None
    store.close()
