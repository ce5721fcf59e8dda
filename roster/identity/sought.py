"""Words sought in a list of names: whether a cell may be of somebody whom one of many labels fits."""

from collections import defaultdict
from collections.abc import Iterable

from roster.identity.keys import asked_keys, recorded_keys
from roster.identity.label import Label
from roster.identity.scripts import latin
from roster.identity.spelling import clipped, fond
from roster.text import words

_ENDS = frozenset("<>")


class Sought:
    """The words of some labels. Nobody whom a label fits is passed over; some whom none fits are let in."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._keys: set[str] = set()
        self._short: dict[str, set[str]] = defaultdict(set)
        self._told: dict[str, bool] = {}
        for label in labels:
            keys = set(asked_keys(label))
            self._keys |= {key for key in keys if not _ENDS & set(key)}
            for end in (key for key in keys if _ENDS & set(key)):
                self._short[end].update(label.written)

    def __bool__(self) -> bool:
        return bool(self._keys)

    def is_in(self, cell: str) -> bool:
        """Whether any word of a cell, or all of them as one, may be one of those sought."""
        shown = words(cell)
        spelt = shown if cell.isascii() else [*shown, *latin(cell)[0]]
        return any(map(self._is_sought, spelt)) or (len(spelt) > 1 and self._is_sought("".join(shown)))

    def _is_sought(self, word: str) -> bool:
        if word not in self._told:
            keys = [key for key, _ in recorded_keys(word)]
            self._told[word] = not self._keys.isdisjoint(keys) or any(
                clipped(one, word) or fond(one, word) for key in keys for one in self._short.get(key, ())
            )
        return self._told[word]
