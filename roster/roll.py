"""A snapshot made ready for looking people up: by number, by e-mail, by family name."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TypeVar

from roster.calendar import may_stay
from roster.decisions import Who
from roster.gaps import Gap
from roster.identity.circle import Circle
from roster.identity.evidence import Candidate, Person
from roster.names import is_a_full_name, is_the_name, shown_names
from roster.past import Former, Past
from roster.people import Contact, Pupil
from roster.phone import Phone
from roster.policy import Policy
from roster.scope import Kind, Scope
from roster.snapshot import Snapshot
from roster.text import words

T = TypeVar("T")
_AGREES = frozenset({"same", "part", "alike"})
_IS_CALLED = frozenset({"same", "short", "alike", "clipped", "slip"})


def present(pupil: Pupil, day: date) -> bool:
    """Whether the pupil is on roll, or admitted and yet to start."""
    return not pupil.left(day)


class Roll:
    """A snapshot on a day, with what is remembered of earlier rolls, and its indexes. Built once for all groups."""

    def __init__(self, snapshot: Snapshot, day: date, past: Past | None = None) -> None:
        self.snapshot = snapshot
        self.day = day
        self.past = past or Past()

    def with_phone(self, phone: Phone) -> tuple[Contact, ...]:
        """Everybody on the roll who has this number, under whatever heading."""
        return tuple(self._by_phone.get(phone.e164, ()))

    def with_email(self, email: str) -> tuple[Contact, ...]:
        """Everybody on the roll who has this e-mail address."""
        return tuple(self._by_email.get(email.casefold(), ()))

    def of_family(self, family: Iterable[str]) -> tuple[Contact, ...]:
        """Everybody on the roll with one of these family names."""
        found = {id(one): one for word in family for one in self._by_family.get(word, ())}
        return tuple(found.values())

    def carers_in(self, scope: Scope) -> tuple[Contact, ...]:
        """The carers of the pupils a scope is for, starters included, and of those of whom the roll does not say."""
        if scope not in self._carers:
            self._carers[scope] = tuple(
                contact
                for contact in self.snapshot.contacts
                if any(
                    tie.carer and present(tie.pupil, self.day) and scope.may_include(tie.pupil) for tie in contact.ties
                )
            )
        return self._carers[scope]

    def circle(self, scope: Scope) -> Circle:
        """The carers in scope with their children, made ready for weighing labels."""
        if scope not in self._circles:
            self._circles[scope] = Circle(self._person(contact, scope) for contact in self.carers_in(scope))
        return self._circles[scope]

    def named_in_full(self, label: str) -> tuple[Contact, ...]:
        """The carers of all pupils here whose own full name a label shows, with a short form or in another spelling too."""
        said = words(label)
        fitting = self.circle(Scope(Kind.SCHOOL)).fitting(label) if len(said) > 1 else ()
        return tuple(
            one.contact
            for one in fitting
            if (_is_shown_in_full(one) and _is_full(said)) or _is_called(one.contact, said)
        )

    def contacts_of(self, pupil: Pupil) -> tuple[Contact, ...]:
        """Everybody whom the roll has as a contact of the pupil, given as any roll has the child."""
        return tuple(self._by_pupil.get(pupil.key, ()))

    def formers_of(self, pupil: Pupil) -> tuple[Former, ...]:
        """Everybody whom an earlier roll had as a contact of the pupil."""
        return tuple(self._formers_by_pupil.get(pupil.key, ()))

    def contacts_who_are(self, who: Who) -> tuple[Contact, ...]:
        """The contacts of this roll who are somebody whom the office has named."""
        return tuple(contact for contact in self.snapshot.contacts if who.is_(contact))

    def _person(self, contact: Contact, scope: Scope) -> Person:
        ties = (tie for tie in contact.ties if tie.carer and present(tie.pupil, self.day))
        here = tuple(dict.fromkeys(tie.pupil for tie in ties))
        inside = tuple(pupil for pupil in here if scope.may_include(pupil))
        return Person(contact, inside, tuple(pupil for pupil in here if pupil not in inside))

    def open_gaps(self, policy: Policy) -> tuple[Gap, ...]:
        """The gaps that may hide somebody who belongs; one about leavers alone, whose time of grace is over, hides nobody."""
        if policy not in self._open_gaps:
            self._open_gaps[policy] = tuple(
                gap
                for gap in self.snapshot.gaps
                if not gap.pupils or any(may_stay(pupil, self.day, policy) for pupil in gap.pupils)
            )
        return self._open_gaps[policy]

    @cached_property
    def _open_gaps(self) -> dict[Policy, tuple[Gap, ...]]:
        return {}

    @cached_property
    def _carers(self) -> dict[Scope, tuple[Contact, ...]]:
        return {}

    @cached_property
    def _circles(self) -> dict[Scope, Circle]:
        return {}

    @cached_property
    def _by_phone(self) -> dict[str, list[Contact]]:
        return _indexed((phone.e164, contact) for contact in self.snapshot.contacts for phone in contact.phones)

    @cached_property
    def _by_email(self) -> dict[str, list[Contact]]:
        return _indexed((email, contact) for contact in self.snapshot.contacts for email in contact.emails)

    @cached_property
    def _by_pupil(self) -> dict[str, list[Contact]]:
        return _indexed((key, one) for one in self.snapshot.contacts for key in _children_of(one))

    @cached_property
    def _formers_by_pupil(self) -> dict[str, list[Former]]:
        return _indexed((key, one) for one in self.past.formers for key in _children_of(one.contact))

    @cached_property
    def _by_family(self) -> dict[str, list[Contact]]:
        return _indexed(
            (word, contact) for contact in self.snapshot.contacts for name in contact.names for word in name.family
        )


def _is_shown_in_full(candidate: Candidate) -> bool:
    """Whether the label has the carer's own given name, a short form or another spelling of it, and their own family name."""
    level = {sign.feature: sign.level for sign in candidate.signs}
    return level.get("given") in _IS_CALLED and level.get("family") in _AGREES


def _is_called(contact: Contact, said: list[str]) -> bool:
    """Whether it is the carer's recorded name, every word of it, though one be "Ma" or both be "Ali", or as much as tells a full name."""
    shown, times = frozenset(said), Counter(said)
    in_full = [name for name in contact.names if name.given and name.family]
    whole = any(Counter((*name.given, *name.family)) <= times for name in in_full)
    return whole or (_is_full(said) and any(is_the_name(shown, name) for name in in_full))


def _is_full(said: list[str]) -> bool:
    """Whether given name and family name are shown, which may be the same word: "Mohamed Mohamed"."""
    shown, times = frozenset(said), Counter(said)
    return is_a_full_name(shown) or any(times[word] > 1 for word in shown_names(shown))


def _children_of(contact: Contact) -> Iterable[str]:
    return dict.fromkeys(tie.pupil.key for tie in contact.ties)


def _indexed(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    index: dict[str, list[T]] = defaultdict(list)
    for key, contact in pairs:
        index[key].append(contact)
    return dict(index)
