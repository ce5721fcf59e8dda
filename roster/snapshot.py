"""The roll on one day, frozen, so that any verdict can be reached again."""

from dataclasses import dataclass

from roster.gaps import Gap
from roster.people import Contact, Pupil


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The school's pupils and the adults it may ring, as one export has them, with the holes the export has.

    `rows` counts the rows that should hold people, `set_aside` those of them that could not be read.
    `cut_short` says that the file ends in the middle of a row, or is only a part by its own word, so that nobody knows
    how much is missing.
    """

    pupils: tuple[Pupil, ...] = ()
    contacts: tuple[Contact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    rows: int = 0
    set_aside: int = 0
    cut_short: bool = False
