"""`roster replay RUN`: a night's run made again from what was kept of it, to prove that the answer is the same."""

import argparse
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.backups.copying import copied_to_memory
from adapters.store import runs, tables
from adapters.store.replayable import deleted_since, lacking
from adapters.store.replaying import looking_at, wind_back
from adapters.store.run_content import content_of, result_of
from jobs.arguments import add_settings
from jobs.compose import compose
from jobs.finding import find
from jobs.inputs import edition
from jobs.keeping import settings_of
from jobs.night import is_of_today
from jobs.office import Office
from jobs.replay_said import Difference, Replayed, as_json, as_text, differences
from roster.errors import RosterError
from roster.runs import group_key
from roster.words import counted, listed


class CannotReplay(RosterError):
    """A run cannot be made again."""

    headline = "This run cannot be made again."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "run",
        nargs="?",
        type=_a_run,
        metavar="RUN",
        help="2026-11-22, or 2026-11-22.2 for the second of a day; default the last",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make it again; 0 if the answer is the same, 1 if it differs. Raises `CannotReplay` if something is not kept any more."""
    with closing(compose(arguments.settings)) as office:
        done = replay(office, *(arguments.run or (None, None)))
    print(json.dumps(as_json(done), indent=2) if arguments.format == "json" else as_text(done))
    return 0 if done.same else 1


def replay(office: Office, slot: date | None = None, number: int | None = None) -> Replayed:
    """Make a run again (default: the last), in a copy that is only in memory. Raises `CannotReplay`, which says why."""
    with looking_at(copied_to_memory(office.settings.database)) as session:
        with _as_it_was_kept():
            row = _asked_for(session, slot, number)
            gone = lacking(session, row)
            deleted = deleted_since(session, row) if row.stood else ()
        if gone:
            raise CannotReplay(f"Not kept: {listed(gone)}.{_deleted_said(deleted)}")
        done = _replayed(session, row)
        if not done.same and deleted:
            raise CannotReplay(
                f"It comes out differently ({counted(len(done.differences), 'difference')}), which proves nothing."
                f"{_deleted_said(deleted)}"
            )
        return done


@contextmanager
def _as_it_was_kept() -> Iterator[None]:
    """Take what cannot be read as it is written for what it is: changed by hand."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, NoResultFound) as error:
        raise CannotReplay(
            f"What is kept of it, or of what it was made from, was changed ({type(error).__name__}). Keep the database as it "
            "is, and compare it with the last back-up."
        ) from None


def _asked_for(session: Session, slot: date | None, number: int | None) -> tables.Run:
    found = select(tables.Run).order_by(col(tables.Run.id).desc()).limit(1)
    if slot:
        found = found.where(col(tables.Run.slot) == slot)
    if number:
        found = found.where(col(tables.Run.number) == number)
    row = session.scalars(found).first()
    if row is None:
        raise CannotReplay("Say its day, as 2026-11-22, or none for the last.", headline="There was no such run.")
    return row


def _replayed(session: Session, row: tables.Run) -> Replayed:
    kept, stood = content_of(session, row), row.stood
    untouched = row.result == result_of(session, row)
    name, other = f"{row.slot}.{row.number}", row.edition != edition()
    flags = sum(len(group["flags"]) for group in kept.values())
    found, lists = _again(session, row)
    different = [*differences(kept, found), *_other_lists(stood["listed"], lists)]
    if not untouched and not different:
        different = [Difference("", "what is kept of the run, or of what it was made from,")]
    return Replayed(name, len(kept), flags, tuple(different), other)


def _again(session: Session, row: tables.Run) -> tuple[dict[str, Any], dict[str, str]]:
    """Find in the copy what the run found: its groups, and the digests of the lists they were judged by."""
    with _as_it_was_kept():
        slot, began, asked = row.slot, row.started_at, row.stood["asked"]
        try:
            settings = settings_of(session, row)
        except ValidationError:
            raise CannotReplay(
                "Its settings were those of another version of Roster; replay it with that one."
            ) from None
        wind_back(session, row)
    found = find(
        session,
        settings,
        slot=slot,
        now=began,
        asked=lambda name: tuple(asked.get(group_key(name), ())),
        settles=is_of_today(slot, began, settings),
    )
    new = runs.begin(session, slot, roll_id=found.newest.roll.id or 0, inputs="", at=began)
    for night, one in zip(found.nights, found.newest.lists, strict=True):
        group = runs.keep(session, new, night, list_id=one.row.id or 0)
        group.addressed = night.received.addressed
    session.flush()
    return content_of(session, new), {one.key: one.judgement.listed for one in found.sittings}


def _other_lists(then: dict[str, str], now: dict[str, str]) -> list[Difference]:
    return [Difference(key, "the member list") for key in sorted(then) if key in now and then[key] != now[key]]


def _a_run(text: str) -> tuple[date, int | None]:
    day, _, number = text.partition(".")
    try:
        return date.fromisoformat(day), int(number) if number else None
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no run; write it as 2026-11-22 or 2026-11-22.2") from None


def _deleted_said(deleted: tuple[tuple[str, int], ...]) -> str:
    kinds = [f"{what} ({counted(number, 'row')})" for what, number in deleted]
    return f" Deleted since: {listed(kinds)}." if kinds else ""
