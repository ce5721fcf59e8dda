"""`roster exempt`: somebody may stay, or everybody of a group: granted, listed, ended."""

import argparse
from collections.abc import Iterator
from contextlib import closing
from datetime import date

from adapters.store.exemptions import Granted
from jobs.arguments import a_day, add_by, add_settings
from jobs.compose import compose
from jobs.granting import NotGranted, Wish
from jobs.holding import lapsing
from jobs.office import Office
from roster.decisions import Capacity
from roster.shown import label, plain
from roster.verdicts import lets_stay
from roster.words import spoken

_CAPACITIES = {
    "staff": Capacity.STAFF,
    "representative": Capacity.REPRESENTATIVE,
    "governor": Capacity.GOVERNOR,
}
_SETTINGS = {
    Capacity.STAFF: "staff_who_are_not",
    Capacity.REPRESENTATIVE: "representatives",
    Capacity.GOVERNOR: "governors",
}
_HOW = "roster exempt GROUP MEMBER --why TEXT, roster exempt GROUP --everybody --why TEXT, or roster exempt --all-groups MEMBER --why TEXT."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "named",
        metavar="GROUP MEMBER",
        nargs="*",
        help='the group, and who of it, as its list shows them, or "row 13", a number, or its last digits',
    )
    parser.add_argument("--all-groups", action="store_true", help="in every group: name only MEMBER, by the number")
    parser.add_argument("--everybody", action="store_true", help="everybody in the group: name only GROUP")
    parser.add_argument("--why", metavar="TEXT", help="the reason; no volunteer ever reads it")
    parser.add_argument("--until", type=a_day, metavar="YYYY-MM-DD", help="the last day; default without end")
    parser.add_argument(
        "--as", dest="capacity", choices=tuple(_CAPACITIES), help="as what; the settings say who may stay"
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--list", action="store_true", help="show every exemption")
    other.add_argument("--end", type=int, metavar="NUMBER", help="end the exemption of this number")
    add_by(parser, "grants or ends it")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked, and say it."""
    with closing(compose(arguments.settings)) as office:
        if arguments.list:
            print(
                "\n".join(granted_said(one, office.today) for one in office.exemptions()) or "There are no exemptions."
            )
        elif arguments.end is not None:
            office.end_exemption(arguments.end, by=arguments.by)
            print(f"Exemption {arguments.end} is ended. From the next run on they are judged like everybody else.")
        else:
            granted = _grant(office, arguments)
            said = (granted_said(granted, office.today), *_void(granted.exemption.capacity, office))
            print("\n".join((*said, *_lapses(granted, office))))
    return 0


def granted_said(granted: Granted, today: date) -> str:
    """Say an exemption in a line, for the office."""
    one = granted.exemption
    if one.who is None:
        who = "everybody"
    else:
        name = plain(label(granted.shown_as))
        who = f"{name} ({one.who})" if name and name.casefold() != one.who else plain(one.who)
    where = plain(granted.group) if granted.group else "all groups"
    until = f" until {spoken(one.until)}" if one.until else ""
    over = " (over)" if one.until and one.until < today else ""
    capacity = "" if one.capacity is Capacity.OTHER else f", as {one.capacity.value}"
    by = f"granted by {plain(one.granted_by)} on {spoken(one.granted_on)}"
    return f"{one.number}. {who} in {where}{until}{over}{capacity}: {plain(one.reason, 200)}; {by}"


def _void(capacity: Capacity, office: Office) -> Iterator[str]:
    """Say so where the settings let nobody stay as what an exemption was granted."""
    policy = office.settings.policy
    if not lets_stay(capacity, policy):
        setting = _SETTINGS[capacity]
        yield f'   It is kept, but it lets nobody stay as long as the settings say {setting} = "{getattr(policy, setting)}".'


def _lapses(granted: Granted, office: Office) -> Iterator[str]:
    """Say so where somebody has released a list that they were on."""
    for group in lapsing(office.store, granted.exemption.who, granted.exemption.group):
        yield (
            f"   What was released of {plain(group)} was for the list as it was read, and that list changes: the next run holds "
            "whoever volunteers have not been told of by then. Read and release it anew."
        )


def _grant(office: Office, given: argparse.Namespace) -> Granted:
    if not given.why:
        raise NotGranted(f"Say why: {_HOW}")
    if len(given.named) != (not given.all_groups) + (not given.everybody):
        raise NotGranted(f"{_what_is_missing(given)}: {_HOW}")
    names = list(given.named)
    group = None if given.all_groups else names.pop(0)
    member = None if given.everybody else names.pop(0)
    capacity = _CAPACITIES.get(given.capacity, Capacity.OTHER)
    return office.exempt(Wish(group, member, given.why, given.until, capacity), by=given.by)


def _what_is_missing(given: argparse.Namespace) -> str:
    if given.all_groups or given.everybody or len(given.named) != 1:
        return "Say who, and where"
    return f"Say who of {plain(given.named[0])} may stay, as its list shows them, or --everybody"
