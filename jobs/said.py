"""`roster said GROUP MEMBER done|disputed|cannot-find|already-gone`: what a volunteer answers, kept as their word and no more."""

import argparse
from contextlib import closing

from adapters.store.ending import Word
from jobs import following
from jobs.arguments import add_by, add_settings
from jobs.compose import compose
from jobs.following import Said
from roster.errors import RosterError
from roster.ledger import What
from roster.shown import plain

_WORDS = {
    "done": What.SAID_DONE,
    "disputed": What.DISPUTED,
    "cannot-find": What.CANNOT_FIND,
    "already-gone": What.ALREADY_GONE,
}


class NothingSaid(RosterError):
    """Neither a word nor that one is taken back, or both."""

    headline = "Nothing was noted."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    parser.add_argument(
        "member", metavar="MEMBER", help='as the group shows them, "row 13", a number, or its last digits'
    )
    parser.add_argument(
        "word",
        nargs="?",
        choices=tuple(_WORDS),
        help="they took them out; they think that they belong there; they find nobody of that name; they had gone already",
    )
    parser.add_argument("--undo", action="store_true", help="take the last word about them back")
    parser.add_argument("--note", metavar="TEXT", default="", help="what else the volunteer says, for the office")
    add_by(parser, "says so: the volunteer")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Keep the word, and say what follows."""
    if bool(arguments.word) is arguments.undo:
        raise NothingSaid(f"Give one of {', '.join(_WORDS)}, or --undo.")
    what = What.UNSAID if arguments.undo else _WORDS[arguments.word]
    told = Said(arguments.group, arguments.member, what, arguments.note)
    with closing(compose(arguments.settings)) as office, office.store.writing() as session:
        word = Word(arguments.by, office.clock(), office.today)
        sentence = following.said(session, office.settings, word, told)
    print(plain(sentence, 400))
    return 0
