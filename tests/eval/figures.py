"""Outcomes counted: by kind, and the few figures that are promised."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from roster.verdicts import Standing
from tests.eval.judging import Outcome
from tests.eval.truths import Right


@dataclass
class Kind:
    """The counts of one kind of member."""

    members: int = 0
    standings: Counter[str] = field(default_factory=Counter)
    false: int = 0
    missed: int = 0
    either: int = 0
    answerable: int = 0
    first: int = 0
    among_three: int = 0
    weighed: int = 0
    wrongly_sure: int = 0

    def __iadd__(self, other: "Kind") -> "Kind":
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


@dataclass
class Figures:
    """The counts of every kind, and a few members of whom the product and the truth disagree."""

    kinds: dict[str, Kind] = field(default_factory=dict)
    untellable: int = 0
    untellable_removed: int = 0
    must_go: int = 0
    wrong: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)

    def count(self, outcome: Outcome) -> None:
        """Count one member."""
        told, removed = outcome.told, outcome.standing is Standing.REMOVE
        kind = self.kinds.setdefault(told.kind, Kind())
        kind.members += 1
        kind.standings[outcome.standing.value] += 1
        kind.either += told.right is Right.EITHER
        self.reasons[told.why] += told.right is Right.EITHER
        kind.false += removed and told.right is Right.STAY
        kind.missed += not removed and told.right is Right.GO
        self.must_go += told.right is Right.GO
        self.untellable += told.right is Right.UNTELLABLE
        self.untellable_removed += removed and told.right is Right.UNTELLABLE
        if outcome.told.answerable:
            kind.answerable += 1
            kind.first += outcome.place == 1
            kind.among_three += outcome.place in {1, 2, 3}
        if is_weighed(outcome):
            kind.weighed += 1
            kind.wrongly_sure += outcome.wrongly_sure
        self._note(outcome, removed=removed)

    def _note(self, outcome: Outcome, *, removed: bool) -> None:
        told = outcome.told
        if (removed and told.right is Right.STAY) or (not removed and told.right is Right.GO):
            verb = "removed" if removed else "kept"
            self.wrong.append(f"{verb}: {told.kind}: {told.sight.text!r} in {outcome.group} ({outcome.reason})")

    def add(self, other: "Figures") -> None:
        """Take in another's counts."""
        for name, kind in other.kinds.items():
            mine = self.kinds.setdefault(name, Kind())
            mine += kind
        self.untellable += other.untellable
        self.untellable_removed += other.untellable_removed
        self.must_go += other.must_go
        self.wrong += other.wrong
        self.reasons += other.reasons

    @property
    def whole(self) -> Kind:
        """Every kind together."""
        total = Kind()
        for kind in self.kinds.values():
            total += kind
        return total

    def promised(self) -> dict[str, float]:
        """The figures that are promised: counts for removals, shares for names."""
        whole = self.whole
        return {
            "members": whole.members,
            "false_removals": whole.false,
            "missed_removals": whole.missed,
            "name_top1": _share(whole.first, whole.answerable),
            "name_top3": _share(whole.among_three, whole.answerable),
            "wrong_very_likely": _share(whole.wrongly_sure, whole.weighed),
            "must_go": self.must_go,
            "removed_of_must_go": _share(self.must_go - whole.missed, self.must_go),
            "either": whole.either,
            "untellable": self.untellable,
            "untellable_removed": self.untellable_removed,
            "answerable": whole.answerable,
        }


def is_weighed(outcome: Outcome) -> bool:
    """Whether the name is all there is: no number is shown, or one that nobody on the roll or its past has."""
    return not outcome.told.number or outcome.told.kind.startswith(("stranger", "relative", "staff")) or (
        "new number" in outcome.told.kind
    )  # fmt: skip


def figures_of(outcomes: Iterable[Outcome]) -> Figures:
    """Count many members."""
    found = Figures()
    for outcome in outcomes:
        found.count(outcome)
    return found


def _share(some: int, every: int) -> float:
    return round(some / every, 6) if every else 1.0
