"""What became of somebody from night to night, in one sentence: "on the list since 4 Sept 2024, ..., gone 20 July"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Step(Enum):
    """Something that happened, in the order in which the steps of one day are told."""

    LISTED = "on the list since"
    """First on any list of the group."""

    BACK = "on the list again since"
    """On a list after they had gone."""

    ENROLLED = "on roll since"
    """First on the school's list, where that was later than on the group's."""

    OFF_ROLL = "last on roll"
    """The last day of the last child, or of the last roll that had them."""

    FLAGGED = "flagged"
    """Found to be looked at, or to go."""

    HELD = "held"
    """To go, and the night held the group."""

    RELEASED = "released"
    """Somebody let the group's result go out."""

    ASKED_TO_GO = "asked to go"
    """Named in a letter to the volunteers."""

    DECIDED = "decided"
    """Somebody at the office decided about them, or undid what was decided."""

    CLEARED = "cleared"
    """In the group, and flagged no more."""

    UNSEEN = "not on the list of"
    """A list that shows everybody lacks them, and somebody whom it shows by a new name alone may be them."""

    GONE = "gone"
    """Left, or was taken out."""


@dataclass(frozen=True, slots=True)
class Event:
    """A step, and the day of it. `word` is what is said of it besides: by whom, or what was decided."""

    day: date
    step: Step
    word: str = ""


@dataclass(frozen=True, slots=True)
class Children:
    """Of how many pupils' lists somebody is or was, and whether as a carer; `here` says that one of them has not left."""

    number: int
    carer: bool = True
    here: bool = False

    @property
    def said(self) -> str:
        """The same in words: "carer of one child"."""
        as_what = "carer" if self.carer else "contact"
        number = _NUMBERS[self.number] if self.number < len(_NUMBERS) else str(self.number)
        return f"{as_what} of {number} {'child' if self.number == 1 else 'children'}{' on roll' if self.here else ''}"


def trail(events: Iterable[Event], children: Children | None = None) -> str:
    """Tell the events in their order; a year is said only where it is another than the one before. Nobody's child is said so."""
    told = sorted(events, key=lambda event: (event.day, _ORDER[event.step]))
    year = 0
    parts: list[str] = []
    for event in told:
        day = short(event.day, year)
        year = event.day.year
        parts.append(_said(event, day))
    at = 1 if told and told[0].step is Step.LISTED else 0
    parts.insert(at, children.said if children else "never on the roll")
    return ", ".join(parts)


def short(day: date, year: int = 0) -> str:
    """Say a date shortly: "4 Sept 2024"; without the year where it is the one given."""
    said = f"{day.day} {_MONTHS[day.month - 1]}"
    return said if day.year == year else f"{said} {day.year}"


_ORDER = {step: at for at, step in enumerate(Step)}


def _said(event: Event, day: str) -> str:
    if event.step is Step.DECIDED:
        return f"{event.word} {day}"
    return f"{event.step.value} {day}{f' {event.word}' if event.word else ''}"
