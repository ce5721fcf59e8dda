"""The same children on two rolls, though their classes, and perhaps the keys made of them, have changed."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from roster.people import Pupil
from roster.text import folded


@dataclass(frozen=True, slots=True)
class Pair:
    """One child as an older roll and a newer one have them."""

    before: Pupil
    now: Pupil


def same_children(before: Iterable[Pupil], now: Iterable[Pupil]) -> tuple[Pair, ...]:
    """Pair the children of two rolls: by the MIS's id, or by name with date of birth; by name alone if that fails for most.

    Whoever could be two people is left out.
    """
    then, today = tuple(before), tuple(now)
    by_key = _paired(then, today, _lasting)
    if 2 * len(by_key) >= min(len(then), len(today)):
        return by_key
    return max(by_key, _paired(then, today, _named), key=len)


def in_common(before: Iterable[Pupil], now: Iterable[Pupil]) -> int:
    """Say how many children two rolls have in common: by the whole key first, then as `same_children` knows them.

    Whoever shares a name with another counts as often as both rolls have the name, so that namesakes are lacking on neither.
    """
    then, today = tuple(before), tuple(now)
    both = {child.key for child in then} & {child.key for child in today}
    certain = sum(child.key in both for child in then)
    old, new = ([child for child in known if child.key not in both] for known in (then, today))
    by_key = certain + _shared(old, new, _lasting)
    if 2 * by_key >= min(len(then), len(today)):
        return by_key
    return max(by_key, certain + _shared(old, new, _named))


def _shared(before: Iterable[Pupil], now: Iterable[Pupil], key: Callable[[Pupil], str]) -> int:
    return (Counter(map(key, before)) & Counter(map(key, now))).total()


def _paired(before: tuple[Pupil, ...], now: tuple[Pupil, ...], key: Callable[[Pupil], str]) -> tuple[Pair, ...]:
    today = _alone(now, key)
    return tuple(Pair(child, today[known]) for known, child in _alone(before, key).items() if known in today)


def _alone(children: tuple[Pupil, ...], key: Callable[[Pupil], str]) -> dict[str, Pupil]:
    times = Counter(map(key, children))
    return {key(child): child for child in children if times[key(child)] == 1}


def _lasting(child: Pupil) -> str:
    """What stays of a pupil's key when the class and the year change, which are its last two parts where there is no id."""
    return child.key.rsplit("|", 2)[0] if child.key.startswith("name ") else child.key


def _named(child: Pupil) -> str:
    return folded(child.name)
