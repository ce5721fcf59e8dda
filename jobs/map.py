"""`roster map FILE`: what each column of an export is read as, as TOML to mend and give back; and what is kept of that."""

import argparse
import sys
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

from adapters.mis import Headings, read_headings
from jobs.arguments import add_by
from jobs.uploads import CannotWrite, upload, write
from roster.errors import RosterError
from roster.mapping import Kept, UnusableMapping, fingerprint, texts_of
from roster.mapping_text import as_toml, in_words
from roster.sketch import GUESS, sketch
from roster.words import counted, spoken

_SETTINGS = Path("settings.toml")


class NothingKept(RosterError):
    """There is nothing to be forgotten."""

    headline = "Nothing is kept for these headings."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="an MIS export")
    parser.add_argument("--to", metavar="FILE.toml", help="write it there instead of showing it; overwrites nothing")
    parser.add_argument("--kept", action="store_true", help="show in words what the school has confirmed of columns")
    parser.add_argument(
        "--forget",
        metavar="WHAT",
        help="forget what was confirmed: a file with those headings, or the code --kept shows",
    )
    add_by(parser, "forgets it")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="default: settings.toml here, if there is one")


def run(arguments: argparse.Namespace) -> int:
    """Show the columns, or what is kept of them, or forget that."""
    if arguments.kept:
        print("\n".join(_told(_kept(arguments.settings or _SETTINGS))))
    elif arguments.forget:
        print(_forgotten(arguments.forget, arguments.settings or _SETTINGS, arguments.by))
    elif arguments.file:
        _show(arguments)
    else:
        raise UnusableMapping("Give a file, or --kept, or --forget.", headline="There is nothing to show.")
    return 0


def _show(arguments: argparse.Namespace) -> None:
    found = _headings(arguments.file, _kept_if_any(arguments.settings))
    mapping, remarks = sketch(found.plan, found.lines)
    written = as_toml(mapping, remarks)
    for note in _notes(found, sum(GUESS in remark for remark in remarks)):
        print(f"note: {note}", file=sys.stderr)
    if arguments.to is None:
        sys.stdout.write(written)
        return
    if Path(arguments.to).exists():
        error = CannotWrite("It was left as it is: give another name.", headline="There is such a file already.")
        error.file = arguments.to
        raise error
    write(arguments.to, written.encode())
    print(f"Wrote {arguments.to}. Look through it, mend what is wrong, and give it back with --mapping.")


def _headings(path: str, kept: Collection[Kept]) -> Headings:
    given = upload(path)
    found = read_headings(given, confirmed=kept)
    if found.recorded:
        error = UnusableMapping(
            f"It is {found.format}: give it as it is, without a mapping.",
            headline="The columns of this format are known.",
        )
        error.file = given.name
        raise error
    return found


def _notes(found: Headings, guesses: int) -> Iterator[str]:
    if found.lacking:
        yield f"{found.lacking.headline} {found.lacking.advice}"
    if guesses:
        yield f"{counted(guesses, 'column')} to check; look for {GUESS}."
    elif not found.lacking:
        yield "Every column that is needed is known: this file can be used without a mapping."


def _told(kept: Collection[Kept]) -> Iterator[str]:
    if not kept:
        yield "Nothing is kept. A mapping given with roster receive FILE --mapping FILE.toml is."
    for one in kept:
        yield f"{one.mapping.fingerprint}  confirmed on {spoken(one.on)}" if one.on else one.mapping.fingerprint
        yield from (f"  {line}" for line in in_words(one.mapping))


def _kept_if_any(settings: Path | None) -> tuple[Kept, ...]:
    """What is kept where there is a database; to look at a file none is needed."""
    if settings:
        return _kept(settings)
    try:
        return _kept(_SETTINGS) if _SETTINGS.is_file() else ()
    except RosterError:
        return ()


def _kept(settings: Path) -> tuple[Kept, ...]:
    from jobs.compose import compose

    with closing(compose(settings)) as office:
        return office.kept_columns()


def _forgotten(what: str, settings: Path, by: str) -> str:
    from jobs.compose import compose

    code = fingerprint(texts_of(_headings(what, _kept(settings)).plan)) if Path(what).exists() else what.strip()
    with closing(compose(settings)) as office:
        if not office.forget_columns(code, by=by):
            raise NothingKept("roster map --kept shows what is.")
    return "Forgotten: such columns are read by their headings again."
