"""What a chat tells of everybody in it, and what nobody can tell from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from tests.chats.happenings import Happening
from tests.chats.people import Person, pieces_of


class Standing(Enum):
    """What must be said of somebody."""

    IN = "in"
    MAY_BE = "may be"
    PRESENT = "in or may be"
    GONE = "gone"
    NOT_IN = "gone or not mentioned"
    EITHER = "anything"


CAME = frozenset({"added", "you added", "was added", "added several", "added some", "joined"})
WENT = frozenset({"left", "removed", "you removed", "was removed"})
ACTED = frozenset({"created", "added", "added several", "added some", "added you", "removed"})
SHOWN = frozenset({"noise", "renamed", "security", "changed number"})


@dataclass
class Truth:
    """By person. `loose` are texts that a list which can be read two ways may make of people.

    `endings` are the beginnings of names with a colon: whatever stands before the colon may be taken for a sender.
    """

    standings: dict[Person, Standing] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    lost: int = 0
    unread: bool = False

    def of(self, standing: Standing) -> list[Person]:
        return [one for one, known in self.standings.items() if known is standing]


def truth_of(told: Sequence[Happening], names: Sequence[str], *, ios: bool, by_author: bool) -> Truth:
    """What the happenings that the file still has tell.

    `names` are the names in each as they are written there; `by_author` says that a single person affected is the author.
    Without the mark of iOS, a notice with a name that holds a colon is nothing but somebody's message.
    """
    truth = Truth()
    wrote = {one.x for one in told if one.kind == "message"}
    for happening, written in zip(told, names, strict=True):
        _note(truth, happening)
        proven = set(happening.y) if by_author and len(happening.y) == 1 else set()
        unreadable = not ios and happening.kind != "message" and any(one.holds_a_colon for one in happening.everybody)
        if unreadable or _can_be_read_two_ways(happening, wrote | proven):
            for one in set(happening.everybody) - proven:
                truth.standings[one] = Standing.EITHER
            truth.loose |= pieces_of(written) | {piece for one in happening.everybody for piece in pieces_of(one.text)}
    for one in filter(lambda one: one.holds_a_colon, truth.standings):
        truth.standings[one] = Standing.EITHER
        first, _, rest = one.text.partition(": ")
        truth.endings.add(first)
        truth.loose.add(rest)
    return truth


def _can_be_read_two_ways(happening: Happening, proven: set[Person | None]) -> bool:
    """Whether a name that looks like a list stands where a list may stand, and nothing else shows it to be a name."""
    if happening.kind in {"message", *SHOWN}:
        return False
    return any(one.may_be_several for one in happening.everybody if one not in proven)


def _note(truth: Truth, happening: Happening) -> None:
    known = truth.standings
    kind, who = happening.kind, happening.x
    if who and kind == "message":
        # That an admin deleted it is told of a message, and may be told of nobody's.
        known[who] = _shown(known.get(who)) if happening.z else _having_written(known.get(who))
    elif who and kind in ACTED and known.get(who) not in {Standing.IN, Standing.MAY_BE}:
        known[who] = Standing.PRESENT
    named = [one for one in (who if kind in SHOWN else None, happening.z if kind == "message" else None) if one]
    for one in named:
        known[one] = _shown(known.get(one))
    for one in happening.y:
        known[one] = _affected(kind, one, known.get(one))
    if kind == "renumbered" and happening.z:
        known[happening.z] = Standing.PRESENT
    truth.lost += happening.more
    truth.unread = truth.unread or kind == "unread"


def _affected(kind: str, one: Person, before: Standing | None) -> Standing:
    """What is to be said of somebody to whom something was done."""
    if kind in CAME:
        return Standing.IN
    if kind in WENT:
        return Standing.GONE
    if kind == "asked":
        return before or Standing.NOT_IN
    if kind == "renumbered":
        return Standing.NOT_IN
    if kind == "changed number":
        # The old number is in the group no longer, and nobody says what the new one is shown as.
        return Standing.EITHER
    return _shown(before)


def _shown(before: Standing | None) -> Standing:
    """Somebody is named where nothing is said of their coming and going."""
    return Standing.EITHER if before in {None, Standing.GONE} else before


def _having_written(standing: Standing | None) -> Standing:
    if standing is Standing.EITHER:
        return Standing.PRESENT
    return standing if standing in {Standing.IN, Standing.PRESENT} else Standing.MAY_BE
