"""What the office has said each column holds, for files with exactly these headings."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from roster.columns import PUPIL, Column, Plan, Slot
from roster.errors import RosterError
from roster.headings import NAME_FIELDS, squashed, understood
from roster.vocabulary import Field
from roster.words import counted, cut, lettered, listed, spoken

ALWAYS_THE_PUPILS = frozenset({Field.YEAR, Field.CLASS, Field.LEFT, Field.LEAVER, Field.START, Field.STATUS, Field.DOB})
ALWAYS_A_CONTACTS = frozenset({Field.PHONE, Field.EMAIL})
_HEX_DIGITS = 16


class UnusableMapping(RosterError):
    """What is said about the columns cannot be acted on."""

    headline = "These columns cannot be read so."


class OtherHeadings(UnusableMapping):
    """The columns were confirmed for another file."""

    headline = "The columns were confirmed for other headings than this file has."

    def __init__(self, expected: Sequence[str], found: Sequence[str]) -> None:
        told = f" Right now the file has {listed(found)}." if found else ""
        super().__init__(f"They are for {listed(expected)}.{told} Make them anew with roster map, and give those.")


@dataclass(frozen=True, slots=True)
class Entry:
    """A column: its heading, what it holds and of whom (`PUPIL`, or a contact counted from 0)."""

    heading: str
    holds: Field = Field.IGNORED
    who: int = PUPIL


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column of a sheet holds, left to right, blank headings included.

    `relations` is what the headings themselves say a contact is to the pupil, by the contact's number from 0.
    """

    entries: tuple[Entry, ...]
    relations: tuple[tuple[int, str], ...] = ()

    @property
    def fingerprint(self) -> str:
        """What tells these headings from all others."""
        return fingerprint([entry.heading for entry in self.entries])

    def plan(self, confirmed: str) -> Plan:
        """Give the plan by which the lines under such headings are read; `confirmed` says by whose word."""
        numbers = sorted({entry.who for entry in self.entries if entry.who != PUPIL})
        place = {PUPIL: PUPIL} | {number: at for at, number in enumerate(numbers)}
        said = dict(self.relations)
        columns = (
            Column(index, entry.heading, entry.holds, place[entry.who])
            for index, entry in enumerate(self.entries)
            if entry.heading or entry.holds is not Field.IGNORED
        )
        # A number among the notes of a column that is not read protects whoever it may be.
        unread = (
            (index, entry.heading)
            for index, entry in enumerate(self.entries)
            if entry.holds is Field.IGNORED and entry.heading and not understood(entry.heading)
        )
        return Plan(
            tuple(columns),
            tuple(Slot(f"contact {number + 1}", said.get(number, "")) for number in numbers),
            tuple(unread),
            tuple(entry.heading for entry in self.entries if entry.heading),
            len(self.entries),
            confirmed,
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """A mapping that the school has confirmed, and the day of it; without a day it was given just now."""

    mapping: Mapping
    on: date | None = None

    @property
    def said(self) -> str:
        """By whose word the columns are what they are."""
        return f"as confirmed on {spoken(self.on)}" if self.on else "as you say"


def fingerprint(headings: Sequence[str]) -> str:
    """Tell a row of headings from all others: their letters and digits, in order, each as often as it comes.

    The order counts because it tells headings apart that come twice; blanks at the end do not.
    """
    told = [squashed(heading) for heading in headings]
    while told and not told[-1]:
        told.pop()
    return hashlib.sha256("\x1f".join(told).encode("utf-8", "replace")).hexdigest()[:_HEX_DIGITS]


def texts_of(plan: Plan) -> list[str]:
    """Give every heading of a plan by its place, "" where there is none."""
    said = {column.index: column.heading for column in plan.columns} | dict(plan.unread)
    return [said.get(index, "") for index in range(max([plan.width, *(index + 1 for index in said)]))]


def mapping_of(plan: Plan) -> Mapping:
    """Give the mapping that reads the columns just as a plan does."""
    read = {column.index: column for column in plan.columns}
    entries = [
        Entry(text, read[at].field, read[at].who) if at in read else Entry(text)
        for at, text in enumerate(texts_of(plan))
    ]
    entries = [replace(entry, who=PUPIL) if entry.holds is Field.IGNORED else entry for entry in entries]
    while entries and entries[-1] == Entry(""):
        entries.pop()
    used = {entry.who for entry in entries}
    relations = ((at, slot.relation) for at, slot in enumerate(plan.slots) if slot.relation and at in used)
    return Mapping(tuple(entries), tuple(relations))


def checked(mapping: Mapping) -> Mapping:
    """Give a mapping back that can be acted on. Raises `UnusableMapping`, which names the column, for one that cannot."""
    for index, entry in enumerate(mapping.entries):
        if entry.holds in ALWAYS_THE_PUPILS and entry.who != PUPIL:
            raise UnusableMapping(f"{_named(index, entry)} holds {entry.holds.value}: that is always the pupil's.")
        if entry.holds in ALWAYS_A_CONTACTS and entry.who == PUPIL:
            raise UnusableMapping(
                f"{_named(index, entry)} holds {entry.holds.value}: say which contact's. A pupil's own is that of one "
                f'more contact, who under [relations] is "self".'
            )
    missing = [] if any(entry.holds is Field.PHONE for entry in mapping.entries) else ["a contact's telephone"]
    named = any(entry.who == PUPIL and entry.holds in {Field.ID, *NAME_FIELDS} for entry in mapping.entries)
    missing += [] if named else ["the pupil's name, or an id of the pupil"]
    if missing:
        raise UnusableMapping(
            f"Say which of the {counted(len(mapping.entries), 'column')} holds {listed(missing)}; without that nobody "
            f"can be recognised."
        )
    return mapping


def _named(index: int, entry: Entry) -> str:
    return f'Column {lettered(index)} ("{cut(entry.heading)}")' if entry.heading else f"Column {lettered(index)}"
