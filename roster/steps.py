"""The steps of a trail, told from what is kept: the group's lists, its nights, and the school's rolls. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from roster.people import Pupil
from roster.trail import Children, Event, Step


@dataclass(frozen=True, slots=True)
class Sight:
    """What one list of the group tells of somebody. `number` orders the lists.

    `shown` says that they are on it, `went` when it tells that they went. `proves` says that it shows everybody, and
    `hides` that it has people by a new name alone, any of whom may be them.
    """

    number: int
    day: date
    shown: bool
    went: date | None = None
    proves: bool = False
    hides: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What one night made of somebody, by the list of a number. `standing` is empty for who is not flagged.

    `told` says that volunteers were written to, `held` that the night held the group, `released` who then let it out, and when.
    """

    day: date
    listed: int
    standing: str = ""
    told: bool = False
    held: bool = False
    released: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OnRoll:
    """Somebody with these numbers on the school's list, from the first roll that had them so to the last; None: still."""

    children: tuple[Pupil, ...]
    since: date
    until: date | None = None
    carer: bool = True


def of_lists(sights: Iterable[Sight]) -> tuple[Event, ...]:
    """Tell the steps that a group's lists show, oldest list first."""
    events: list[Event] = []
    for sight in sights:
        event = _next(events[-1].step if events else None, sight)
        events += [event] if event else []
    return tuple(events)


def of_nights(nights: Iterable[Seen], sights: Iterable[Sight]) -> tuple[Event, ...]:
    """Tell the steps that a group's nights show, oldest night first; `sights` are those of the same group."""
    here = {sight.number for sight in sights if sight.shown}
    return tuple(_of_nights(nights, here))


def of_roll(known: Iterable[OnRoll], day: date, listed: date | None) -> tuple[Children | None, tuple[Event, ...]]:
    """Tell how many children somebody is there for, and their days on roll; `listed` is the first day on the group's list."""
    everywhere = tuple(one for one in known if one.children)
    if not everywhere:
        return None, ()
    children = {child.key: child for one in everywhere for child in one.children}
    here = [child for child in children.values() if not child.left(day)]
    counted = Children(len(here or children), any(one.carer for one in everywhere), here=bool(here))
    since = min(one.since for one in everywhere)
    events = [Event(since, Step.ENROLLED)] if listed and since > listed else []
    if not here:
        events.append(Event(_last_day(everywhere, day), Step.OFF_ROLL))
    return counted, tuple(events)


def _next(known: Step | None, sight: Sight) -> Event | None:
    """The step that a list adds to what is known of somebody."""
    absent = known in {Step.GONE, Step.UNSEEN}
    if sight.shown:
        step = Step.LISTED if known is None else Step.BACK
        return Event(sight.day, step) if known is None or absent else None
    if sight.went and known is not Step.GONE:
        return Event(sight.went, Step.GONE)
    if known is None or absent or not sight.proves:
        return None
    return Event(sight.day, Step.UNSEEN if sight.hides else Step.GONE)


def _of_nights(nights: Iterable[Seen], here: set[int]) -> Iterator[Event]:
    flagged = asked = held = False
    releases: dict[tuple[date, str], None] = {}
    for night in nights:
        if not night.standing:
            if flagged and night.listed in here:
                yield Event(night.day, Step.CLEARED)
            flagged = asked = held = False
            continue
        if not flagged:
            yield Event(night.day, Step.FLAGGED)
        flagged = True
        if night.standing != "remove":
            continue
        if night.held and not held:
            yield Event(night.day, Step.HELD)
        held = night.held
        releases |= dict.fromkeys(night.released)
        if night.told and not asked:
            yield Event(night.day, Step.ASKED_TO_GO)
            asked = True
    yield from (Event(day, Step.RELEASED, f"by {by}") for day, by in releases)


def _last_day(known: tuple[OnRoll, ...], day: date) -> date:
    """The last day of the last child to leave; of a child without one, that of the last roll that had them."""
    left = [child.left_on or one.until or day for one in known for child in one.children]
    return max(left)
