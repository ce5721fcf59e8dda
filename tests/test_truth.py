"""The product against made-up schools whose truth is known: nobody is removed who belongs, nobody is missed."""

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from itertools import groupby
from random import Random

import pytest

from tests.schools.cases import a_case
from tests.schools.disagreements import Disagreement, disagreements
from tests.schools.lists import STYLES
from tests.schools.plan import LAYOUTS
from tests.schools.spellings import could_be, is_illegible, recoverable, unusable

SEEDS = range(int(os.environ.get("ROSTER_SEEDS", "60")))
ENOUGH = range(60)
GRAVE = frozenset({"false removal", "missed removal", "contract"})
DIRT = frozenset(
    {
        *("a digit short", "a digit too many", "in E-notation", "illegible", "placeholder", "torn row", "tabs"),
        *("two with /", "two with tight /", "two with ;", "two with ,", "two with newline"),
        *("another title", "no title", "an initial", "a middle initial", "apostrophe"),
        *("csv in utf-8", "csv in utf-8-sig", "csv in cp1252", "csv in utf-16"),
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

Checked = Callable[[int], list[Disagreement]]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Run the command line on a seed's files, once; where its result departs from what is right."""
    from jobs.cli import main

    results: dict[int, list[Disagreement]] = {}

    def check(seed: int) -> list[Disagreement]:
        if seed not in results:
            case = a_case(seed)
            arguments = case.write(tmp_path_factory.mktemp(f"school{seed}"))
            with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
                status = main(["check", *arguments, "--on", case.school.day.isoformat(), "--format", "json"])
            said = out.getvalue()
            assert status in {0, 1}, f"{case}: exit status {status}\n{said}\n{err.getvalue()}\n{arguments}"
            results[seed] = disagreements(case, status, json.loads(said))
        return results[seed]

    return check


@pytest.mark.parametrize("seed", SEEDS)
def test_it_removes_all_who_must_go_and_nobody_else(checked: Checked, seed: int):
    grave = [found for found in checked(seed) if found.kind in GRAVE]

    assert not grave, _listed(grave)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_asks_about_nobody_whose_record_is_clean_and_passes_nobody_whose_is_not(checked: Checked, seed: int):
    minor = [found for found in checked(seed) if found.kind not in GRAVE]

    assert not minor, _listed(minor)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("style", STYLES)
def test_it_is_put_to_every_question_in_every_layout_and_list(layout: str, style: str):
    cases = [a_case(seed) for seed in ENOUGH]
    asked = [
        truth
        for case in cases
        if case.plan.layout == layout
        for group, _, truth in case.everybody()
        if group.style == style
    ]

    assert any(truth.must_remove for truth in asked)
    assert any(truth.allowed == {"belongs"} for truth in asked) or style == "pasted"
    assert any(truth.allowed == {"query"} for truth in asked)


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


def test_it_has_removals_doubts_and_places_in_every_school():
    for seed in ENOUGH:
        truths = [truth for _, _, truth in a_case(seed).everybody()]

        assert any(truth.must_remove for truth in truths), f"seed {seed}"
        assert any(truth.allowed == {"belongs"} for truth in truths), f"seed {seed}"
        assert any(truth.allowed == {"query"} for truth in truths), f"seed {seed}"


def test_it_spoils_numbers_past_reading_and_spells_the_others_within_it():
    rng = Random("spellings")
    for number in ("+447700900123", "+442079460123", "+441632960123"):
        spoilt = [unusable(number, rng)[1] for _ in range(200)]

        assert all(could_be(text, number) or is_illegible(text) for text in spoilt)
        assert not any(could_be(text, "+441614960777") for text in spoilt)
        assert len({value for _, value in recoverable(number, binary=False)}) > 20


def _listed(found: list[Disagreement]) -> str:
    found = sorted(found, key=lambda one: one.kind)
    counts = ", ".join(f"{len(list(some))} x {kind}" for kind, some in groupby(found, lambda one: one.kind))
    return "\n".join([counts, *map(str, found)])
