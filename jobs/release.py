"""`roster release GROUP`: read what is held for a group, and let exactly that go out, or some of it."""

import argparse
import sys
from contextlib import closing

from jobs.arguments import add_by, add_night, add_settings
from jobs.compose import compose
from jobs.holding import Held, Named, held_group, named_of, release, take_back
from jobs.office import Office
from roster.errors import RosterError
from roster.shown import plain
from roster.words import counted, listed, spoken

_ALONE = {
    "restricted": "the school's list restricts them",
    "admin": "an admin of the group",
    "household": "of an admin's household",
}


class NotConfirmed(RosterError):
    """Nobody said yes."""

    headline = "Nothing was released."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    parser.add_argument(
        "--only", nargs="+", action="extend", default=[], metavar="WHO",
        help='let out only these: the name as the list shows it, "row 13", the number or its last digits',
    )  # fmt: skip
    parser.add_argument("--undo", action="store_true", help="take a release back, before a letter has gone")
    parser.add_argument("--yes", action="store_true", help="do not ask: you have read it")
    add_by(parser, "releases it")
    add_night(parser, "the night; default the last one")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show what is held, ask, and remember the word given."""
    with closing(compose(arguments.settings)) as office:
        return _undo(office, arguments) if arguments.undo else _release(office, arguments)


def _release(office: Office, arguments: argparse.Namespace) -> int:
    result = held_group(office.store, arguments.group, on=arguments.on)
    only = named_of(result, arguments.only, office.settings.policy.region)
    print(held_said(result))
    _confirm(result, only, yes=arguments.yes)
    left = release(office.store, result, by=arguments.by, now=office.clock(), only=only)
    print(_released_said(left, only))
    return 0


def _undo(office: Office, arguments: argparse.Namespace) -> int:
    take_back(office.store, arguments.group, by=arguments.by, now=office.clock())
    print(
        "Taken back. The next run holds it again, and writes anew whatever else those volunteers hear: roster nightly"
    )
    return 0


def held_said(result: Held) -> str:
    """Say what is held: the objections, then everybody it would name."""
    going = counted(len(result.removals), "person", "people")
    lines = [f"{plain(result.group)}, night of {spoken(result.slot)}: held, because"]
    lines += [f"  ! {plain(objection.message, 900)}" for objection in result.objections]
    lines += [f"{going} would be asked to leave:" if result.removals else "Nobody would be asked to leave."]
    lines += [_person_said(one) for one in result.removals]
    others = [one for one in result.people if one not in result.removals]
    looking = f"{counted(len(others), 'person', 'people')} to look at, who would not be named to volunteers:"
    lines += [looking, *map(_person_said, others)] if others else []
    return "\n".join(lines)


def _person_said(one: Named) -> str:
    # The office looks people up by these, and tells them apart, so what the list shows is shown whole here.
    number = f" ({one.phone})" if one.phone else ""
    alone = f" [for the office alone: {_ALONE[one.withheld]}]" if one.withheld else ""
    out = " [released]" if one.released else ""
    return f"  {plain(one.shown_as)}{number}, row {one.row}: {plain(listed(one.evidence), 300)}{alone}{out}"


def _confirm(result: Held, only: tuple[Named, ...], *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise NotConfirmed("Give --yes if you have read it; without a terminal nobody can be asked.")
    who = listed([plain(one.shown_as) for one in only]) if only else "this"
    answer = input(f"Let {who} go out for {plain(result.group)}? Type yes: ")
    if answer.strip().casefold() != "yes":
        raise NotConfirmed("It stays held.")


def _released_said(left: Held, only: tuple[Named, ...]) -> str:
    how = "The letters go out with the next run: roster nightly"
    out = {one.identity for one in only}
    still = [one for one in left.to_be_named if not one.released and one.identity not in out]
    if not only or not still:
        return f"Released. {how}"
    stay = listed([f"{plain(one.shown_as)} (row {one.row})" for one in still])
    return f"Released. {how}\nStill held: {stay}."
