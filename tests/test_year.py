"""A year of a school: joiners, leavers, new numbers, a rollover; the ledger ends equal to the truth, and nobody wrong was named."""

from pathlib import Path

from tests.jobs.school import World
from tests.jobs.sink import a_sink
from tests.year.nights import Year

_SCHOOL_NIGHTS = 180


def test_it_ends_a_year_with_a_ledger_equal_to_the_truth(tmp_path: Path):
    with a_sink() as sink:
        year = Year(World(tmp_path / "office", sink.port), sink, only_school_nights=True)

        year.run(365)
        year.world.office.close()

    assert year.wrong == []
    assert year.happened["nights"] >= _SCHOOL_NIGHTS
    for what in ("released", "partial lists", "said-done", "disputed", "answered", "letters to helpful"):
        assert year.happened[what], what
