"""`roster receive [NAME=]FILE`: take in an MIS export or a member list, told by its content."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from jobs.arguments import add_settings
from jobs.columns import add_columns, mapping_in
from jobs.compose import compose
from jobs.intake import Receipt
from jobs.uploads import refuse_odd_workbook, upload, write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "file",
        metavar="[NAME=]FILE",
        help="an MIS export (a folder or zip for OneRoster and School Data Sync) or a member list; NAME says whose list it is",
    )
    add_settings(parser)
    parser.add_argument("--as", dest="kind", choices=("roll", "list"), help="what it is, where it may be both")
    add_columns(parser, "what the columns hold, as roster map wrote it and you mended it; kept for the next such file")


def run(arguments: argparse.Namespace) -> int:
    """Take the file in, and say what came of it."""
    group, path = named(arguments.file)
    refuse_odd_workbook(arguments.problems, (str(path), arguments.mapping))
    mapping = mapping_in(arguments.mapping)
    given = upload(path)
    with closing(compose(arguments.settings)) as office:
        receipt = office.receive(given.name, given.content, group=group, kind=arguments.kind, mapping=mapping)
    print("\n".join(receipt.sentences))
    if arguments.problems:
        _write_problems(receipt, arguments.problems)
    return 0


def named(argument: str) -> tuple[str | None, Path]:
    """Split `NAME=FILE`; a file whose own name has a "=" in it goes before."""
    name, equals, file = argument.partition("=")
    if not equals or not name.strip() or not file or Path(argument).exists():
        return None, Path(argument)
    return name.strip(), Path(file)


def _write_problems(receipt: Receipt, path: str) -> None:
    from adapters.reports.problems import problems_workbook

    if receipt.roll is None:
        print(f"note: {path} was not written: only an MIS export has such a workbook.", file=sys.stderr)
        return
    write(path, problems_workbook(receipt.roll.export, receipt.roll.problems))
