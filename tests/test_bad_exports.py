"""Truncated, old, half-empty, filtered, mangled and wrong exports: nobody's carer is named to a volunteer unreleased.

These are some of the cases of `tests.spoilt.damage`, spread evenly; `make soak` does all of them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kill.points import spread
from tests.spoilt.damage import Case, cases, good, written
from tests.spoilt.nights import Before, a_school_at_work
from tests.spoilt.school import children

WORST = (
    "and a part of ours",
    "15 rows of ours in another school's",
    "45 rows of ours in another school's",
    "last year's classes",
)
CASES = cases()
PARTS, OF_EACH = 4, 9


@pytest.fixture(scope="module")
def before() -> Iterator[Before]:
    with a_school_at_work() as made:
        yield made


def test_there_are_five_hundred_of_them_and_all_are_different():
    assert len(CASES) >= 500
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({case.content for case in CASES}) > 0.95 * len(CASES)


@pytest.mark.parametrize("part", range(PARTS))
def test_it_names_nobody_who_belongs_because_of_a_bad_export(before: Before, tmp_path: Path, part: int):
    some = spread(CASES, PARTS * OF_EACH)[part::PARTS]

    outcomes = [before.after(case, tmp_path / "office") for case in some]

    assert {one.case: one.named for one in outcomes if one.named} == {}
    assert not all(one.refused for one in outcomes)


def test_it_names_nobody_because_of_the_worst_of_them(before: Before, tmp_path: Path):
    some = [case for case in CASES if case.name.startswith("csv") and case.name.endswith(WORST)]

    outcomes = [before.after(case, tmp_path / "office") for case in some]

    assert {one.case: one.named for one in outcomes if one.named} == {}
    assert all(one.held for one in outcomes)


def test_a_good_export_after_a_bad_one_lets_a_leaver_go(before: Before, tmp_path: Path):
    """The brakes do not hold for ever: who really left is named, and nobody else."""
    left = [(*row[:6], "20/11/2026", *row[7:]) if row[0] == "A0103" else row for row in good()]
    content = written("csv", left)
    after_a_bad_one = Case("a leaver", "contacts.csv", written("csv", good()[:5]), content)

    outcome = before.after(after_a_bad_one, tmp_path / "office")

    assert set(outcome.named) == {carer.name for carer in children()[3].carers}
