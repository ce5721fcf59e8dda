"""Everything that is kept about one person, table by table, with other people's data left out.

The rule: a row is handed over if it is about the person. Of it stay what it says of them, and the names of their own
children. Whoever else it names is "[somebody else]": the other parent, and their number, are theirs alone to ask for.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import audit, tables
from adapters.store.needles import all_in
from adapters.store.others import Others
from adapters.store.subjects import Subject
from adapters.store.traces import decided_about, files_of, is_member, is_noted, runs_that_flagged, said_by_gap, tells_of

Row = dict[str, Any]
Part = Callable[[Session, Subject, Others], Iterable[Row]]


def everything_about(session: Session, subject: Subject) -> dict[str, list[Row]]:
    """Give every row about somebody, by what it is; parts without any are there, and empty."""
    others = Others(session, subject)
    return {said: list(rows(session, subject, others)) for said, rows in PARTS.items()}


def _as_contact(session: Session, subject: Subject, _: Others) -> Iterator[Row]:
    days = _days(session)
    asked = select(tables.Contact).where(col(tables.Contact.id).in_(subject.contacts)).order_by(col(tables.Contact.id))
    for row in session.scalars(asked):
        own = [
            one
            for one in (*row.phones, *row.emails)
            if one not in subject.shared and one.casefold() not in subject.shared
        ]
        shared = len(row.phones) + len(row.emails) - len(own)
        yield {
            "name": row.shown, "ids": row.ids, "numbers and addresses": own, "shared with somebody else": shared,
            **_span(days, row), "children": list(_children_of(session, row)),
        }  # fmt: skip


def _children_of(session: Session, contact: tables.Contact) -> Iterator[Row]:
    tie, pupil, days = tables.Tie, tables.Pupil, _days(session)
    asked = select(tie).where(col(tie.contact_id) == contact.id).order_by(col(tie.id))
    for row in session.scalars(asked):
        name = session.scalars(select(col(pupil.name)).where(col(pupil.child_id) == row.child_id)).first()
        yield {
            "child": name or "", "relation": row.relation, "parental responsibility": row.responsibility,
            "lives with": row.lives_with, "restricted": row.restricted, **_span(days, row),
        }  # fmt: skip


def _as_pupil(session: Session, subject: Subject, _: Others) -> Iterator[Row]:
    days, pupil = _days(session), tables.Pupil
    asked = select(pupil).where(col(pupil.child_id).in_(subject.children)).order_by(col(pupil.id))
    for row in session.scalars(asked):
        yield {
            "name": row.name, "year": row.year, "classes": row.classes, "starts": _said(row.starts_on),
            "left": _said(row.left_on), "has left": row.has_left, "applicant": row.applicant,
            "registration": row.registration, **_span(days, row),
        }  # fmt: skip
    for tie in session.scalars(select(tables.Tie).where(col(tables.Tie.child_id).in_(subject.children))):
        yield {"a contact is": tie.relation, "lives with": tie.lives_with, **_span(days, tie)}


def _unread(session: Session, subject: Subject, others: Others) -> Iterator[Row]:
    for row in session.scalars(select(tables.Gap)):
        if subject.needles.stand_in(said_by_gap(row)) or not subject.children.isdisjoint(row.children):
            yield {"a line that could not be read": others.without(row.why), **_span(_days(session), row)}


def _in_lists(session: Session, subject: Subject, _: Others) -> Iterator[Row]:
    listed = tables.MemberList
    asked = select(tables.Member, listed).join(listed, col(listed.id) == col(tables.Member.list_id))
    for row, whole in session.execute(asked.order_by(col(listed.id))):
        if is_member(subject, whole.group_key, row):
            yield {
                "group": whole.group_name, "list of": _said(whole.day), "shown as": row.shown_as, "row": row.row,
                "number": row.phone, "address": row.email, "admin": row.admin, "still in it": row.here,
            }  # fmt: skip


def _results(session: Session, subject: Subject, others: Others) -> Iterator[Row]:
    result, run, verdict = tables.GroupRun, tables.Run, tables.Verdict
    asked = select(verdict, result, run).join(result, col(result.id) == col(verdict.group_run_id))
    for row, group, night in session.execute(asked.join(run, col(run.id) == col(result.run_id)).order_by(col(run.id))):
        if subject.is_identity(group.group_key, row.identity):
            yield {
                "night": _said(night.slot), "group": group.group_name, "standing": row.standing, "reason": row.reason,
                "because": others.without(row.evidence),
            }  # fmt: skip


def _ledger(session: Session, subject: Subject, others: Others) -> Iterator[Row]:
    for row in session.scalars(select(tables.LedgerEntry).order_by(col(tables.LedgerEntry.id))):
        if subject.is_identity(row.group_key, row.identity):
            note = others.without(row.note)
            yield {"group": row.group_name, "day": _said(row.day), "what": row.what, "note": note}


def _letters(session: Session, subject: Subject, others: Others) -> Iterator[Row]:
    flagged = runs_that_flagged(session, subject)
    for row in session.scalars(select(tables.Letter).order_by(col(tables.Letter.id))):
        if row.recipient.casefold() in subject.emails:
            yield {"written": row.written_at.isoformat(), "to": "them", "subject": row.subject, "state": row.state}
        elif tells_of(row, subject, flagged):
            lines = others.without(all_in((row.text,), subject.needles))
            yield {"written": row.written_at.isoformat(), "to": row.audience, "state": row.state, "lines": lines}


def _decisions(session: Session, subject: Subject, others: Others) -> Iterator[Row]:
    for row in decided_about(session, subject):
        said = {name: getattr(row, name) for name in ("answer", "reason", "said", "evidence") if hasattr(row, name)}
        yield {
            "kind": type(row).__name__, "day": _said(row.day), "by": row.by if "@" not in row.by else "a volunteer",
            "group": row.group_name, **others.without(said), "ended": bool(row.ended_at), "why": others.without(row.why),
        }  # fmt: skip


def _stops(session: Session, subject: Subject, _: Others) -> Iterator[Row]:
    for row in session.scalars(select(tables.Stop)):
        if row.address.casefold() in subject.emails:
            yield {"address": row.address, "why": row.why, "since": row.at.isoformat(), "ended": bool(row.ended_at)}


def _audit(session: Session, subject: Subject, others: Others) -> Iterator[Row]:
    for row in audit.entries(session):
        if is_noted(subject, row):
            yield {"at": row.at.isoformat(), "act": row.act, "about": others.without(row.payload)}


def _originals(session: Session, subject: Subject, _: Others) -> Iterator[Row]:
    for sha256 in dict.fromkeys(files_of(session, subject)):
        row = session.get(tables.Original, sha256)
        if row:
            yield {"a file received": row.received_at.isoformat(), "sha256": sha256, "bytes": row.size}


def _days(session: Session) -> dict[int | None, date]:
    return {row.id: row.day for row in session.execute(select(col(tables.Roll.id), col(tables.Roll.day)))}


def _span(days: dict[int | None, date], row: Any) -> Row:
    """From the day of the first school's list that said so to that of the first that did not."""
    return {"from": _said(days.get(row.since)), "until": _said(days.get(row.until)) if row.until else "today"}


def _said(day: date | None) -> str:
    return day.isoformat() if day else ""


PARTS: dict[str, Part] = {
    "The school's lists: as a contact": _as_contact,
    "The school's lists: as a pupil": _as_pupil,
    "The school's lists: lines that could not be read": _unread,
    "Members of groups": _in_lists,
    "What nights found": _results,
    "What became of a removal": _ledger,
    "Letters": _letters,
    "Decisions, hints and answers": _decisions,
    "Addresses that are not written to": _stops,
    "Who did what": _audit,
    "Files as they came": _originals,
}
