"""Killed and failed at hundreds of system calls."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.kill.bench import a_bench
from tests.kill.points import Share, found_of
from tests.kill.scenarios import SCENARIOS
from tests.soak.promise import Kept

# How much of all points each scenario gets; those with many calls are done in two parts, side by side.
_WEIGHTS = {"nightly": 0.32, "letters": 0.26, "migration": 0.14, "receive a roll": 0.11, "receive a list": 0.1}
_FOR_ANOTHER = 0.14
_ERRORS_FOR_A_KILL = 0.34
_IN_PARTS = 50
FAST = Path("/dev/shm")


@dataclass(frozen=True)
class Kills:
    """A share of one scenario's points."""

    scenario: str
    share: Share

    def __str__(self) -> str:
        part = f", part {self.share.part + 1} of {self.share.parts}" if self.share.parts > 1 else ""
        return f"{self.scenario}: {self.share.kills} kills, {self.share.errors} errors{part}"

    def __call__(self) -> Kept:
        """Try them; every fault that was met is counted, and everything that went wrong."""
        (scenario,) = (one for one in SCENARIOS if one.name == self.scenario)
        with TemporaryDirectory(dir=FAST if FAST.is_dir() else None) as folder, a_bench(Path(folder)) as bench:
            found = list(found_of(bench, scenario, self.share))
        counts = {
            "kill_points": sum(one.befell and not one.fault.error for one in found),
            "error_points": sum(bool(one.fault.error) for one in found),
            "lost": sum(len(one.lost) for one in found),
            "duplicates_in_gap": sum(one.repeated for one in found)
            - sum(len(one.duplicates_outside_gap) for one in found),
            "duplicates_outside_gap": sum(len(one.duplicates_outside_gap) for one in found),
            "half_landed": sum(len(one.half_landed) for one in found),
            "broken": sum(len(one.broken) for one in found),
            "misdirected": sum(len(one.misdirected) for one in found),
            "unplain": sum(len(one.unplain) for one in found),
        }
        return Kept(counts, tuple(wrong for one in found for wrong in one.wrong))


def kills(points: int) -> Iterator[Kills]:
    """So many points and a few more, a third as many errors besides, as pieces of work."""
    for scenario in SCENARIOS:
        weight = _WEIGHTS.get(scenario.name, _FOR_ANOTHER)
        number = max(2, round(weight * points + 0.5))
        parts = 2 if number > _IN_PARTS else 1
        for part in range(parts):
            yield Kills(scenario.name, Share(number, max(2, round(number * _ERRORS_FOR_A_KILL)), part, parts))
