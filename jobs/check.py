"""`roster check`: the comparison alone, with no database, no e-mail and no clock but today's date."""

import argparse
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from adapters.mis import read_export
from adapters.platforms import read_lists
from adapters.reports.outcome import Outcome
from jobs.cli import FLAGGED, GOOD, IMPOSSIBLE
from roster.comparison import compare
from roster.errors import RosterError, UnreadableFile
from roster.export import Upload
from roster.groups import MemberList
from roster.normalise import normalise
from roster.policy import Limits, Policy

_SCHOOLS_ARE_IN = "Europe/London"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the contract's arguments."""
    parser.add_argument("export", metavar="EXPORT", help="an MIS export: pupils and their contacts (xlsx or csv)")
    parser.add_argument(
        "lists", metavar="[NAME=]LIST", nargs="+",
        help="a member list; NAME= names the group, and so its class or year: 3B=list.csv",
    )  # fmt: skip
    parser.add_argument("--on", metavar="YYYY-MM-DD", type=_day, help="the day to judge for (default: today)")
    parser.add_argument("--settings", metavar="FILE", help="a settings.toml whose policy and limits apply")
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="how to say it (default: text)"
    )
    parser.add_argument("--report", metavar="FILE.xlsx", help="write a workbook for the office as well")


def run(arguments: argparse.Namespace) -> int:
    """Compare, and tell. 0: everybody belongs; 1: somebody is flagged, or a group is held; 2: no comparison."""
    try:
        _refuse_odd_reports(arguments)
        outcome = _outcome(arguments)
        _write_report(outcome, arguments.report)
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
    export, notes = read_export(upload(arguments.export))
    snapshot, problems = normalise(export, region=policy.region)
    lists = tuple(found for said in arguments.lists for found in _lists(said, policy.region))
    on = arguments.on or datetime.now(ZoneInfo(zone)).date()
    groups = compare(snapshot, lists, on=on, policy=policy, limits=limits)
    return Outcome(on, export, snapshot, (*notes, *problems), groups)


def _lists(said: str, region: str) -> tuple[MemberList, ...]:
    name, equals, path = said.partition("=")
    if equals and name and not Path(said).exists():
        return read_lists(upload(path), name=name, region=region)
    return read_lists(upload(said), region=region)


def upload(path: str) -> Upload:
    """Take a file from disk. Raises `UnreadableFile` if there is none."""
    try:
        return Upload(Path(path).name, Path(path).read_bytes())
    except FileNotFoundError:
        raise _no_file(path, "There is no such file.", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise _no_file(path, "This is a folder.", "Give the file itself.") from None
    except OSError as error:
        raise _no_file(path, "This file cannot be opened.", f"The computer says: {error.strerror}.") from None


def _no_file(path: str, headline: str, advice: str) -> UnreadableFile:
    error = UnreadableFile(advice, headline=headline)
    error.file = path
    return error


def _decided(settings: str | None) -> tuple[Policy, Limits, str]:
    if settings is None:
        return Policy(), Limits(), _SCHOOLS_ARE_IN
    from jobs.settings import load

    loaded = load(Path(settings))
    return loaded.policy, loaded.limits, loaded.school.time_zone


def _refuse_odd_reports(arguments: argparse.Namespace) -> None:
    """Refuse to write a report over what is being compared, or under a name that says it is something else."""
    report = arguments.report
    if report is None:
        return
    if Path(report).suffix.lower() != ".xlsx":
        raise _no_file(report, "The report is an Excel workbook.", "Give it a name that ends in .xlsx.")
    inputs = (arguments.export, *arguments.lists, *(said.partition("=")[2] for said in arguments.lists))
    if Path(report).resolve() in {Path(one).resolve() for one in inputs if one}:
        raise _no_file(report, "This file is being compared.", "Give the report another name.")


def _write_report(outcome: Outcome, path: str | None) -> None:
    if path is None:
        return
    from adapters.reports.as_workbook import as_workbook

    try:
        Path(path).write_bytes(as_workbook(outcome))
    except OSError as error:
        raise _no_file(path, "The report cannot be written there.", f"The computer says: {error.strerror}.") from None


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
