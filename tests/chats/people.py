"""People as an exporter's telephone writes them: a saved label, a name of their own choosing, or a number."""

import re
import unicodedata
from dataclasses import dataclass, field
from random import Random

SAVED, CHOSEN, NUMBER = "saved", "chosen", "number"
_MARKS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_HYPHENS = dict.fromkeys(range(0x2010, 0x2016), "-")

LABELS = (
    *(
        "Ola Bello",
        "Tola (Year 3, Oak)",
        "Femi 🌸 :D",
        "Ade 12:30",
        "Mum and Dad",
        "Kemi ",
        "Uncle Left",
        "Bello, Femi",
    ),
    *(
        "Dayo [3B]",
        "Wale - Yemi's dad",
        "Zaki & Remi",
        "Yemi (left school)",
        "O’Hara",
        "Sade 👩‍👧",
        "Bisi/Kunle",
        "אולה",
    ),
    *("Temi Added", "Ngozi Oak 3", "Mr. Okoro", "tunde", "Kemi Okoro, 3B", "Papa y Mama", "Oma und Opa", "Remi: piano"),
    *("Lara's mum", "Jide.", "Ife 07700", "“Bimbo”", "Chidi *3B*", "<Uche>", "Ayo = Ola's", "Sola\u00a0A", "Admin Oak"),
)
CHOSEN_NAMES = (
    *(
        "Sunny",
        "Tola's Mum 🌸",
        "B.",
        "Jo",
        "ade_1985",
        "Ms K.",
        "☀️",
        "Mama Ife",
        "Big Ben",
        "F,e,m,i",
        "Grace & Peace",
    ),
    *(
        "Busy :)",
        "Lagos 2 London",
        "Dr. O",
        "Kunle, dad",
        "Temmy 👨‍👩‍👧‍👦",
        "İpek",
        "Zoë",
        "the one and only",
        "Left Eye",
    ),
)
_CONJUNCTIONS = (", ", " and ", " und ", " y ", " e ", " en ")


@dataclass(frozen=True)
class Person:
    """Somebody in the exporter's telephone. `text` is a label or a chosen name; `number` is in E.164."""

    kind: str
    text: str = ""
    number: str = ""
    own: bool = False

    @property
    def may_be_several(self) -> bool:
        """Whether the name could be read as a list of names."""
        return any(conjunction in self.text for conjunction in _CONJUNCTIONS)

    @property
    def holds_a_colon(self) -> bool:
        """Whether the name could be read as a sender and the beginning of a message."""
        return ": " in self.text

    @property
    def keys(self) -> frozenset[str]:
        """By what this person may be recognised in a result."""
        return frozenset(filter(None, (self.number, key_of(self.text))))


def key_of(text: str) -> str:
    """A token without what differs from one export to another: marks, kinds of blanks and hyphens, the tilde."""
    plain = unicodedata.normalize("NFKC", text).translate(_MARKS).translate(_HYPHENS)
    plain = re.sub(r"^~\s?", "", " ".join(plain.split()))
    digits = re.sub(r"[ ()-]", "", plain)
    return digits if re.fullmatch(r"\+\d{7,15}", digits) else plain


def pieces_of(text: str) -> frozenset[str]:
    """What somebody who splits a list of names at every comma and "and" may make of it."""
    found = {text}
    for conjunction in _CONJUNCTIONS:
        found |= {part for one in tuple(found) for part in one.split(conjunction)}
    parts = re.split("|".join(map(re.escape, _CONJUNCTIONS)), text)
    joints = [m[0] for m in re.finditer("|".join(map(re.escape, _CONJUNCTIONS)), text)] + [""]
    for start in range(len(parts)):
        run = ""
        for part, joint in zip(parts[start:], joints[start:], strict=True):
            run += part
            found.add(run)
            run += joint
    return frozenset(map(key_of, found)) - {""}


@dataclass
class People:
    """Hands out people, each token once; no label is a piece of another's."""

    rng: Random
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._labels = self.rng.sample(LABELS, len(LABELS))
        self._chosen = self.rng.sample(CHOSEN_NAMES, len(CHOSEN_NAMES))
        self._numbers = [f"+447700900{n:03}" for n in range(1000)] + [f"+441632960{n:03}" for n in range(300)]
        self._numbers += [f"+48120000{n:03}" for n in range(200)]
        self.rng.shuffle(self._numbers)

    def another(self) -> Person:
        kind = self.rng.choices((SAVED, CHOSEN, NUMBER), (5, 4, 4))[0]
        if kind == NUMBER or not self._labels or not self._chosen:
            return Person(NUMBER, number=self._numbers.pop())
        text = (self._labels if kind == SAVED else self._chosen).pop()
        if pieces_of(text) & self._taken:
            return self.another()
        self._taken |= pieces_of(text)
        return Person(kind, text)

    def number(self) -> Person:
        return Person(NUMBER, number=self._numbers.pop())


def spaced(number: str) -> str:
    """A number as telephones space it: +44 7700 900123."""
    rest = number[3:]
    return (
        f"{number[:3]} {rest[:4]} {rest[4:]}"
        if number.startswith("+44")
        else f"{number[:3]} {rest[:2]} {rest[2:5]} {rest[5:]}"
    )
