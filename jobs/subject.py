"""`roster subject export|erase WHO`: everything that is kept about one person, to hand over or to erase."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from jobs.arguments import add_by, add_settings
from jobs.compose import compose
from jobs.erasure import Erasure, erase, must_not_be_here, would_erase
from jobs.leftovers import copies_beside
from jobs.naming import NotFound
from jobs.office import Office
from jobs.subject_access import access, one_subject, written_to
from roster.errors import RosterError
from roster.shown import plain
from roster.words import counted


class NotErased(RosterError):
    """Nobody said yes."""

    headline = "Nothing was erased."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("act", choices=("export", "erase"), help="hand it over, or erase it")
    parser.add_argument(
        "who", metavar="WHO", help="a telephone number, an e-mail address, an id of the MIS, or the whole name"
    )
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="export: where the two files go; default: here")
    parser.add_argument("--yes", action="store_true", help="erase: do not ask")
    parser.add_argument(
        "--history-only", action="store_true", help="erase: of somebody who is still here, only what is past"
    )
    add_by(parser, "does it")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Export, or erase after asking."""
    if not plain(arguments.who):
        raise NotFound("Give a number, an address, an id or a name.", headline="Nobody is named.")
    with closing(compose(arguments.settings)) as office:
        if arguments.act == "export":
            _export(office, arguments)
        else:
            _erase(office, arguments)
    return 0


def _export(office: Office, given: argparse.Namespace) -> None:
    paths = written_to(given.to or Path(), access(office, given.who, by=given.by), office.today)
    print(f"Wrote {paths[0]} and {paths[1]}. Read them before you hand them over: they may tell of others, too.")


def _erase(office: Office, given: argparse.Namespace) -> None:
    subject = one_subject(office, given.who)
    wish = Erasure(subject, given.by, past_alone=given.history_only)
    must_not_be_here(office, wish)
    rows = would_erase(office, wish)
    print(f"{plain(subject.told_apart)}: this would be erased, and cannot be had back:")
    print("\n".join(f"  {what}: {number:,}" for what, number in rows) or "  nothing")
    if rows and not given.yes:
        _must_agree()
    done = erase(office, wish)
    print(f"Erased: {counted(done.rows, 'row')}, {counted(done.files, 'file')}.")
    print("Back-ups that were made before still hold them, until the last of these is deleted (see docs/records.md).")
    beside = copies_beside(office.settings)
    if beside:
        print("These were not looked into and may hold them, too. Delete each that nobody needs:")
        print("\n".join(f"  {plain(str(path), 300)}" for path in beside))
    if not done.emptied:
        print("Another program is using the database: stop it, and run roster forget to empty the database's journal.")


def _must_agree() -> None:
    """Ask. Raises `NotErased`."""
    if not sys.stdin.isatty():
        raise NotErased("Give --yes if you mean it.")
    if input("Type yes to erase it: ").strip().casefold() != "yes":
        raise NotErased("It stays as it is.")
