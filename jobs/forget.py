"""`roster forget [--dry-run]`: delete what has been kept for as long as the settings say."""

import argparse
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from adapters.store import audit, forgetting
from adapters.store.forgetting import Horizons
from jobs.arguments import add_by, add_settings
from jobs.compose import compose
from jobs.leftovers import Leftovers, kept_aside, leftovers
from jobs.office import Office
from jobs.readers import readers_of
from jobs.settings import Settings
from jobs.settings_kept import Keep
from roster.words import counted

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that is kept: what it is, and for how long, in words."""

    said: str
    kept: Callable[[Keep], str]


KINDS = {
    "originals": Kind("exports and chats, byte for byte", lambda keep: _days(keep.original_days)),
    "nights": Kind("nights' results, and letters", lambda keep: _months(keep.run_months)),
    "decisions": Kind("decisions that have ended", lambda keep: _months(keep.run_months)),
    "releases": Kind("names on releases that have lapsed", lambda keep: _months(keep.run_months)),
    "ledger": Kind("what became of people asked to leave", lambda keep: f"{_months(keep.ledger_months)} after its end"),
    "lists": Kind("people of lists that were replaced", lambda keep: f"{_days(keep.list_days)} after that"),
    "history": Kind(
        "earlier rolls, of families that left", lambda keep: f"{_months(keep.history_months)} after the last child left"
    ),
    "audit": Kind("names in the audit", lambda keep: _months(keep.audit_months)),
    "unfinished": Kind("uploads that never ended (files)", lambda keep: counted(keep.draft_hours, "hour")),
    "taken": Kind("files in the watched folder's taken/", lambda keep: _days(keep.original_days)),
    "before": Kind("databases of before a restore (files)", lambda keep: _days(kept_aside(keep).days)),
}


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much of each kind was due, by its name in `KINDS`; `emptied` says that no trace is left in the database's journal."""

    rows: tuple[tuple[str, int], ...]
    emptied: bool = True

    @property
    def said(self) -> str:
        """What was forgotten, in counts."""
        found = [f"{KINDS[what].said}: {rows:,}" for what, rows in self.rows if rows]
        return f"Forgot {'; '.join(found)}." if found else "There was nothing to forget."


class _Enough(Exception):
    """What was only tried must not be kept."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--dry-run", action="store_true", help="say what would be deleted, and delete nothing")
    add_by(parser, "wants it")
    add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Delete, or say what would be."""
    with closing(compose(arguments.settings)) as office:
        if arguments.dry_run:
            print("\n".join(_table(due_now(office), office.settings.keep)))
            return 0
        done = forget_now(office, by=arguments.by)
    print(done.said)
    if not done.emptied:
        print(
            "Another program is using the database: its journal is emptied when that is done, or by the next roster forget."
        )
    return 0


def due_now(office: Office) -> Forgotten:
    """Say how much is due: it is all done, counted, and taken back."""
    rows: tuple[tuple[str, int], ...] = ()
    with suppress(_Enough), office.store.writing() as session:
        rows = forgetting.forget(session, horizons(office.settings, office.clock()))
        raise _Enough
    found = leftovers(office.settings, office.clock())
    return Forgotten((*rows, *_counted(found)))


def forget_now(office: Office, *, by: str, mine: Callable[[Session], None] | None = None) -> Forgotten:
    """Delete all that is due, and note how much. `mine` is called in the transaction, to stop one that was overtaken."""
    now = office.clock()
    files = leftovers(office.settings, now)
    with office.store.writing() as session:
        if mine:
            mine(session)
        rows = forgetting.forget(session, horizons(office.settings, now))
        done = (*rows, *_counted(files))
        if any(number for _, number in done):
            audit.note(session, "forget", by=by, at=now, about=dict(done))
    files.delete()
    return Forgotten(done, emptied=office.store.purge())


def horizons(settings: Settings, now: datetime) -> Horizons:
    """Say from when on things are still kept. `now` is aware."""
    keep, zone = settings.keep, settings.school.zone
    today = now.astimezone(zone).date()

    def since(months: int) -> datetime:
        return datetime.combine(months_before(today, months), time(), zone)

    return Horizons(
        now=now,
        today=today,
        originals=now - timedelta(days=keep.original_days),
        lists=today - timedelta(days=keep.list_days),
        history=months_before(today, keep.history_months),
        runs=since(keep.run_months),
        ledger=since(keep.ledger_months),
        audit=since(keep.audit_months),
        readers=readers_of(settings),
    )


def months_before(day: date, months: int) -> date:
    """Give the same day so many months earlier, or the last of the month where there is no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    last = (date(year + (month + 1) // _MONTHS, (month + 1) % _MONTHS + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def _counted(files: Leftovers) -> tuple[tuple[str, int], ...]:
    return ("unfinished", len(files.unfinished)), ("taken", len(files.taken)), ("before", len(files.before))


def _table(due: Forgotten, keep: Keep) -> list[str]:
    rows = [("", "kept for", "due now")]
    rows += [(KINDS[what].said, KINDS[what].kept(keep), f"{number:,}") for what, number in due.rows]
    first, second = (max(len(row[at]) for row in rows) for at in (0, 1))
    return [f"{what:<{first}}  {kept:<{second}}  {number:>7}" for what, kept, number in rows]


def _days(number: int) -> str:
    return counted(number, "day")


def _months(number: int) -> str:
    return counted(number, "month")
