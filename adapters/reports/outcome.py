"""What a report tells: the roll in figures, what could not be read, and every group judged."""

from dataclasses import dataclass
from datetime import date

from roster.comparison import Judged
from roster.export import Export
from roster.groups import Problem
from roster.rules import all_rules
from roster.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Outcome:
    """One comparison, ready to be told."""

    on: date
    export: Export
    snapshot: Snapshot
    problems: tuple[Problem, ...]
    groups: tuple[Judged, ...]

    @property
    def on_roll(self) -> int:
        """How many pupils are on roll on the day."""
        return sum(pupil.on_roll(self.on) for pupil in self.snapshot.pupils)

    @property
    def leavers(self) -> int:
        """How many pupils of the export have left."""
        return sum(pupil.left(self.on) for pupil in self.snapshot.pupils)

    @property
    def starters(self) -> int:
        """How many pupils have been admitted and have yet to start."""
        return sum(pupil.upcoming(self.on) for pupil in self.snapshot.pupils)

    @property
    def clear(self) -> bool:
        """Whether everybody belongs and nothing is held."""
        return all(group.clear for group in self.groups)


def sentence_of(reason: str) -> str:
    """Give the sentence the office reads for a reason of the vocabulary."""
    return next(rule.sentence for rule in all_rules() if rule.name == reason)
