"""`roster doctor`: is everything well, and if not, what to do. It names nobody, and changes nothing."""

import argparse
import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib import import_module
from pkgutil import iter_modules

from jobs import checks
from jobs.arguments import add_settings
from jobs.check_up import Grade, Symptom
from jobs.cli import FLAGGED, GOOD
from jobs.compose import compose
from jobs.mishaps import place_of, said_of
from jobs.office import Office
from roster.words import counted

_MAIL = "mail"
_GRAVEST_FIRST = (Grade.WRONG, Grade.WORTH_A_LOOK, Grade.WELL)
_MARKS = {Grade.WRONG: "WRONG", Grade.WORTH_A_LOOK: "look", Grade.WELL: "well"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument(
        "--mail",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="speak to the mail server too; sends nothing (default: yes)",
    )
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Look at everything, and say it; 1 if something is wrong or worth a look."""
    with closing(compose(arguments.settings)) as office:
        found = examined(office, mail=arguments.mail)
    print(_as_json(found) if arguments.format == "json" else "\n".join(_as_text(found)))
    return GOOD if all(one.grade is Grade.WELL for one in found) else FLAGGED


def examined(office: Office, *, mail: bool = True) -> tuple[Symptom, ...]:
    """Give what every module of `jobs.checks` finds, the gravest first. `mail` says whether to speak to the mail server."""
    names = sorted(module.name for module in iter_modules(checks.__path__))
    found = [symptom for name in names if mail or name != _MAIL for symptom in _found(name, office)]
    return tuple(sorted(found, key=lambda one: _GRAVEST_FIRST.index(one.grade)))


def _found(name: str, office: Office) -> Iterable[Symptom]:
    try:
        return tuple(import_module(f"{checks.__name__}.{name}").check(office))
    except Exception as error:  # noqa: BLE001 - what cannot be looked at is found to be wrong
        said = f"It could not be looked at. {said_of(error) or f'({place_of(error)})'}"
        return (Symptom(Grade.WRONG, name, said, "Please report it if it goes on."),)


def _as_text(found: tuple[Symptom, ...]) -> Iterator[str]:
    wrong, look = (sum(one.grade is grade for one in found) for grade in _GRAVEST_FIRST[:2])
    counts = f"{counted(wrong, 'thing')} wrong, {look} worth a look."
    yield "All is well." if not wrong + look else counts
    for one in found:
        what = f"{one.what[:1].upper()}{one.what[1:]}"
        yield f"{_MARKS[one.grade]:<6} {what}: {one.said}"
        if one.cure:
            yield f"{'':<6} -> {one.cure}"


def _as_json(found: tuple[Symptom, ...]) -> str:
    told = [{"grade": one.grade.value, "what": one.what, "said": one.said, "cure": one.cure} for one in found]
    return json.dumps({"well": all(one.grade is Grade.WELL for one in found), "found": told}, indent=2)
