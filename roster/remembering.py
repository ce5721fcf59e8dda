"""What the roll and those before it say together: what is missing once is carried over, what is gone is remembered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from roster.canonical import canonical, contact_order, tie_order
from roster.children import Children
from roster.earlier import Earlier
from roster.formers import formers_of
from roster.merge import agree
from roster.past import Former, Past
from roster.people import Contact, Tie
from roster.persons import People, Person
from roster.snapshot import Snapshot
from roster.spans import Rolls, Span, Version


def remember(current: Snapshot, rolls: Rolls, earlier: Earlier) -> tuple[Snapshot, Past]:
    """Give the roll as it is to be judged by, and the people whom it no longer has.

    Carried over as they were: a pupil, a contact, a contact's number or address, and a tie that only this roll lacks.
    Whatever the roll does say of somebody counts at once.
    """
    children = Children(current.pupils, rolls, earlier)
    people = People(current.contacts)
    restricted = _restricted(current.contacts)
    versions = (replace(one, ties=tuple(sorted(one.ties, key=_latest_first))) for one in earlier.contacts)
    for version in sorted(versions, key=_newest_first):
        known = replace(version, ties=tuple(map(children.tied, version.ties)))
        person = people.known_as(known)
        if not rolls.gone(known.last):
            _carry(known, person, rolls, restricted)
    contacts = tuple(person.contact for person in people.every if person.here and person.contact.ties)
    formers = [one for person in people.every for one in formers_of(person, rolls)]
    effective = replace(current, pupils=tuple(children.here.values()), contacts=contacts)
    return canonical(effective), Past(sorted((one for one in formers if one.contact.ties), key=_former_order))


def _carry(version: Version, person: Person, rolls: Rolls, restricted: Mapping[str, list[Contact]]) -> None:
    """Let a person keep what only the current roll lacks.

    A tie that is carried over never hides a restriction that the roll has under another record of the person.
    """
    person.carry(version.contact)
    for span in version.ties:
        if not rolls.gone(span.last):
            tie = span.thing
            now = any(agree(person.names, other.names) for other in restricted.get(tie.pupil.key, ()))
            person.tie(replace(tie, restricted=True) if now else tie, version.contact.names)


def _restricted(contacts: Iterable[Contact]) -> Mapping[str, list[Contact]]:
    """The contacts whom the roll restricts, by pupil."""
    found: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        for tie in contact.ties:
            if tie.restricted:
                found[tie.pupil.key].append(contact)
    return found


def _former_order(former: Former) -> tuple[object, ...]:
    return contact_order(former.contact), former.since, former.until


def _newest_first(version: Version) -> tuple[object, ...]:
    return -version.last, -version.first, contact_order(version.contact), list(map(_latest_first, version.ties))


def _latest_first(span: Span[Tie]) -> tuple[object, ...]:
    return -span.last, -span.first, tie_order(span.thing)
