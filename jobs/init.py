"""`roster init [FOLDER]`: a commented settings.toml, an empty database and a key for its back-ups, and what to do next."""

import argparse
from pathlib import Path

from adapters.backups.keys import make_key
from adapters.store import create_store
from jobs.settings import Settings
from jobs.settings_template import template
from roster.errors import RosterError
from roster.words import listed


class AlreadyThere(RosterError):
    """There is something where a file should be made."""

    headline = "Roster has been set up here already."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help="default: this folder")


def run(arguments: argparse.Namespace) -> int:
    """Set up, and say what to do next."""
    settings = start(arguments.folder)
    given = "" if settings == Path("settings.toml") else f" --settings {settings}"
    print(
        f"Wrote {settings}, and beside it an empty database and backup.key, which opens its back-ups. Next:\n"
        f"  1. Put the school's name, the office's address, the mail server and the groups into {settings}.\n"
        f"  2. roster receive{given} contacts.xlsx           the MIS export\n"
        f"  3. roster receive{given} 3B=members.csv          a group's member list, for each group\n"
        f"  4. roster nightly{given}                         compares; the first result of each group is held\n"
        f"  5. roster release{given} 3B                      read it, let it go out\n"
        f"  6. roster serve{given}                           from now on every night\n"
        f"Keep a copy of backup.key and of {settings} somewhere else: without the key no back-up can be opened."
    )
    return 0


def start(folder: Path, settings: Settings | None = None) -> Path:
    """Write a settings file, an empty database and a key; gives the first's path. Overwrites nothing: raises `AlreadyThere`.

    A settings file that is there just as it was first written is as good as a new one, and so is any key.
    """
    chosen = settings or Settings.default()
    path = folder / "settings.toml"
    untouched = path.is_file() and path.read_bytes() == template(chosen).encode()
    kept = () if untouched else (path,)
    there = [one.name for one in (*kept, folder / chosen.store.database) if one.exists()]
    if there:
        raise AlreadyThere(f"{listed(there)} in {folder.resolve()}: left as it is. Give another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        create_store(folder / chosen.store.database).close()
        if not chosen.backup.recipient:
            make_key(folder / chosen.backup.key_file)
        if not untouched:
            with path.open("x", encoding="utf-8") as file:
                file.write(template(chosen))
    except OSError as error:
        raise AlreadyThere(
            f"Give another folder ({error.strerror}).", headline=f"Nothing can be written in {folder}."
        ) from None
    return path
