"""Where one person stands in the database: the letters, results, lists, decisions, files and gaps that are about them."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import lists, tables
from adapters.store.outbox import Way
from adapters.store.subjects import Subject
from roster.runs import group_key
from roster.tokens import name_in

_LETTER, _MEMBER, _LIST = tables.Letter, tables.Member, tables.MemberList


def waiting_letters(session: Session, subject: Subject) -> int:
    """How many letters that name somebody have yet to go."""
    unsent = col(_LETTER.state).in_((Way.PENDING.value, Way.CLAIMED.value))
    flagged = runs_that_flagged(session, subject)
    return sum(tells_of(row, subject, flagged) for row in session.scalars(select(_LETTER).where(unsent)))


def tells_of(row: tables.Letter, subject: Subject, flagged: Collection[int]) -> bool:
    """Whether a letter names somebody, goes to them, or is of a run that flagged them."""
    said = (row.subject, row.text, row.html)
    named = any(map(subject.needles.stand_in, said)) or any(is_shown_in(subject, one) for one in said)
    return named or row.recipient.casefold() in subject.emails or row.run_id in flagged


def is_shown_in(subject: Subject, text: str) -> bool:
    """Whether a text has a label of theirs, of one word or more, that is not a part of a longer name."""
    labels = (re.escape(label) for _, label in subject.labels)
    return any(re.search(rf"(?<!\w)(?i:{label})(?!\w)(?!\s[A-Z])", text) for label in labels if label)


def runs_that_flagged(session: Session, subject: Subject) -> frozenset[int]:
    """The runs that flagged somebody: their letters show them as the group does."""
    told = tables.Verdict
    asked = select(col(tables.GroupRun.run_id), col(tables.GroupRun.group_key), col(told.identity)).join(
        told, col(told.group_run_id) == col(tables.GroupRun.id)
    )
    return frozenset(run for run, group, who in session.execute(asked) if subject.is_identity(group, who))


def groups_with(session: Session, subject: Subject) -> frozenset[str]:
    """The groups that have them now."""
    return frozenset(
        one.row.group_key
        for one in lists.newest_of_each(session)
        if any(
            subject.is_identity(one.row.group_key, who) for member in one.listed.members for who in member.identities
        )
    )


def still_listed(session: Session, subject: Subject) -> tuple[str, ...]:
    """The names of the groups that have them now."""
    keys = groups_with(session, subject)
    return tuple(one.row.group_name for one in lists.newest_of_each(session) if one.row.group_key in keys)


def decided_about(session: Session, subject: Subject) -> Iterator[Any]:
    """Every answer, exemption, hint and no about somebody, ended or not; and hints of theirs."""
    for link in session.scalars(select(tables.Link)).all():
        if subject.is_identity(link.group_key, link.member) or subject.is_meant(link.contact):
            yield link
    for exemption in session.scalars(select(tables.Exemption)).all():
        if subject.is_identity(exemption.group_key or "", exemption.who or ""):
            yield exemption
    for hint in session.scalars(select(tables.Hint)).all():
        if subject.is_identity(hint.group_key, hint.member) or hint.by.casefold() in subject.emails:
            yield hint
    for no in session.scalars(select(tables.SaidNo)).all():
        if subject.is_meant(no.contact):
            yield no


def is_member(subject: Subject, group_key: str, row: tables.Member) -> bool:
    """Whether a member of a list is somebody: by a number or address of theirs alone, or by their label."""
    reached = (row.phone, row.email, *row.more_phones, *row.more_emails)
    known = [one.casefold() for one in reached if one]
    label = name_in(row.shown_as).casefold()
    return any(subject.is_identity(group_key, one) for one in (known or [label]))


def said_by_gap(row: tables.Gap) -> list[Any]:
    """What a line that could not be read says, so that somebody can be looked for in it."""
    names = [" ".join((*given, *family)) for given, family, _ in row.names]
    return [names, " ".join(row.words), row.phones, row.fragments, row.why]


def in_a_gap(session: Session, subject: Subject) -> bool:
    """Whether a line of the newest roll that could not be read may be about them."""
    here = select(tables.Gap).where(col(tables.Gap.until).is_(None))
    return any(subject.needles.stand_in(said_by_gap(row)) for row in session.scalars(here))


def files_of(session: Session, subject: Subject) -> Iterator[str]:
    """Give the SHA-256 of every file that a roll or list with somebody in it was read from."""
    spans = [
        (row.since, row.until)
        for table, numbers, column in (
            (tables.Contact, subject.contacts, tables.Contact.id),
            (tables.Pupil, subject.children, tables.Pupil.child_id),
        )
        for row in session.execute(select(col(table.since), col(table.until)).where(col(column).in_(numbers)))
    ]
    for roll in session.scalars(select(tables.Roll)):
        number = roll.id or 0
        if any(since <= number and (until is None or number < until) for since, until in spans):
            yield roll.sha256
    asked = select(_MEMBER, _LIST).join(_LIST, col(_LIST.id) == col(_MEMBER.list_id))
    for member, listed in session.execute(asked):
        if is_member(subject, listed.group_key, member):
            yield listed.sha256


def is_noted(subject: Subject, entry: tables.AuditEntry) -> bool:
    """Whether an entry of the audit is about somebody: by a word that tells them anywhere in it, or as a group shows them."""
    if not entry.payload:
        return False
    group = group_key(str(entry.payload.get("group") or ""))
    whole = subject.needles.stand_in(entry.payload)
    return whole or any(subject.is_identity(group, said) for said in _texts_in(entry.payload))


def _texts_in(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict | list):
        for one in thing.values() if isinstance(thing, dict) else thing:
            yield from _texts_in(one)
