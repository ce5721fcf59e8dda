"""Arguments that several commands share."""

import argparse
from datetime import date
from getpass import getuser
from pathlib import Path

from jobs.compose import SETTINGS


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Let the command be told where the settings are."""
    parser.add_argument("--settings", type=Path, default=SETTINGS, metavar="FILE", help="default: settings.toml here")


def add_night(parser: argparse.ArgumentParser, meaning: str) -> None:
    """Let the command be told which night is meant."""
    parser.add_argument("--on", type=a_day, metavar="YYYY-MM-DD", help=meaning)


def add_by(parser: argparse.ArgumentParser, what: str) -> None:
    """Let the command be told who decides."""
    parser.add_argument("--by", metavar="NAME", default=getuser(), help=f"who {what}; default: who is signed in")


def a_day(text: str) -> date:
    """Read a date as it is given on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-11-22") from None
