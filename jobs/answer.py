"""`roster answer GROUP MEMBER`: the office says who somebody is, once, and Roster remembers."""

import argparse
from contextlib import closing

from jobs.arguments import add_by, add_settings
from jobs.compose import compose
from jobs.office import Office
from roster.decisions import Answer
from roster.shown import plain


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    parser.add_argument(
        "member",
        metavar="MEMBER",
        help="as the list shows them, a number, its last digits, or the number that roster queries gives them",
    )
    said = parser.add_mutually_exclusive_group(required=True)
    said.add_argument("--same", metavar="CONTACT", help="they are this contact of the school's list, by name or MIS id")
    said.add_argument("--somebody-else", metavar="CONTACT", help="they are not this contact")
    said.add_argument("--not-a-parent", action="store_true", help="they are nobody's parent or carer here")
    said.add_argument("--undo", action="store_true", help="take back whatever was answered about them")
    add_by(parser, "answers")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Keep the answer, and say what follows."""
    with closing(compose(arguments.settings)) as office:
        told = _answered(office, arguments)
    print("\n".join(plain(sentence, 400) for sentence in told))
    return 0


def _answered(office: Office, given: argparse.Namespace) -> tuple[str, ...]:
    if given.undo:
        return office.undo_answer(given.group, given.member, by=given.by)
    contact = given.same or given.somebody_else
    said = Answer.SAME if given.same else Answer.SOMEBODY_ELSE if given.somebody_else else Answer.NO_PARENT
    return office.answer(given.group, given.member, said, by=given.by, contact=contact)
