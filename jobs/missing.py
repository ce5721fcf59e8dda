"""`roster missing GROUP`: how many carers on roll are not in a group; who said no is never counted again."""

import argparse
from collections.abc import Iterator
from contextlib import closing

from jobs.absent import Lacking
from jobs.arguments import add_by, add_settings
from jobs.compose import compose
from jobs.naming import contact_said
from roster.shown import plain


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--names", action="store_true", help="say who they are: for the office alone")
    other.add_argument(
        "--said-no", metavar="CONTACT", help="this carer does not want to be in it: never count them again"
    )
    other.add_argument("--undo", metavar="CONTACT", help="this carer has changed their mind")
    add_by(parser, "says so")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Count, name, or remember."""
    group = arguments.group
    with closing(compose(arguments.settings)) as office:
        if arguments.said_no is not None:
            who = office.say_no(group, arguments.said_no, by=arguments.by)
            print(f"{plain(who)} is not counted as missing from {plain(group)} again.")
        elif arguments.undo is not None:
            print(f"{plain(office.undo_no(group, arguments.undo, by=arguments.by))} is counted again.")
        else:
            print("\n".join(_said(office.missing(group), names=arguments.names)))
    return 0


def _said(found: Lacking, *, names: bool) -> Iterator[str]:
    yield f"{plain(found.group)}: {found.missing.said or 'every carer on roll is in it, or has said no'}."
    if not found.sure and found.missing.carers:
        yield "The list may miss people who are in the group."
    if names:
        yield from (f"  {contact_said(one)}" for one in found.missing.carers)
