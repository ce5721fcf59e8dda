"""`roster nightly`: one night's run for every group, and the letters that follow from it."""

import argparse
import sys
from contextlib import closing

from jobs.arguments import add_night, add_settings
from jobs.compose import compose
from jobs.deliver import Delivery
from jobs.results import Night, letters_said, said
from roster.shown import plain
from roster.words import counted, listed, spoken


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_night(parser, "the day to judge for; default today")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Run the night and deliver; 1 if letters were given up or still wait for the mail server, else 0."""
    with closing(compose(arguments.settings)) as office:
        if arguments.on and arguments.on > office.today:
            print(f"note: {spoken(arguments.on)} is yet to come; leavers until then count as gone.", file=sys.stderr)
        night = office.nightly(arguments.on)
        print(night_said(night))
        delivery = office.deliver()
    troubled = bool(delivery.waiting or delivery.given_up)
    print(delivery_said(delivery), file=sys.stderr if troubled else sys.stdout)
    return 1 if troubled else 0


def night_said(night: Night) -> str:
    """Say a night in a few lines, with counts and nobody's name."""
    again = "already run, nothing has changed since" if night.again else letters_said(night.letters)
    if night.silent:
        again = "not today's, so nobody is written to"
    return "\n".join(
        (f"Night of {night.slot}: {again}.", *(f"  {plain(one.name)}: {said(one)}" for one in night.groups))
    )


def delivery_said(delivery: Delivery) -> str:
    """Say what became of the letters."""
    parts = [f"{counted(delivery.sent, 'letter')} delivered"]
    parts += [f"{delivery.given_up} given up (the next digest says which)"] if delivery.given_up else []
    parts += [f"{delivery.waiting} waiting for another try"] if delivery.waiting else []
    kept = delivery.for_the_window
    parts += [f"{kept} kept for the time at which volunteers are written to"] if kept else []
    why = f" ({listed(delivery.trouble)})" if delivery.trouble else ""
    return f"{', '.join(parts)}{why}."
