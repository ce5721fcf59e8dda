"""Whatever is wrong with a back-up is said in a sentence, before anything else is touched."""

import errno
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from pyrage import encrypt, x25519

from adapters.backups import sealing
from adapters.backups.errors import NotABackUp, WrongKey
from adapters.backups.making import make
from adapters.backups.manifest import Manifest, Table, manifest_of, sha256_of
from adapters.backups.opening import opened
from adapters.backups.sealing import seal
from roster.errors import RosterError
from tests.adapters.backups.backups import AT, Place, a_place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return a_place(tmp_path)


def refused(place: Place, file: Path) -> RosterError:
    again = place.home / "again.db"
    again.touch()
    with pytest.raises(RosterError) as error:
        opened(file, place.identity, again)
    return error.value


def sealed_as(place: Place, manifest: Manifest, database: Path) -> Path:
    """A back-up that says of a database whatever it is told to."""
    file = place.home / "lying.age"
    with file.open("wb") as sealed:
        seal(manifest, database, sealed, place.identity.to_public())
    return file


def a_still_database(place: Place) -> Path:
    place.write("pragma wal_checkpoint(truncate)")
    return place.database


def test_another_key_does_not_open_it(place: Place):
    made = make(place.sealing(), AT)
    place.identity = x25519.Identity.generate()

    assert isinstance(refused(place, made.file), WrongKey)


@pytest.mark.parametrize("left", [30, 150, 300, 0.5, 0.999])
def test_a_cut_file_is_no_back_up(place: Place, left: float):
    made = make(place.sealing(), AT)
    whole = made.file.read_bytes()
    made.file.write_bytes(whole[: int(left if left > 1 else left * len(whole))])

    assert isinstance(refused(place, made.file), NotABackUp)


@pytest.mark.parametrize("at", [40, 0.3, 0.7, 0.999])
def test_a_changed_byte_is_found(place: Place, at: float):
    made = make(place.sealing(), AT)
    whole = bytearray(made.file.read_bytes())
    whole[int(at if at > 1 else at * len(whole))] ^= 1
    made.file.write_bytes(whole)

    assert isinstance(refused(place, made.file), NotABackUp | WrongKey)


def test_another_programs_file_is_no_back_up(place: Place):
    file = place.home / "notes.txt"
    file.write_text("Dear all")

    assert "is sealed with age" in refused(place, file).sentence


def test_something_else_that_is_sealed_is_no_back_up(place: Place):
    file = place.home / "other.age"
    file.write_bytes(encrypt(b"Dear all", [place.identity.to_public()]))

    assert isinstance(refused(place, file), NotABackUp)


class FullDisk(io.BytesIO):
    """Room for a little, and no more."""

    def write(self, piece: Any, /) -> int:
        if self.tell() + len(piece) > 70_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(piece)


def test_a_full_disk_is_said_and_not_taken_for_a_damaged_file(place: Place, monkeypatch: pytest.MonkeyPatch):
    place.write("insert into child select id + 1000000, hex(randomblob(400)) from child")
    made = make(place.sealing(), AT)
    monkeypatch.setattr(sealing, "TemporaryFile", lambda **_: FullDisk())

    with pytest.raises(OSError, match="No space left") as error:
        opened(made.file, place.identity, place.home / "again.db")

    assert error.value.errno == errno.ENOSPC


@pytest.mark.parametrize("good", [40, 200, 500])
def test_a_failing_disk_is_said_and_not_taken_for_a_damaged_file(place: Place, good: int):
    made = make(place.sealing(), AT)

    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > good:
                raise OSError(errno.EIO, "Input/output error")
            return super().read(min(size or good, good))

    class On:
        def open(self, _: str) -> Failing:
            return Failing(made.file.read_bytes())

    with pytest.raises(OSError, match="Input/output error") as error:
        opened(cast("Path", On()), place.identity, place.home / "again.db")

    assert error.value.errno == errno.EIO


def test_a_full_disk_is_said_when_sealing(place: Place):
    place.write("insert into child select id + 1000000, hex(randomblob(400)) from child")
    database = a_still_database(place)
    said = manifest_of(database, made_at=AT, product="1.2.3")

    with pytest.raises(OSError, match="No space left") as error:
        seal(said, database, FullDisk(), place.identity.to_public())

    assert error.value.errno == errno.ENOSPC


LIES: dict[str, Callable[[Manifest], Manifest]] = {
    "table child": lambda said: replace(said, content=replace(said.content, tables={"child": Table(500, "0" * 64)})),
    "table pupil": lambda said: replace(
        said, content=replace(said.content, tables={**said.content.tables, "pupil": Table(0, "")})
    ),
    "version": lambda said: replace(said, content=replace(said.content, schema="0009")),
    "the audit's last entry": lambda said: replace(said, content=replace(said.content, audit="ab")),
    "cut short": lambda said: replace(said, sha256="0" * 64),
}


@pytest.mark.parametrize("named", LIES)
def test_it_is_held_against_its_manifest(place: Place, named: str):
    database = a_still_database(place)
    said = manifest_of(database, made_at=AT, product="1.2.3")

    assert named in refused(place, sealed_as(place, LIES[named](said), database)).sentence


def test_a_database_that_was_damaged_before_is_found(place: Place):
    database = a_still_database(place)
    said = manifest_of(database, made_at=AT, product="1.2.3")
    broken = place.home / "broken.db"
    whole = bytearray(database.read_bytes())
    whole[4096:4196] = b"\xff" * 100
    broken.write_bytes(whole)
    lying = replace(said, sha256=sha256_of(broken))

    assert "damaged" in refused(place, sealed_as(place, lying, broken)).headline


def test_rows_that_refer_to_nothing_are_found(place: Place):
    place.write("create table tie (child integer references child (id))")
    place.write("insert into tie values (7000)")
    database = a_still_database(place)

    said = manifest_of(database, made_at=AT, product="1.2.3")

    assert "rows refer" in refused(place, sealed_as(place, said, database)).headline


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"made_at": 1}', b"\xff"])
def test_a_manifest_that_is_none_is_said(text: bytes):
    with pytest.raises(NotABackUp):
        Manifest.from_json(text)


def test_a_manifest_is_read_as_it_was_written(place: Place):
    said = manifest_of(a_still_database(place), made_at=AT, product="1.2.3")

    assert Manifest.from_json(said.to_json()) == said
    assert json.loads(said.to_json())["content"]["tables"]["child"]["rows"] == 500


def test_what_a_database_holds_is_its_rows_and_not_how_they_lie(place: Place, tmp_path: Path):
    a_still_database(place)
    before = manifest_of(place.database, made_at=AT, product="")
    with closing(sqlite3.connect(place.database)) as connection:
        connection.execute("update child set name = name || '!' where id = 7")
        connection.commit()
        connection.execute("update child set name = rtrim(name, '!') where id = 7")
        connection.commit()
        connection.execute("vacuum")
        connection.execute("pragma wal_checkpoint(truncate)")

    after = manifest_of(place.database, made_at=AT, product="")

    assert after.content == before.content
