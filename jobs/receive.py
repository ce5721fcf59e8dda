"""`roster receive [NAME=]FILE`: take in an MIS export or a member list, told by its content."""

import argparse
from contextlib import closing
from pathlib import Path

from jobs.arguments import add_settings
from jobs.compose import compose
from roster.errors import UnreadableFile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "file", metavar="[NAME=]FILE", help="an MIS export or a member list; NAME says whose list it is"
    )
    add_settings(parser)
    parser.add_argument("--as", dest="kind", choices=("roll", "list"), help="what it is, where it may be both")


def run(arguments: argparse.Namespace) -> int:
    """Take the file in, and say what came of it."""
    group, path = named(arguments.file)
    with closing(compose(arguments.settings)) as office:
        receipt = office.receive(path.name, _content(path), group=group, kind=arguments.kind)
    print("\n".join(receipt.sentences))
    return 0


def named(argument: str) -> tuple[str | None, Path]:
    """Split `NAME=FILE`; a file whose own name has a "=" in it goes before."""
    name, equals, file = argument.partition("=")
    if not equals or not name.strip() or not file or Path(argument).exists():
        return None, Path(argument)
    return name.strip(), Path(file)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        unreadable = UnreadableFile(
            f"Check the name and the folder ({error.strerror}).", headline="It cannot be opened."
        )
        unreadable.file = str(path)
        raise unreadable from None
