"""What the roll lacks of people: the numbers and addresses that they had once, with the days, and all their children."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from roster.canonical import tie_order
from roster.past import Former
from roster.people import Tie
from roster.persons import Person
from roster.phone import Phone
from roster.spans import Rolls, Span

_Reach = Phone | str


def formers_of(person: Person, rolls: Rolls) -> Iterator[Former]:
    """Give what earlier rolls had of a person and the current one has not."""
    ties: dict[str, Tie] = {tie.pupil.key: tie for tie in person.contact.ties}
    for span in sorted(person.ended, key=lambda one: (-one.last, -one.first, tie_order(one.thing))):
        ties.setdefault(span.thing.pupil.key, span.thing)
    for (first, last), lost in sorted(_by_rolls(person).items()):
        phones = tuple(sorted(one for one in lost if isinstance(one, Phone)))
        emails = tuple(sorted(one for one in lost if isinstance(one, str)))
        was = replace(person.contact, names=person.names, phones=phones, emails=emails, ties=tuple(ties.values()))
        yield Former(was, rolls.first_day(first), rolls.last_day(last))


def _by_rolls(person: Person) -> dict[tuple[int, int], list[_Reach]]:
    """The numbers and addresses lost, by the first and the last roll that had them; somebody gone may have had none."""
    lost: dict[tuple[int, int], list[_Reach]] = defaultdict(list)
    spans = dict(_spans(person))
    for reach, (first, last) in spans.items():
        lost[first, last].append(reach)
    if not person.here and not spans:
        lost[min(one.first for one in person.versions), max(one.last for one in person.versions)] = []
    return lost


def _spans(person: Person) -> Iterator[tuple[_Reach, tuple[int, int]]]:
    """Each number and address lost, with the first and the last roll.

    Whoever is parted from a pupil was somebody through them: the numbers that they still have count too.
    """
    stood: dict[_Reach, list[tuple[int, int]]] = defaultdict(list)
    own: set[_Reach] = {*person.contact.phones, *person.contact.emails} if person.here else set()
    for version in person.versions:
        had: set[_Reach] = {*version.contact.phones, *version.contact.emails}
        for reach in had - own:
            stood[reach].append((version.first, version.last))
    parted = [(span.first, span.last) for span in _parted(person)]
    if parted:
        stood.update(dict.fromkeys(own, parted))
    for reach, spans in stood.items():
        yield reach, (min(first for first, _ in spans), max(last for _, last in spans))


def _parted(person: Person) -> list[Span[Tie]]:
    """The ties that a person has no more, whether the pupils are here or gone."""
    now = {tie.pupil.key for tie in person.contact.ties}
    return [span for span in person.ended if span.thing.pupil.key not in now]
