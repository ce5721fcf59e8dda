"""The household shield: who else may speak for somebody all of whose children have left."""

from collections.abc import Iterator
from itertools import chain

from roster.names import same_person
from roster.people import Contact
from roster.roll import Roll, present


def kin_of(held: tuple[Contact, ...], roll: Roll) -> tuple[Contact, ...]:
    """Contacts of pupils still here who may be one of these people under another record."""
    return tuple(dict.fromkeys(chain.from_iterable(_namesakes(one, roll) for one in held)))


def _namesakes(holder: Contact, roll: Roll) -> Iterator[Contact]:
    families = {word for tie in holder.ties for word in tie.pupil.called.family}
    for other in roll.of_family(chain.from_iterable(name.family for name in holder.names)):
        contradicted = holder.emails and other.emails and not set(holder.emails) & set(other.emails)
        here = [tie.pupil for tie in other.ties if present(tie.pupil, roll.day)]
        shared_child_name = any(families & frozenset(pupil.called.family) for pupil in here)
        unreachable = bool(here) and not other.phones
        if (shared_child_name or unreachable) and not contradicted and _same_full_name(holder, other):
            yield other


def _same_full_name(left: Contact, right: Contact) -> bool:
    return any(one.given and other.given and same_person(one, other) for one in left.names for other in right.names)
