"""Three hundred and sixty-five nights of a school, with joiners, leavers, new numbers and a rollover."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.jobs.school import World
from tests.jobs.sink import a_sink
from tests.soak.kills import FAST
from tests.soak.promise import Kept
from tests.year.nights import Year

_ALL = 365
_WORTH_IT = 0.5


@dataclass(frozen=True)
class Nights:
    """So many nights, one after the other."""

    nights: int
    seed: int = 1

    def __str__(self) -> str:
        return f"{self.nights} nights of a year"

    def __call__(self) -> Kept:
        """Live through them; the ledger must end equal to what the volunteers did."""
        with TemporaryDirectory(dir=FAST if FAST.is_dir() else None) as folder, a_sink() as sink:
            world = World(Path(folder) / "office", sink.port)
            year = Year(world, sink, self.seed)
            year.run(self.nights)
            year.world.office.close()
        missed = () if year.happened["nights"] >= self.nights else (f"{year.happened['nights']} nights were run",)
        counts = {"year_nights": year.happened["nights"], "year_wrong": len(year.wrong)}
        return Kept(counts, (*map(str, year.wrong), *missed))


def years(share: float) -> list[Nights]:
    """The whole year, or nothing of it where little time is to be spent."""
    return [Nights(_ALL)] if share >= _WORTH_IT else []
