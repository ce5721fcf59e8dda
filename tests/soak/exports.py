"""All the bad exports, and who was named because of them."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.kill.points import spread
from tests.soak.kills import FAST
from tests.soak.promise import Kept
from tests.spoilt.damage import cases
from tests.spoilt.nights import a_school_at_work

_PARTS = 2


@dataclass(frozen=True)
class BadExports:
    """So many of the cases, of which every second is done here."""

    number: int
    part: int

    def __str__(self) -> str:
        return f"{self.number} bad exports, part {self.part + 1} of {_PARTS}"

    def __call__(self) -> Kept:
        """Let every one of them come to the office twice."""
        with a_school_at_work() as before, TemporaryDirectory(dir=FAST if FAST.is_dir() else None) as folder:
            outcomes = [
                before.after(case, Path(folder) / "office")
                for case in spread(cases(), self.number)[self.part :: _PARTS]
            ]
        counts = {
            "bad_exports": len(outcomes),
            "exports_refused": sum(one.refused for one in outcomes),
            "exports_held": sum(one.held for one in outcomes),
            "unreleased_removals": sum(len(one.named) for one in outcomes),
        }
        return Kept(counts, tuple(f"{one.case}: {', '.join(one.named)} named" for one in outcomes if one.named))


def bad_exports(share: float) -> list[BadExports]:
    """A share (0 to 1) of all cases, as pieces of work."""
    number = round(share * len(cases()))
    return [BadExports(number, part) for part in range(_PARTS)]
