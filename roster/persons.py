"""The same people roll after roll: who of the earlier rolls is who of the current one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from roster.merge import agree
from roster.names import Name
from roster.people import Contact, Tie
from roster.spans import Span, Version


@dataclass(slots=True, eq=False)
class Person:
    """One person over all rolls. `here` says that the roll has them, or that they are carried over."""

    contact: Contact
    here: bool
    names: tuple[Name, ...]
    ids: frozenset[str]
    versions: list[Version] = field(default_factory=list)

    def carry(self, was: Contact) -> None:
        """Add the numbers and addresses that they had."""
        self.here = True
        phones = tuple(dict.fromkeys((*self.contact.phones, *was.phones)))
        emails = tuple(dict.fromkeys((*self.contact.emails, *was.emails)))
        if (phones, emails) != (self.contact.phones, self.contact.emails):
            self.contact = replace(self.contact, phones=phones, emails=emails)

    def tie(self, tie: Tie, names: tuple[Name, ...]) -> None:
        """Add a tie of a record under these names, unless something newer is known of what they are to this pupil.

        What a record under another name says (the grandmother's, who shares the landline and an initial) is not newer.
        """
        same_record = bool(set(names) & set(self.contact.names))
        known = (one for one in self.contact.ties if one.pupil.key == tie.pupil.key)
        if not any(same_record or one.carer or not tie.carer for one in known):
            self.contact = replace(self.contact, ties=(*self.contact.ties, tie))

    @property
    def ended(self) -> Iterator[Span[Tie]]:
        """Every tie that ended."""
        return (span for version in self.versions for span in version.ties)


class People:
    """Everybody known so far, looked up by what tells a person from roll to roll. Ask for the newest versions first."""

    def __init__(self, current: Iterable[Contact]) -> None:
        self.every: list[Person] = []
        self._by_key: dict[object, list[Person]] = defaultdict(list)
        for contact in current:
            self._index(self._add(contact, here=True), contact, contact.ties)

    def known_as(self, version: Version) -> Person:
        """Find the person whose version this is, or take them in; either way it is theirs from now on."""
        contact, ties = version.contact, [span.thing for span in version.ties]
        person = self._find(contact, ties) or self._add(contact, here=False)
        person.versions.append(version)
        person.names = tuple(dict.fromkeys((*person.names, *contact.names)))
        person.ids |= frozenset(contact.ids)
        self._index(person, contact, ties)
        return person

    def _find(self, contact: Contact, ties: Iterable[Tie]) -> Person | None:
        """Whoever has the very name comes before whoever has one that agrees."""
        ids = frozenset(contact.ids)
        likely = [
            person
            for key in _keys(contact, ties)
            for person in self._by_key.get(key, ())
            if not (ids and person.ids and ids.isdisjoint(person.ids))
        ]
        same = (person for person in likely if set(contact.names) & set(person.names))
        alike = (one for one in likely if not (contact.names and one.names) or agree(contact.names, one.contact.names))
        return next(same, None) or next(alike, None)

    def _add(self, contact: Contact, *, here: bool) -> Person:
        self.every.append(Person(contact, here, contact.names, frozenset(contact.ids)))
        return self.every[-1]

    def _index(self, person: Person, contact: Contact, ties: Iterable[Tie]) -> None:
        for key in _keys(contact, ties):
            if person not in self._by_key[key]:
                self._by_key[key].append(person)


def _keys(contact: Contact, ties: Iterable[Tie]) -> Iterator[object]:
    """By what two records may be one person's, the surest first; with a name that agrees, and no other id."""
    yield from (("id", one) for one in contact.ids)
    yield from (("phone", one) for one in contact.phones)
    yield from (("email", one) for one in contact.emails)
    if contact.names:
        yield from (("child", tie.pupil.key, contact.names) for tie in ties)
