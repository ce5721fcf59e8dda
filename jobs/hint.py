"""`roster hint GROUP MEMBER TEXT`: what a volunteer says of somebody in their group, for the office to read."""

import argparse
from contextlib import closing

from jobs.arguments import add_settings
from jobs.compose import compose


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    parser.add_argument(
        "member", metavar="MEMBER", help='as the list shows them, "row 13", a number, or its last digits'
    )
    parser.add_argument("text", metavar="TEXT", help='what the volunteer says, such as "This is her new number."')
    parser.add_argument("--by", metavar="ADDRESS", required=True, help="the volunteer's address, as under [groups]")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Keep it for the office. Nothing is decided by it, and nothing is told in return."""
    with closing(compose(arguments.settings)) as office:
        told = office.hint(arguments.group, arguments.member, arguments.text, by=arguments.by)
    print("\n".join(told))
    return 0
