"""Many schools, on every core: the same seed gives the same figures, however many cores there are."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module
from itertools import count
from os import cpu_count

from tests.eval.figures import Figures, figures_of, is_weighed
from tests.eval.judging import Carer, Outcome, judged_school
from tests.eval.pools import POOLS, Pools

_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A label, its group, who it is if they are a carer there, whether the label tells, and what the product made of it."""

    label: str
    group: str
    who: str | None
    answerable: bool
    place: int | None = None
    rightly_sure: bool = False
    wrongly_sure: bool = False


@dataclass
class Run:
    """The figures of a run, and the same labels and carers for the peers."""

    figures: Figures = field(default_factory=Figures)
    questions: list[Question] = field(default_factory=list)
    carers: dict[str, tuple[Carer, ...]] = field(default_factory=dict)

    def add(self, other: "Run") -> None:
        """Take in another's."""
        self.figures.add(other.figures)
        self.questions += other.questions
        self.carers.update(other.carers)


def pools_named(name: str) -> Pools:
    """The names to draw from: "module:attribute", or none for the usual ones."""
    if not name:
        return POOLS
    module, _, attribute = name.partition(":")
    found = getattr(import_module(module), attribute or "POOLS")
    assert isinstance(found, Pools), f"{name} is no set of names"
    return found


def run(members: int, seed: int, names: str = "") -> Run:
    """Judge school after school until there are members enough."""
    whole, workers = Run(), cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        for one in _in_turn(pool, seed, names, workers):
            whole.add(one)
            if whole.figures.whole.members >= members:
                break
        pool.shutdown(cancel_futures=True)
    return whole


def _in_turn(pool: ProcessPoolExecutor, seed: int, names: str, workers: int) -> Iterator[Run]:
    """Runs of a few schools each, in order, with not many more under way than are wanted."""
    batches = (range(at * _AT_ONCE, (at + 1) * _AT_ONCE) for at in count())
    waiting = [pool.submit(batch_of, next(batches), seed, names) for _ in range(workers + 1)]
    while True:
        done = waiting.pop(0).result()
        waiting.append(pool.submit(batch_of, next(batches), seed, names))
        yield done


def batch_of(numbers: range, seed: int, names: str) -> Run:
    """Judge some schools."""
    pools, made = pools_named(names), Run()
    for number in numbers:
        school = judged_school(number, seed, pools)
        made.figures.add(figures_of(school.outcomes))
        asked = [one for one in school.outcomes if is_weighed(one)]
        made.questions += [_question(one) for one in asked]
        made.carers.update(school.carers)
    return made


def _question(one: Outcome) -> Question:
    told = one.told
    return Question(
        told.sight.text, one.group, told.who, told.answerable, one.place, one.rightly_sure, one.wrongly_sure
    )
