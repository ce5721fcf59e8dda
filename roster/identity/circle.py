"""The carers of one group, made ready once for weighing every label that the group's list shows."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from roster.identity.evidence import Candidate, Person
from roster.identity.fitting import fits
from roster.identity.keys import asked_keys
from roster.identity.known import Known, Slot
from roster.identity.label import Label, labels
from roster.identity.ranking import Weighed, ranked, weighed


class Circle:
    """The carers whom a group is for, with their children."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = tuple(people)

    def fitting(self, label: str) -> tuple[Candidate, ...]:
        """Every carer whom a label fits, the likeliest first; an empty answer is an answer.

        Whether a carer fits does not depend on who else is in the circle; how likely they are does.
        """
        best: dict[int, Weighed] = {}
        for way in labels(label):
            for at in self._sought(way):
                known = self._widely[at] if way.related else self._known[at]
                if fits(way, known):
                    found = weighed(way, known, self._frequency)
                    if at not in best or found.bits > best[at].bits:
                        best[at] = found
        return ranked([best[at] for at in sorted(best)], len(self.people))

    def _sought(self, label: Label) -> list[int]:
        """The places of all whom a label may fit, because they have a key in common."""
        return sorted({at for key in asked_keys(label) for at in self._index.get(key, ())})

    @cached_property
    def _known(self) -> tuple[Known, ...]:
        return tuple(map(Known, self.people))

    @cached_property
    def _widely(self) -> tuple[Known, ...]:
        """The carers with all their children: in a brother's group somebody may be "Zoe's mum", too."""
        pairs = zip(self.people, self._known, strict=True)
        return tuple(
            Known(replace(one, children=(*one.children, *one.siblings))) if one.siblings else known
            for one, known in pairs
        )

    @cached_property
    def _index(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, set[int]] = defaultdict(set)
        for at, known in enumerate(self._widely):
            for key in (*known.keys, *(word for name in known.person.contact.names for word in name.all)):
                found[key].add(at)
        return {key: tuple(sorted(places)) for key, places in found.items()}

    @cached_property
    def _frequency(self) -> Counter[tuple[Slot, str]]:
        """How many carers have a given or a family name, and how many children a name."""
        own = (
            ((Slot.GIVEN, known.given) for known in self._known),
            ((Slot.FAMILY, known.family) for known in self._known),
        )
        carers = Counter((slot, word) for pairs in own for slot, words in pairs for word in words)
        called = {child.key: child.called.given for person in self.people for child in person.children}
        return carers + Counter((Slot.CHILD, word) for given in called.values() for word in given)
