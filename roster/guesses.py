"""What a heading that nobody knows may mean: close to one we know, and over values that look so. Only ever a question."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from roster.cells import Status, read_flag, read_status
from roster.dates import Order, read_date
from roster.headings import squashed, understood
from roster.relations import Role, role_of
from roster.scope import year_of
from roster.telephones import read_telephones
from roster.text import clean, words
from roster.vocabulary import BY_SQUASHED, VOCABULARY, Field

CLOSE = 93
"""How alike two whole headings must be, of 100. Known headings that hold different things are less alike than this."""

_LOOK_RIGHT = 0.8
_LETTERS_AT_LEAST, _LETTERS_MEANT_AT_LEAST = 4, 5
_LONGEST_CLASS = 20
_CAMELS_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Guess:
    """A heading as it was probably meant, and what that holds."""

    meant: str
    field: Field


def guess(heading: str, values: Sequence[str]) -> Guess | None:
    """Guess what a column is whose heading nobody knows, or give None.

    `values` are some of its cells that are not blank. The heading must be one of ours but for a slip of the pen, as a
    whole (a word in common is nothing: "Pupil name" and "Contact name"), and eight values in ten must look right.
    """
    meant = _meant(heading)
    told = meant and understood(meant)
    if not meant or not told or told.field is Field.IGNORED or not look_right(told.field, values):
        return None
    return Guess(meant, told.field)


def look_right(field: Field, values: Sequence[str]) -> bool:
    """Whether values look like what a column is said to hold."""
    looks = _LOOKS.get(field, _like_words)
    return bool(values) and sum(map(looks, values)) >= _LOOK_RIGHT * len(values)


@lru_cache(maxsize=4096)
def _meant(heading: str) -> str | None:
    said = words(_CAMELS_HUMP.sub(" ", clean(heading)))
    respelt = " ".join(map(_respelt, said))
    if respelt != " ".join(said) and understood(respelt):
        return respelt
    from rapidfuzz import fuzz, process

    close = process.extract(squashed(heading), BY_SQUASHED.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE, limit=3)
    meant = {understood(phrase): BY_SQUASHED[phrase] for phrase, _, _ in close if _same_numbers(phrase, heading)}
    return next(iter(meant.values())) if len(meant) == 1 else None


def _respelt(word: str) -> str:
    """A word without its slip of the pen, if there is exactly one word that it can have been."""
    if word in VOCABULARY or len(word) < _LETTERS_AT_LEAST or not word.isalpha():
        return word
    from rapidfuzz.distance import OSA

    near = [known for known in VOCABULARY if OSA.distance(word, known, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 and len(near[0]) >= _LETTERS_MEANT_AT_LEAST else word


def _same_numbers(one: str, other: str) -> bool:
    return [char for char in one if char.isdigit()] == [char for char in other if char.isdigit()]


def _like_a_date(said: str) -> bool:
    return any(read_date(said, order) for order in (Order.DAY_FIRST, Order.MONTH_FIRST))


def _like_words(said: str) -> bool:
    return any(map(str.isalpha, said)) and not any(map(str.isdigit, said)) and "@" not in said


def _like_an_id(said: str) -> bool:
    return any(map(str.isdigit, said)) and " " not in said and "@" not in said


def _like_a_flag(said: str) -> bool:
    return read_flag(said) is not None


_LOOKS: dict[Field, Callable[[str], bool]] = {
    Field.ID: _like_an_id,
    Field.DOB: _like_a_date,
    Field.YEAR: lambda said: year_of(said) is not None,
    Field.CLASS: lambda said: len(said) <= _LONGEST_CLASS and "@" not in said,
    Field.LEFT: _like_a_date,
    Field.LEAVER: _like_a_flag,
    Field.START: _like_a_date,
    Field.STATUS: lambda said: read_status(said) is not Status.UNREAD,
    Field.RELATION: lambda said: role_of(said) not in {Role.UNREAD, Role.UNKNOWN},
    Field.RESPONSIBILITY: _like_a_flag,
    Field.PRIORITY: str.isdigit,
    Field.LIVES: _like_a_flag,
    Field.RESTRICTED: _like_a_flag,
    Field.PHONE: lambda said: bool(read_telephones(said).phones),
    Field.EMAIL: lambda said: "@" in said,
}
