"""When two spellings may be one name: other letters for one sound, another ending, one slip of the pen."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

SLIP_FROM = 5
"""The fewest letters of a word in which one slip is forgiven."""
_SOUND_FROM = 4
_SOUNDS = tuple(
    (re.compile(spelt), sound)
    for spelt, sound in (
        ("^g(?=[ei])", "j"), ("tsch|tch|cz|tsh", "ch"), ("shch|sch|sz|sh", "s"), ("zh|rz|dj|dzh", "z"), ("kh|ch(?=[aeiou]?$)|ch", "h"),
        ("ph", "f"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("bh", "b"), ("ck|qu|q|c(?![eiy])", "k"), ("c", "s"),
        ("x", "ks"), ("w", "v"), ("ue|oo|ou", "u"), ("oe", "o"), ("ae|ai|ay|ei|ey", "e"), ("ee|ie|ij|yi", "i"), ("y|j(?!$)", "i"),
        (r"(.)\1+", r"\1"), ("(?<=.)h(?![aeiou])", ""), ("(?<=[aeiou])e$", ""), ("ii+", "i"),
    )
)  # fmt: skip
_H_IN_SOMALI = re.compile("x(?=[aeiou])|(?<=[aeiou])x(?=[mk])")
_ONCE = re.compile(r"([aeiou])\1")
_SOMALI = frozenset(
    "ali umar omar osman usman isman asha aisha ismail said sid siid jama isse ise elmi ilmi anab awad arab adan abdi ige igal ateye awale".split()
)
_SOMALI_BEGINNING = "abdi", "abdu"
_WOMANS = (("skaya", "ski"), ("skaia", "ski"), ("skii", "ski"), ("sky", "ski"), ("ska", "ski"), ("cka", "cki"), ("dzka", "dzki"), ("ova", "ov"), ("eva", "ev"), ("ina", "in"), ("off", "ov"))  # fmt: skip
_SAID_OF = (
    ("a", ""), ("i", "a"), ("i", "ia"), ("y", "a"), ("ei", "a"), ("iei", "ia"), ("ka", "ek"), ("la", "el"), ("nin", ""), ("nun", ""),
    ("in", ""), ("un", ""), ("er", ""), ("r", ""), ("yn", ""),
)  # fmt: skip
_STEM_FROM = 2
CLIPPED_FROM, TAIL_FROM = 2, 4
"""The fewest letters of a name's beginning, and of its end, that stand for the whole."""
_SHORT = 4
_LIKE = 0.88
_TWICE = re.compile(r"([^aeiou])\1")
_FOND = (
    "",
    *(
        "a e i o u y s z ie ey ee ou ka ko ek ik us os is as io ia ya sia zia cia usia unia ita ito inha inho ica icu ika oara el elle ette ina ino uccia ella ello chen lein li cik kin ji jaan jan"
    ).split(),
)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Give a word as it sounds, roughly, so that "Katarzyna" and "Katazhina" come near; "" for a word too short to tell by."""
    if len(word) < _SOUND_FROM or not word.isalpha():
        return ""
    plain = word
    for spelt, heard in _SOUNDS:
        plain = spelt.sub(heard, plain)
    return plain if len(plain) >= CLIPPED_FROM else word


@lru_cache(maxsize=65_536)
def as_in_english(word: str) -> str:
    """Give a name as an English hand writes it where it is spelt as in Somali: "Xasan" is Hasan, "Jaamac" Jama; "" for any other."""
    if not word.isalpha():
        return ""
    heard = f"{word[:-1]}h" if word.endswith("x") and _ONCE.search(word) else word
    plain = _ONCE.sub(r"\1", _H_IN_SOMALI.sub("h", heard))
    silent = plain.replace("c", "")
    plain = silent if silent in _SOMALI or silent.startswith(_SOMALI_BEGINNING) else plain
    return plain if plain != word and len(plain) > CLIPPED_FROM else ""


@lru_cache(maxsize=65_536)
def family_sound(word: str) -> str:
    """Give a family name as it sounds, a woman's as a man's: "Nowakowska" as "Nowakowski"."""
    if len(word) <= SLIP_FROM:
        return sound(word)
    ending = next(((his, hers) for hers, his in _WOMANS if word.endswith(hers)), None)
    return sound(word.removesuffix(ending[1]) + ending[0] if ending else word)


@lru_cache(maxsize=65_536)
def said_of(word: str, *, inflected: bool = False) -> frozenset[str]:
    """Give the names that a word may be said of: "Tola's", and in languages that bend names "Toli" and "Tola'nin", are Tola's."""
    forms = (
        word.removesuffix(ending) + nominative for ending, nominative in _SAID_OF if inflected and word.endswith(ending)
    )
    return frozenset(form for form in forms if len(form) > _STEM_FROM) | ({word.removesuffix("s")} - {""})


def clipped(word: str, name: str) -> bool:
    """Whether a word is the beginning of a recorded name, and long enough to go by alone: "Vij" for Vijay."""
    return CLIPPED_FROM < len(word) < len(name) and name.startswith(word) and name != f"{word}s"


@lru_cache(maxsize=65_536)
def fond(one: str, other: str) -> bool:
    """Whether one of two may be a fond form of the other: "Nandu" for Nandini, "Lulu" for Lucia, "Bella" for Isabella."""
    if one in {f"{other}s", other} or other == f"{one}s":
        return False
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return _is_short(one, other) or (len(shorter) > CLIPPED_FROM and longer.startswith(shorter))


def _is_short(word: str, target: str) -> bool:
    if len(word) == CLIPPED_FROM:
        return target.startswith(word)
    if len(word) >= TAIL_FROM and target.endswith(word):
        return True
    half = word[: len(word) // 2]
    if half * 2 == word:
        return target.startswith(half)
    return _is_fond(_TWICE.sub(r"\1", word), _TWICE.sub(r"\1", target)) or _is_fond(sound(word), sound(target))


def _is_fond(word: str, target: str) -> bool:
    shorter = min(len(word), len(target))
    common = next((at for at in range(shorter) if word[at] != target[at]), shorter)
    return common > CLIPPED_FROM and any(len(word) - len(end) <= common and word.endswith(end) for end in _FOND)


@lru_cache(maxsize=65_536)
def resembles(word: str, name: str) -> bool:
    """Whether a word may be a given name in a form that nobody has listed: "Teo" for Matteo.

    Something to go by beside an agreeing family name alone.
    """
    if word == name:
        return False
    within = min(len(word), len(name)) > CLIPPED_FROM and (word in name or name in word)
    return within or bool(JaroWinkler.similarity(word, name, score_cutoff=_LIKE))


@lru_cache(maxsize=65_536)
def begins_as(word: str, name: str) -> bool:
    """Whether a short word begins as a name does: "Sal" for Sarah. As little as that says nothing of a word that is another name."""
    return word != name and len(word) <= _SHORT and word[:CLIPPED_FROM] == name[:CLIPPED_FROM]


@lru_cache(maxsize=65_536)
def slipped(word: str, target: str) -> bool:
    """Whether two long words differ by one slip: a letter more, less, other or swapped."""
    if min(len(word), len(target)) < SLIP_FROM or abs(len(word) - len(target)) > 1:
        return False
    return bool(OSA.distance(word, target, score_cutoff=1) == 1)
