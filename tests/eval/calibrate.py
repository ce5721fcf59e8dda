"""`make calibrate`: how often each level of each feature is seen among true pairs and among false ones, written as data.

The pairs are the labels of made-up schools, each with its own carer and with every other carer of the group. The
schools are none of those that the figures are taken from: their seeds begin where the eval's end.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from roster.identity import weights
from roster.identity.features import levels, read
from roster.identity.known import Known
from roster.identity.label import labels
from roster.roll import Roll
from roster.scope import scope_of
from roster.tokens import name_in
from tests.eval.groups import groups_of
from tests.eval.pools import POOLS
from tests.eval.rolls import owner, remembered
from tests.eval.schools import a_school

SEED = 900_001
"""The eval is not to be run with this seed."""
_SCHOOLS = 40
_LEAST = 0.5
Level = tuple[str, str]
Weights = dict[str, dict[str, tuple[float, float]]]


def main() -> None:
    """Fit, and write into the file named, or print."""
    text = written(fitted(range(_SCHOOLS)), weights.PRESENT)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text, encoding="utf-8")
    else:
        print(text)


def fitted(schools: range) -> Weights:
    """Count the levels of true and of false pairs. A level seen too seldom to tell keeps the weight that it has."""
    true, false = Counter[Level](), Counter[Level]()
    pairs = Counter[bool]()
    for number in schools:
        for found, is_true in _pairs(number):
            (true if is_true else false).update(found)
            pairs[is_true] += 1
    return {
        feature: {
            level: _weight(true[feature, level], false[feature, level], pairs) or known
            for level, known in several.items()
        }
        for feature, several in weights.WEIGHTS.items()
    }


def _weight(true: int, false: int, pairs: Counter[bool]) -> tuple[float, float] | None:
    """How often a level is seen among the true and among the false; None if there are too few to say."""
    if true + false < 10:
        return None
    m, u = max(true, _LEAST) / max(1, pairs[True]), max(false, _LEAST) / max(1, pairs[False])
    return float(f"{m:.3g}"), float(f"{u:.3g}")


def _pairs(number: int) -> Iterator[tuple[tuple[Level, ...], bool]]:
    """Every label of a carer in scope, without a known number, beside every carer of the group."""
    school = a_school(number, SEED, POOLS)
    snapshot, past = remembered(school)
    roll = Roll(snapshot, school.day, past)
    for group in groups_of(school, SEED, POOLS):
        people = roll.circle(scope_of(group.name, snapshot.pupils, school.day)).people
        known = [(owner(person.contact), Known(person)) for person in people]
        inside = {key for key, _ in known}
        for told in group.members:
            if told.who in inside and told.kind.startswith(("hidden", "new number")) and told.sight.text:
                yield from _beside(name_in(told.sight.text), told.who, known)


def _beside(text: str, who: str | None, known: list[tuple[str, Known]]) -> Iterator[tuple[tuple[Level, ...], bool]]:
    way = next(iter(labels(text)), None)
    if way:
        for key, one in known:
            yield levels(way, one, read(way, one)), key == who


def written(found: Weights, present: float) -> str:
    """The weights as the module that the product reads."""
    head = (weights.__doc__ or "").strip("\n")
    lines = [f'"""{head}\n"""', "", "WEIGHTS: dict[str, dict[str, tuple[float, float]]] = {"]
    for feature, several in found.items():
        lines += [f'    "{feature}": {{']
        lines += [f'        "{level}": ({m!r}, {u!r}),' for level, (m, u) in several.items()]
        lines += ["    },"]
    said = '"""How likely it is, before the label is read, that a member whom no number tells is a carer of the group at all."""'
    return "\n".join([*lines, "}", "", f"PRESENT = {present}", said, ""])


if __name__ == "__main__":
    main()
