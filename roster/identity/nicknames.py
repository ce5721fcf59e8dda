"""What one given name is to another: a short form, another spelling, a form of the same name."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from roster.identity.forenames import IN_FULL, ONE_ORIGIN, SHORT_FORMS, SPELLINGS
from roster.identity.scripts import consonants
from roster.identity.spelling import sound

if TYPE_CHECKING:
    from nicknames import NickNamer

Lines = dict[str, frozenset[str]]
_HEARD_FROM = 5
_VOWELS = frozenset("aeiouy")
_TOLD_BY = 2
"""The fewest consonants that two names of one origin have in common if they are one name."""


def _read(spelt: Lines) -> tuple[Lines, Lines]:
    """The lines in which each word stands: as a name in full, or another spelling of one, and as a short form."""
    full: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for line in filter(None, SHORT_FORMS.split("\n")):
        first, *others = line.split()
        heads = first.split("/")
        same = frozenset(chain.from_iterable(spelt.get(head, ()) for head in heads))
        for name in heads:
            full[name].add(line)
        for name in others:
            (short if same.isdisjoint(spelt.get(name, ())) else full)[name].add(line)
    for line in filter(None, ONE_ORIGIN.split("\n")):
        for name in line.split():
            full[name].add(line)
    return _frozen(full), _frozen(short)


def _spellings() -> Lines:
    found: dict[str, set[str]] = defaultdict(set)
    for line in filter(None, SPELLINGS.split("\n")):
        for name in line.split():
            found[name].add(line)
    return _frozen(found)


def _frozen(found: dict[str, set[str]]) -> Lines:
    return {name: frozenset(lines) for name, lines in found.items()}


_SPELT = _spellings()
_FULL, _SHORT = _read(_SPELT)
_ALONE = frozenset(IN_FULL.split())
_BY_SOUND = {
    sound(name): name for name in reversed([*_FULL, *_SHORT, *_SPELT]) if len(name) >= _HEARD_FROM and sound(name)
}


@lru_cache(maxsize=1)
def _english() -> "NickNamer":
    from nicknames import NickNamer

    return NickNamer()


@lru_cache(maxsize=65_536)
def _written(word: str) -> frozenset[str]:
    """A word with the other spellings of it; one that no table has is taken for what it sounds like: "Mariia" for Maria."""
    if len(word) >= _HEARD_FROM and not (word in _FULL or word in _SHORT or word in _SPELT or word in _ALONE):
        word = _BY_SOUND.get(sound(word), word)
    return frozenset(name for line in _SPELT.get(word, ()) for name in line.split()) | {word}


@lru_cache(maxsize=65_536)
def _in_full(word: str) -> frozenset[str]:
    return _lines(_FULL, _written(word))


@lru_cache(maxsize=65_536)
def _as_short(word: str) -> frozenset[str]:
    return _lines(_SHORT, _written(word))


def _lines(table: Lines, names: Iterable[str]) -> frozenset[str]:
    return frozenset(line for name in names for line in table.get(name, ()))


@lru_cache(maxsize=65_536)
def names_behind(word: str) -> frozenset[str]:
    """Give what a word has in common with every name that it may be, is short for or is spelt as: "ola" with Aleksandra and Olga."""
    return _in_full(word) | _as_short(word) | _lines(_SPELT, _written(word))


@lru_cache(maxsize=65_536)
def nearness(word: str, name: str) -> str:
    """Tell what one of two is to the other: "alike" if they are spellings of one name, "short", "form", or "" for none of these."""
    if _is_spelt_as(word, name):
        return "alike"
    short = (_as_short(word) & (_in_full(name) | _as_short(name))) | (_in_full(word) & _as_short(name))
    if short:
        return "short"
    return "form" if _in_full(word) & _in_full(name) else ""


def _is_spelt_as(word: str, name: str) -> bool:
    if word in _written(name) or name in _written(word):
        return True
    left = consonants(word)
    return (
        len(left) > _TOLD_BY
        and word[0] == name[0]
        and left == consonants(name)
        and (word[-1] in _VOWELS) == (name[-1] in _VOWELS)
        and not _in_full(word).isdisjoint(_in_full(name))
    )


def is_short_form(word: str) -> bool:
    """Whether a word is in the table, and is no name in full."""
    return word in _SHORT and not is_in_full(word)


@lru_cache(maxsize=65_536)
def is_in_full(word: str) -> bool:
    """Whether a word is a name of its own: "alexander", not "sasha"."""
    return word in _FULL or word in _SPELT or word in _ALONE


@lru_cache(maxsize=65_536)
def listed_as_short(word: str, name: str) -> bool:
    """Whether a public list of English short forms has one of two as short for the other; its pairs are loose."""
    lists = _english()
    return name in lists.canonicals_of(word) or name in lists.nicknames_of(word)
