"""Pupils, contacts and what links them, as a standard hands them over, laid out as one sheet: a row for each link.

The sheet goes the way of every other: its headings are understood, its cells judged, its problems reported by row.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from roster.export import Sheet
from roster.lines import Lines

_PUPIL = ("Pupil ID", "Pupil forename", "Pupil surname", "Date of birth", "Year")
_DATED = ("Admission date", "Leaving date", "Enrolment status")
_CONTACT = ("Contact ID", "Contact title", "Contact forename", "Contact surname", "Contact name")
_NO_RECORD = "(no record)"
_LINK = ("Relationship", "Parental responsibility", "Lives with pupil", "Priority", "Court order")


@dataclass(frozen=True, slots=True)
class PupilRecord:
    """A pupil. Dates are ISO 8601 or as they stand; `status` is a word: "current", "left", "applicant", "C" ...

    `shown_id` is what stands in the sheet instead of an `id` that is only made up to hold links.
    """

    id: str
    forename: str = ""
    surname: str = ""
    born: str = ""
    year: str = ""
    classes: tuple[str, ...] = ()
    starts: str = ""
    leaves: str = ""
    status: str = ""
    row: int = 0
    shown_id: str | None = None


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """An adult whom the school may ring. `name` is for a standard that has only the whole name.

    `shown_id` is what stands in the sheet instead of an `id` that is only made up to hold links.
    """

    id: str
    title: str = ""
    forename: str = ""
    surname: str = ""
    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    row: int = 0
    shown_id: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What a contact is to a pupil, by their ids. Flags are as they stand: "true", "Yes", "0", or "" for unsaid."""

    pupil: str
    contact: str
    relation: str = ""
    responsibility: str = ""
    lives_with: str = ""
    priority: str = ""
    restricted: str = ""
    row: int = 0


def sheet_of(
    title: str, pupils: Iterable[PupilRecord], contacts: Iterable[ContactRecord], links: Iterable[Link]
) -> Sheet:
    """Lay records out as one recorded sheet: a row for each link, a row for a pupil nobody is linked to.

    A contact linked to no pupil has a row too, with the pupil blank, and so has a link to a pupil who is not there,
    whomever else the contact is linked to: the reader sets it aside and protects whoever it is. `title` is the file whose lines the row numbers count.
    """
    known = {pupil.id: pupil for pupil in pupils}
    adults = {contact.id: contact for contact in contacts}
    # Somebody is linked of whom there is no record: a number that could not be read, as far as anybody can tell.
    linked: dict[str, list[Link]] = defaultdict(list)
    strays: dict[str, Link] = {}
    for link in links:
        if link.pupil in known:
            linked[link.pupil].append(link)
        elif link.contact in adults:
            strays[link.contact] = link
    reached = {link.contact for those in linked.values() for link in those}
    rows: list[tuple[int, tuple[str, ...]]] = []
    shape = _Shape(known.values(), adults.values())
    for pupil in known.values():
        ties: list[Link | None] = [*linked[pupil.id]] or [None]
        for tie in ties:
            adult = adults.get(tie.contact, ContactRecord(tie.contact, phones=(_NO_RECORD,))) if tie else None
            rows.append(((tie and tie.row) or pupil.row, shape.row(pupil, adult, tie)))
    rows += [
        (adult.row, shape.row(None, adult, strays.get(adult.id)))
        for adult in adults.values()
        if adult.id not in reached or adult.id in strays
    ]
    rows.sort(key=lambda row: row[0])
    return Sheet(title, Lines.of([(1, shape.headings), *rows]), recorded=True)


class _Shape:
    """As many columns for classes, telephones and e-mails as the fullest record needs."""

    def __init__(self, pupils: Iterable[PupilRecord], adults: Iterable[ContactRecord]) -> None:
        grown = list(adults)
        self._classes = max((len(pupil.classes) for pupil in pupils), default=0)
        self._phones = max((len(adult.phones) for adult in grown), default=1)
        self._emails = max((len(adult.emails) for adult in grown), default=1)
        self.headings = (
            *_PUPIL, *("Class",) * self._classes, *_DATED, *_CONTACT, *("Contact telephone",) * max(self._phones, 1),
            *("Contact email",) * max(self._emails, 1), *_LINK,
        )  # fmt: skip

    def row(self, pupil: PupilRecord | None, adult: ContactRecord | None, link: Link | None) -> tuple[str, ...]:
        child, grown, tie = pupil or PupilRecord(""), adult or ContactRecord(""), link or Link("", "")
        return (
            _shown(child), child.forename, child.surname, child.born, child.year, *_filled(child.classes, self._classes),
            child.starts, child.leaves, child.status,
            _shown(grown), grown.title, grown.forename, grown.surname, grown.name,
            *_filled(grown.phones, max(self._phones, 1)), *_filled(grown.emails, max(self._emails, 1)),
            tie.relation, tie.responsibility, tie.lives_with, tie.priority, tie.restricted,
        )  # fmt: skip


def _shown(record: PupilRecord | ContactRecord) -> str:
    return record.id if record.shown_id is None else record.shown_id


def _filled(said: tuple[str, ...], width: int) -> tuple[str, ...]:
    return tuple(one for one, _ in zip_longest(said, range(width), fillvalue=""))
