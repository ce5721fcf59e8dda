"""`roster answer GROUP MEMBER`: the office says who somebody is, once, and Roster remembers."""

import argparse
import sys
from contextlib import closing

from jobs.arguments import add_by, add_settings
from jobs.compose import compose
from jobs.deciding import is_query_number
from jobs.office import Office
from roster.decisions import Answer
from roster.errors import RosterError
from roster.shown import plain


class NotAnswered(RosterError):
    """Nobody said yes."""

    headline = "Nothing was answered."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    parser.add_argument(
        "member",
        metavar="MEMBER",
        help='as the list shows them, "row 13", a number, its last digits, or the number that roster queries gave them for the last night',
    )
    said = parser.add_mutually_exclusive_group(required=True)
    said.add_argument(
        "--same",
        metavar="CONTACT",
        help="they are this contact of the school's list, by name, MIS id, or a telephone number or its last digits",
    )
    said.add_argument("--somebody-else", metavar="CONTACT", help="they are not this contact")
    said.add_argument("--not-a-parent", action="store_true", help="they are nobody's parent or carer here")
    said.add_argument("--undo", action="store_true", help="take back whatever was answered about them")
    parser.add_argument(
        "--yes", action="store_true", help="do not ask whether the number of roster queries is who you mean"
    )
    add_by(parser, "answers")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Keep the answer, and say what follows."""
    with closing(compose(arguments.settings)) as office:
        _confirm(office, arguments)
        told = _answered(office, arguments)
    print("\n".join(plain(sentence, 400) for sentence in told))
    return 0


def _answered(office: Office, given: argparse.Namespace) -> tuple[str, ...]:
    if given.undo:
        return office.undo_answer(given.group, given.member, by=given.by)
    said, contact = _said(given)
    return office.answer(given.group, given.member, said, by=given.by, contact=contact)


def _said(given: argparse.Namespace) -> tuple[Answer, str | None]:
    # An empty CONTACT names nobody; it must never be taken for "nobody's parent".
    if given.same is not None:
        return Answer.SAME, given.same
    if given.somebody_else is not None:
        return Answer.SOMEBODY_ELSE, given.somebody_else
    return Answer.NO_PARENT, None


def _confirm(office: Office, given: argparse.Namespace) -> None:
    """Ask whether this is who is meant, where a number of `roster queries` says it, which another night may have changed."""
    if given.yes or not is_query_number(given.member) or not sys.stdin.isatty():
        return
    who = plain(office.named(given.group, given.member), 200)
    if input(f"This is about {who}. Type yes: ").strip().casefold() != "yes":
        raise NotAnswered("Look again with roster queries, or name them as the list shows them.")
