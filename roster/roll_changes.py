"""What one roll changed of the one before: by whom and by what a judgement could be touched."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from roster.past import Former, Past
from roster.people import Contact, Pupil
from roster.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class RollChanges:
    """Everything that a change touches, as it was and as it is.

    Numbers (E.164) and addresses of contacts who are not as they were, here or gone; the keys, classes and years of their
    pupils and of pupils who are not as they were (a year or a class that the roll does not tell is None or ""); the words
    of all their names. `gaps` says that the holes are other ones.
    """

    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    pupils: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    years: frozenset[int | None] = frozenset()
    words: frozenset[str] = frozenset()
    gaps: bool = False

    def __bool__(self) -> bool:
        return self != NO_CHANGES


NO_CHANGES = RollChanges()


def changes_between(before: tuple[Snapshot, Past], after: tuple[Snapshot, Past]) -> RollChanges:
    """Hold what is remembered at one roll against what is remembered at a later one."""
    (old, old_past), (new, new_past) = before, after
    formers = set(old_past.formers) ^ set(new_past.formers)
    contacts = [*_differing(old.contacts, new.contacts), *_contacts(formers)]
    own = set(old.pupils) ^ set(new.pupils)
    pupils = own | {tie.pupil for contact in contacts for tie in contact.ties}
    names = chain((name for one in contacts for name in one.names), (pupil.called for pupil in pupils))
    return RollChanges(
        phones=frozenset(phone.e164 for contact in contacts for phone in contact.phones),
        emails=frozenset(email for contact in contacts for email in contact.emails),
        pupils=frozenset(pupil.key for pupil in pupils),
        classes=frozenset(name for pupil in pupils for name in _classes(pupil)),
        years=frozenset(pupil.year for pupil in pupils),
        words=frozenset(word for name in names for word in name.all),
        gaps=old.gaps != new.gaps,
    )


def _differing(before: Iterable[Contact], after: Iterable[Contact]) -> Iterator[Contact]:
    """Give the contacts of either roll that the other has not; two who are quite alike count as two."""
    old, new = Counter(before), Counter(after)
    return chain(old - new, new - old)


def _contacts(formers: Iterable[Former]) -> Iterator[Contact]:
    return (former.contact for former in formers)


def _classes(pupil: Pupil) -> Iterable[str]:
    return pupil.classes or ("",)
