"""Pupils without an id from the MIS are told by name, date of birth, year and class: in September each gets another key."""

from collections import defaultdict
from collections.abc import Iterable

from roster.spans import Span

# What the key of a pupil without an id begins with.
WITHOUT_ID = "name "


def moved(lives: Iterable[Span[str]]) -> dict[str, str]:
    """Give, for each key that ended, the one that the same child has had since; `lives` are the rolls on which each key stood.

    The same name and date of birth are the same child. Without a date of birth, the one who takes the other's place on
    the very next roll. Where two could be meant, nobody is.
    """
    alike: dict[tuple[str, str], list[Span[str]]] = defaultdict(list)
    for life in lives:
        if life.thing.startswith(WITHOUT_ID):
            name, born, *_ = (*life.thing.rsplit("|", 3), "")
            alike[name, born].append(life)
    return {
        old.thing: later[0].thing
        for (_, born), found in alike.items()
        for old in found
        if len(later := [one for one in found if one.first > old.last and (born or one.first == old.last + 1)]) == 1
        and sum(one.last == old.last for one in found) == 1
    }


def followed(key: str, moves: dict[str, str]) -> str:
    """Give the key that a child has now."""
    while key in moves:
        key = moves[key]
    return key
