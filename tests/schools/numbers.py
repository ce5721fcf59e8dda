"""Telephone numbers that belong to nobody: the ranges kept for drama, and two foreign blocks like them."""

from random import Random

MOBILES = tuple(f"+447700900{n:03}" for n in range(1000))
BLOCKS = ("1632960", "2079460", "1134960", "1144960", "1614960", "2920180")
LANDLINES = tuple(f"+44{block}{n:03}" for block in BLOCKS for n in range(1000))
FOREIGN = (*(f"+35320910{n:04}" for n in range(1000)), *(f"+48120000{n:03}" for n in range(1000)))

AREAS = ("20", "29", "113", "114", "161")


class Numbers:
    """Hands out each number once."""

    def __init__(self, rng: Random) -> None:
        self._decks = {
            kind: rng.sample(deck, len(deck))
            for kind, deck in (("mobile", MOBILES), ("landline", LANDLINES), ("foreign", FOREIGN))
        }

    def another(self, kind: str) -> str:
        return self._decks[kind].pop()


def national(number: str) -> str:
    """A British number as dialled at home: 07700900123."""
    return "0" + number.removeprefix("+44")


def is_british(number: str) -> bool:
    return number.startswith("+44")


def parts(number: str) -> tuple[str, str, str]:
    """The trunk code without its 0, and the two halves of the rest, as people put the blanks."""
    digits = number.removeprefix("+44")
    area = next((area for area in AREAS if digits.startswith(area)), digits[:4])
    rest = digits[len(area) :]
    return area, rest[:-3] if len(rest) == 6 else rest[:-4], rest[-3:] if len(rest) == 6 else rest[-4:]
