"""The end of a school year and the next one's beginning: the ledger ends equal to the truth, and nobody wrong was named.

The whole year, with each of its nights, is in the soak.
"""

from datetime import date
from pathlib import Path

from tests.jobs.school import World
from tests.jobs.sink import a_sink
from tests.year.nights import Year

_JUNE = date(2027, 6, 7)
_DAYS, _SCHOOL_NIGHTS = 126, 55


def test_the_ledger_is_equal_to_the_truth_over_a_summer_and_a_rollover(tmp_path: Path):
    with a_sink() as sink:
        year = Year(World(tmp_path / "office", sink.port), sink, only_school_nights=True, first=_JUNE, pace=2)

        year.run(_DAYS)
        year.world.office.close()

    assert year.wrong == []
    assert year.happened["nights"] >= _SCHOOL_NIGHTS
    for what in ("released", "partial lists", "said-done", "disputed", "answered", "letters to helpful"):
        assert year.happened[what], what
