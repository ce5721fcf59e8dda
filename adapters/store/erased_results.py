"""One person taken out of what nights found and wrote: every row keeps its place, and a random word stands for who it was."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import runs, tables
from adapters.store.needles import ERASED
from adapters.store.old_runs import last_heard
from adapters.store.subjects import Subject
from adapters.store.traces import groups_with, runs_that_flagged, tells_of

_LETTER = tables.Letter
REDACTED = "This letter told of somebody who has been erased since."


def kept_results(session: Session, readers: Collection[str]) -> frozenset[int]:
    """Each group's last result, and the last that volunteers were told, all of them and each of the readers: by them the next night knows what is new."""
    heard = last_heard(session, readers)
    rows = session.scalars(select(tables.GroupRun)).all()
    found = (
        one for key in {row.group_key for row in rows} for one in (runs.last_of(session, key), runs.last_told(session, key))
    )  # fmt: skip
    theirs = (row for row in rows if (row.run_id, row.group_key) in heard)
    return frozenset(one.id or 0 for one in (*found, *theirs) if one)


def redact_letters(session: Session, subject: Subject, kept: Collection[int]) -> int:
    """Letters that name them, by the name or as a group shows them, and those to them."""
    flagged = runs_that_flagged(session, subject)
    found = [row for row in session.scalars(select(_LETTER)) if tells_of(row, subject, flagged)]
    spared = {row.run_id for row in session.scalars(select(tables.GroupRun).where(col(tables.GroupRun.id).in_(kept)))}
    due = [row for row in found if row.run_id not in spared and row.text != REDACTED]
    for row in due:
        row.text, row.html = REDACTED, f"<p>{REDACTED}</p>"
        row.attached, row.attached_as = None, ""
        row.subject = subject.needles.taken_out(row.subject)
        if row.recipient.casefold() in subject.emails:
            row.recipient = ERASED
    return len(due)


def blank_results(session: Session, subject: Subject, token: str, kept: Collection[int]) -> int:
    """Verdicts keep their place without a name; flags go, for a night would tell volunteers of the word in a name's place."""
    found = 0
    for result in session.scalars(select(tables.GroupRun)).all():
        if result.id in kept:
            continue
        theirs = partial(subject.is_identity, result.group_key)
        result.withheld = [[token if theirs(who) else who, why] for who, why in result.withheld]
        for flag in _of(session, tables.Flag, result):
            if theirs(flag.identity):
                session.delete(flag)
        for verdict in _of(session, tables.Verdict, result):
            if theirs(verdict.identity):
                found += 1
                verdict.identity = verdict.shown_as = token
                verdict.phone, verdict.evidence, verdict.contacts = None, [], []
    for release in session.scalars(select(tables.Release).where(col(tables.Release.people).is_not(None))):
        who = release.people or []
        release.people = [token if subject.is_identity(release.group_key, one) else one for one in who]
    return found


def _of(session: Session, table: Any, result: tables.GroupRun) -> Sequence[Any]:
    return session.scalars(select(table).where(col(table.group_run_id) == result.id)).all()


def blank_ledger(session: Session, subject: Subject, token: str, *, past_alone: bool) -> int:
    """What became of them stays, told of a token."""
    entry = tables.LedgerEntry
    found = [row for row in session.scalars(select(entry)) if subject.is_identity(row.group_key, row.identity)]
    if past_alone:
        open_ones = groups_with(session, subject)
        found = [row for row in found if row.group_key not in open_ones]
    for row in found:
        row.identity, row.shown_as, row.note = token, token, ""
    return len(found)
