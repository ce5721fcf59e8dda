"""What a night adds to the ledger: who is newly asked for, who is proved to have gone, who is still there or back again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from roster.ledger import CLAIMS, Event, Item, State, What

_CHASEABLE = CLAIMS - {What.DISPUTED}


@dataclass(frozen=True, slots=True)
class Sight:
    """What a night shows of one group.

    `removals` are all who should be taken out, by identity, as they are shown; `told` those of whom volunteers know once
    the night's letters are out; `seen` those who stand on the list, which is `whole` if whoever is not
    on it is not in the group; `gone` those who are proved to have left. `listed_on` is
    the day that the list shows. `answered` gives who answered last about somebody in the office, and when (aware).
    """

    day: date
    removals: Mapping[str, str]
    told: frozenset[str]
    seen: frozenset[str]
    gone: frozenset[str]
    listed_on: date
    answered: Mapping[str, tuple[str, datetime]]
    whole: bool = False


def next_events(items: Mapping[str, Item], sight: Sight, *, at: datetime, chase_after_days: int) -> tuple[Event, ...]:
    """Give what a night adds to the ledger of a group. With these added, the same night adds nothing more."""
    found = (*_of_known(items, sight, chase_after_days), *_newly_asked(items, sight))
    return tuple(Event(identity, shown_as, what, at, sight.day, by=by) for identity, shown_as, what, by in found)


_Found = tuple[str, str, What, str]


def _of_known(items: Mapping[str, Item], sight: Sight, chase_after_days: int) -> Iterator[_Found]:
    for item in items.values():
        for what, by in _of_one(item, sight, chase_after_days):
            yield item.identity, item.shown_as, what, by


def _of_one(item: Item, sight: Sight, chase_after_days: int) -> Iterator[tuple[What, str]]:
    who = item.identity
    if item.state is State.GONE and who in sight.seen and who in sight.removals:
        yield What.CAME_BACK, ""
    if item.state is State.CAME_BACK and sight.whole and who not in sight.seen:
        yield What.SEEN_GONE, ""
    if not item.unsettled:
        return
    if who in sight.gone:
        yield What.SEEN_GONE, ""
    elif who not in sight.told:
        yield What.WITHDRAWN, ""
    elif who in sight.removals and who in sight.seen and _overdue(item, sight, chase_after_days):
        yield What.CHASED, ""
    elif item.state is State.DISPUTED and who in sight.removals and (by := _answer_since(item, sight)):
        yield What.UNSAID, by


def _newly_asked(items: Mapping[str, Item], sight: Sight) -> Iterator[_Found]:
    for who, shown_as in sight.removals.items():
        item = items.get(who)
        if who in sight.told and not (item and item.unsettled):
            yield who, shown_as, What.ASKED, ""


def _overdue(item: Item, sight: Sight, days: int) -> bool:
    """Whether a list that was made so many days after the word still shows them."""
    claim = item.claims[-1] if item.claims else None
    return bool(claim and claim.what in _CHASEABLE and sight.listed_on - claim.day >= timedelta(days=days))


def _answer_since(item: Item, sight: Sight) -> str:
    by, at = sight.answered.get(item.identity, ("", None))
    return by if at and at > item.claims[-1].at else ""
