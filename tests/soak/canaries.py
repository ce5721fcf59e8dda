"""Ten thousand letters of two schools, searched."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.canaries.search import two_schools
from tests.jobs.sink import a_sink
from tests.soak.kills import FAST
from tests.soak.promise import Kept

_ALL = 10_000
_PARTS = 2
_IN_ONE = 0.2


@dataclass(frozen=True)
class Canaries:
    """So many letters to volunteers."""

    letters: int

    def __str__(self) -> str:
        return f"{self.letters} letters searched"

    def __call__(self) -> Kept:
        """Let two schools write them."""
        with TemporaryDirectory(dir=FAST if FAST.is_dir() else None) as folder, a_sink() as sink:
            searched = two_schools(Path(folder), sink, groups=6, admins=16, letters=self.letters)
        counts = {"letters_searched": searched.letters, "canaries": len(searched.wrong)}
        return Kept(counts, tuple(dict.fromkeys(searched.wrong)))


def canaries(share: float) -> list[Canaries]:
    """A share (0 to 1) of ten thousand letters, as pieces of work."""
    parts = _PARTS if share > _IN_ONE else 1
    return [Canaries(round(share * _ALL / parts)) for _ in range(parts)]
