"""`roster pull [NAME]`: ask the MIS for the roll now, as the schedule does every night."""

import argparse
import sys
from collections.abc import Callable
from contextlib import closing

from sqlalchemy.orm import Session

from adapters.pulls.fetching import Source, fetch
from adapters.pulls.oneroster import SCOPES, OneRoster
from adapters.pulls.refusals import SecretNotSafe
from adapters.pulls.secrets import secret_in, sendable
from adapters.pulls.tokens import Credentials
from adapters.pulls.wonde import LEAVERS, STARTERS, STUDENTS, Wonde
from jobs.arguments import add_settings
from jobs.cli import GOOD, IMPOSSIBLE
from jobs.compose import compose
from jobs.intake import Receipt
from jobs.office import Office
from jobs.settings import Settings
from jobs.settings_pulls import Pull
from roster.errors import RosterError
from roster.words import listed

_WONDES = "https://api.wonde.com"


class NoSuchPull(RosterError):
    """A pull that the settings do not know."""

    headline = "No MIS is set up to be asked."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="the one set up as [pull.NAME]; default: all of them")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Ask, and say what came of it; 2 if any of them handed over nothing."""
    failed = False
    with closing(compose(arguments.settings)) as office:
        for name in _named(office.settings, arguments.name):
            try:
                print("\n".join(f"{name}: {said}" for said in pull(office, name).sentences))
            except RosterError as error:
                failed = True
                print(f"roster pull: {name}: {error.sentence}", file=sys.stderr)
    return IMPOSSIBLE if failed else GOOD


def pull(
    office: Office,
    name: str,
    pause: Callable[[float], bool] | None = None,
    mine: Callable[[Session], None] | None = None,
) -> Receipt:
    """Fetch a roll and take it in, whole or not at all. Raises a `RosterError`, whose words hold nothing secret or personal.

    `pause` waits so many seconds and says whether to give up; `mine` raises if what was fetched is not ours to keep any more.
    """
    upload = fetch(source(office.settings, name), pause=pause)
    if mine:
        with office.store.reading() as session:
            mine(session)
    return office.receive(upload.name, upload.content, kind="roll", fresh=True, by=f"the MIS (pull.{name})")


def source(settings: Settings, name: str) -> Source:
    """Make of the settings what can be asked. Raises `SecretNotSafe` without a secret, or with one that others can read."""
    chosen = settings.pull[name]
    secret = _secret(settings, name, chosen)
    if chosen.kind == "wonde":
        endpoints = STUDENTS + STARTERS * chosen.starters + LEAVERS * chosen.leavers
        return Wonde(chosen.url or _WONDES, chosen.school or "", secret, endpoints)
    version = chosen.kind.removeprefix("oneroster-")
    scope = SCOPES[version] if chosen.scope is None else chosen.scope
    return OneRoster(
        version, chosen.url or "", Credentials(chosen.token_url or "", chosen.client_id or "", scope, secret)
    )


def _named(settings: Settings, name: str | None) -> tuple[str, ...]:
    if not settings.pull:
        raise NoSuchPull("Add a [pull.mis] to the settings; roster init writes one to begin from.")
    if name is not None and name not in settings.pull:
        raise NoSuchPull(f"There are {listed(settings.pull)}.", headline=f"There is no [pull.{name}] in the settings.")
    return tuple(settings.pull) if name is None else (name,)


def _secret(settings: Settings, name: str, chosen: Pull) -> str:
    variable = f"ROSTER_PULL__{name.upper()}__SECRET"
    if chosen.secret is not None:
        said = chosen.secret.get_secret_value().strip()
        if not sendable(said):
            raise SecretNotSafe(f"Put it into {variable} as the MIS shows it, in one line.")
        return said
    if chosen.secret_file is not None:
        return secret_in(settings.beside(chosen.secret_file))
    raise SecretNotSafe(
        f"Put it into the environment as {variable}, or into a file of its own and name that in pull.{name}.secret_file.",
        headline="There is no secret to ask the MIS with.",
    )
