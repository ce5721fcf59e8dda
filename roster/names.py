"""Names as a hint: what a shown name and a recorded one have in common. A name alone decides nothing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from roster.text import clean, folded, words

TITLES = frozenset(
    (
        "mr mrs miss ms mx dr prof professor rev reverend fr father sr sister br sir dame lady lord hon pstr "
        "pastor imam rabbi master capt major"
    ).split()
)
WOMAN, MAN = frozenset({"mrs", "miss", "ms", "lady", "dame"}), frozenset({"mr", "sir", "lord"})
# Words in a label that are nobody's name: what somebody is to a child, and what the group is called.
_RELATION_WORDS = frozenset(
    (
        "mum mums mummy mam mom moms mommy mother mama mamma ma dad dads daddy father papa pa tata nan nans nana "
        "nanny gran grans granny grandma grandad grandpa parent parents carer guardian family fam"
    ).split()
)
_NOT_NAMES = _RELATION_WORDS | frozenset(
    "of and the s y yr year class form school new old work home mobile phone".split()
)
_PARTS = re.compile(r"\s*(?:&|\+|/|\band\b)\s*", re.IGNORECASE)
_FUZZY_FROM = 5


@dataclass(frozen=True, slots=True)
class Name:
    """One person's name in words that can be compared: folded, without titles, in the order given then family."""

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    title: str = ""

    def __bool__(self) -> bool:
        return bool(self.given or self.family)

    @property
    def all(self) -> frozenset[str]:
        """Every word of the name."""
        return frozenset(self.given + self.family)


def name_of(given: str = "", family: str = "", title: str = "", full: str = "") -> Name:
    """Make a name of the cells a spreadsheet has for it: given and family apart, or one cell with all of it.

    "Bello, Ola" and "Mrs O A Bello" are read as people mean them; a full name in the family cell alone too.
    """
    if full and not (given and family):
        alone = bool(family) and len(words(full)) == 1
        return name_of(full, family, title) if alone else _from_full(full, title)
    if family and not given and len(words(family)) > 1 and not title:
        return _from_full(family, title)
    titles, rest = _without_titles(words(given))
    if given and not family and len(rest) > 1:
        return _from_full(given, title)
    _, last = _without_titles(words(family))
    return Name(tuple(rest), tuple(last), _title(words(title) or titles))


@lru_cache(maxsize=65_536)
def _from_full(full: str, title: str) -> Name:
    last, comma, first = clean(full).partition(",")
    if comma and first.strip():
        titles, given = _without_titles(words(first))
        return Name(tuple(given), tuple(_without_titles(words(last))[1]), _title(words(title) or titles))
    parts = [words(part) for part in folded(full).split()]
    titles, rest = _without_titles([word for part in parts for word in part])
    stated = _title(words(title) or titles)
    if len(rest) < 2 and titles:
        return Name((), tuple(rest), stated)
    whole = [part for part in parts if part and not set(part) <= TITLES] or parts
    end = next((at for at, part in enumerate(whole) if at and len("".join(part)) > 1), len(whole))
    given, family = ([word for part in some for word in part] for some in (whole[:end], whole[end:]))
    return Name(tuple(given), tuple(family), stated)


def names_of_several(full: str) -> tuple[Name, ...]:
    """Read a cell that may name two people: "Mr and Mrs Bello", "Ola & Femi Bello"."""
    last, comma, first = full.partition(",")
    if comma and len(_parts(first)) > 1 and len(_parts(last)) == 1:
        return names_of_several(f"{first} {last}")
    parts = _parts(full)
    if len(parts) < 2 or comma:
        name = _from_full(full, "")
        return (name,) if name else ()
    final = _from_full(parts[-1], "")
    alone = [_from_full(part, "") for part in parts[:-1]]
    shared = [
        name if name.given and name.family else Name(name.given or name.family, final.family, _title(words(part)))
        for part, name in zip(parts, alone, strict=False)
    ]
    return (*shared, final)


def names_in(first: str = "", last: str = "", title: str = "", full: str = "") -> tuple[Name, ...]:
    """Read the cells of one contact who may be two people: "Mr & Mrs" in the title's cell, "Ola & Femi" in the forename's.

    Which of two titles goes with which forename nobody can say: with forenames there are none.
    """
    titles, firsts, lasts = (_parts(cell) for cell in (title, first, last))
    one_cell = full if full and not (first and last) else first if not last else last if not first else ""
    if len(_parts(one_cell)) > 1:
        return names_of_several(one_cell)
    if len(firsts) > 1:
        families = lasts if len(lasts) == len(firsts) else [last] * len(firsts)
        return tuple(filter(None, map(name_of, firsts, families)))
    name = name_of(first, last, title if len(titles) < 2 else "", full)
    if len(titles) < 2 or not name:
        return (name,) if name else ()
    if name.given and name.family:
        return name, Name((), name.family)
    return tuple(Name((), name.family or name.given, _title(words(said))) for said in titles)


def _parts(cell: str) -> list[str]:
    return [part for part in _PARTS.split(clean(cell)) if part]


def same_person(left: Name, right: Name) -> bool:
    """Whether two recorded names may be one person's: an initial for a given name, a double surname cut short.

    Used together with a shared number, e-mail or MIS id, never by itself.
    """
    if not (left and right) or _titles_differ(left.title, right.title):
        return False
    if left.all == right.all:
        return True
    if not _families_agree(left.family, right.family):
        return False
    if not (left.given and right.given):
        return True
    return _given_agree(left.given, right.given)


def is_the_name(shown: frozenset[str], name: Name) -> bool:
    """Whether the words shown in a group are this person's name, or all of it that is shown fits.

    "Ola Bello", "Bello Ola", "O Bello", "Ola B", "Mrs Bello", "Ola" and "Ola Bello 3B" are Ola Bello's; "Sam Bello"
    is not. One slip of the pen in a long word is forgiven when the other word is exact.
    """
    plain = frozenset(word for word in shown - TITLES - _NOT_NAMES if word.isalpha())
    given, family = frozenset(name.given), frozenset(name.family)
    if not plain or not name:
        return False
    if plain <= name.all:
        return True
    if family & plain == given & plain and len(family & plain) == 1:
        # "Ali" of Ali Ali is one of two words only once.
        return False
    if family & plain:
        return not given or bool(given & plain) or _is_given(plain - family, name.given)
    return bool(given & plain) and (not family or _is_family(plain - given, name.family))


def shown_words(label: str) -> frozenset[str]:
    """Take a group's label for somebody to words: "~ Ola Bello 🌸 (3B)" is ola, bello, 3b."""
    return frozenset(words(label))


def is_a_full_name(shown: frozenset[str]) -> bool:
    """Whether a label looks like given name and family name, so that another full name is somebody else's."""
    return len(shown_names(shown)) > 1 and not shown & _RELATION_WORDS


def shown_names(shown: frozenset[str]) -> frozenset[str]:
    """Give the words of a label that may be a name: no titles, no "mum", no initials."""
    return frozenset(word for word in shown - TITLES - _NOT_NAMES if word.isalpha() and len(word) > 1)


def _without_titles(parts: list[str]) -> tuple[list[str], list[str]]:
    titles = []
    rest = list(parts)
    while rest and rest[0] in TITLES:
        titles.append(rest.pop(0))
    return titles, rest


def title_in(cell: str) -> str:
    """Give the title that a cell begins with, folded; "" if it is none."""
    return _title(words(cell))


def _title(parts: list[str]) -> str:
    return parts[0] if parts and parts[0] in TITLES else ""


def _titles_differ(left: str, right: str) -> bool:
    return (left in WOMAN and right in MAN) or (left in MAN and right in WOMAN)


def _families_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return not (left and right) or bool(frozenset(left) & frozenset(right)) or "".join(left) == "".join(right)


def _given_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    first, other = left[0], right[0]
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    return first in right or other in left


def _is_given(rest: frozenset[str], given: tuple[str, ...]) -> bool:
    """Whether a shown word is the given name; an initial stands for the first given name, never for a middle one."""
    return any(
        _fits(word, target)
        for word in rest
        for at, target in enumerate(given)
        if at == 0 or len(target) > 1 < len(word)
    )


def _is_family(rest: frozenset[str], family: tuple[str, ...]) -> bool:
    return any(_fits(word, target) for word in rest for target in family if len(target) > 1)


def _fits(word: str, target: str) -> bool:
    if len(word) == 1 or len(target) == 1:
        return word[0] == target[0]
    if min(len(word), len(target)) < _FUZZY_FROM:
        return False
    from rapidfuzz.distance import OSA

    return bool(OSA.distance(word, target, score_cutoff=1) <= 1)
