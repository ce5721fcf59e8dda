"""The database file: made, brought up to date, refused."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

import adapters.store.database as database
from adapters.store import create_store, open_store
from adapters.store.database import HEAD, DatabaseTrouble
from adapters.store.tables import METADATA


def test_it_migrates_an_empty_file_to_exactly_the_tables_of_the_models(tmp_path: Path):
    store = create_store(tmp_path / "roster.db")

    with store.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        differences = compare_metadata(context, METADATA)
    store.close()

    assert differences == []


def test_it_knows_its_own_newest_revision():
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))

    script = ScriptDirectory.from_config(config)

    assert script.get_current_head() == HEAD


def test_it_is_safe_against_a_power_cut_and_keeps_its_references(tmp_path: Path):
    store = create_store(tmp_path / "roster.db")

    with store.writing() as session:
        settings = {
            name: session.execute(text(f"pragma {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    store.close()

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_it_is_nobody_elses_to_read(tmp_path: Path):
    store = create_store(tmp_path / "roster.db")
    with store.writing() as session:
        session.execute(text("delete from roll"))
        modes = {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    store.close()

    assert modes == {0o600}


def test_it_opens_again_what_it_made(tmp_path: Path):
    create_store(tmp_path / "roster.db").close()

    store = open_store(tmp_path / "roster.db")

    with store.reading() as session:
        assert session.execute(text("select count(*) from roll")).scalar() == 0
    store.close()


def test_it_refuses_a_database_made_by_a_newer_roster(tmp_path: Path):
    path = tmp_path / "roster.db"
    create_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("update alembic_version set version_num = '9999'")
    raw.close()

    with pytest.raises(DatabaseTrouble, match="newer Roster"):
        open_store(path)


@pytest.mark.parametrize(
    ("content", "headline"),
    [
        (b"Surname,Mobile\n" * 400, "no database"),
        (None, "There is no database"),
    ],
)
def test_it_says_what_is_wrong_with_a_file(tmp_path: Path, content: bytes | None, headline: str):
    path = tmp_path / "roster.db"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(DatabaseTrouble, match=headline):
        open_store(path)


def test_it_leaves_another_programs_database_alone(tmp_path: Path):
    path = tmp_path / "roster.db"
    with sqlite3.connect(path) as raw:
        raw.execute("create table pictures (name text)")
    raw.close()

    with pytest.raises(DatabaseTrouble, match="some other program"):
        open_store(path)


def test_it_never_makes_a_database_over_a_file(tmp_path: Path):
    (tmp_path / "roster.db").write_text("precious")

    with pytest.raises(DatabaseTrouble, match="already"):
        create_store(tmp_path / "roster.db")
    assert (tmp_path / "roster.db").read_text() == "precious"


def test_it_keeps_nothing_of_a_change_that_fails_half_way(tmp_path: Path):
    store = create_store(tmp_path / "roster.db")
    insert = "insert into release (group_key, digest, covers, by, at) values ('3b', 'x', '[]', 'Tola', '2026-11-22 02:30:00')"

    with pytest.raises(ZeroDivisionError), store.writing() as session:  # noqa: PT012 - what comes before is the point
        session.execute(text(insert))
        raise ZeroDivisionError

    with store.reading() as session:
        assert session.execute(text("select count(*) from release")).scalar() == 0
    store.close()


def test_it_never_repeats_what_it_was_writing_in_an_error(tmp_path: Path):
    store = create_store(tmp_path / "roster.db")

    with pytest.raises(DatabaseTrouble) as caught, store.writing() as session:
        session.execute(text("insert into nowhere values (:name)"), {"name": "Ola Bello"})
    store.close()

    assert "Ola Bello" not in f"{caught.value.sentence} {caught.value.__cause__}"
