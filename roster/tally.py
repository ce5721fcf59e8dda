"""How many pupils and contacts a roll has."""

from dataclasses import dataclass
from datetime import date

from roster.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Tally:
    """The roll in figures on a day: pupils on roll, pupils who have left, pupils yet to start, and contacts."""

    on_roll: int = 0
    leavers: int = 0
    starters: int = 0
    contacts: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.on_roll + other.on_roll,
            self.leavers + other.leavers,
            self.starters + other.starters,
            self.contacts + other.contacts,
        )


def tally_of(snapshot: Snapshot, day: date) -> Tally:
    """Count a snapshot."""
    pupils = snapshot.pupils
    return Tally(
        on_roll=sum(pupil.on_roll(day) for pupil in pupils),
        leavers=sum(pupil.left(day) for pupil in pupils),
        starters=sum(pupil.upcoming(day) for pupil in pupils),
        contacts=len(snapshot.contacts),
    )
