"""How likely it is that a label is each of the carers whom it fits, or nobody: the weights of all signs, added up."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

from roster.identity.evidence import Candidate, Likelihood, Sign
from roster.identity.features import Levels, Reading, levels, read
from roster.identity.known import Known, Slot
from roster.identity.label import Label
from roster.identity.weights import PRESENT, WEIGHTS
from roster.identity.wording import frequency_said, said

_BITS = {
    (feature, level): log2(m / u) for feature, several in WEIGHTS.items() for level, (m, u) in several.items()
}  # fmt: skip
_VERY_LIKELY, _LIKELY = 0.97, 0.6
_NEAR = 0.02
_SURE_GIVEN = frozenset({"same", "short", "alike"})
_SURE_FAMILY = frozenset({"same", "part", "alike"})
_AGAINST = frozenset({("relation", "differs"), ("title", "differs"), ("class", "differs"), ("child", "other"), ("words", "left"), ("given", "other"), ("family", "other")})  # fmt: skip

Frequency = Counter[tuple[Slot, str]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A carer whom a label fits, with what speaks for and against, and all of it in bits."""

    known: Known
    reading: Reading
    levels: Levels
    frequencies: tuple[Sign, ...]
    bits: float

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Every sign in words."""
        own = (
            Sign(name, level, _BITS[name, level], said(name, level, self.reading, self.known))
            for name, level in self.levels
        )
        return (*own, *self.frequencies)


def weighed(label: Label, known: Known, frequency: Frequency) -> Weighed:
    """Weigh a label against one carer. `frequency` tells how common the names are in the group."""
    reading = read(label, known)
    found = levels(label, known, reading)
    common = tuple(_frequencies(reading, frequency))
    bits = sum(_BITS[one] for one in found) + sum(sign.bits for sign in common)
    return Weighed(known, reading, found, common, bits)


def ranked(found: list[Weighed], people: int) -> tuple[Candidate, ...]:
    """Put the carers whom a label fits in order, each with the probability that it is they and nobody else.

    Before the label is read everybody is as likely, and nobody at all has what is left of PRESENT.
    """
    odds = [PRESENT / people * 2**one.bits for one in found]
    whole = sum(odds) + 1 - PRESENT
    shares = [one / whole for one in odds]
    order = sorted(range(len(found)), key=lambda at: (-shares[at], at))
    next_best = shares[order[1]] if len(order) > 1 else 0.0
    return tuple(
        Candidate(
            found[at].known.person,
            shares[at],
            _likelihood(found[at], shares[at], next_best, first=at == order[0]),
            found[at].signs,
        )
        for at in order
    )


def _likelihood(one: Weighed, share: float, next_best: float, *, first: bool) -> Likelihood:
    if first and share >= _VERY_LIKELY and next_best <= _NEAR and is_full(one.levels):
        return Likelihood.VERY_LIKELY
    return Likelihood.LIKELY if share >= _LIKELY else Likelihood.POSSIBLE


def is_full(found: Levels) -> bool:
    """Whether a label shows enough to be very likely anybody's: a full name, or a name with a child's, and nothing against it.

    A first name alone is not enough, and neither is "Zoe's mum": another class has a Zoe too.
    """
    if _AGAINST & set(found):
        return False
    level = dict(found)
    own, family, child = level.get("given"), level.get("family"), level.get("child")
    if own in _SURE_GIVEN:
        return family in _SURE_FAMILY or child is not None
    if child == "several":
        return level.get("relation") == "agrees"
    return (
        child == "named"
        and level.get("relation") == "agrees"
        and (family in _SURE_FAMILY or level.get("class") == "agrees")
    )


def _frequencies(reading: Reading, frequency: Frequency) -> Iterator[Sign]:
    named = (("given", Slot.GIVEN, reading.given), ("family", Slot.FAMILY, reading.family))
    for kind, slot, trace in named:
        if trace and trace.sure:
            yield _common(kind, trace.word, frequency[slot, trace.word])
    for child in reading.children:
        yield _common("child", child.word, frequency[Slot.CHILD, child.word])


def _common(kind: str, word: str, having: int) -> Sign:
    """A name is worth the less, the more have it."""
    others = max(having, 1) - 1
    return Sign(
        f"{kind}-frequency",
        "common" if others else "unique",
        log2(1 / (1 + others)),
        frequency_said(kind, word, others),
    )
