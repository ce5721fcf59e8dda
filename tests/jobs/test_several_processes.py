"""Several processes on one database: each slot is run once, and whoever is killed or held up does no harm."""

import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.store import job_runs, tables
from adapters.store.job_runs import DONE, LEASE, RUNNING
from jobs.compose import compose
from jobs.duty import Duty, Every, Turn
from jobs.init import start
from jobs.office import Office
from jobs.timekeeping import Timekeeper
from tests.jobs.ticking import Came, a_process, land_word, run_slots, wait_until


@pytest.mark.parametrize(("processes", "slots"), [(2, 40), (4, 20)])
def test_it_runs_each_slot_once(tmp_path: Path, processes: int, slots: int):
    assert run_slots(tmp_path, processes=processes, slots=slots) == Came(slots, slots)


def test_it_takes_over_from_a_process_that_is_killed_in_the_middle(tmp_path: Path):
    settings, at_work = start(tmp_path), tmp_path / "at-work"
    process = a_process("held-up", settings, str(at_work), str(tmp_path / "never"))
    wait_until(at_work)
    process.kill()
    process.communicate()

    early = another(settings, LEASE - timedelta(seconds=30))
    late = another(settings, LEASE + timedelta(seconds=30))

    assert early == (0, RUNNING, "", 1)
    assert late == (1, DONE, "the second", 2)


def test_a_process_that_wakes_when_another_has_taken_over_lands_nothing(tmp_path: Path):
    settings, at_work, go_on = start(tmp_path), tmp_path / "at-work", tmp_path / "go-on"
    process = a_process("held-up", settings, str(at_work), str(go_on))
    wait_until(at_work)
    process.send_signal(signal.SIGSTOP)
    taken = another(settings, LEASE + timedelta(seconds=30))

    go_on.touch()
    process.send_signal(signal.SIGCONT)
    wait_until(Path(f"{at_work}.over"))
    process.communicate(timeout=20)

    assert taken == (1, DONE, "the second", 2)
    assert another(settings, LEASE + timedelta(seconds=60)) == (0, DONE, "the second", 2)


def another(settings: Path, later: timedelta) -> tuple[int, str, str, int]:
    """Let another process's ticker come by later; gives how many slots it did, and what stands in the database then."""

    def land(office: Office, turn: Turn) -> str:
        land_word(office, turn, "the second")
        return "landed"

    office = compose(settings, lambda: datetime.now(UTC) + later)
    done = Timekeeper(office, (Duty("held-up", Every.DAY, land),)).tick()
    with office.store.reading() as session:
        row = job_runs.every(session, "held-up")[0]
        word = session.get(tables.Secret, "word")
    office.close()
    return done, row.state, word.value if word else "", row.attempt
