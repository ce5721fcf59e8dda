"""Everybody but one person, so that what is handed to that person tells nothing of anybody else."""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.subjects import Subject
from roster.masking import masked
from roster.text import folded

SOMEBODY_ELSE = "[somebody else]"
_AT_ONCE = 500


class Others:
    """Takes out of a text whatever names anybody but the subject and their own children."""

    def __init__(self, session: Session, subject: Subject) -> None:
        spared = {folded(name) for name in (*subject.names, *_children(session, subject))}
        names = {name for name in _everybody(session) if folded(name) not in spared and len(name.split()) > 1}
        ordered = sorted(names, key=len, reverse=True)
        self._patterns = [_pattern(ordered[at : at + _AT_ONCE]) for at in range(0, len(ordered), _AT_ONCE)]

    def without(self, thing: Any) -> Any:
        """Give the same text, or JSON, without others' names, and with every number and address masked."""
        if isinstance(thing, str):
            for pattern in self._patterns:
                thing = pattern.sub(SOMEBODY_ELSE, thing)
            return masked(thing)
        if isinstance(thing, list):
            return [self.without(one) for one in thing]
        if isinstance(thing, dict):
            return {key: self.without(value) for key, value in thing.items()}
        return thing


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def _children(session: Session, subject: Subject) -> Iterable[str]:
    """The names of the subject's children, or of the subject itself where that is a child."""
    pupil, tie = tables.Pupil, tables.Tie
    theirs = select(col(tie.child_id)).where(col(tie.contact_id).in_(subject.contacts))
    own = col(pupil.child_id).in_(theirs) | col(pupil.child_id).in_(subject.children)
    return session.scalars(select(col(pupil.name)).where(own)).all()


def _everybody(session: Session) -> set[str]:
    columns = (tables.Contact.shown, tables.Pupil.name, tables.Member.name, tables.Verdict.shown_as)
    return {name for one in columns for name in session.scalars(select(col(one)).distinct()) if name}
