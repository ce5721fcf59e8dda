"""The order of rows, columns, records and files says nothing: shuffled, an export leads to the same verdicts."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest

from adapters.mis import read_export
from adapters.platforms.reading import read_lists
from jobs.check import upload
from roster.comparison import compare
from roster.normalise import normalise
from tests.schools import exports, lists
from tests.schools.cases import Case, a_case
from tests.schools.parcels import Parcel
from tests.schools.plan import LAYOUTS, PAIRS, PERIOD, STANDARDS
from tests.schools.sheets import Sheet
from tests.schools.shuffles import with_columns_shuffled, with_rows_shuffled

CONTAINERS = frozenset({"csv", "xlsx", "zip"})
# An office's own sheet has one of three shapes, by its variant.
SHAPES = [(layout, None) for layout in LAYOUTS if layout != "office"] + [("office", variant) for variant in range(3)]
SETS = [(standard, None) for standard in STANDARDS]
# A heading that comes twice is told apart by its place alone.
BY_PLACE = frozenset({"sims", "schoolbooking"})
# A row without a pupil means the pupil of the row above.
BY_ROW = frozenset({"continued"})

Shape = tuple[str, int | None]
Verdicts = list[tuple[str, str, str | None, str, str]]


@cache
def a_case_of(shape: Shape) -> Case:
    """The first seed's case of this shape that is a csv, a workbook or a zip, and has no torn rows."""
    layout, variant = shape
    pairs = {(layout, container) for container in CONTAINERS}
    seeds = (seed for seed in range(20 * PERIOD) if PAIRS[seed % PERIOD] in pairs)
    return next(case for case in map(a_case, seeds) if variant in {None, case.plan.variant} and not case.plan.torn)


def verdicts(case: Case, export: Sheet | Parcel, folder: Path) -> Verdicts:
    """What becomes of everybody, list by list, when this is the export."""
    folder.mkdir()
    snapshot, _ = normalise(read_export(upload(str(exports.write(export, case.plan, folder))))[0])
    found = [
        one
        for group in case.groups
        for one in read_lists(upload(str(lists.save(group, case.school, folder))), name=group.name)
    ]
    return [
        (
            judged.listed.name,
            member.shown_as,
            member.phone and member.phone.e164,
            verdict.standing.value,
            verdict.reason.name,
        )
        for judged in compare(snapshot, found, on=case.school.day)
        for verdict in judged.verdicts
        for member in (verdict.member,)
    ]


@pytest.fixture(scope="module")
def unshuffled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Shape], Verdicts]:
    """The verdicts of each shape as it is, worked out once."""

    @cache
    def of(shape: Shape) -> Verdicts:
        case = a_case_of(shape)
        return verdicts(case, case.sheet, tmp_path_factory.mktemp("shuffles") / "as it is")

    return of


@pytest.mark.parametrize("shape", [shape for shape in SHAPES + SETS if shape[0] not in BY_PLACE], ids=str)
def test_the_order_of_columns_changes_no_verdict(shape: Shape, unshuffled: Callable[[Shape], Verdicts], tmp_path: Path):
    case = a_case_of(shape)

    shuffled = with_columns_shuffled(case.sheet, Random("columns"))

    assert verdicts(case, shuffled, tmp_path / "shuffled") == unshuffled(shape)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES + SETS if shape[0] not in BY_ROW], ids=str)
def test_the_order_of_rows_changes_no_verdict(shape: Shape, unshuffled: Callable[[Shape], Verdicts], tmp_path: Path):
    case = a_case_of(shape)

    shuffled = with_rows_shuffled(case.sheet, Random("rows"))

    assert verdicts(case, shuffled, tmp_path / "shuffled") == unshuffled(shape)
