"""What becomes of somebody whom volunteers were asked to take out: what is claimed and what is proved, kept apart."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum


class What(Enum):
    """One thing that happened. The first is ours, the next four are claims, the others rest on lists or on the roll.

    `ASKED`: volunteers were asked to take somebody out. `SAID_DONE`, `DISPUTED`, `CANNOT_FIND`, `ALREADY_GONE`: a
    volunteer's word; `UNSAID` takes the last of them back. `SEEN_GONE`: a later list, which shows everybody, lacks them.
    `WITHDRAWN`: nothing is asked any more, for they may stay or the result is held. `CHASED`: said to be done, and still
    there. `TO_CO_ADMIN`, `TO_OFFICE`: open for so long that others were told. `CAME_BACK`: in the group again after they
    had gone.
    """

    ASKED = "asked"
    SAID_DONE = "said-done"
    DISPUTED = "disputed"
    CANNOT_FIND = "cannot-find"
    ALREADY_GONE = "already-gone"
    UNSAID = "unsaid"
    SEEN_GONE = "seen-gone"
    WITHDRAWN = "withdrawn"
    CHASED = "chased"
    TO_CO_ADMIN = "to-co-admin"
    TO_OFFICE = "to-office"
    CAME_BACK = "came-back"


CLAIMS = frozenset({What.SAID_DONE, What.DISPUTED, What.CANNOT_FIND, What.ALREADY_GONE})


class State(Enum):
    """Where it stands. The first five are unsettled: nothing has been proved, whatever has been said."""

    OPEN = "open"
    SAID_DONE = "said-done"
    DISPUTED = "disputed"
    CANNOT_FIND = "cannot-find"
    ALREADY_GONE = "already-gone"
    GONE = "gone"
    WITHDRAWN = "withdrawn"
    CAME_BACK = "came-back"


UNSETTLED = frozenset({State.OPEN, State.SAID_DONE, State.DISPUTED, State.CANNOT_FIND, State.ALREADY_GONE})


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the ledger about somebody in a group. `number` is its place, 0 before it has one; `at` is aware."""

    identity: str
    shown_as: str
    what: What
    at: datetime
    day: date
    by: str = ""
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """Somebody whom volunteers were asked to take out, in the latest episode: from the asking to the end.

    `claims` are the words given since then and not taken back, the last one last; a claim settles nothing. `proved_on` is
    the day of the list that showed them gone. `told` are the escalations of this episode. `upto` is the number of the last
    entry that counts.
    """

    identity: str
    shown_as: str
    asked_at: datetime
    asked_on: date
    claims: tuple[Event, ...] = ()
    chased_on: date | None = None
    told: tuple[Event, ...] = ()
    ended: What | None = None
    ended_on: date | None = None
    upto: int = 0

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.ended:
            return _ENDS[self.ended]
        return State(self.claims[-1].what.value) if self.claims else State.OPEN

    @property
    def unsettled(self) -> bool:
        """Whether nothing has been proved and it has not been taken back."""
        return self.state in UNSETTLED

    @property
    def proved_on(self) -> date | None:
        """The day on which a list showed them gone."""
        return self.ended_on if self.ended is What.SEEN_GONE else None

    def was_told(self, what: What) -> Event | None:
        """Give the last entry of such an escalation in this episode."""
        return next((event for event in reversed(self.told) if event.what is what), None)


_ENDS = {
    What.SEEN_GONE: State.GONE,
    What.WITHDRAWN: State.WITHDRAWN,
    What.CAME_BACK: State.CAME_BACK,
}


def folded(events: Iterable[Event]) -> dict[str, Item]:
    """Give each person's item. An entry counts once, however often it is given; what cannot follow is passed over."""
    items: dict[str, Item] = {}
    for event in events:
        after = _after(items.get(event.identity), event)
        if after:
            items[event.identity] = after
    return items


def _after(item: Item | None, event: Event) -> Item | None:
    if item and event.number and event.number <= item.upto:
        return item
    if event.what is What.ASKED and not (item and item.unsettled):
        return Item(event.identity, event.shown_as, event.at, event.day, upto=event.number)
    after = _moved(item, event) if item else None
    return replace(after, upto=max(after.upto, event.number)) if after else item


def _moved(item: Item, event: Event) -> Item | None:
    """What an entry makes of an item; None if it cannot follow."""
    if event.what is What.CAME_BACK:
        return replace(item, ended=event.what, ended_on=event.day) if item.state is State.GONE else None
    if event.what is What.SEEN_GONE and item.state is State.CAME_BACK:
        return replace(item, ended=event.what, ended_on=event.day)
    if not item.unsettled:
        return None
    if event.what in CLAIMS:
        return replace(item, claims=(*item.claims, event))
    if event.what is What.UNSAID:
        return replace(item, claims=item.claims[:-1])
    if event.what is What.CHASED:
        return replace(item, claims=(), chased_on=event.day)
    if event.what in {What.TO_CO_ADMIN, What.TO_OFFICE}:
        return replace(item, told=(*item.told, event))
    if event.what in {What.SEEN_GONE, What.WITHDRAWN}:
        return replace(item, ended=event.what, ended_on=event.day)
    return None
