"""What a command may be told of an export's columns, and where it marks what is to be mended."""

import argparse

from jobs.uploads import upload
from roster.errors import RosterError
from roster.mapping import Mapping, UnusableMapping


def add_columns(parser: argparse.ArgumentParser, meaning: str) -> None:
    """Let the command be told what the columns of an export hold, and where to write what is to be mended in it."""
    parser.add_argument("--mapping", metavar="FILE.toml", help=meaning)
    parser.add_argument(
        "--problems", metavar="FILE.xlsx", help="write a copy of the export's sheet with what to fix marked in it"
    )


def mapping_in(path: str | None) -> Mapping | None:
    """Read the mapping that a command was given. Raises a `RosterError` that names the file, and the line or column."""
    if path is None:
        return None
    from roster.mapping_text import from_toml

    given = upload(path, folders=False)
    try:
        return from_toml(given.content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        error: RosterError = UnusableMapping(
            "Save it as UTF-8, or make it anew with roster map.", headline="This is not written as TOML should be."
        )
    except RosterError as unusable:
        error = unusable
    error.file = given.name
    raise error from None
