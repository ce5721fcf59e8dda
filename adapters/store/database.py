"""The database file: opened, brought up to date, and written to in whole transactions only."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from roster.errors import RosterError

HEAD = "0007"
_KNOWN = frozenset({"0001", "0002", "0003", "0004", "0005", "0006", HEAD})
_BUSY_MILLISECONDS = 30_000


class DatabaseTrouble(RosterError):
    """The database cannot be opened or written."""

    headline = "Roster's database cannot be used."


class Store:
    """The database. Reading sees one moment; writing is one transaction that lands whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        self._readers = engine
        self._writers = engine.execution_options(writing=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Look, at one moment of the database."""
        with _plainly(), Session(self._readers) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Change: everything done inside is kept together, or nothing of it."""
        with _plainly(), Session(self._writers) as session, session.begin():
            yield session

    def purge(self, *, anew: bool = False) -> bool:
        """Leave nothing of what was deleted: empty the journal beside the file, and write the file `anew` if that is wanted.

        Says whether the journal is empty now; while another program is reading, it is not.
        """
        connection = self._readers.raw_connection()
        try:
            driver: Any = connection.driver_connection
            if anew:
                driver.execute("VACUUM").close()
            busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            raise DatabaseTrouble(
                f"Look whether the disk is full ({type(error).__name__}); then do it again."
            ) from error
        finally:
            connection.close()
        return not busy

    def close(self) -> None:
        """Let go of the file."""
        self._readers.dispose()


def open_store(path: Path) -> Store:
    """Open a database, bringing an older one up to date. Raises `DatabaseTrouble` if it is missing, no database, or newer."""
    if not path.is_file():
        raise DatabaseTrouble("roster init makes one.", headline=f"There is no database at {path}.")
    return _open(path)


def create_store(path: Path) -> Store:
    """Make an empty database. Raises `DatabaseTrouble` if there is a file already."""
    if path.exists():
        raise DatabaseTrouble("It was left as it is.", headline=f"There is a file at {path} already.")
    path.parent.mkdir(parents=True, exist_ok=True)
    # Nobody else on this computer may read it; the files that SQLite puts beside it are made like it.
    path.touch(mode=0o600, exist_ok=False)
    return _open(path)


def upgrade(connection: Connection) -> None:
    """Bring a database to the tables that this version of Roster knows."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _open(path: Path) -> Store:
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with _plainly():
            _bring_up_to_date(engine, path)
    except DatabaseError as error:
        engine.dispose()
        raise DatabaseTrouble(
            "Put the last back-up in its place, or name another file under [store] in the settings.",
            headline=f"{path} is damaged, or is no database.",
        ) from error
    except RosterError:
        engine.dispose()
        raise
    return Store(engine)


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        version = _version(connection, path)
    if version == HEAD:
        return
    if version is not None and version not in _KNOWN:
        raise DatabaseTrouble(
            f"Install the version of Roster that made it, or a later one. This one knows databases up to {HEAD}; "
            f"right now it is at {version}.",
            headline=f"{path} was made by a newer Roster.",
        )
    with engine.execution_options(writing=True).begin() as connection:
        upgrade(connection)


def _version(connection: Connection, path: Path) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise DatabaseTrouble(
            "Name another file under [store] in the settings.", headline=f"{path} is some other program's database."
        )
    return connection.execute(text("select version_num from alembic_version")).scalar()


def _prepare(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin late and end at every table change; ours are begun in _begin.
    connection.isolation_level = None
    for setting in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_MILLISECONDS}",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {setting}").close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise DatabaseTrouble(
            f"Look whether the disk is full, the file may be written, and no other program holds it "
            f"({type(error.orig).__name__}). Nothing was changed."
        ) from error
