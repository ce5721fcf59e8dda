"""The new school year, seen from two rolls: whole classes have moved, and where the children of each are now."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from roster.guard import Objection
from roster.pairing import Pair, same_children
from roster.people import Pupil
from roster.scope import Kind, Scope, class_key, year_of, year_said
from roster.snapshot import Snapshot
from roster.words import counted

EachSeptember = Literal["new children", "same children"]
# Two or three children of a class may change it in the middle of a year; a class that has gone need not be so many.
_A_FEW = 3
# A class whose children went into one class is followed there; one that was mixed up is found again by its year.
_TOGETHER, _BY_ITSELF = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whom a group is to be for from now on: of `of` children of the old class or year, `children` are in the new one."""

    old: str
    new: str
    children: int
    of: int

    @property
    def said(self) -> str:
        """The proposal's reason: "26 of the 28 children of 3B are in 4B now"."""
        are = "is" if self.children == 1 else "are"
        return f"{self.children} of the {counted(self.of, 'child', 'children')} of {self.old} {are} in {self.new} now"

    @property
    def follows(self) -> bool:
        """Whether so many went the same way that a group which keeps its children may follow them by itself."""
        return self.children >= _BY_ITSELF * self.of


class Rollover:
    """What the children of each old class and year have become. `pairs` are the children of both rolls, `before` all of the older."""

    def __init__(self, before: Iterable[Pupil], pairs: Iterable[Pair]) -> None:
        self._before = tuple(before)
        self._pairs = tuple(pairs)

    @property
    def said(self) -> str:
        """What has happened, in a sentence."""
        moved = [proposal for name in self._classes.values() if (proposal := self.moved(name))]
        few = "; ".join(proposal.said for proposal in moved[:3])
        return (
            f"The children of {counted(len(moved), 'class', 'classes')} have moved: {few}" if moved else self._by_years
        )

    def moved(self, class_name: str) -> Proposal | None:
        """Say where most of the children of a class, or of a year, are now; None if they are where they were."""
        key = class_key(class_name)
        if key in self._classes:
            return self._class_moved(key)
        year = year_of(class_name)
        return self._year_moved(year, class_name) if year is not None else None

    @property
    def happened(self) -> bool:
        """Whether whole classes or years have moved, and not a few children."""
        return self._school_moved or any(self._has_gone_together(key) for key in self._classes)

    @property
    def _by_years(self) -> str:
        years = sorted({child.year for child in self._before if child.year is not None})
        moved = [proposal.said for year in years if (proposal := self._year_moved(year, year_said(year)))]
        return f"Whole years have moved: {'; '.join(moved[:3])}"

    @cached_property
    def _classes(self) -> dict[str, str]:
        """Every old class by its key."""
        return {class_key(one): one for child in self._before for one in sorted(child.classes)}

    @cached_property
    def _school_moved(self) -> bool:
        """Whether half of the children whose class or year both rolls tell are in another one now."""
        told = [pair for pair in self._pairs if _tells(pair)]
        return len(told) > _A_FEW and 2 * sum(map(_is_elsewhere, told)) >= len(told)

    def _has_gone_together(self, key: str) -> bool:
        told = [pair for pair in self._pairs if key in _keys(pair.before) and pair.now.classes]
        gone = [pair for pair in told if key not in _keys(pair.now)]
        vanished = not any(key in _keys(pair.now) for pair in self._pairs)
        return bool(gone) and 2 * len(gone) > len(told) and (vanished or len(gone) > _A_FEW)

    def _class_moved(self, key: str) -> Proposal | None:
        if not self._school_moved and not self._has_gone_together(key):
            return None
        of = sum(key in _keys(child) for child in self._before)
        known = [pair.now for pair in self._pairs if key in _keys(pair.before)]
        found = _most(known, lambda child: sorted(child.classes))
        if not found or class_key(found[0]) == key:
            return None
        new, children = found
        if children < _TOGETHER * of and (mixed := _most(known, _year_of)) and mixed[1] > children:
            new, children = mixed
        return Proposal(self._classes[key], new, children, of)

    def _year_moved(self, year: int, name: str) -> Proposal | None:
        of = sum(child.year == year for child in self._before)
        found = _most((pair.now for pair in self._pairs if pair.before.year == year), _year_of)
        if not found or found[0] == year_said(year) or not self._school_moved:
            return None
        return Proposal(name, *found, of)


def rollover(before: Snapshot, now: Snapshot, day: date) -> Rollover | None:
    """Compare two rolls: None where classes and years have stayed as they were, but for a few children."""
    then = tuple(child for child in before.pupils if not child.left(day))
    found = Rollover(then, same_children(then, (child for child in now.pupils if not child.left(day))))
    return found if found.happened else None


def year_rollover(
    group: str, scope: Scope, found: Rollover | None, each_september: EachSeptember | None
) -> tuple[Proposal, Objection] | None:
    """What speaks against acting on a group whose class has moved on, with what is proposed instead.

    None where nothing has moved, or the settings say that the group is for new children each September.
    """
    if found is None or each_september == "new children" or scope.kind not in {Kind.CLASS, Kind.YEAR}:
        return None
    proposal = found.moved(scope.value)
    if proposal is None:
        return None
    return proposal, Objection(
        "year-rollover",
        f"{proposal.said}, so most of {group} would seem to be in the wrong group. Most likely a new school year "
        f'has begun. If the group stays with its children: roster rescope "{group}" "{proposal.new}"; if it is for '
        f'whoever is in {proposal.old} now: roster rescope "{group}" --stay.',
    )


def follows_by_itself(scope: Scope, found: Rollover | None, each_september: EachSeptember | None) -> Proposal | None:
    """The class or year that a group follows without anybody's word, because the settings say that it keeps its children."""
    if found is None or each_september != "same children" or scope.kind not in {Kind.CLASS, Kind.YEAR}:
        return None
    proposal = found.moved(scope.value)
    return proposal if proposal and proposal.follows else None


def _keys(child: Pupil) -> frozenset[str]:
    return frozenset(map(class_key, child.classes))


def _tells(pair: Pair) -> bool:
    return bool(pair.before.classes and pair.now.classes) or None not in (pair.before.year, pair.now.year)


def _is_elsewhere(pair: Pair) -> bool:
    by_class = pair.before.classes and pair.now.classes and _keys(pair.before).isdisjoint(_keys(pair.now))
    return bool(by_class) or (None not in (pair.before.year, pair.now.year) and pair.before.year != pair.now.year)


def _year_of(child: Pupil) -> list[str]:
    return [] if child.year is None else [year_said(child.year)]


def _most(children: Iterable[Pupil], places: Callable[[Pupil], list[str]]) -> tuple[str, int] | None:
    """The place where most of the children are, and how many."""
    counts = Counter(place for child in children for place in places(child))
    return min(counts.items(), key=lambda item: (-item[1], item[0])) if counts else None
