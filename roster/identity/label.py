"""What a group shows for somebody, taken apart: names, words of kinship, titles, hints at a class."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from roster.groups import BETWEEN_NAMES
from roster.identity.kinship import (
    ALSO_A_NAME,
    PLAIN_KIN,
    Kin,
    Sex,
    kin_at_the_end,
    kin_said,
    plain_relative,
    sex_of_title,
)
from roster.identity.scripts import latin
from roster.names import TITLES, shown_words
from roster.scope import class_key
from roster.text import clean, folded

# Words beside names in a label that are nobody's name.
_BESIDE = frozenset(
    (
        "of and the my me im new old work home mobile phone mob cell whatsapp wa uk class form year yr group school pta rep governor primary office "
        "bear bears boss busy always only available urgent calls sleeping "
        "number no from at in de do da dos das del della di du des la le el von zu lui ki ke ka kee der den van ter und et ve ile bin bint ibn al jr sr"
    ).split()
)
PARTICLES = frozenset(
    "de do da dos das del della di du des la le el von zu der den van ter bin bint ibn al e y".split()
)
_AL = "al"
_EARLY = {"nursery": -1, "reception": 0, "eyfs": 0}
_YEAR = re.compile(r"\b(?:year|yr|y)\s*0?(\d{1,2})(?!\d)", re.IGNORECASE)
_CLASS = re.compile(r"\b(?:year|yr|y|class|form)?\s*(\d{1,2}\s?[a-z]{1,2}|(?-i:R[A-Z0-9]))\b", re.IGNORECASE)
_WITH = re.compile(r"\s*(?:&|\+|/|\band\b|\bund\b|\bet\b)\s*", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\w['’]s?\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[()\-–]")
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]")
_OLDEST = 14
_FEW_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Label:
    """One way in which a label can be read, as words in Latin letters.

    `names` are the words that may be somebody's name, in order, `beside` the others; `bare` are those written without
    vowels; `initials` the letters of one who shows nothing else. `kin` are the words of kinship: `inflected` says that they
    are of a language that may bend names, `speaks` that the name beside one is their own ("Nanny Pat"); `childs` are
    words that are a child's name and nothing else ("Zoe's mum", "mum of Zoe"). `hints` are keys of classes, `years` year
    groups. `shown` are all words as they stand.
    """

    text: str
    shown: frozenset[str]
    names: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    bare: frozenset[str] = frozenset()
    initials: str = ""
    kin: tuple[Kin, ...] = ()
    title: Sex = Sex.UNTOLD
    inflected: bool = False
    childs: frozenset[str] = frozenset()
    speaks: bool = False
    hints: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()

    @property
    def related(self) -> bool:
        """Whether it says what somebody is to a child."""
        return bool(self.kin)

    @property
    def written(self) -> tuple[str, ...]:
        """The names, and each two that stand beside each other as one: "de Souza" is also "desouza"."""
        return (*self.names, *(one + other for one, other in zip(self.names, self.names[1:], strict=False)))


@lru_cache(maxsize=16_384)
def labels(text: str) -> tuple[Label, ...]:
    """Read a label in every way it can be meant: each of several names for itself, and each half of a couple's."""
    found = [_read(way) for one in text.split(BETWEEN_NAMES) for way in _ways(one)]
    found += [replace(one, names=(_AL, *one.names)) for one in found if _may_be_al(one)]
    return tuple(dict.fromkeys(label for label in found if label.shown or label.names))


def _may_be_al(label: Label) -> bool:
    """Whether a label begins with what is an article in "Al Hassan" and a name in "Al Marshall"."""
    return bool(label.names) and label.names[0] != _AL and latin(label.text)[0][:1] == (_AL,)


def _ways(text: str) -> Iterator[str]:
    """The label as it stands, and where it names two people by "&" or "/", each of them: "Ola & Femi Bello", "Ola/Femi"."""
    yield text
    parts = [part for part in _WITH.split(clean(text)) if part]
    if len(parts) < 2 or _read(text).related:
        return
    *_, family = parts[-1].split() or [""]
    several = len(parts[-1].split()) > 1
    for part in parts[:-1]:
        yield f"{part} {family}" if several and len(part.split()) == 1 else part
    yield parts[-1]


def _kin_words(spelt: tuple[str, ...]) -> tuple[str, ...]:
    """The words to be read as kinship: "Ami" is a name in "Auntie Ami", where another word says what she is."""
    certain = tuple(word for word in spelt if kin_said(word) and word not in ALSO_A_NAME)
    return certain or spelt


@lru_cache(maxsize=16_384)
def _read(text: str) -> Label:
    spelt, bare = latin(text)
    hints = frozenset(class_key(one) for one in _CLASS.findall(text))
    titles = [word for word in spelt if word in TITLES and word not in bare]
    kin = [kin for word in _kin_words(spelt) if (kin := kin_said(word))] or [
        kin for word in (*spelt[:1], *spelt[-1:]) if len(spelt) > 1 and (kin := kin_at_the_end(word))
    ]
    rest = [word for word in spelt if word.isalpha() and (word in bare or word not in TITLES)]
    names = tuple(
        word
        for at, word in enumerate(rest)
        if word not in hints and _may_be_a_name(word, inside=0 < at < len(rest) - 1)
    )
    childs = _childs(text) if kin else frozenset()
    names = names or tuple(word for word in rest if len(rest) == 1 and kin_said(word) is None and word not in hints)
    years = frozenset(int(one) for one in _YEAR.findall(text) if int(one) <= _OLDEST)
    return Label(
        text,
        shown_words(text) | frozenset(spelt),
        names,
        tuple(word for word in rest if word not in names),
        bare,
        _initials(text, spelt, hints),
        tuple(kin),
        _sex(titles),
        not PLAIN_KIN.issuperset(word for word in spelt if kin_said(word)),
        childs,
        bool(not childs and plain_relative(spelt)),
        hints,
        years | frozenset(_EARLY[word] for word in spelt if word in _EARLY),
    )


def _childs(text: str) -> frozenset[str]:
    """The words that are said to be a child's: before an apostrophe, or after "of" to the next bracket or dash."""
    found: list[str] = []
    for part in _ENDS.split(text):
        before, _, after = part.casefold().partition(" of ") if " of " in part.casefold() else (part, "", "")
        found += [piece for piece in before.split() if _POSSESSIVE.search(piece)] + after.split()
    return frozenset(
        word for piece in found for word in latin(piece)[0] if kin_said(word) is None or word in ALSO_A_NAME
    )


def _may_be_a_name(word: str, *, inside: bool) -> bool:
    """Whether a word may be a name, or its initial: "e" and "y" between two others are "and"."""
    if word in ALSO_A_NAME:
        return True
    if len(word) == 1:
        return not (inside and word in PARTICLES)
    return word not in _EARLY and word not in _BESIDE and kin_said(word) is None


def _initials(text: str, spelt: tuple[str, ...], hints: frozenset[str]) -> str:
    """The letters of a label that shows initials alone: "A.N.", "AN 3B"."""
    told = [word for word in spelt if word.isalpha() and word not in TITLES and kin_said(word) is None]
    rest = [word for word in told if word not in hints]
    if rest and all(len(word) == 1 for word in rest):
        return "".join(rest)
    alone = rest[0] if len(rest) == 1 and len(rest[0]) in range(2, _FEW_LETTERS + 1) else ""
    capitals = any(folded(piece) == alone for piece in _LETTERS.findall(text) if piece.isupper())
    return alone if alone and (capitals or not _VOWEL.search(alone)) else ""


def _sex(titles: list[str]) -> Sex:
    told = {sex_of_title(title) for title in titles} - {Sex.UNTOLD}
    return told.pop() if len(told) == 1 else Sex.UNTOLD
