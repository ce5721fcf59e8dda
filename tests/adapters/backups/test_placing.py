"""A database is put in the place of another at once, and of none that is in use."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adapters.backups.errors import NotRestored
from adapters.backups.placing import kept_before, placed
from tests.adapters.backups.backups import AT, Place, a_place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return a_place(tmp_path)


@pytest.fixture
def new(place: Place) -> Path:
    path = place.home / "new.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table fresh (id integer)")
    return path


def tables_in(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [name for (name,) in connection.execute("select name from sqlite_schema")]


@pytest.mark.parametrize("doing", ["select 1 from child", "begin immediate", "insert into child (name) values ('x')"])
def test_one_in_use_is_left_alone(place: Place, new: Path, doing: str):
    with closing(sqlite3.connect(place.database, isolation_level=None)) as other:
        other.execute(doing).fetchall()

        with pytest.raises(NotRestored, match="in use"):
            placed(new, place.database, AT)

    assert tables_in(place.database) == ["child"]
    assert kept_before(place.database) == ()


def test_what_was_in_its_log_is_kept_with_the_one_of_before(place: Place, new: Path, tmp_path: Path):
    place.write("insert into child values (9000, 'last')")

    before = placed(new, place.database, AT)

    assert before is not None
    assert kept_before(place.database) == (before,)
    with closing(sqlite3.connect(before)) as connection:
        assert connection.execute("select name from child where id = 9000").fetchone() == ("last",)
    assert tables_in(place.database) == ["fresh"]


def test_it_never_writes_over_one_that_is_kept(place: Place, new: Path):
    before = place.home / "roster.db.before-restore-2026-11-22T033000Z"
    before.write_text("precious")

    with pytest.raises(NotRestored, match="already"):
        placed(new, place.database, AT)

    assert before.read_text() == "precious"
    assert tables_in(place.database) == ["child"]


def test_a_disk_without_second_names_gets_a_copy(place: Place, new: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)

    before = placed(new, place.database, AT)

    assert before is not None
    assert tables_in(before) == ["child"]
    assert tables_in(place.database) == ["fresh"]
