"""What somebody is known by in a text: their whole names, numbers in any spelling, addresses."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

ERASED = "erased"
_WORDS_OF_A_NAME = 2
_LAST = 10
_BETWEEN = r"[\s().\-/]{0,3}"


@dataclass(frozen=True)
class Needles:
    """Names of two words and more, numbers (E.164) and e-mail addresses, to be found wherever a text has them.

    A single word is no needle: "Ola" stands in "Nicola", and is many people's name.
    """

    names: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return self._pattern is not None

    def stand_in(self, thing: Any) -> bool:
        """Whether any of them stands in a text, or in JSON."""
        text = thing if isinstance(thing, str) else json.dumps(thing, ensure_ascii=False, default=str)
        return bool(self._pattern and self._pattern.search(text))

    def taken_out(self, thing: Any) -> Any:
        """Give the same text, or JSON, with "erased" in their places."""
        if isinstance(thing, str):
            return self._pattern.sub(ERASED, thing) if self._pattern else thing
        if isinstance(thing, list):
            return [self.taken_out(one) for one in thing]
        if isinstance(thing, dict):
            return {self.taken_out(key): self.taken_out(value) for key, value in thing.items()}
        return thing

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        names = (_spelt(name) for name in self.names if len(name.split()) >= _WORDS_OF_A_NAME)
        parts = [*names, *map(_dialled, self.phones), *map(re.escape, self.emails)]
        longest_first = sorted((part for part in parts if part), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE) if longest_first else None


def all_in(texts: Iterable[str], needles: Needles) -> list[str]:
    """The lines of some texts in which any of them stands, each once."""
    lines = (line.strip() for text in texts for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if needles.stand_in(line)))


def _spelt(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _dialled(e164: str) -> str:
    """The number as it may be written: with or without the country, and with what people put between digits."""
    digits = e164.lstrip("+")
    last = _BETWEEN.join(digits[-_LAST:])
    return rf"(?:\+?{_BETWEEN.join(digits[:-_LAST])}{_BETWEEN}0?|0)?{last}" if len(digits) > _LAST else rf"\+?{last}"
