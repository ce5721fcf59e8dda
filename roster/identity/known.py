"""A carer made ready for being looked for: every key under which a word of a label may mean them or a child of theirs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from roster.identity.evidence import Person
from roster.identity.keys import in_latin, recorded_keys, shown_keys
from roster.identity.kinship import Kin, Place, Sex, kin_recorded, sex_of_title
from roster.identity.label import PARTICLES, Label
from roster.identity.nicknames import is_in_full, is_short_form, listed_as_short, nearness
from roster.identity.spelling import CLIPPED_FROM, TAIL_FROM, begins_as, clipped, fond, resembles, said_of, slipped
from roster.scope import class_key
from roster.text import words

_CLOSEST_FIRST = ("same", "short", "alike", "clipped", "form", "fond", "slip", "begins", "initial")
INITIAL = _CLOSEST_FIRST.index("initial")
_ONLY_GIVEN = frozenset({"short", "form", "clipped", "fond"})


class Slot(IntEnum):
    """Whose name a word is, and which part of it."""

    GIVEN = 0
    FAMILY = 1
    CHILD = 2
    CHILDS_FAMILY = 3


_AS_SPELT = frozenset({"same", "alike"})
_NICKNAMES = _AS_SPELT | {"short", "clipped"}
_GIVEN_NAMES = frozenset({Slot.GIVEN, Slot.CHILD})
_SURE = {Slot.GIVEN: _NICKNAMES, Slot.FAMILY: _AS_SPELT, Slot.CHILD: _AS_SPELT, Slot.CHILDS_FAMILY: _AS_SPELT}


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """How near a word of a label comes to a recorded one: 0 is the same, more is farther."""

    distance: int
    slot: Slot
    word: str

    @property
    def level(self) -> str:
        """The nearness in a word: "same", "short", "slip", "initial" ..."""
        return _CLOSEST_FIRST[self.distance]

    @property
    def sure(self) -> bool:
        """Whether it is enough to go by alone: people shorten their own names, and seldom go by a short form of their child's."""
        return self.level in _SURE[self.slot]


@dataclass
class Known:
    """A carer with all that a label may show of them."""

    person: Person

    def __post_init__(self) -> None:
        names = [(in_latin(name.given), in_latin(name.family)) for name in self.person.contact.names]
        self.given = frozenset(word for given, _ in names for word in given)
        self.first = frozenset(given[0] for given, _ in names if given)
        self.family = _without_particles(word for _, family in names for word in family)
        called = [(in_latin(child.called.given), in_latin(child.called.family)) for child in self.person.children]
        self.children = frozenset(word for given, _ in called for word in given)
        self.childs_family = _without_particles(word for _, family in called for word in family)
        self._joined = [
            *((Slot.GIVEN, "".join(given)) for given, _ in names if len(given) > 1),
            *((Slot.FAMILY, "".join(family)) for _, family in names if len(family) > 1),
            *((Slot.CHILD, "".join(given)) for given, _ in called if len(given) > 1),
        ]

    @cached_property
    def keys(self) -> dict[str, tuple[Trace, ...]]:
        """What each key may mean, the nearest first."""
        found: dict[str, set[Trace]] = defaultdict(set)
        for slot, word in self._words():
            for key, level in recorded_keys(word):
                if self._goes_by(slot, word, level):
                    found[key].add(Trace(_CLOSEST_FIRST.index(level), slot, word))
        return {key: tuple(sorted(traces)) for key, traces in found.items()}

    def traces(self, word: str, *, bare: bool = False) -> tuple[Trace, ...]:
        """What a word of a label may mean of this carer, the nearest first; of one recorded word the nearest alone."""
        nearest: dict[tuple[Slot, str], int] = {}
        for key, level in shown_keys(word, bare=bare):
            for trace in self.keys.get(key, ()):
                nearer = _nearer(level, word, trace)
                if nearer:
                    least = 0 if level in _ONLY_GIVEN or nearer != level else trace.distance
                    distance = max(least, _CLOSEST_FIRST.index(nearer))
                    place = (trace.slot, trace.word)
                    nearest[place] = min(distance, nearest.get(place, distance))
        return tuple(sorted(Trace(distance, *place) for place, distance in nearest.items()))

    def slips(self, word: str) -> tuple[Trace, ...]:
        """The carer's own names that a word may be with one slip of the pen, or a short form of that nobody has listed."""
        own = ((Slot.GIVEN, self.given), (Slot.FAMILY, self.family))
        return tuple(
            Trace(_CLOSEST_FIRST.index("slip"), slot, target)
            for slot, targets in own
            for target in sorted(targets)
            if slipped(word, target)
        ) + tuple(
            Trace(_CLOSEST_FIRST.index("begins"), Slot.GIVEN, target)
            for target in sorted(self.first)
            if _may_be_short(word, target)
        )

    def is_in_one(self, pair: str) -> bool:
        """Whether two words written as one are a name of theirs: "de Souza" is "Desouza"."""
        return any(trace.level == "same" for trace in self.traces(pair))

    def may_be(self, kin: tuple[Kin, ...]) -> bool:
        """Whether the school has not recorded that the carer is something else to a child: a mother is no "Nanny", and no "dad"."""
        if not kin:
            return True
        ties = self.person.contact.ties
        return not ties or any(_may_be(one, kin_recorded(tie.relation)) for one in kin for tie in ties)

    def of_child(self, word: str, label: Label) -> Trace | None:
        """The child that a word beside a word of kinship may mean: by name, or by a form of it: "Tola's", "Toli"."""
        if not label.speaks:
            for form in (word, *sorted(said_of(word) - {word})):
                for trace in self.traces(form, bare=word in label.bare):
                    if trace.slot is Slot.CHILD and _may_name_a_child(form, trace):
                        return trace
        meant = sorted((said_of(word, inflected=label.inflected) - ({word} if label.speaks else set())) & self.children)
        return Trace(0, Slot.CHILD, meant[0]) if meant else None

    @cached_property
    def class_words(self) -> frozenset[str]:
        """The words of the children's classes: "oak" of "3 Oak", "rb"."""
        named = (word for child in self.person.children for one in child.classes for word in words(one))
        return frozenset(word for word in named if word.isalpha() and len(word) > 1)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The keys of the children's classes."""
        return frozenset(class_key(one) for child in self.person.children for one in child.classes)

    @cached_property
    def years(self) -> frozenset[int]:
        """The children's year groups."""
        return frozenset(child.year for child in self.person.children if child.year is not None)

    @cached_property
    def kin(self) -> frozenset[Kin]:
        """What the school has recorded of the carer as a relation."""
        told = frozenset(kin_recorded(tie.relation) for tie in self.person.contact.ties)
        return told - {Kin(Sex.UNTOLD, Place.UNTOLD)}

    @cached_property
    def sexes(self) -> frozenset[Sex]:
        """What titles and relations tell."""
        told = {sex_of_title(name.title) for name in self.person.contact.names} | {kin.sex for kin in self.kin}
        return frozenset(told - {Sex.UNTOLD})

    def _words(self) -> Iterator[tuple[Slot, str]]:
        parts = (self.given, self.family, self.children, self.childs_family)
        for slot, found in zip(Slot, parts, strict=True):
            yield from ((slot, word) for word in found)
        yield from self._joined

    def _goes_by(self, slot: Slot, word: str, level: str) -> bool:
        """Whether a name of this kind is ever shown so: a family name has no short form, and a child no initial."""
        if level in _ONLY_GIVEN:
            return slot in {Slot.GIVEN, Slot.CHILD}
        return level != "initial" or (slot is Slot.GIVEN and word in self.first) or slot is Slot.FAMILY


def _nearer(level: str, word: str, trace: Trace) -> str:
    """Tell a short form from another form of one name ("Andy" is short for Andrew, and Andrzej is not), and a beginning from a fond form."""
    if level == "clipped":
        return _short_of(word, trace.word)
    if level == "form":
        return nearness(word, trace.word)
    return "form" if _is_another_name(level, word, trace) else level


def _is_another_name(level: str, word: str, trace: Trace) -> bool:
    """Whether two given names that sound alike are known as two: "Tomasz" and Thomas."""
    heard = trace.slot in _GIVEN_NAMES and "alike" in {level, trace.level}
    return heard and is_in_full(word) and is_in_full(trace.word) and nearness(word, trace.word) == "form"


def _may_name_a_child(word: str, trace: Trace) -> bool:
    """Whether a child is called so: by the name, another spelling of it, or a word that is short for it and no name of its own."""
    if trace.level == "clipped":
        return trace.word.startswith(word) and not is_in_full(word)
    return trace.level in _AS_SPELT or (
        trace.level == "short" and (is_short_form(word) or not is_short_form(trace.word))
    )


def _short_of(word: str, target: str) -> str:
    """Tell what nobody has listed as short for a name. A name of its own is no short form: "Maria" is not Mark."""
    if not (clipped(word, target) or fond(word, target)):
        return ""
    if word.startswith(target):
        return "clipped" if len(target) > CLIPPED_FROM and not (is_in_full(target) or is_short_form(target)) else "fond"
    if clipped(word, target) and len(word) >= TAIL_FROM:
        return "clipped"
    listed = is_in_full(word) or (is_short_form(word) and not target.startswith(word))
    return "clipped" if CLIPPED_FROM < len(word) <= len(target) and not listed else "fond"


def _may_be(said: Kin, recorded: Kin) -> bool:
    apart = said.place in {Place.GRANDPARENT, Place.OTHER} and recorded.place not in {Place.UNTOLD, said.place}
    return not apart and (Sex.UNTOLD in {said.sex, recorded.sex} or said.sex is recorded.sex)


def _may_be_short(word: str, target: str) -> bool:
    if listed_as_short(word, target):
        return True
    begins = begins_as(word, target) and not is_in_full(word)
    return begins or (resembles(word, target) and not (is_in_full(word) and is_in_full(target)))


def _without_particles(found: Iterable[str]) -> frozenset[str]:
    every = frozenset(found)
    return every - PARTICLES or every
