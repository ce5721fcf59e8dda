"""`roster stops`: which addresses are not written to any more, and why; and to write to one again."""

import argparse
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime

from adapters.store import Store, audit, stops, tables
from jobs.arguments import add_by, add_settings
from jobs.compose import compose
from jobs.settings import Settings
from jobs.undelivered import about_whom, group_named, names_of
from roster.errors import RosterError
from roster.shown import plain
from roster.words import counted, spoken


class NotStopped(RosterError):
    """There is no stop to end."""

    headline = "Nothing is stopped for this address."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--lift", metavar="ADDRESS", help="write to this address again")
    add_by(parser, "lifts it")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """List them, or end those of one address."""
    with closing(compose(arguments.settings)) as office:
        if arguments.lift is not None:
            ended = lift(office.store, arguments.lift, by=arguments.by, at=office.clock())
            print(f"{counted(ended, 'stop')} ended. The address is written to again from the next run on.")
            return 0
        with office.store.reading() as session:
            print(_listed(stops.standing(session), office.settings))
    return 0


def lift(store: Store, address: str, *, by: str, at: datetime) -> int:
    """Write to an address again; gives how many stops that ends. Raises `NotStopped`."""
    with store.writing() as session:
        ended = stops.lift(session, address, by=by, at=at)
        if not ended:
            raise NotStopped("roster stops lists the addresses that are.")
        about = {"address": address, "why": [one.why for one in ended]}
        audit.note(session, "lift stop", by=by, at=at, about=about)
    return len(ended)


def _listed(known: Sequence[tables.Stop], settings: Settings) -> str:
    names, zone = names_of(settings), settings.school.zone
    if not known:
        return "Every address is written to."
    lines = [f"{counted(len(known), 'stop')}. To end those of an address: roster stops --lift ADDRESS"]
    for one in known:
        when = spoken(one.at.astimezone(zone).date())
        lines.append(f"  {plain(one.address)}, {group_named(one.group_key, names)}, since {when}: {about_whom(one)}")
    return "\n".join(lines)
