"""`roster rescope GROUP SCOPE`: say whom a group is for, as after the classes have moved up."""

import argparse
from contextlib import closing

from jobs.arguments import add_by, add_settings
from jobs.compose import compose
from jobs.granting import NoScope
from jobs.office import Office


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    parser.add_argument(
        "scope",
        metavar="SCOPE",
        nargs="?",
        help='the children it is for: a class ("4B"), a year ("Year 4"), or "school"',
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--stay", action="store_true", help="leave it as its name says, in spite of a proposal")
    other.add_argument("--undo", action="store_true", help="take back what was said before")
    add_by(parser, "says so")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Keep the word, and say what follows."""
    if (arguments.scope is None) != (arguments.stay or arguments.undo):
        raise NoScope("Give a SCOPE, or --stay, or --undo: one of them.")
    with closing(compose(arguments.settings)) as office:
        print(_rescoped(office, arguments))
    return 0


def _rescoped(office: Office, given: argparse.Namespace) -> str:
    if given.undo:
        return office.undo_rescope(given.group, by=given.by)
    return office.rescope(given.group, given.scope, by=given.by)
