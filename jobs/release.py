"""`roster release GROUP`: read what is held for a group, and let exactly that go out."""

import argparse
import sys
from contextlib import closing
from getpass import getuser

from jobs.arguments import add_night, add_settings
from jobs.compose import compose
from jobs.holding import Held, Named, held_group
from roster.errors import RosterError
from roster.shown import plain
from roster.words import counted, listed, spoken


class NotConfirmed(RosterError):
    """Nobody said yes."""

    headline = "Nothing was released."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    parser.add_argument("--by", metavar="NAME", help="who releases it; default: who is signed in")
    parser.add_argument("--yes", action="store_true", help="do not ask: you have read it")
    add_night(parser, "the night; default the last one")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show what is held, ask, and remember the word given."""
    with closing(compose(arguments.settings)) as office:
        result = held_group(office.store, arguments.group, on=arguments.on)
        print(held_said(result))
        _confirm(result, yes=arguments.yes)
        office.release(arguments.group, arguments.by or getuser(), on=arguments.on)
    print(f"Released. The letters go out with the next run: roster nightly --on {result.slot}")
    return 0


def held_said(result: Held) -> str:
    """Say what is held: the objections, then everybody it would name."""
    going = counted(len(result.removals), "person", "people")
    lines = [f"{plain(result.group)}, night of {spoken(result.slot)}: held, because"]
    lines += [f"  ! {plain(objection.message, 600)}" for objection in result.objections]
    lines += [f"{going} would be asked to leave:" if result.removals else "Nobody would be asked to leave."]
    lines += [_person_said(one) for one in result.removals]
    others = [one for one in result.people if one not in result.removals]
    looking = f"{counted(len(others), 'person', 'people')} to look at, who would not be named to volunteers:"
    lines += [looking, *map(_person_said, others)] if others else []
    return "\n".join(lines)


def _person_said(one: Named) -> str:
    # The office looks people up by these, and tells them apart, so what the list shows is shown whole here.
    number = f" ({one.phone})" if one.phone else ""
    return f"  {plain(one.shown_as)}{number}, row {one.row}: {plain(listed(one.evidence), 300)}"


def _confirm(result: Held, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise NotConfirmed("Give --yes if you have read it; without a terminal nobody can be asked.")
    answer = input(f"Let this go out for {plain(result.group)}? Type yes: ")
    if answer.strip().casefold() != "yes":
        raise NotConfirmed("It stays held.")
