"""A back-up put back: all of it or nothing, and never over a database in use."""

import io
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.backups.keys import identity_in, make_key
from adapters.backups.making import make
from adapters.store import audit, job_runs, open_store, tables
from adapters.store.anchors import file_beside, write_down
from adapters.store.auditing import verify
from jobs.backup import back_up, key_file
from jobs.duties.backup import DUTY
from jobs.missed import missed
from jobs.replay import replay
from jobs.restore import TRIAL, restore
from jobs.timekeeping import Timekeeper
from roster.errors import RosterError
from tests.adapters.backups.backups import a_place
from tests.adapters.store.older import an_older_database
from tests.jobs.office import Clerk
from tests.jobs.school import CHARLIE, NIGHT, World, a_list, carers


@pytest.fixture
def backed_up(world: World) -> Path:
    """A back-up of the first night; since then the second has been, and nobody has the database open."""
    world.receive_all()
    world.office.nightly()
    made = back_up(world.office.settings, world.clock())
    world.clock.forward(days=1)
    world.office.nightly()
    world.office.close()
    return made.file


@pytest.fixture
def empty(world: World) -> Path:
    """A back-up of a database with nothing in it yet."""
    made = back_up(world.office.settings, world.clock())
    world.office.close()
    return made.file


def rows(database: Path, table: str) -> int:
    with closing(sqlite3.connect(database)) as connection:
        count: int = connection.execute(f"select count(*) from {table}").fetchone()[0]
        return count


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(world: World, file: Path, **other: Path) -> RosterError:
    """Why a restore is refused; it must have changed nothing."""
    database = other.get("to", world.office.settings.database)
    before = names_in(world.folder), database.read_bytes() if database.exists() else b""
    with pytest.raises(RosterError) as error:
        restore(file, identity_in(other.get("key", key_file(world.office.settings))), database, at=NIGHT, by="Tola")
    assert (names_in(world.folder), database.read_bytes() if database.exists() else b"") == before
    return error.value


def test_it_puts_the_database_back_and_keeps_the_one_of_before(backed_up: Path, world: World, clerk: Clerk):
    database = world.office.settings.database
    now = rows(database, "run")

    told = clerk("restore", str(backed_up), "--by", "Tola")

    (before,) = world.folder.glob("roster.db.before-restore-*Z")
    assert told.status == 0
    assert f"kept as {before}" in told.out
    assert "roster exempt" in told.out
    assert (now, rows(before, "run"), rows(database, "run")) == (2, 2, 1)
    assert stat.S_IMODE(database.stat().st_mode) == 0o600
    assert not [name for name in names_in(world.folder) if TRIAL in name]


def test_what_is_restored_works_and_knows_that_it_was(backed_up: Path, world: World):
    database = world.office.settings.database
    restore(backed_up, identity_in(key_file(world.office.settings)), database, at=NIGHT, by="Tola")

    with closing(open_store(database)) as store, store.reading() as session:
        last = audit.newest(session)
        assert last is not None
        assert (last.act, (last.payload or {})["by"]) == ("restore", "Tola")
        assert verify(session) == ()
    world.settle("")
    world.a_night(days=2)
    assert world.office.nightly().again


def test_the_next_night_is_held_until_somebody_has_read_it(backed_up: Path, world: World):
    database = world.office.settings.database
    restore(backed_up, identity_in(key_file(world.office.settings)), database, at=world.clock(), by="Tola")
    world.settle("")
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ("Zed Nobody", "07700 900901")]))

    world.a_night(days=1)

    (held,) = world.office.held()
    assert "restored" in [one.guard for one in held.objections]
    assert all(one.same for one in (replay(world.office), replay(world.office, NIGHT.date(), 1)))


def test_letters_that_waited_then_are_not_sent_now(world: World):
    world.receive_all()
    world.office.nightly()
    world.office.release("3B", "Tola")
    world.office.nightly()
    made = back_up(world.office.settings, NIGHT)
    world.office.close()
    database = world.office.settings.database

    restore(made.file, identity_in(key_file(world.office.settings)), database, at=NIGHT, by="Tola")

    with closing(open_store(database)) as store, store.reading() as session:
        states = {(one.audience, one.state) for one in session.scalars(select(tables.Letter))}
    assert ("volunteer", "withdrawn") in states
    assert ("volunteer", "pending") not in states


def test_a_back_up_that_was_made_by_its_job_does_not_call_itself_broken_off(world: World):
    world.settle('[backup]\nfolder = "copies"\n')
    world.receive_all()
    world.clock.now = NIGHT.replace(hour=3, minute=30)
    Timekeeper(world.office, (DUTY,)).tick()
    [made] = (world.folder / "copies").glob("roster-*.age")
    world.office.close()
    restore(made, identity_in(key_file(world.office.settings)), world.office.settings.database, at=NIGHT, by="Tola")
    world.reopen()

    world.clock.forward(hours=2)

    with world.office.store.reading() as session:
        assert missed(session, world.clock()) == ()
        assert job_runs.of_slot(session, "backup", "2026-11-22").state == "done"  # type: ignore[union-attr]


def test_the_ends_of_the_audit_of_before_are_put_aside(backed_up: Path, world: World):
    database = world.office.settings.database
    with closing(open_store(database)) as store, store.reading() as session:
        write_down(file_beside(database), audit.head(session), NIGHT)

    restore(backed_up, identity_in(key_file(world.office.settings)), database, at=NIGHT, by="Tola")

    assert not file_beside(database).exists()
    assert len(list(world.folder.glob("roster.anchors.before-restore-*"))) == 1


def test_it_is_put_where_it_is_told_without_any_settings(backed_up: Path, world: World, tmp_path: Path, clerk: Clerk):
    key = key_file(world.office.settings)
    world.settings.unlink()
    to = tmp_path / "elsewhere" / "roster.db"

    told = clerk("restore", str(backed_up), "--key", str(key), "--to", str(to))

    assert told.status == 0
    assert rows(to, "run") == 1


def test_a_check_changes_nothing(backed_up: Path, world: World, clerk: Clerk):
    before = names_in(world.folder)

    told = clerk("restore", str(backed_up), "--check")

    assert told.status == 0
    assert "can be restored: made on 22 November 2026" in told.out
    assert names_in(world.folder) == before
    assert rows(world.office.settings.database, "run") == 2


def test_a_check_makes_no_folder(empty: Path, world: World, tmp_path: Path, clerk: Clerk):
    told = clerk("restore", str(empty), "--check", "--to", str(tmp_path / "new" / "roster.db"))

    assert told.status == 2
    assert not (tmp_path / "new").exists()


def test_a_database_in_use_is_left_alone(empty: Path, world: World):
    holding = (
        "import sys, pathlib; from adapters.store import open_store\n"
        "store = open_store(pathlib.Path(sys.argv[1]))\n"
        "with store.reading() as session: session.connection().exec_driver_sql('select 1 from run')\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    database = world.office.settings.database
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"

        with pytest.raises(RosterError, match="is in use") as error:
            restore(empty, identity_in(key_file(world.office.settings)), database, at=NIGHT, by="Tola")
        other.communicate()

    assert "Stop roster serve" in error.value.advice
    assert rows(database, "auditentry") == 0
    assert not list(world.folder.glob("roster.db.before-restore-*"))


def test_a_damaged_database_is_replaced_and_kept(backed_up: Path, world: World):
    database = world.office.settings.database
    database.write_bytes(b"no database at all" * 1000)
    database.with_name("roster.db-wal").write_bytes(b"an old log")

    done = restore(backed_up, identity_in(key_file(world.office.settings)), database, at=NIGHT, by="Tola")

    assert done.before is not None
    assert done.before.read_bytes().startswith(b"no database")
    assert done.before.with_name(done.before.name + "-wal").read_bytes() == b"an old log"
    assert not database.with_name("roster.db-wal").exists()
    assert rows(database, "run") == 1


def test_a_database_that_is_gone_is_made_again(backed_up: Path, world: World):
    database = world.office.settings.database
    database.unlink()

    done = restore(backed_up, identity_in(key_file(world.office.settings)), database, at=NIGHT, by="Tola")

    assert done.before is None
    assert rows(database, "run") == 1


def test_another_key_is_said(empty: Path, world: World, tmp_path: Path):
    other = tmp_path / "other.key"
    make_key(other)

    assert refused(world, empty, key=other).headline == "This key does not open the back-up."


def test_a_cut_file_is_said(empty: Path, world: World):
    empty.write_bytes(empty.read_bytes()[:-500])

    assert "cut short" in refused(world, empty).advice


def test_another_programs_file_is_said(empty: Path, world: World):
    assert refused(world, world.settings).headline == "This is not a back-up of Roster."


def test_a_file_that_is_not_there_is_said(empty: Path, world: World):
    assert "There is no file" in refused(world, empty.with_name("none.age")).headline


def test_another_programs_database_is_said(empty: Path, world: World, tmp_path: Path):
    (tmp_path / "other").mkdir()
    other = a_place(tmp_path / "other")
    other.identity = identity_in(key_file(world.office.settings))
    made = make(other.sealing(), NIGHT)

    assert "some other program's database" in refused(world, made.file).headline


def test_a_database_of_a_newer_roster_is_said(world: World):
    with world.office.store.writing() as session:
        session.connection().exec_driver_sql("update alembic_version set version_num = '0999'")
    made = back_up(world.office.settings, NIGHT)
    with world.office.store.writing() as session:
        session.connection().exec_driver_sql("update alembic_version set version_num = '0007'")
    world.office.close()

    error = refused(world, made.file)

    assert error.headline == f"{made.file} was made by a newer Roster."


def test_a_database_of_an_older_roster_is_brought_up_to_date(world: World, tmp_path: Path):
    (tmp_path / "older").mkdir()
    other = a_place(tmp_path / "older")
    other.database.unlink()
    an_older_database(other.database, "0005").dispose()
    other.identity = identity_in(key_file(world.office.settings))
    made = make(other.sealing(), NIGHT)
    world.office.close()
    database = world.office.settings.database

    restore(made.file, other.identity, database, at=NIGHT + timedelta(days=1), by="Tola")

    assert rows(database, "ledgerentry") == 0


def test_no_word_of_anybody_is_in_what_the_command_says(backed_up: Path, clerk: Clerk):
    told = clerk("restore", str(backed_up))

    assert not [name for name in ("Charlie", "Bello", "07700") if name in told.out + told.err]
    assert io.StringIO(told.out).readline().startswith("Restored ")
