"""`roster receive [NAME=]FILE`: take in an MIS export or a member list, told by its content."""

import argparse
import sys
from contextlib import closing

from jobs.arguments import add_by, add_settings
from jobs.columns import add_columns, mapping_in
from jobs.compose import compose
from jobs.intake import Receipt
from jobs.listed import Listed, members_said
from jobs.uploads import refuse_odd_workbook, upload, write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "file",
        metavar="[NAME=]FILE",
        help="an MIS export (a folder or zip for OneRoster and School Data Sync) or a member list; NAME says whose list it is",
    )
    add_by(parser, "gives it")
    add_settings(parser)
    parser.add_argument("--as", dest="kind", choices=("roll", "list"), help="what it is, where it may be both")
    parser.add_argument("--members", metavar="NUMBER", help="how many members the app says the group has")
    parser.add_argument(
        "--made-by", metavar="WHO", help="the number or name of whoever made the list, whom some tools leave out of it"
    )
    add_columns(parser, "what the columns hold, as roster map wrote it and you mended it; kept for the next such file")


def run(arguments: argparse.Namespace) -> int:
    """Take the file in, and say what came of it."""
    file = Listed.of(arguments.file)
    refuse_odd_workbook(arguments.problems, (file.path, arguments.mapping))
    mapping = mapping_in(arguments.mapping)
    given = upload(file.path)
    with closing(compose(arguments.settings)) as office:
        receipt = office.receive(
            given.name, given.content, group=file.name, kind=arguments.kind, mapping=mapping,
            said=members_said("--members", arguments.members) if arguments.members else None, made_by=arguments.made_by,
            by=arguments.by,
        )  # fmt: skip
    print("\n".join(receipt.sentences))
    if arguments.problems:
        _write_problems(receipt, arguments.problems)
    return 0


def _write_problems(receipt: Receipt, path: str) -> None:
    from adapters.reports.problems import problems_workbook

    if receipt.roll is None:
        print(f"note: {path} was not written: only an MIS export has such a workbook.", file=sys.stderr)
        return
    write(path, problems_workbook(receipt.roll.export, receipt.roll.problems))
