"""`roster conduct`: the school's code of conduct for its groups, as text or as a page to publish."""

import argparse
from pathlib import Path

from adapters.mail.conduct import conduct_page
from jobs.arguments import add_settings
from jobs.settings import load
from jobs.uploads import write
from jobs.writing import conduct_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--html", metavar="FILE", help="write it as a web page, to put on the school's site")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print it, or write the page."""
    settings = load(arguments.settings)
    conduct = conduct_of(settings)
    if arguments.html:
        write(arguments.html, conduct_page(conduct, settings.school.name).encode())
        print(
            f"Written to {Path(arguments.html).name}. Once it is published, put its address under [conduct] in the settings."
        )
        return 0
    print(conduct.text)
    return 0
