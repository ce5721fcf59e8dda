"""What a group shows of somebody by way of a child: "Zoe's mum", "Tola Mama", "Anna Zoe"."""

from random import Random

from tests.eval.people import Adult, Child
from tests.eval.sights import Sight


def of_child(adult: Adult, children: list[Child], rng: Random) -> Sight:
    """What somebody is to a child: "Zoe's mum", "Mum of Zoe", "Zoe's Dad"."""
    child, word = rng.choice(children), (adult.origin.mother if adult.woman else adult.origin.father)[0]
    name = child.given.formal
    owned = (f"{name}'s {word.lower()}", f"{name}’s {word}", f"{word} of {name}", f"{name}s {word.lower()}")
    text = rng.choice((*owned, f"{name} {word.lower()}"))
    return Sight(text, word="" if text in owned else name, relation=True, mother=adult.woman, children=(child.given,))


def of_child_at_home(adult: Adult, children: list[Child], rng: Random) -> Sight:
    """What somebody is to a child, in the words of home: "Tola Mama", "Tata Zoe", "Umm Zayn"."""
    child, word = rng.choice(children), rng.choice(adult.origin.mother if adult.woman else adult.origin.father)
    name = child.given.formal
    text = (
        f"{word} {name}"
        if word in {"Umm", "Abu"}
        else rng.choice((f"{name} {word}", f"{word} {name}", f"{name} {word.lower()}"))
    )
    return Sight(text, word=name, relation=True, mother=adult.woman, children=(child.given,))


def of_children(adult: Adult, children: list[Child], _rng: Random) -> Sight | None:
    """What somebody is to two children: "Mum of Tola & Ade"."""
    every = [link.child for link in adult.here]
    if len(every) < 2 or not children:
        return None
    word = "Mum" if adult.woman else "Dad"
    shown = (children[0], next(child for child in every if child is not children[0]))
    text = f"{word} of {shown[0].given.formal} & {shown[1].given.formal}"
    return Sight(text, relation=True, mother=adult.woman, children=tuple(child.given for child in shown))


def named_of_child(adult: Adult, children: list[Child], rng: Random) -> Sight:
    """The forename and what somebody is to a child: "Anna (Zoe's mum)"."""
    child, word = rng.choice(children), "mum" if adult.woman else "dad"
    name, own = child.given.formal, rng.choice((adult.recorded, *adult.given.shorts[:1]))
    text = rng.choice((f"{own} ({name}'s {word})", f"{own} - {name}'s {word}", f"{own} {name}'s {word}"))
    return Sight(text, adult.given, own, relation=True, mother=adult.woman, children=(child.given,))


def beside_child(adult: Adult, children: list[Child], rng: Random) -> Sight:
    """The forename and a child's: "Anna Zoe", as an admin saves a number."""
    child, own = rng.choice(children), rng.choice((adult.recorded, *adult.given.shorts[:1]))
    return Sight(f"{own} {child.given.formal}", adult.given, own, children=(child.given,))
