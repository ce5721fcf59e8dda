"""The command line: `roster COMMAND ...`. Only the command asked for is imported."""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn, Protocol, cast

from roster.errors import RosterError

COMMANDS = {
    "check": "compare an MIS export with member lists, and say who no longer belongs",
    "demo": "a made-up school, two nights, and the letters; needs nothing",
    "init": "write a commented settings.toml and an empty database",
    "map": "show what each column of an export is read as, to mend and give back",
    "receive": "take in an MIS export or a member list",
    "pull": "ask the MIS for the roll now, as the schedule does",
    "nightly": "one night's run for every group, as the schedule does",
    "release": "let a held list go out, after reading it",
    "why": "why somebody in a group stands where they stand: the whole chain",
    "queries": "whom the last night asks the office about, and who that may be",
    "answer": "say who somebody in a group is; remembered from then on",
    "said": "note what a volunteer answers about somebody they were to take out",
    "ledger": "who was to be taken out, what is said of it, and what is proved",
    "hint": "note what a volunteer says of somebody in their group",
    "exempt": "let somebody stay, or a whole group; list and end exemptions",
    "rescope": "say whom a group is for, as after the classes have moved up",
    "missing": "count the carers on roll who are not in a group",
    "conduct": "print the school's code of conduct, or write it as a web page",
    "backup": "back the database up now, encrypted; the schedule does every night",
    "restore": "try a back-up, and put it in the database's place",
    "replay": "make a night's run again from what was kept, and prove the same answer",
    "stops": "which addresses are not written to any more; write to one again",
    "audit": "who did what, and whether it is all still as it was noted",
    "subject": "everything that is kept about one person: export or erase it",
    "forget": "delete what has been kept for as long as the settings say",
    "serve": "run the schedule until stopped",
    "doctor": "say whether everything runs, and what to do if not",
}
GOOD, FLAGGED, IMPOSSIBLE = 0, 1, 2
# As a shell says of a program that SIGPIPE ended: the result was not read to its end, so it must not look like "all good".
UNHEARD = 141


class Command(Protocol):
    """What a job's module offers to the command line."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; gives the exit status. Raises `RosterError` for what a person can mend."""


class PlainParser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say it on stderr and stop with status 2."""
        print(f"{self.prog}: {message}. Try {self.prog} --help.", file=sys.stderr)
        raise SystemExit(IMPOSSIBLE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit status. Whatever a person can mend is said on stderr without a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in COMMANDS:
        return _about(given)
    name, *rest = given
    module = cast("Command", import_module(f"jobs.{name}"))
    about = COMMANDS[name]
    parser = PlainParser(prog=f"roster {name}", description=f"{about[0].upper()}{about[1:]}.")
    module.add_arguments(parser)
    try:
        return module.run(parser.parse_args(rest))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else IMPOSSIBLE
    except RosterError as error:
        print(f"roster {name}: {error.sentence}", file=sys.stderr)
        return IMPOSSIBLE
    except KeyboardInterrupt:
        print(f"roster {name}: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever was reading has read enough; without this the interpreter complains when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD
    except Exception as error:  # noqa: BLE001 - what is no RosterError is our own mistake, and nobody else's business
        print(f"roster {name}: {_our_mistake(error)}", file=sys.stderr)
        return IMPOSSIBLE


def _our_mistake(error: Exception) -> str:
    """Say calmly that something went wrong inside, with the place and never with what was being read."""
    if os.environ.get("ROSTER_TRACEBACK"):
        raise error
    places = traceback.extract_tb(error.__traceback__)
    place = f"{Path(places[-1].filename).name}, line {places[-1].lineno}" if places else "an unknown place"
    return (
        f"Something went wrong inside Roster ({type(error).__name__} at {place}). "
        f"Please report it; with ROSTER_TRACEBACK=1 in the environment the details are shown."
    )


def _about(given: list[str]) -> int:
    if given and given[0] == "--version":
        from importlib.metadata import version

        print(f"roster {version('roster')}")
        return GOOD
    asked = bool(given) and given[0] in {"-h", "--help", "help"}
    width = max(map(len, COMMANDS))
    lines = [
        "usage: roster COMMAND ...",
        "",
        "Keeps parents' group chats in line with the school's roll. Roster removes nobody: it says who, a person acts.",
        "",
        *(f"  {name:<{width}}  {what}" for name, what in COMMANDS.items()),
        "",
        "roster COMMAND --help tells more.",
    ]
    if asked:
        print("\n".join(lines))
        return GOOD
    wrong = f"there is no command {given[0]!r}" if given else "a command is needed"
    print(f"roster: {wrong}. The commands are {', '.join(COMMANDS)}; try roster --help.", file=sys.stderr)
    return IMPOSSIBLE
