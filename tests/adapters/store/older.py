"""Databases as older versions of Roster made them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine

import adapters.store.database as database


def an_older_database(path: Path, version: str) -> Engine:
    """A new file with the tables of a version, by the very migrations that made them."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    return engine
