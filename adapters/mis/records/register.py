"""What a document's reader finds, person by person: nobody is lost to an id that is missing or that comes twice."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.mis.records.parts import Parts
from adapters.mis.records.sheet import ContactRecord, Link, PupilRecord, sheet_of
from adapters.mis.records.tree import Node
from roster.errors import UnreadableExport
from roster.export import Sheet
from roster.groups import Problem
from roster.text import folded
from roster.words import counted, listed

NO_RECORD = "(no record)"
"""Stands for the number of somebody of whom there should be a record: no number, and so nobody is named for lack of it."""

_TWO_IN_ONE = re.compile(r"&|\+|/|\band\b", re.IGNORECASE)
_BETWEEN_ADDRESSES = re.compile(r"[\s;,]+")


def number_in(record: Node, name: str) -> str:
    """Give the number of a telephone's record; one without any place for it counts as lost."""
    return record.text(name) or ("" if record.has(name) else NO_RECORD)


@dataclass
class Register:
    """Pupils, contacts and links under keys of our own; the ids of the MIS are only shown."""

    pupils: list[PupilRecord] = field(default_factory=list)
    contacts: list[ContactRecord] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def pupil(self, identity: str, **facts: Any) -> str:
        """Take in a pupil, with facts as in `PupilRecord`; give the key. Without an id, name and birthday tell."""
        key = f"pupil {len(self.pupils)}"
        self.pupils.append(PupilRecord(key, shown_id=identity, **facts))
        return key

    def contact(self, identity: str = "", *, emails: Iterable[str] = (), **facts: Any) -> str:
        """Take in an adult, with facts as in `ContactRecord`; give the key. "Mr & Mrs" alone names two people."""
        key = f"contact {len(self.contacts)}"
        apart = (part for said in emails for part in _BETWEEN_ADDRESSES.split(said) if part)
        record = ContactRecord(key, shown_id=identity, emails=tuple(dict.fromkeys(apart)), **facts)
        if not record.forename and _TWO_IN_ONE.search(record.title):
            record = replace(record, title="", surname="", name=f"{record.title} {record.surname}".strip())
        self.contacts.append(record)
        return key

    def link(self, pupil: str, contact: str, **facts: Any) -> None:
        """Say what a contact is to a pupil, with facts as in `Link`. A key that nobody has is a record that is missing."""
        self.links.append(Link(pupil, contact, **facts))

    def line(self, pupil: str, phones: Iterable[str], relation: str = "") -> None:
        """Take in numbers that stand with the pupil: somebody of the household has them, the pupil if `relation` is self."""
        numbers = tuple(phones)
        if numbers:
            self.link(pupil, self.contact(phones=numbers), relation=relation)

    def note(self, message: str, row: int | None = None) -> None:
        """Say something to whoever uploaded the file."""
        self.notes.append(Problem("value" if row else "file", message, row=row))

    def leave_out(self, parts: Parts, read: Iterable[str]) -> None:
        """Say which files of the set were not read."""
        done = frozenset(read)
        others = [part.name for part in parts if part.name not in done]
        if others:
            self.note(f"{listed(others)} did not belong to the rest, and {'were' if others[1:] else 'was'} not read.")

    def sheet(self, title: str) -> tuple[Sheet, tuple[Problem, ...]]:
        """Lay everything out as one sheet, and give the notes. Raises `UnreadableExport` if there is no pupil."""
        if not self.pupils:
            raise UnreadableExport(
                "Export it again, with the pupils and their contacts.", headline="There are no pupils in this file."
            )
        if not self.contacts:
            self.note(
                f"This holds {counted(len(self.pupils), 'pupil')} and no contacts, so nobody can be recognised by it: export "
                f"the contacts as well."
            )
        self._tell_apart()
        return sheet_of(title, self.pupils, self.contacts, self.links), tuple(self.notes)

    def _tell_apart(self) -> None:
        """Take the id from pupils who share it under different names: nobody can tell whose it is."""
        called: dict[str, set[str]] = defaultdict(set)
        for pupil in self.pupils:
            called[pupil.shown_id or ""].add(folded(f"{pupil.forename} {pupil.surname}"))
        for at, pupil in enumerate(self.pupils):
            if pupil.shown_id and len(called[pupil.shown_id]) > 1:
                self.note("Another pupil has the same id; they were told apart by name and birthday.", pupil.row)
                self.pupils[at] = replace(pupil, shown_id="")
