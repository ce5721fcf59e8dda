"""What a report tells: the roll in figures, what could not be read, and every group judged."""

from dataclasses import dataclass
from datetime import date

from roster.comparison import Judged
from roster.export import Export
from roster.groups import Problem
from roster.rules import all_rules
from roster.tally import Tally


@dataclass(frozen=True, slots=True)
class Outcome:
    """One comparison, ready to be told."""

    on: date
    export: Export
    roll: Tally
    problems: tuple[Problem, ...]
    groups: tuple[Judged, ...]

    @property
    def clear(self) -> bool:
        """Whether everybody belongs and nothing is held."""
        return all(group.clear for group in self.groups)


def sentence_of(reason: str) -> str:
    """Give the sentence the office reads for a reason of the vocabulary."""
    return next(rule.sentence for rule in all_rules() if rule.name == reason)
