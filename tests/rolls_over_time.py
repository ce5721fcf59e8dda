"""Rolls one after another, held together without a database: what the store would remember of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from roster.canonical import canonical
from roster.earlier import Earlier
from roster.names import Name
from roster.past import Past
from roster.people import Contact, Pupil, Tie
from roster.remembering import remember
from roster.snapshot import Snapshot
from roster.spans import Dated, Rolls, Span, Version

T = TypeVar("T")


def remembered_of(*rolls: tuple[date, Snapshot]) -> tuple[Snapshot, Past]:
    """The roll to judge by and the past, after accepted rolls of these days."""
    dated = [Dated(at, day, accepted=True) for at, (day, _) in enumerate(rolls, 1)]
    return remembered_at(dated, [snapshot for _, snapshot in rolls])


def remembered_at(dated: Sequence[Dated], snapshots: Sequence[Snapshot]) -> tuple[Snapshot, Past]:
    """The same of rolls that may have been held, cut short or old."""
    rolls = Rolls(dated)
    numbered = {roll.number: canonical(one) for roll, one in zip(dated, snapshots, strict=True)}
    return remember(numbered[rolls.current], rolls, earlier_of(numbered, rolls))


def earlier_of(numbered: Mapping[int, Snapshot], rolls: Rolls) -> Earlier:
    """What ended before the newest of some rolls, by their numbers."""
    here = {pupil.key for pupil in numbered[rolls.current].pupils}
    pupils = _spans({number: one.pupils for number, one in numbered.items()}, rolls)
    keys = _spans({number: [pupil.key for pupil in one.pupils] for number, one in numbered.items()}, rolls)
    known = {key: [span for span in keys if span.thing == key] for key in {span.thing for span in keys}}
    lives = [Span(key, min(one.first for one in has), max(one.last for one in has)) for key, has in known.items()]
    contacts = _versions(numbered, rolls)
    return Earlier(tuple(one for one in pupils if one.thing.key not in here), tuple(contacts), tuple(lives))


def _versions(numbered: Mapping[int, Snapshot], rolls: Rolls) -> Iterator[Version]:
    """Contacts with their ties by key alone. Of two who are quite alike nothing is said here."""
    bare: dict[int, dict[Contact, list[Tie]]] = {
        number: {
            replace(contact, ties=()): [replace(tie, pupil=Pupil(tie.pupil.key, "", Name())) for tie in contact.ties]
            for contact in one.contacts
        }
        for number, one in numbered.items()
    }
    for span in _spans(bare, rolls):
        ties = _spans({at: bare[at][span.thing] for at in numbered if span.first <= at <= span.last}, rolls)
        ended = tuple(tie for tie in ties if tie.last < rolls.current)
        if ended:
            yield Version(span.thing, span.first, span.last, ended)


def _spans(had: Mapping[int, Iterable[T]], rolls: Rolls) -> list[Span[T]]:
    """What stood on consecutive rolls, from which to which."""
    numbers = sorted(had)
    spans: list[Span[T]] = []
    begun: dict[T, int] = {}
    for at, number in enumerate([*numbers, None]):
        now = set(had[number]) if number is not None else set()
        for thing in [one for one in begun if one not in now]:
            stood = rolls.within(begun.pop(thing), number if number is not None else numbers[-1] + 1)
            spans += [Span(thing, *stood)] if stood else []
        for thing in now:
            begun.setdefault(thing, number or numbers[at - 1])
    return spans
