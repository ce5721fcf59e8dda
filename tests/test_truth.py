"""The product against made-up schools whose truth is known: nobody is removed who belongs, nobody is missed."""

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.schools.cases import Case, a_case
from tests.schools.containers import CONTAINERS
from tests.schools.disagreements import Disagreement, disagreements
from tests.schools.lists import STYLES
from tests.schools.parcels import Parcel
from tests.schools.plan import LAYOUTS, PERIOD, STANDARDS, Used
from tests.schools.scribe import Scribe
from tests.schools.sheets import Sheet
from tests.schools.spellings import could_be, is_illegible, recoverable, unusable
from tests.schools.truth import BELONGS, QUERY, REMOVE, Truth
from tests.schools.without_contacts import WITHOUT_CONTACTS

ENOUGH = range(2 * PERIOD)
SEEDS = range(int(os.environ.get("ROSTER_SEEDS", str(len(ENOUGH)))))
GRAVE = frozenset({"false removal", "missed removal", "contract"})
DIRT = frozenset(
    {
        *("a digit short", "a digit too many", "in E-notation", "illegible", "placeholder", "torn row"),
        *("two with /", "two with tight /", "two with ;", "two with ,", "two with newline"),
        *("another title", "no title", "an initial", "a middle initial", "apostrophe"),
        *("text in utf-8", "text in utf-8-sig", "text in cp1252", "text in utf-16"),
        *("web page in utf-8", "web page in utf-8-sig", "web page in cp1252"),
        *("hidden rows in xlsx", "hidden rows in xls", "hidden rows in ods", "hidden rows in spreadsheetml"),
        *("parted by '\\t'", "parted by ';'", "parted by '|'"),
        *("dates as text", "dates as excel", "dates as iso", "leavers not listed", "leavers without a form"),
        *("relations as words", "relations as everyday", "relations as codes"),
        *("years as Year 3", "years as 3", "years as number", "years as Year  3"),
    }
)
MEMBERS = frozenset(
    {
        *("contact", "leaver", "elsewhere", "restricted", "professional", "starter", "new number", "stranger"),
        *("hidden", "hidden stranger", "opaque id", "spoilt by Excel"),
    }
)
STANDINGS = (BELONGS, QUERY, REMOVE)

Checked = Callable[[int], list[Disagreement]]


def check(seed: int) -> list[Disagreement]:
    """Where the result departs from what is right, with a seed's own export."""
    case = a_case(seed)
    status, said, complaint = run(case, case.sheet)
    if status not in {0, 1}:
        return [Disagreement("contract", f"{case}: exit status {status}: {complaint}")]
    return disagreements(case, status, said)


def run(case: Case, export: Sheet | Parcel) -> tuple[int, dict[str, Any], str]:
    """Run the command line on a case's lists and an export; its exit status, its JSON and its complaint."""
    from jobs.cli import main

    with TemporaryDirectory() as folder:
        arguments = case.write(Path(folder), export)
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            status = main(["check", *arguments, "--on", case.school.day.isoformat(), "--format", "json"])
    return status, json.loads(out.getvalue() or "{}"), err.getvalue()


@pytest.fixture(scope="module")
def checked(request: pytest.FixtureRequest) -> Iterator[Checked]:
    """The disagreements of each seed that is asked for, worked out on every core."""
    asked = {item.callspec.params["seed"] for item in request.session.items if "checked" in item.fixturenames}
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
        results = {seed: workers.submit(check, seed) for seed in sorted(asked)}
        yield lambda seed: results[seed].result()
        workers.shutdown(cancel_futures=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_removes_all_who_must_go_and_nobody_else(checked: Checked, seed: int):
    grave = [found for found in checked(seed) if found.kind in GRAVE]

    assert not grave, _listed(grave)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_asks_about_nobody_whose_record_is_clean_and_passes_nobody_whose_is_not(checked: Checked, seed: int):
    minor = [found for found in checked(seed) if found.kind not in GRAVE]

    assert not minor, _listed(minor)


def test_it_reads_every_layout_in_every_container_twice():
    plans = Counter((case.plan.layout, case.plan.container) for case in map(a_case, ENOUGH))

    assert set(plans) >= {(layout, container) for layout in LAYOUTS for container in CONTAINERS}
    assert {layout for layout, _ in plans} == {*LAYOUTS, *STANDARDS}
    assert set(plans.values()) == {2}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("style", STYLES)
def test_it_is_put_to_every_question_in_every_layout_and_list(layout: str, style: str):
    asked = truths_of(layout, style)

    assert any(truth.must_remove for truth in asked) or (layout, style) == ("schoolstream", "pasted")
    assert any(truth.must_not_remove for truth in asked)
    assert any(truth.allowed == {"query"} for truth in asked)


@pytest.mark.parametrize("layout", [*LAYOUTS, *STANDARDS])
def test_it_is_put_to_every_question_in_every_standard(layout: str):
    asked = truths_of(layout)

    assert any(truth.must_remove for truth in asked)
    assert any(truth.allowed == {"belongs"} for truth in asked)
    assert any(truth.allowed == {"query"} for truth in asked)


def truths_of(layout: str, style: str | None = None) -> list[Truth]:
    """The truth about everybody in every list, or those of one style, beside an export in this layout."""
    return [
        truth
        for case in map(a_case, ENOUGH)
        if case.plan.layout == layout
        for group, _, truth in case.everybody()
        if style in {None, group.style}
    ]


@pytest.mark.parametrize("layout", ["bromcom", "schoolstream", "compass", "office"])
def test_it_meets_carers_for_whom_a_full_row_had_no_room(layout: str):
    assert any("had no room" in truth.why for truth in truths_of(layout))


def test_it_is_put_to_every_kind_of_dirt_and_member():
    cases = [a_case(seed) for seed in ENOUGH]
    spellings = {kind for number in ("+447700900123", "+48120000123") for kind, _ in recoverable(number, binary=True)}

    used = frozenset().union(*(case.used for case in cases))
    members = {member.kind for case in cases for _, member, _ in case.everybody()}

    assert used >= DIRT | spellings
    assert members == MEMBERS


def test_it_is_rarely_let_off(capsys: pytest.CaptureFixture[str]):
    """One truth in ten at most may be "either"; how many, and why, is printed."""
    truths = [truth for seed in ENOUGH for _, _, truth in a_case(seed).everybody()]

    free = Counter(truth.why for truth in truths if truth.either)

    with capsys.disabled():
        sys.stdout.write(f"\n{free.total()} of {len(truths)} members may be judged either way:\n")
        sys.stdout.writelines(f"  {count:4} {why}\n" for why, count in free.most_common())
    assert 0 < free.total() < len(truths) / 10


def test_it_has_removals_doubts_and_places_in_nearly_every_school():
    """A few are so damaged, or so short of room, that nothing can be sure."""
    sure = [frozenset(truth.allowed for _, _, truth in a_case(seed).everybody()) for seed in ENOUGH]

    for standing in STANDINGS:
        assert sum({standing} in allowed for allowed in sure) > 0.9 * len(sure), standing


def test_it_spoils_numbers_past_reading_and_spells_the_others_within_it():
    rng = Random("spellings")
    for number in ("+447700900123", "+442079460123", "+441632960123"):
        spoilt = [unusable(number, rng)[1] for _ in range(200)]

        assert all(could_be(text, number) or is_illegible(text) for text in spoilt)
        assert not any(could_be(text, "+441614960777") for text in spoilt)
        assert len({value for _, value in recoverable(number, binary=False)}) > 20


@pytest.mark.parametrize("kind", WITHOUT_CONTACTS)
def test_it_removes_nobody_by_a_file_without_contacts(kind: str):
    case = next(
        case for case in map(a_case, ENOUGH) if case.plan.container == ("file" if kind == "schoolcomms" else "zip")
    )
    export = WITHOUT_CONTACTS[kind](Scribe(case.school, case.plan, Used()))

    status, said, complaint = run(case, export)

    verdicts = [verdict for group in said.get("groups", []) for verdict in group["verdicts"]]
    assert status == 2 or verdicts
    assert not [verdict for verdict in verdicts if verdict["standing"] == REMOVE]
    assert "contact" in complaint


def _listed(found: list[Disagreement]) -> str:
    found = sorted(found, key=lambda one: one.kind)
    counts = ", ".join(f"{len(list(some))} x {kind}" for kind, some in groupby(found, lambda one: one.kind))
    return "\n".join([counts, *map(str, found)])
