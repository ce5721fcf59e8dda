"""What earlier rolls had and the current one has no more, as the store hands it over."""

from dataclasses import dataclass

from roster.people import Pupil
from roster.spans import Span, Version


@dataclass(frozen=True, slots=True)
class Earlier:
    """What ended before the current roll.

    `pupils` are those whom the current roll lacks; `contacts` are as they stood, one whom the current roll still has
    among them for the sake of the ties that ended. `lives` are the rolls on which each pupil's key stood, those of today
    included. Of a tie's pupil, only the key counts.
    """

    pupils: tuple[Span[Pupil], ...] = ()
    contacts: tuple[Version, ...] = ()
    lives: tuple[Span[str], ...] = ()
