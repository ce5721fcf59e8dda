"""A command dies at a system call, or the disk fails it; afterwards everything is there, once, and whole.

These are points from everywhere; `make soak` goes through hundreds.
"""

from collections.abc import Iterator

import pytest

from tests.kill.bench import Bench, a_bench
from tests.kill.points import errors, kills, spread
from tests.kill.scenarios import LETTERS, SCENARIOS, Scenario
from tests.kill.strace import Fault, NoStrace, watching

KILLS, ERRORS = 5, 2


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with a_bench(tmp_path_factory.mktemp("bench")) as made:
        yield made


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_it_survives_a_kill_and_a_bad_disk_at_any_call(bench: Bench, scenario: Scenario):
    trial = bench.trial(scenario)

    found = [trial.under(fault) for fault in (*spread(kills(trial), KILLS), *spread(errors(trial), ERRORS))]

    assert [wrong for one in found for wrong in one.wrong] == []
    assert sum(one.befell for one in found) == KILLS + ERRORS


def test_it_repeats_a_letter_once_at_most_and_only_if_nobody_knows_whether_it_came(bench: Bench):
    trial = bench.trial(LETTERS)
    answers = [number for call, number in trial.calls if call == "recvfrom"]

    found = [trial.under(Fault("recvfrom", number)) for number in answers[4:8]]

    assert [wrong for one in found for wrong in one.wrong] == []
    assert {one.repeated for one in found} == {0, 1}


def test_it_says_what_to_do_where_no_process_can_be_watched():
    with pytest.raises(NoStrace, match="may not look at another process"):
        watching(2**22 - 1, ["-e", "trace=write"])
