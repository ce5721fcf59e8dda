"""Somebody erased: refused where the next night would have them back, tried first, then done, with nothing left in the file."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.pulls.folder import TAKEN
from adapters.store import audit, rolls, tables
from adapters.store.erasing import Erased, Wish
from adapters.store.erasing import erase as erase_rows
from adapters.store.history import rolls_up_to
from adapters.store.kin_here import is_here
from adapters.store.subjects import Subject
from adapters.store.traces import in_a_gap, still_listed, waiting_letters
from jobs.office import Office
from jobs.readers import readers_of
from roster.errors import RosterError
from roster.shown import plain
from roster.words import listed


class StillHere(RosterError):
    """Somebody is to be erased who is on the newest roll, or in a group."""

    headline = "They are still here, and the next list would bring them back."


class LettersWaiting(RosterError):
    """A letter that names somebody has not gone yet."""

    headline = "A letter that names them has yet to go."


@dataclass(frozen=True, slots=True)
class Erasure:
    """Who is to be erased, by whose hand; `past_alone` leaves what tonight's run needs."""

    subject: Subject
    by: str
    past_alone: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """How many rows and files went; `emptied` says that the database's journal holds nothing of them."""

    rows: int
    files: int
    emptied: bool


class _Enough(Exception):
    """What was only tried must not be kept."""


def must_not_be_here(office: Office, wish: Erasure) -> None:
    """Refuse to erase somebody whom the roll, a group or the settings still have. Raises `StillHere` or `LettersWaiting`."""
    with office.store.reading() as session:
        _must_not_wait(session, wish.subject)
        if wish.past_alone:
            return
        groups = still_listed(session, wish.subject)
        on_roll = _is_on_roll(session, wish.subject)
    ways = [
        "take them out of the MIS, and give Roster the lists of two more days" if on_roll else "",
        f"let them be taken out of {listed([plain(name) for name in groups])}, and give Roster its new list"
        if groups
        else "",
        "take the address out of the settings" if _is_set(office, wish.subject) else "",
    ]
    if any(ways):
        raise StillHere(f"First {listed(ways)}. Or erase what is past alone: --history-only.")


def would_erase(office: Office, wish: Erasure) -> tuple[tuple[str, int], ...]:
    """Say how many rows of what would go: it is all done, counted, and taken back."""
    done = Erased((), frozenset())
    with suppress(_Enough), office.store.writing() as session:
        done = erase_rows(session, _wish(office, wish))
        raise _Enough
    return done.rows


def erase(office: Office, wish: Erasure) -> Done:
    """Do it, in one transaction, and leave nothing of it in the file or beside it. Raises `StillHere` or `LettersWaiting`."""
    with office.store.writing() as session:
        _must_not_wait(session, wish.subject)
        if not wish.past_alone and (_is_on_roll(session, wish.subject) or still_listed(session, wish.subject)):
            raise StillHere("A new list has come meanwhile: look again.")
        done = erase_rows(session, _wish(office, wish))
        audit.note(session, "subject erase", by=wish.by, at=office.clock(), about=dict(done.rows))
    put_away = [path for path in _put_away(office) if _sha256(path) in done.files]
    for path in put_away:
        path.unlink(missing_ok=True)
    return Done(done.number, len(put_away), office.store.purge(anew=True))


def _wish(office: Office, wish: Erasure) -> Wish:
    return Wish(wish.subject, wish.by, office.clock(), office.today, wish.past_alone, readers_of(office.settings))


def _must_not_wait(session: Session, subject: Subject) -> None:
    if waiting_letters(session, subject):
        raise LettersWaiting(
            "Let it go first (roster serve sends it), or let the next night withdraw it; then erase them."
        )


def _is_on_roll(session: Session, subject: Subject) -> bool:
    """Whether the newest roll has them, seems to lack them only once, or may mean them in a line that could not be read."""
    newest = rolls.newest(session)
    if newest is None:
        return False
    known = rolls_up_to(session, newest.id or 0)
    contacts = _spans(session, tables.Contact, col(tables.Contact.id).in_(subject.contacts))
    pupils = _spans(session, tables.Pupil, col(tables.Pupil.child_id).in_(subject.children))
    return any(is_here(known, *span) for span in (*contacts, *pupils)) or in_a_gap(session, subject)


def _spans(session: Session, table: Any, which: Any) -> list[tuple[int, int | None]]:
    return [(row.since, row.until) for row in session.execute(select(col(table.since), col(table.until)).where(which))]


def _is_set(office: Office, subject: Subject) -> bool:
    groups = office.settings.groups.values()
    addresses = {one.casefold() for group in groups for one in (*group.admins, *group.co_admins)}
    return not addresses.isdisjoint(subject.emails)


def _put_away(office: Office) -> Iterator[Path]:
    folder = office.settings.watch.folder
    shelf = office.settings.beside(folder) / TAKEN if folder else None
    return (path for path in shelf.rglob("*") if path.is_file()) if shelf and shelf.is_dir() else iter(())


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
