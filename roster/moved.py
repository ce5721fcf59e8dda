"""The same child under another key: in September, where the key is made of the class, and whenever the MIS gives new ids."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from roster.people import Pupil
from roster.spans import Span

# One slip in a shorter name makes another name.
_LONG_ENOUGH = 5
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


def first_rolls(lives: Iterable[Span[str]]) -> dict[str, int]:
    """Give the first roll on which each key stood."""
    first: dict[str, int] = {}
    for life in lives:
        first[life.thing] = min(life.first, first.get(life.thing, life.first))
    return first


def under_another_key(gone: Span[Pupil], current: Iterable[Pupil], since: Mapping[str, int]) -> Pupil | None:
    """Find a pupil who came after another had gone and may be the same child: by the name, or all but one letter of it and the class.

    Nobody is taken for somebody whom a roll had beside them. Whoever is found keeps a place for the carers: a new MIS
    gives new ids, and a clerk mends a spelling.
    """
    return next((one for one in current if since.get(one.key, 0) > gone.last and _alike(gone.thing, one)), None)


def _alike(one: Pupil, other: Pupil) -> bool:
    if one.called.all == other.called.all:
        return True
    left, right = ("".join((*pupil.called.given, *pupil.called.family)) for pupil in (one, other))
    if not one.classes & other.classes or min(len(left), len(right)) < _LONG_ENOUGH:
        return False
    from rapidfuzz.distance import OSA

    return bool(OSA.distance(left, right, score_cutoff=1) <= 1)
