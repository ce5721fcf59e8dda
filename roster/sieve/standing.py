"""Whether the pupil of each row is on roll, has left or is yet to start, told once for each way the cells can say so."""

from datetime import date
from enum import Enum

from roster.people import Pupil
from roster.pupils import PupilReader
from roster.rows import Row
from roster.sieve.table import Table


class Outcome(Enum):
    """What a pupil is on the day."""

    ON_ROLL = "on roll"
    LEFT = "left"
    UPCOMING = "yet to start"


def outcomes(table: Table, day: date) -> list[Outcome]:
    """Tell for each row what its pupil is, as the row reader would for a pupil with this row alone."""
    if not table.telling:
        return [Outcome.ON_ROLL] * len(table)
    said = list(zip(*(table.cells(column.index) for column in table.telling), strict=True))
    first = dict(zip(reversed(said), range(len(said) - 1, -1, -1), strict=True))
    told = {cells: _outcome(table, at, day) for cells, at in first.items()}
    return [told[cells] for cells in said]


def _outcome(table: Table, at: int, day: date) -> Outcome:
    number, cells = table.lines[at]
    reader = PupilReader(table.export.plan, (), table.orders)
    reader.key(Row(number, cells))
    (pupil,) = reader.pupils().values()
    return _of(pupil, day)


def _of(pupil: Pupil, day: date) -> Outcome:
    if pupil.left(day):
        return Outcome.LEFT
    return Outcome.UPCOMING if pupil.upcoming(day) else Outcome.ON_ROLL
