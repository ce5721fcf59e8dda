"""Back-ups as the office and the schedule make them, and what a check-up says of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.backups.errors import BackUpTrouble, KeyTrouble, NotABackUp
from adapters.backups.keys import identity_in
from adapters.backups.making import COPY
from adapters.backups.names import kept_in
from adapters.store import tables
from jobs.backup import back_up, key_file
from jobs.check_up import Grade, Symptom
from jobs.checks import backups
from jobs.duties import backup, drill
from jobs.duty import Overtaken, Turn
from jobs.init import start
from jobs.settings import Settings
from tests.jobs.office import Clerk
from tests.jobs.school import NIGHT, World

ELSEWHERES = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
TURN = Turn("2026-11-22", lambda session: None)


def folder_of(world: World) -> Path:
    return world.folder / "backups"


def said(world: World, what: str) -> Symptom:
    """What a check-up says of one thing."""
    (found,) = [one for one in backups.check(world.office) if one.what == what]
    return found


def a_drill(world: World, outcome: str, *, state: str = "done") -> None:
    now = world.clock()
    with world.office.store.writing() as session:
        session.add(
            tables.JobRun(
                kind="drill", school="school", slot="2026-W47", state=state, attempt=1, owner="1", started_at=now,
                ended_at=now, outcome=outcome,
            )
        )  # fmt: skip


def test_the_command_makes_one_and_says_where(world: World, clerk: Clerk):
    world.first_night()

    told = clerk("backup")

    (made,) = kept_in(folder_of(world))
    assert told.status == 0
    assert f"Wrote {made}." in told.out
    assert f"Only {key_file(world.office.settings)} opens it" in told.out
    assert "AGE-SECRET-KEY" not in told.out + told.err
    assert folder_of(world).stat().st_mode & 0o077 == 0


def test_setting_up_makes_a_key_and_never_another(tmp_path: Path):
    start(tmp_path)
    (tmp_path / "roster.db").unlink()
    before = (tmp_path / "backup.key").read_text()

    start(tmp_path)

    assert before.splitlines()[-1].startswith("AGE-SECRET-KEY-1")
    assert (tmp_path / "backup.key").read_text() == before


def test_setting_up_for_a_key_elsewhere_makes_none(tmp_path: Path):
    chosen = Settings.default()
    kept = chosen.backup.model_copy(update={"recipient": ELSEWHERES})

    start(tmp_path, chosen.model_copy(update={"backup": kept}))

    assert not (tmp_path / "backup.key").exists()


def test_an_office_of_before_gets_its_key_with_the_first_back_up(world: World):
    key_file(world.office.settings).unlink()

    back_up(world.office.settings, NIGHT)

    assert key_file(world.office.settings).stat().st_mode & 0o077 == 0


def test_a_lost_key_is_never_quietly_replaced(world: World):
    back_up(world.office.settings, NIGHT)
    key_file(world.office.settings).unlink()

    with pytest.raises(KeyTrouble, match="missing"):
        back_up(world.office.settings, NIGHT + timedelta(days=1))

    assert not key_file(world.office.settings).exists()
    assert len(kept_in(folder_of(world))) == 1


def test_a_folder_on_another_disk_is_not_made_on_this_one(world: World, tmp_path: Path):
    world.settle(f'[backup]\nfolder = "{tmp_path}/mnt/backups"')

    with pytest.raises(BackUpTrouble) as refused:
        back_up(world.office.settings, NIGHT)

    assert "Is the disk there?" in refused.value.advice
    assert not (tmp_path / "mnt").exists()


def test_a_folder_that_is_a_file_is_said(world: World, clerk: Clerk):
    folder_of(world).write_text("mine")

    told = clerk("backup")

    assert told.status == 2
    assert "cannot be written" in told.err


def test_the_nightly_one_says_what_it_did_in_counts(world: World):
    world.first_night()

    outcome = backup.run(world.office, TURN)

    assert outcome.endswith("MB.")
    assert "rows backed up" in outcome
    assert backup.DUTY.at(world.office.settings).isoformat() == "03:30:00"


def test_whoever_is_overtaken_leaves_none(world: World):
    def overtaken(_: object) -> None:
        raise Overtaken

    with pytest.raises(Overtaken):
        backup.run(world.office, replace(TURN, mine=overtaken))

    assert kept_in(folder_of(world)) == ()


def test_without_a_folder_there_is_no_nightly_one(world: World):
    world.settle('[backup]\nfolder = ""')

    assert not backup.DUTY.wanted(world.office.settings)
    assert not drill.DUTY.wanted(world.office.settings)
    assert said(world, "back-ups").grade is Grade.WORTH_A_LOOK


def test_the_trial_restores_the_newest_and_leaves_nothing(world: World):
    world.first_night()
    back_up(world.office.settings, NIGHT)

    outcome = drill.run(world.office, TURN)

    assert outcome.startswith("the newest back-up can be restored: made on 22 November 2026 at 02:30 UTC")
    assert not [path.name for path in world.folder.iterdir() if "restoring" in path.name]
    assert "Charlie" not in outcome


def test_the_trial_of_a_damaged_one_fails(world: World):
    made = back_up(world.office.settings, NIGHT)
    made.file.write_bytes(made.file.read_bytes()[:-1])

    with pytest.raises(NotABackUp):
        drill.run(world.office, TURN)


def test_a_trial_without_a_back_up_fails(world: World):
    with pytest.raises(BackUpTrouble, match="no back-up to try"):
        drill.run(world.office, TURN)


def test_with_the_key_elsewhere_there_is_no_trial_here(world: World):
    key_file(world.office.settings).unlink()
    world.settle(f'[backup]\nrecipient = "{ELSEWHERES}"')
    back_up(world.office.settings, NIGHT)

    outcome = drill.run(world.office, TURN)

    a_drill(world, outcome)
    assert outcome.startswith("cannot be tried here")
    assert said(world, "back-up on trial").grade is Grade.WORTH_A_LOOK
    assert not [one for one in backups.check(world.office) if one.what == "back-ups' key"]


def test_a_key_left_from_before_is_not_tried_on_what_is_sealed_for_another(world: World):
    world.settle(f'[backup]\nrecipient = "{ELSEWHERES}"')
    back_up(world.office.settings, NIGHT)

    assert drill.run(world.office, TURN) == drill.ELSEWHERE


def test_with_the_recipients_key_here_it_is_tried(world: World):
    recipient = identity_in(key_file(world.office.settings)).to_public()
    world.settle(f'[backup]\nrecipient = "{recipient}"')
    back_up(world.office.settings, NIGHT)

    assert drill.run(world.office, TURN).startswith("the newest back-up can be restored")


@pytest.mark.parametrize(("days", "grade"), [(0, Grade.WELL), (1, Grade.WELL), (3, Grade.WRONG)])
def test_a_check_up_minds_how_old_the_last_is(world: World, days: int, grade: Grade):
    back_up(world.office.settings, NIGHT)
    world.clock.forward(days=days)

    assert said(world, "back-ups").grade is grade


def test_a_check_up_finds_that_there_is_none(world: World):
    assert said(world, "back-ups").said == "There is none."


@pytest.mark.parametrize(
    ("state", "days", "grade"),
    [("done", 1, Grade.WELL), ("done", 9, Grade.WRONG), ("failed", 0, Grade.WRONG), ("parked", 0, Grade.WRONG)],
)
def test_a_check_up_minds_the_last_trial(world: World, state: str, days: int, grade: Grade):
    a_drill(world, "the newest back-up can be restored", state=state)
    world.clock.forward(days=days)

    assert said(world, "back-up on trial").grade is grade


def test_a_check_up_finds_a_key_that_others_can_read(world: World):
    key_file(world.office.settings).chmod(0o644)

    assert "chmod 600" in said(world, "back-ups' key").cure


def test_a_check_up_finds_that_the_key_is_missing(world: World):
    key_file(world.office.settings).unlink()

    assert said(world, "back-ups' key").grade is Grade.WRONG


def test_a_check_up_minds_that_they_are_on_the_databases_disk(world: World):
    assert said(world, "back-ups' disk").grade is Grade.WORTH_A_LOOK


def test_a_check_up_finds_what_stands_about_unencrypted(world: World):
    before = world.folder / "roster.db.before-restore-2026-09-01T033000Z"
    before.write_bytes(b"old")
    (world.folder / f"roster.db{COPY}").write_bytes(b"left")
    world.clock.now = datetime.now(UTC)
    world.clock.forward(days=31)

    assert before.name in said(world, "put aside").cure
    assert said(world, "left over").grade is Grade.WORTH_A_LOOK
