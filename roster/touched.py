"""What a verdict was made from, noted while it was made: a later roll that answers the same questions the same way leaves it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass

from roster.decisions import Decided, Who
from roster.digests import digest_of, plain_facts
from roster.gaps import Gap
from roster.identity.circle import Circle
from roster.names import Name
from roster.past import Former, Past
from roster.people import Contact, Pupil
from roster.phone import Phone
from roster.policy import Policy
from roster.roll import Roll
from roster.scope import Scope
from roster.snapshot import Snapshot
from roster.turns import turns_of

Question = tuple[str, str]
"""What was asked of the roll, and about what: ("phone", "+447700900123")."""

Grounds = tuple[tuple[str, str, str], ...]
"""Each question with the digest of its answer."""


class Digests:
    """What a roll answers, as digests that are the same on another roll, or another day, if all that matters is.

    A pupil is another from each day on which time alone may change a verdict about the child's carers.
    """

    def __init__(self, roll: Roll, policy: Policy) -> None:
        self._roll = roll
        self._policy = policy
        self._known: dict[int, str] = {}
        self._said: dict[tuple[Scope, Question], str] = {}

    def answer(self, question: Question, scope: Scope, decided: Decided) -> str:
        """Digest what the roll answers. `decided` tells whom a question about somebody's identity means."""
        kind, what = question
        if kind == "who":
            return self._digest(_people_meant(self._roll, what, decided))
        if (scope, question) not in self._said:
            self._said[scope, question] = self._digest(_ANSWERS[kind](self._roll, what, scope))
        return self._said[scope, question]

    def _digest(self, answer: object) -> str:
        return digest_of(self._plain(answer))

    def _plain(self, thing: object) -> object:
        if isinstance(thing, Circle):
            return self._plain(thing.people)
        if isinstance(thing, (list, tuple)):
            return [self._plain(one) for one in thing]
        if isinstance(thing, (Pupil, Contact)):
            return self._once(thing)
        return self._parts(thing) if is_dataclass(thing) else plain_facts(thing)

    def _once(self, thing: Pupil | Contact) -> str:
        if id(thing) not in self._known:
            whole = self._parts(thing)
            phase = self._phase(thing) if isinstance(thing, Pupil) else 0
            self._known[id(thing)] = digest_of((whole, phase))
        return self._known[id(thing)]

    def _parts(self, thing: object) -> list[object]:
        return [self._plain(getattr(thing, field.name)) for field in fields(thing)]  # type: ignore[arg-type]

    def _phase(self, pupil: Pupil) -> int:
        return bisect_right(sorted(turns_of(pupil, self._policy)), self._roll.day)


class Watched(Roll):
    """A roll that notes what it is asked. `scope` is the group's own."""

    def __init__(self, roll: Roll, scope: Scope) -> None:
        self._roll = roll
        self._scope = scope
        self.day = roll.day
        self.asked: dict[Question, None] = {}
        self.past = _WatchedPast(roll.past, self.asked)

    @property
    def snapshot(self) -> Snapshot:  # type: ignore[override]
        """The whole roll: whoever asks for it is touched by every change."""
        self.asked["everything", ""] = None
        return self._roll.snapshot

    def with_phone(self, phone: Phone) -> tuple[Contact, ...]:
        """As the roll."""
        self.asked["phone", phone.e164] = None
        return self._roll.with_phone(phone)

    def with_email(self, email: str) -> tuple[Contact, ...]:
        """As the roll."""
        self.asked["email", email] = None
        return self._roll.with_email(email)

    def of_family(self, family: Iterable[str]) -> tuple[Contact, ...]:
        """As the roll."""
        words = tuple(family)
        self.asked.update(dict.fromkeys(("family", word) for word in words))
        return self._roll.of_family(words)

    def carers_in(self, scope: Scope) -> tuple[Contact, ...]:
        """As the roll."""
        self._note_circle(scope)
        return self._roll.carers_in(scope)

    def circle(self, scope: Scope) -> Circle:
        """As the roll."""
        self._note_circle(scope)
        return self._roll.circle(scope)

    def named_in_full(self, label: str) -> tuple[Contact, ...]:
        """As the roll."""
        self.asked["named", label] = None
        return self._roll.named_in_full(label)

    def contacts_of(self, pupil: Pupil) -> tuple[Contact, ...]:
        """As the roll."""
        self.asked["pupil", pupil.key] = None
        return self._roll.contacts_of(pupil)

    def formers_of(self, pupil: Pupil) -> tuple[Former, ...]:
        """As the roll."""
        self.asked["former pupil", pupil.key] = None
        return self._roll.formers_of(pupil)

    def contacts_who_are(self, who: Who) -> tuple[Contact, ...]:
        """As the roll."""
        self.asked["who", digest_of(who)] = None
        return self._roll.contacts_who_are(who)

    def open_gaps(self, policy: Policy) -> tuple[Gap, ...]:
        """As the roll."""
        self.asked["gaps", ""] = None
        return self._roll.open_gaps(policy)

    def _note_circle(self, scope: Scope) -> None:
        self.asked["circle" if scope == self._scope else "everything", ""] = None


class _WatchedPast(Past):
    def __init__(self, past: Past, asked: dict[Question, None]) -> None:
        self._past = past
        self._asked = asked

    @property
    def formers(self) -> tuple[Former, ...]:  # type: ignore[override]
        self._asked["formers", ""] = None
        return self._past.formers

    def with_phone(self, phone: Phone) -> tuple[Former, ...]:
        self._asked["former phone", phone.e164] = None
        return self._past.with_phone(phone)

    def with_email(self, email: str) -> tuple[Former, ...]:
        self._asked["former email", email] = None
        return self._past.with_email(email)


_ANSWERS: dict[str, Callable[[Roll, str, Scope], object]] = {
    "phone": lambda roll, what, _scope: roll.with_phone(Phone(what)),
    "email": lambda roll, what, _scope: roll.with_email(what),
    "family": lambda roll, what, _scope: roll.of_family((what,)),
    "named": lambda roll, what, _scope: roll.named_in_full(what),
    "pupil": lambda roll, what, _scope: roll.contacts_of(_known_as(what)),
    "former pupil": lambda roll, what, _scope: roll.formers_of(_known_as(what)),
    "circle": lambda roll, _what, scope: roll.circle(scope),
    "gaps": lambda roll, _what, _scope: roll.snapshot.gaps,
    "former phone": lambda roll, what, _scope: roll.past.with_phone(Phone(what)),
    "former email": lambda roll, what, _scope: roll.past.with_email(what),
    "formers": lambda roll, _what, _scope: roll.past.formers,
    "everything": lambda roll, _what, _scope: (roll.snapshot, roll.past.formers),
}


def _known_as(key: str) -> Pupil:
    return Pupil(key, "", Name())


def _people_meant(roll: Roll, digest: str, decided: Decided) -> object:
    meant = (link.contact for link in (decided.same, *decided.others) if link and link.contact)
    return [roll.contacts_who_are(who) for who in meant if digest_of(who) == digest]
