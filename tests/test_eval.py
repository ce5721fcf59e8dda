"""The evaluation itself: a small run, and that the made-up schools hold everything that they are to be judged on."""

import json
import sys
from collections import Counter
from random import Random

import pytest

from tests.eval import __main__ as command
from tests.eval import names_invented
from tests.eval.groups import groups_of
from tests.eval.judging import judged_school
from tests.eval.pools import POOLS, Given, plain
from tests.eval.running import pools_named, run
from tests.eval.schools import a_school
from tests.eval.sights import Sight, full
from tests.eval.truths import Right, Told
from tests.eval.ways import HIDDEN, NEW, STRANGE

_LEFT = {
    "leaver", "leaver whom the list has dropped", "leaver with another child here", "leaver with a new number",
    "leaver, hidden", "shares a number with a carer", "shares an address with a carer", "step-mother by a chain",
    "household of a carer",
}  # fmt: skip
_HERE = {
    "number on the list", "sibling's group", "one mobile", "landline", "recorded twice", "restricted", "relative",
    "professional", "lost once", "the list changed the number", "new number: confirmed", "staff, exempt",
    "relative whom nobody recorded", "stranger, hidden",
}  # fmt: skip
_ELSEWHERE = {
    f"{kind}: {what}"
    for kind in ("another class", "moved up")
    for what in ("number on the list", "hidden", "new number, full name", "new number, less than a name")
}


@pytest.fixture(scope="module")
def members() -> list[Told]:
    schools = (a_school(number, 5, POOLS) for number in range(36))
    return [told for school in schools for group in groups_of(school, 5, POOLS) for told in group.members]


def test_a_small_run_removes_nobody_who_has_a_child_here() -> None:
    figures = run(2000, 2).figures

    assert figures.whole.members >= 2000
    assert [line for line in figures.wrong if line.startswith("removed")] == []


def test_the_last_line_is_json_with_what_is_promised(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["eval", "--members", "300", "--seed", "4", "--alone"])

    command.main()

    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert {"members", "false_removals", "missed_removals", "name_top1", "name_top3", "wrong_very_likely"} <= set(told)
    assert all(0 <= told[name] <= 1 for name in ("name_top1", "name_top3", "wrong_very_likely"))


def test_it_makes_every_kind(members: list[Told]) -> None:
    shown = {f"hidden: {name}" for _, name, _ in HIDDEN} | {f"new number: {name}" for _, name, _ in NEW}
    strange = {f"stranger: {name}" for _, name, _ in STRANGE}

    made = Counter(told.kind for told in members)

    assert (shown | strange | _LEFT | _HERE | _ELSEWHERE) - set(made) == set()


def test_most_of_what_is_made_has_one_right_answer(members: list[Told]) -> None:
    rights = Counter(told.right for told in members)

    assert rights[Right.GO] > len(members) / 10
    assert rights[Right.EITHER] < len(members) / 25
    assert rights[Right.UNTELLABLE] < len(members) / 50
    assert sum(bool(told.why) for told in members) < 0.03 * len(members)


def test_the_same_seed_makes_the_same_school_and_another_another() -> None:
    one, again, other = (judged_school(3, seed, POOLS).outcomes for seed in (6, 6, 7))

    assert one == again
    assert [outcome.told.sight.text for outcome in one] != [outcome.told.sight.text for outcome in other]


def test_it_takes_other_names() -> None:
    pools = pools_named("tests.eval.names_invented:POOLS")

    school = a_school(0, 1, pools)

    assert pools is names_invented.POOLS
    assert {adult.origin.name for adult in school.adults} <= {"upland", "lowland"}


def test_a_label_that_two_carers_may_be_meant_by_is_not_answerable(members: list[Told]) -> None:
    answerable = [told for told in members if told.answerable]

    assert all(told.number is None and told.who and not told.sight.empty for told in answerable)


def test_a_forename_is_read_with_all_that_it_is_also_known_by() -> None:
    read = Given.read("Elizabeth ~Liz ~Beth =Elisabeth @Элизабет")

    assert (read.formal, read.shorts, read.spellings, read.script) == (
        "Elizabeth", ("Liz", "Beth"), ("Elisabeth",), "Элизабет",
    )  # fmt: skip
    assert plain("Beth") in read.forms


def test_a_full_name_is_shown_as_the_list_has_it() -> None:
    school = a_school(1, 1, POOLS)
    adult = school.adults[0]

    shown = full(adult, [], Random(1))

    assert shown == Sight(f"{adult.recorded} {adult.family}", adult.given, adult.recorded, adult.family)
