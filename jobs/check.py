"""`roster check`: the comparison alone, with no database, no e-mail and no clock but today's date."""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from adapters.mis import read_export
from adapters.reports.outcome import Outcome
from jobs.cli import FLAGGED, GOOD, IMPOSSIBLE
from jobs.columns import add_columns, mapping_in
from jobs.listed import Listed, numbers_of, one_a_group, said_of
from jobs.uncollected import uncollected
from jobs.uploads import refuse_chats, refuse_odd_workbook, upload, write
from roster.comparison import compare
from roster.errors import RosterError
from roster.mapping import Kept
from roster.normalise import normalise_for
from roster.policy import Limits, Policy

_SCHOOLS_ARE_IN = "Europe/London"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the contract's arguments."""
    parser.add_argument(
        "export",
        metavar="EXPORT",
        help="an MIS export: pupils and their contacts; a folder or a zip for the standards of many files",
    )
    parser.add_argument(
        "lists", metavar="[NAME=]LIST", nargs="+",
        help="a member list; NAME= names the group, and so its class or year: 3B=list.csv",
    )  # fmt: skip
    parser.add_argument(
        "--members", metavar="[NAME=]NUMBER", action="append", default=[],
        help="how many members the app says the group has; a list that shows fewer is partial",
    )  # fmt: skip
    parser.add_argument(
        "--made-by", metavar="[NAME=]WHO", action="append", default=[],
        help="the number or name of whoever made the list, whom some tools leave out of it",
    )  # fmt: skip
    parser.add_argument("--on", metavar="YYYY-MM-DD", type=_day, help="the day to judge for (default: today)")
    parser.add_argument("--settings", metavar="FILE", help="a settings.toml whose policy and limits apply")
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="how to say it (default: text)"
    )
    parser.add_argument("--report", metavar="FILE.xlsx", help="write a workbook for the office as well")
    add_columns(parser, "what the export's columns hold, as roster map wrote it and you mended it")


def run(arguments: argparse.Namespace) -> int:
    """Compare, and tell. 0: everybody belongs; 1: somebody is flagged, or a group is held; 2: no comparison."""
    try:
        _refuse_odd_workbooks(arguments)
        with uncollected():
            outcome = _outcome(arguments)
        _write_workbooks(outcome, arguments)
    except RosterError as error:
        if arguments.format == "json":
            from adapters.reports.as_json import error_as_json

            print(error_as_json(error))
        print(f"roster check: {error.sentence}", file=sys.stderr)
        return IMPOSSIBLE
    _tell(outcome, arguments.format)
    return GOOD if outcome.clear else FLAGGED


def _outcome(arguments: argparse.Namespace) -> Outcome:
    policy, limits, zone = _decided(arguments.settings)
    mapping = mapping_in(arguments.mapping)
    on = arguments.on or datetime.now(ZoneInfo(zone)).date()
    told = [Listed.of(argument) for argument in arguments.lists]
    many = numbers_of("--members", said_of("--members", arguments.members, told))
    makers = said_of("--made-by", arguments.made_by, told)
    with ThreadPoolExecutor() as together:
        # Each file is read in a process of its own, so they may as well be read at once.
        given = upload(arguments.export)
        refuse_chats(given)
        reading = together.submit(read_export, given, confirmed=[Kept(mapping)] if mapping else [])
        listing = [
            together.submit(one.read, policy.region, said=many.get(one), made_by=makers.get(one)) for one in told
        ]
        export, notes = reading.result()
        lists = one_a_group(found for one in listing for found in one.result())
    snapshot, problems, tally = normalise_for(lists, export, on=on, region=policy.region)
    groups = compare(snapshot, lists, on=on, policy=policy, limits=limits)
    return Outcome(on, export, tally, (*notes, *problems), groups)


def _decided(settings: str | None) -> tuple[Policy, Limits, str]:
    if settings is None:
        return Policy(), Limits(), _SCHOOLS_ARE_IN
    from jobs.settings import load

    loaded = load(Path(settings))
    return loaded.policy, loaded.limits, loaded.school.time_zone


def _refuse_odd_workbooks(arguments: argparse.Namespace) -> None:
    inputs = (arguments.export, *arguments.lists, *(said.partition("=")[2] for said in arguments.lists))
    refuse_odd_workbook(arguments.report, (*inputs, arguments.mapping, arguments.problems))
    refuse_odd_workbook(arguments.problems, (*inputs, arguments.mapping))


def _write_workbooks(outcome: Outcome, arguments: argparse.Namespace) -> None:
    if arguments.report:
        from adapters.reports.as_workbook import as_workbook

        write(arguments.report, as_workbook(outcome))
    if arguments.problems:
        from adapters.reports.problems import problems_workbook

        write(arguments.problems, problems_workbook(outcome.export, outcome.problems))


def _tell(outcome: Outcome, how: str) -> None:
    from adapters.reports.as_text import notes

    for note in notes(outcome):
        print(f"note: {note}", file=sys.stderr)
    if how == "json":
        from adapters.reports.as_json import as_json

        print(as_json(outcome))
    elif how == "csv":
        from adapters.reports.as_csv import as_csv

        sys.stdout.write(as_csv(outcome))
    else:
        from adapters.reports.as_text import as_text

        sys.stdout.write(as_text(outcome))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-11-22") from None
