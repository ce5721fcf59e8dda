"""What is done while the process is killed: one command each, in an office that was made ready for it."""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from jobs.backup import back_up
from jobs.compose import compose
from jobs.office import Office
from tests.adapters.store.older import an_older_database
from tests.adapters.store.test_migrating import FIRST, SECOND, write_as_before
from tests.jobs.school import ADMIN, CHARLIE, OTHER_ADMIN, Clockwork, World, a_list, an_export, carers, families

BACKUPS = "back-ups"
MORE = f"""
[groups."4A"]
admins = ["{OTHER_ADMIN}"]
[groups."School"]
admins = ["{ADMIN}", "sade@example.org"]
[backup]
folder = "{BACKUPS}"
"""
GROUPS = {"3B": carers(), "4A": carers("4A"), "School": carers() + carers("4A")}
ZED = ("Zed Nobody", "07700 900901")
ROLL, LIST = "contacts.csv", "3B=3B.csv"


@dataclass(frozen=True)
class Premises:
    """An office in a folder of its own, at work, at a moment."""

    folder: Path
    office: Office
    clock: Clockwork


@dataclass(frozen=True)
class Scenario:
    """A command in an office made ready by `ready`; `tells` says that somebody is written to because of it."""

    name: str
    arguments: tuple[str, ...]
    ready: Callable[[Premises], None]
    tells: bool = False

    def prepared(self, school: Path, folder: Path, now: datetime) -> None:
        """Make a copy of a school's office ready for the command."""
        copied(school, folder)
        clock = Clockwork(now)
        with closing(compose(folder / "settings.toml", clock)) as office:
            self.ready(Premises(folder, office, clock))


def a_school(folder: Path, port: int) -> datetime:
    """Three groups whose first results were read and have gone out; gives the moment, early on the next morning."""
    world = World(folder, port, MORE)
    world.office.receive("contacts.csv", an_export(families()))
    _receive_lists(world.office, CHARLIE)
    world.a_night()
    for group in GROUPS:
        world.office.release(group, "Tola")
    world.a_night(days=1)
    world.office.close()
    return world.clock.now + timedelta(days=1)


def _receive_lists(office: Office, more: tuple[str, str]) -> None:
    for group, people in GROUPS.items():
        office.receive(f"{group}.csv", a_list([*people, more]))


def _with_a_new_roll(premises: Premises) -> None:
    left = [replace(one, left="20/11/2026") if one.number == 101 else one for one in families()[:-1]]
    (premises.folder / ROLL).write_bytes(an_export(left))


def _with_a_new_list(premises: Premises) -> None:
    (premises.folder / "3B.csv").write_bytes(a_list([*carers()[1:], CHARLIE, ZED]))


def _with_something_to_tell(premises: Premises) -> None:
    _receive_lists(premises.office, ZED)


def _with_letters_written(premises: Premises) -> None:
    _receive_lists(premises.office, ZED)
    premises.office.nightly()


def _of_an_older_version(premises: Premises) -> None:
    premises.office.close()
    database = premises.folder / "roster.db"
    for name in ("roster.db", "roster.db-wal", "roster.db-shm"):
        (premises.folder / name).unlink(missing_ok=True)
    engine = an_older_database(database, "0003")
    with engine.begin() as connection:
        for number, snapshot in enumerate([FIRST, FIRST, SECOND], 1):
            write_as_before(connection, number, snapshot)
    engine.dispose()


def _with_an_older_back_up(premises: Premises) -> None:
    back_up(premises.office.settings, premises.clock.now - timedelta(days=1))
    _receive_lists(premises.office, ZED)


RECEIVE_ROLL = Scenario("receive a roll", ("receive", ROLL), _with_a_new_roll)
RECEIVE_LIST = Scenario("receive a list", ("receive", LIST), _with_a_new_list)
NIGHTLY = Scenario("nightly", ("nightly",), _with_something_to_tell, tells=True)
LETTERS = Scenario("letters", ("nightly",), _with_letters_written, tells=True)
MIGRATION = Scenario("migration", ("exempt", "--list"), _of_an_older_version)
BACKUP = Scenario("back-up", ("backup",), _with_an_older_back_up)
SCENARIOS = (RECEIVE_ROLL, RECEIVE_LIST, NIGHTLY, LETTERS, BACKUP, MIGRATION)
LEASES_OVER = timedelta(hours=2)


def copied(master: Path, to: Path) -> Path:
    """A fresh copy of an office; gives its folder."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(master, to)
    return to
