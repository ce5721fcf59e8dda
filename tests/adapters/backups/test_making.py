"""A back-up is whole or is not there, and leaves nothing that can be read."""

import os
import sqlite3
import stat
import threading
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.backups.errors import BackUpTrouble
from adapters.backups.making import COPY, make
from adapters.backups.names import PART, name_of
from adapters.backups.opening import opened
from adapters.backups.private import private_file
from tests.adapters.backups.backups import AT, CANARY, Place, a_place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return a_place(tmp_path)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_holds_every_row_and_says_so(place: Place, tmp_path: Path):
    made = make(place.sealing(), AT)

    again = tmp_path / "again.db"
    again.touch()
    manifest = opened(made.file, place.identity, again)
    assert manifest == made.manifest
    assert manifest.content.tables["child"].rows == 500
    with closing(sqlite3.connect(again)) as connection:
        assert connection.execute("select count(*), max(name) from child").fetchone() == (500, f"{CANARY}-99")


def test_it_leaves_one_sealed_file_for_the_owner_alone(place: Place):
    made = make(place.sealing(), AT)

    assert names_in(place.folder) == ["roster-2026-11-22T033000Z.tar.gz.age"]
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert made.length == made.file.stat().st_size
    assert CANARY.encode() not in made.file.read_bytes()
    assert not [name for name in names_in(place.home) if COPY in name]


def test_writers_are_not_kept_waiting_and_the_copy_is_of_one_moment(tmp_path: Path):
    place = a_place(tmp_path, rows=60_000)
    stop, written, worst = threading.Event(), [0], [0.0]

    def keep_writing() -> None:
        with closing(sqlite3.connect(place.database, timeout=0.2, isolation_level=None)) as connection:
            while not stop.is_set():
                began = time.monotonic()
                connection.execute("begin immediate")
                connection.execute("update child set name = 'a' where id = 1")
                connection.execute("update child set name = 'a' where id = 60000")
                connection.execute("insert into child (name) values ('more')")
                connection.execute("commit")
                worst[0] = max(worst[0], time.monotonic() - began)
                written[0] += 1

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        made = make(place.sealing(), AT)
    finally:
        stop.set()
        writer.join()

    again = tmp_path / "again.db"
    again.touch()
    opened(made.file, place.identity, again)
    with closing(sqlite3.connect(again)) as connection:
        first, last = connection.execute(
            "select min(name = 'a'), max(name = 'a') from child where id in (1, 60000)"
        ).fetchone()
    assert first == last
    assert written[0] > 0
    assert worst[0] < 2


def test_what_a_killed_one_left_is_gone_after_the_next(place: Place):
    (place.home / f"roster.db{COPY}").write_bytes(CANARY.encode() * 1000)
    (place.home / f"roster.db{COPY}-journal").write_bytes(b"x")
    (place.folder / (name_of(AT - timedelta(days=1)) + PART)).write_bytes(b"x")

    make(place.sealing(), AT)

    assert names_in(place.folder) == [name_of(AT)]
    assert not [name for name in names_in(place.home) if COPY in name]


def test_the_plain_copy_is_overwritten_and_not_only_unlinked(tmp_path: Path):
    path = tmp_path / "copy"
    with private_file(path):
        path.write_bytes(CANARY.encode() * 1000)
        os.link(path, tmp_path / "still")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    assert not path.exists()
    assert CANARY.encode() not in (tmp_path / "still").read_bytes()


def test_two_at_once_do_not_meet(place: Place):
    with private_file(place.home / f"roster.db{COPY}"), pytest.raises(BackUpTrouble, match="at work already"):
        make(place.sealing(), AT)

    assert names_in(place.folder) == []


def test_old_ones_go_only_once_the_new_one_is_there(place: Place):
    for day in range(5, 0, -1):
        make(place.sealing(), AT - timedelta(days=day))

    made = make(place.sealing(keep_daily=2, keep_weekly=0), AT)

    assert made.deleted == 4
    assert names_in(place.folder) == [name_of(AT - timedelta(days=1)), name_of(AT)]


def test_whatever_fails_leaves_the_old_ones(place: Place):
    make(place.sealing(), AT - timedelta(days=1))

    class Overtaken(Exception):
        pass

    def not_wanted() -> None:
        raise Overtaken

    with pytest.raises(Overtaken):
        make(place.sealing(keep_daily=1, keep_weekly=0), AT, not_wanted)

    assert names_in(place.folder) == [name_of(AT - timedelta(days=1))]
    assert not [name for name in names_in(place.home) if COPY in name]


def test_a_damaged_database_is_not_backed_up(place: Place):
    place.write("pragma wal_checkpoint(truncate)")
    with place.database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 100)

    with pytest.raises(BackUpTrouble, match="damaged"):
        make(place.sealing(), AT)

    assert names_in(place.folder) == []


def test_a_folder_that_is_not_there_is_said(place: Place):
    place.folder.rmdir()

    with pytest.raises(BackUpTrouble) as refused:
        make(place.sealing(), AT)

    assert str(place.folder) in refused.value.advice


def test_other_files_in_the_folder_are_left_alone(place: Place):
    for name in ("notes.txt", "roster-x.tar.gz.age", "other.part"):
        (place.folder / name).write_text("mine")

    make(place.sealing(keep_daily=1), AT)

    assert {"notes.txt", "roster-x.tar.gz.age", "other.part"} < set(names_in(place.folder))
