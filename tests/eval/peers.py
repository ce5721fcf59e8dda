"""What others would make of the same labels and carers: whom each puts first, among three, and whom it is wrongly sure of.

Each peer scores every label against every carer of its group, as the product does, and has the carer's names; none
has a word of the product's: no nicknames, no children, no words for a mother. `sure` is the score from which a user of
the peer would take the match.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.eval.judging import Carer
from tests.eval.pools import plain
from tests.eval.running import Question, Run

Pair = tuple[int, int]
"""A question's place, and the place of a carer in its group."""
Scored = Iterable[tuple[Pair, float]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to match names. `sure` is the score from which its match would be taken."""

    name: str
    about: str
    sure: float
    scored: Callable[["Asked"], Scored]


@dataclass(frozen=True)
class Asked:
    """The questions with the carers of each one's group."""

    questions: tuple[Question, ...]
    carers: dict[str, tuple[Carer, ...]]

    def pairs(self) -> Iterable[tuple[Pair, Question, Carer]]:
        """Every label beside every carer of its group."""
        for at, question in enumerate(self.questions):
            for place, carer in enumerate(self.carers[question.group]):
                yield (at, place), question, carer


def shown_of(question: Question) -> str:
    """A label as every peer gets it: without flowers, tildes and brackets, in small letters."""
    return " ".join(filter(None, map(plain, question.label.replace("(", " ").replace(".", " ").split())))


def recorded_of(carer: Carer) -> str:
    """A carer as every peer gets them."""
    return f"{carer.given} {carer.family}"


@dataclass(frozen=True, slots=True)
class PeerFigures:
    """A peer's figures, by the product's measure."""

    asked: int
    top1: float
    top3: float
    rightly_sure: float
    wrongly_sure: float
    seconds: float


def asked_of(run: Run, at_most: int | None = None) -> Asked:
    """The labels and carers of a run, or the first so many of them."""
    return Asked(tuple(run.questions[:at_most]), run.carers)


def measured(peer: Peer, asked: Asked) -> PeerFigures:
    """Ask a peer, and count."""
    from time import perf_counter

    begun = perf_counter()
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (at, place), score in peer.scored(asked):
        if score > 0:
            found[at].append((-score, place))
    first = among = answerable = right = wrong = 0
    for at, question in enumerate(asked.questions):
        best = [(asked.carers[question.group][place].key, -score) for score, place in sorted(found.get(at, ()))[:3]]
        wrong += any(key != question.who and score >= peer.sure for key, score in best)
        if question.answerable:
            answerable += 1
            keys = [key for key, _ in best]
            first += keys[:1] == [question.who]
            among += question.who in keys
            right += any(key == question.who and score >= peer.sure for key, score in best)
    return PeerFigures(
        len(asked.questions),
        first / max(1, answerable),
        among / max(1, answerable),
        right / max(1, answerable),
        wrong / max(1, len(asked.questions)),
        perf_counter() - begun,
    )


def measured_product(run: Run, asked: int) -> PeerFigures:
    """The product's figures on the same labels."""
    some = run.questions[:asked]
    tellable = [one for one in some if one.answerable]
    return PeerFigures(
        len(some),
        sum(one.place == 1 for one in tellable) / max(1, len(tellable)),
        sum(one.place in {1, 2, 3} for one in tellable) / max(1, len(tellable)),
        sum(one.rightly_sure for one in tellable) / max(1, len(tellable)),
        sum(one.wrongly_sure for one in some) / max(1, len(some)),
        0.0,
    )
