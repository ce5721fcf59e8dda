"""What a group shows of somebody: a text, and what of it was meant, so that the truth need not be read out of the text."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from tests.eval.people import Adult, Child
from tests.eval.pools import Given

_FLOWERS = "🌸 🌻 💐 ❤️ 🦋 ⚽ 🌈 ✨ 🐝 🍀".split()


@dataclass(frozen=True, slots=True)
class Sight:
    """A text, and what is meant by it. `family` are the parts of a family name, `initials` in the order shown.

    `word` is the forename as shown, or a child's beside a relation word where it might be the adult's own ("Sarah mum").

    `mother` says whether a relation word is a woman's; None if there is none, or one for both.
    """

    text: str = ""
    given: Given | None = None
    word: str = ""
    family: str = ""
    initials: str = ""
    relation: bool = False
    mother: bool | None = None
    children: tuple[Given, ...] = ()

    @property
    def meant(self) -> str:
        """The full name that is shown, undressed."""
        return f"{self.word} {self.family}"

    @property
    def empty(self) -> bool:
        """Whether it says nothing about who somebody is."""
        return not (self.given or self.family or self.initials or self.children)


Way = Callable[[Adult, list[Child], Random], Sight | None]


def full(adult: Adult, _children: list[Child], _rng: Random) -> Sight:
    """Forename and family name as the list has them."""
    return Sight(f"{adult.recorded} {adult.family}", adult.given, adult.recorded, adult.family)


def turned(adult: Adult, _children: list[Child], _rng: Random) -> Sight:
    """The family name first."""
    return Sight(f"{adult.family}, {adult.recorded}", adult.given, adult.recorded, adult.family)


def first(adult: Adult, _children: list[Child], _rng: Random) -> Sight:
    """The forename alone."""
    return Sight(adult.recorded, adult.given, adult.recorded)


def nickname(adult: Adult, _children: list[Child], rng: Random) -> Sight | None:
    """A short form of the forename alone."""
    if not adult.given.shorts:
        return None
    word = rng.choice(adult.given.shorts)
    return Sight(word, adult.given, word)


def nickname_and_family(adult: Adult, _children: list[Child], rng: Random) -> Sight | None:
    """A short form and the family name."""
    if not adult.given.shorts:
        return None
    word = rng.choice(adult.given.shorts)
    return Sight(f"{word} {adult.family}", adult.given, word, adult.family)


def first_and_initial(adult: Adult, _children: list[Child], _rng: Random) -> Sight:
    """The forename and the first letter of the family name."""
    return Sight(f"{adult.recorded} {adult.family[0]}", adult.given, adult.recorded, initials=adult.family[0])


def initial_and_family(adult: Adult, _children: list[Child], _rng: Random) -> Sight:
    """The first letter of the forename, and the family name, with a title or none."""
    return Sight(f"{adult.recorded[0]}. {adult.family}", family=adult.family, initials=adult.recorded[0])


def initials(adult: Adult, _children: list[Child], rng: Random) -> Sight:
    """Two letters."""
    letters = adult.recorded[0] + adult.family[0]
    return Sight(rng.choice((letters, f"{letters[0]}.{letters[1]}.", f"{letters[0]} {letters[1]}")), initials=letters)


def family(adult: Adult, _children: list[Child], rng: Random) -> Sight:
    """The family name alone: "Bello Family", "The Bellos"."""
    return Sight(
        rng.choice((f"{adult.family} Family", f"The {adult.family} family", adult.family)), family=adult.family
    )


def titled(adult: Adult, _children: list[Child], _rng: Random) -> Sight:
    """Title and family name."""
    word = "Mrs" if adult.woman else "Mr"
    return Sight(f"{word} {adult.family}", family=adult.family, relation=True, mother=adult.woman)


def other_spelling(adult: Adult, _children: list[Child], rng: Random) -> Sight | None:
    """Another spelling of the forename, and the family name."""
    others = [word for word in (adult.given.formal, *adult.given.spellings) if word != adult.recorded]
    if not others:
        return None
    word = rng.choice(others)
    return Sight(f"{word} {adult.family}", adult.given, word, adult.family)


def other_script(adult: Adult, _children: list[Child], _rng: Random) -> Sight | None:
    """The forename in its own script."""
    return Sight(adult.given.script, adult.given, adult.given.script) if adult.given.script else None


def adopted(adult: Adult, _children: list[Child], _rng: Random) -> Sight | None:
    """A name taken beside one's own, and the family name: nothing in the list says that Xin Zhang is Cindy Zhang."""
    word = adult.given.adopted
    return Sight(f"{word} {adult.family}", Given.read(word), word, adult.family) if word else None


def married(adult: Adult, children: list[Child], _rng: Random) -> Sight | None:
    """The forename and a child's family name, where the list has the adult under another."""
    if children[0].family == adult.family:
        return None
    return Sight(f"{adult.recorded} {children[0].family}", adult.given, adult.recorded, children[0].family)


def half(adult: Adult, _children: list[Child], rng: Random) -> Sight | None:
    """The forename and one half of a double family name."""
    parts = adult.family.replace("-", " ").split()
    if len(parts) < 2:
        return None
    part = rng.choice(parts)
    return Sight(f"{adult.recorded} {part}", adult.given, adult.recorded, part)


def slipped(adult: Adult, _children: list[Child], rng: Random) -> Sight | None:
    """The full name with one letter too few, in a long family name."""
    if len(adult.family) < 7 or not adult.family.isalpha():
        return None
    at = rng.randrange(2, len(adult.family) - 1)
    wrong = adult.family[:at] + adult.family[at + 1 :]
    return Sight(f"{adult.recorded} {wrong}", adult.given, adult.recorded, adult.family)


def nothing(_adult: Adult, _children: list[Child], rng: Random) -> Sight:
    """Nothing that says who it is: a number alone, a flower, "Mum"."""
    return Sight(rng.choice(("", rng.choice(_FLOWERS), "Mum", "mama bear", ".")))


def dressed(sight: Sight, room: str, rng: Random, *, hint: float = 0.0) -> Sight:
    """The same as people write it: a tilde before, a flower behind, all in small letters, with the class."""
    text, turn = sight.text, rng.random()
    if not text:
        return sight
    if turn < 0.08:
        text = f"{text} {rng.choice(_FLOWERS)}"
    elif turn < 0.14:
        text = text.lower()
    elif turn < 0.17:
        text = text.upper()
    if rng.random() < hint:
        text = rng.choice((f"{text} {room}", f"{text} ({room})", f"{room} {text}", f"{text} - {room}"))
    return replace(sight, text=f"~ {text}" if rng.random() < 0.3 else text)
