"""Invented names: no two adults of a school could be taken for each other by initial and surname."""

import unicodedata
from difflib import SequenceMatcher
from random import Random

from tests.schools.pools import CHILDREN, MEN, STRANGERS, SURNAMES, WOMEN


def in_cp1252(text: str) -> bool:
    """Whether a British Windows machine can write the text to its csv at all."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def plain(text: str) -> str:
    """The text without accents, in small letters, apostrophes and hyphens as blanks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold().replace("'", " ").replace("’", " ").replace("-", " ")


class Names:
    """Hands out names; nobody gets an initial and surname that another adult already answers to."""

    def __init__(self, rng: Random, *, any_letters: bool) -> None:
        self._rng = rng
        self._taken: set[tuple[str, str]] = set()
        self._given: set[str] = set()
        self._children: set[str] = set()
        self._surnames = [name for name in SURNAMES if any_letters or in_cp1252(name)]
        self._forenames = {
            sex: [name for name in pool if any_letters or in_cp1252(name)] for sex, pool in (("f", WOMEN), ("m", MEN))
        }

    def surname(self) -> str:
        return self._rng.choice(self._surnames)

    def adult(self, sex: str, surname: str | None = None) -> tuple[str, str]:
        """A forename and a surname; another surname than asked for when its initials have run out."""
        for _ in range(40):
            forename = self._rng.choice(self._forenames[sex])
            chosen = surname or self.surname()
            if self._claim(forename, chosen):
                return forename, chosen
        return self.adult(sex)

    def child(self, surname: str) -> str:
        for _ in range(200):
            forename = self._rng.choice(CHILDREN)
            if f"{forename} {surname}" not in self._children:
                self._children.add(f"{forename} {surname}")
                return forename
        raise AssertionError(f"no forename is left for another {surname}")

    def take(self, forename: str, surname: str) -> None:
        """Note a name that somebody already has."""
        self._claim(forename, surname)

    def stranger(self) -> str:
        """A full name that nobody in the school has, and that resembles nobody's.

        One in six shares a surname with somebody at the school, as people do; the forename and its
        initial then differ from those of everybody of that surname.
        """
        while True:
            pool = self._surnames if self._rng.random() < 1 / 6 else STRANGERS
            forename = self._rng.choice(self._forenames[self._rng.choice("fm")])
            surname = self._rng.choice(pool)
            full = f"{forename} {surname}"
            if not self._resembles(full) and self._claim(forename, surname):
                return full

    def _claim(self, forename: str, surname: str) -> bool:
        tokens = {(part, plain(forename)[0]) for part in plain(surname).split()}
        if tokens & self._taken:
            return False
        self._taken |= tokens
        self._given.add(plain(f"{forename} {surname}"))
        return True

    def _resembles(self, full: str) -> bool:
        matcher = SequenceMatcher(None, b=plain(full))
        return any(self._is_close(matcher, other) for other in self._given)

    @staticmethod
    def _is_close(matcher: "SequenceMatcher[str]", other: str) -> bool:
        """Whether the names are alike; the quick ratios are never less than the real one, and tell most pairs apart."""
        matcher.set_seq1(other)
        return all(ratio() > 0.75 for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))
