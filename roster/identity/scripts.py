"""Labels in any script, written in Latin letters: what a phone shows in Cyrillic, Greek, Arabic or Devanagari."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from roster.text import clean, folded, words

# Vowels are not written in these, so that a name in them is compared by its consonants.
_WITHOUT_VOWELS = re.compile(r"[\u0590-\u07ff\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_GREEK = re.compile(r"[\u0370-\u03ff]")
_GREEK_PAIRS = (
    ("αυ", "av"),
    ("ευ", "ev"),
    ("ου", "u"),
    ("μπ", "b"),
    ("ντ", "nt"),
    ("γγ", "ng"),
    ("γκ", "g"),
    ("οι", "i"),
    ("ει", "i"),
)
_SHOWN = frozenset("LMNZP")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LETTERS = re.compile(r"[a-z]+")
# What a letter-by-letter spelling would lose.
_WHOLE_WORDS = {
    "ام": "umm", "أم": "umm", "والدة": "umm", "ماما": "mama", "ابو": "abu", "أبو": "abu", "والد": "abu", "بابا": "baba",
    "امی": "ammi", "ابو‌": "abbu", "אמא": "ima", "אבא": "abba", "סבתא": "savta", "סבא": "saba", "של": "of",
    "мать": "mama", "отец": "papa", "бабушка": "babushka", "дедушка": "dedushka", "妈妈": "mama", "爸爸": "baba",
    "媽媽": "mama", "엄마": "mama", "아빠": "papa", "マ": "ma",
}  # fmt: skip
# Names of so few consonants that nothing else would tell them.
_WHOLE_WORDS |= {
    "علي": "ali", "عائشة": "aisha", "ليلى": "layla", "أسماء": "asma", "اسماء": "asma", "آية": "aya", "رانيا": "rania", "هدى": "huda", "ندى": "nada",
    "عمر": "omar", "وفاء": "wafa", "نور": "noor", "منى": "mona", "لينا": "lina", "دينا": "dina", "رنا": "rana", "مها": "maha", "هبة": "hiba", "سلمى": "salma",
    "زينب": "zainab", "يوسف": "yusuf", "ياسر": "yasir", "حسن": "hassan", "حسين": "hussein", "مريم": "maryam", "فاطمة": "fatima", "خديجة": "khadija",
    "سميرة": "samira", "ياسمين": "yasmin", "سعاد": "suad", "محمود": "mahmoud", "مصطفى": "mustafa", "عبدالله": "abdullah", "عبدالرحمن": "abdulrahman",
    "إبراهيم": "ibrahim", "ابراهيم": "ibrahim", "أحمد": "ahmed", "احمد": "ahmed", "محمد": "muhammad", "יוסי": "yosi", "נועם": "noam", "נועה": "noa",
    "מאיה": "maya", "יעל": "yael", "אבי": "avi", "דוד": "david", "שרה": "sarah", "רחל": "rachel",
}  # fmt: skip
_SCRIPT = re.compile("|".join(sorted(map(re.escape, _WHOLE_WORDS), key=len, reverse=True)))
_DROPPED = str.maketrans("", "", "aeiouywv")
_ONE_SOUND = (
    ("sch", "s"),
    ("kh", "h"),
    ("sh", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("gh", "g"),
    ("c", "k"),
    ("q", "k"),
)


@lru_cache(maxsize=65_536)
def latin(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the words of a text in Latin letters, and those of them that were written without their vowels.

    Pictures and signs fall away; letters and digits stay.
    """
    if text.isascii():
        return tuple(words(text)), frozenset()
    found: list[str] = []
    bare: set[str] = set()
    for piece in _spoken(clean(text)).split():
        read = words(_HUMP.sub(" ", anyascii(_greek(piece))) if _another_script(piece) else piece)
        found += read
        if _WITHOUT_VOWELS.search(piece):
            bare.update(read)
    return tuple(found), frozenset(bare)


@lru_cache(maxsize=65_536)
def consonants(word: str) -> str:
    """Give what a script without vowels has of a word: "Muhammad" is "mhmd"; "" where too little is left to tell by."""
    plain = "".join(_LETTERS.findall(word))
    for spelt, sound in _ONE_SOUND:
        plain = plain.replace(spelt, sound)
    left = plain.translate(_DROPPED).rstrip("h") or ""
    once = "".join(char for at, char in enumerate(left) if not at or left[at - 1] != char)
    return once if len(once) > 1 else ""


def _spoken(text: str) -> str:
    """The text with words of kinship in the Latin spelling, and without what is no letter, digit or mark between them."""
    named = " ".join(_WHOLE_WORDS.get(word, word) for word in text.split())
    if not named.isascii():
        named = _SCRIPT.sub(
            lambda found: f" {_WHOLE_WORDS[found[0]]} " if len(found[0]) > 1 and _ideographic(found[0]) else found[0],
            named,
        )
    return "".join(char if unicodedata.category(char)[0] in _SHOWN else " " for char in named)


def _greek(piece: str) -> str:
    """Greek writes some sounds with two letters: "Σταύρος" is Stavros, "Μπάμπης" Babis."""
    if not _GREEK.search(piece):
        return piece
    plain = folded(piece)
    for pair, sound in _GREEK_PAIRS:
        plain = plain.replace(pair, sound)
    return plain


def _ideographic(word: str) -> bool:
    return ord(word[0]) > 0x2E7F


def _another_script(piece: str) -> bool:
    return any(ord(char) > 0x24F and char.isalpha() for char in piece)
