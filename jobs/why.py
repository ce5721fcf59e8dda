"""`roster why GROUP MEMBER`: the whole chain that leads to a verdict, for the office; one sentence, for a volunteer."""

import argparse
from collections.abc import Iterator
from contextlib import closing

from jobs.arguments import add_night, add_settings
from jobs.compose import compose
from roster.why import Explanation
from roster.words import spoken


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("group", metavar="GROUP", help="the group's name")
    parser.add_argument(
        "member",
        metavar="MEMBER",
        help='as the group shows them, or "row 13", or a number, or its last digits if nobody else has them',
    )
    parser.add_argument(
        "--for", dest="audience", choices=("office", "volunteer"), default="office",
        help="whom it is for: a volunteer may know one sentence only (default: office)",
    )  # fmt: skip
    add_night(parser, "the day to judge for, for the office; default today")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Explain."""
    with closing(compose(arguments.settings)) as office:
        if arguments.audience == "volunteer":
            print(office.volunteers_sentence(arguments.group, arguments.member))
        else:
            explanation = office.explained(arguments.group, arguments.member, arguments.on)
            print("\n".join(explanation_said(explanation)))
    return 0


def explanation_said(explanation: Explanation) -> Iterator[str]:
    """Say an explanation in lines."""
    yield f"{explanation.who} in {explanation.group}, on {spoken(explanation.on)}. For the office alone."
    for section in explanation.sections:
        yield ""
        yield section.heading
        yield from (f"  {sentence}" for sentence in section.sentences)
