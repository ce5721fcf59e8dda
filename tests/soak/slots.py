"""Two and four processes on one database: each slot once."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.jobs.ticking import run_slots
from tests.soak.kills import FAST
from tests.soak.promise import Kept

_ALL = 200


@dataclass(frozen=True)
class Slots:
    """So many processes over so many slots."""

    processes: int
    slots: int

    def __str__(self) -> str:
        return f"{self.slots} slots by {self.processes} processes"

    def __call__(self) -> Kept:
        """Let them keep time together."""
        with TemporaryDirectory(dir=FAST if FAST.is_dir() else None) as folder:
            came = run_slots(Path(folder) / "office", processes=self.processes, slots=self.slots)
        missed = () if came.slots == self.slots else (f"{came.slots} of {self.slots} slots came",)
        again = () if came.runs == came.slots else (f"{came.runs} runs of {came.slots} slots",)
        return Kept({"slots": came.slots, "runs": came.runs}, (*missed, *again))


def slots(share: float) -> list[Slots]:
    """A share (0 to 1) of two hundred slots, by two and by four processes."""
    number = max(10, round(share * _ALL))
    return [Slots(processes, number) for processes in (2, 4)]
