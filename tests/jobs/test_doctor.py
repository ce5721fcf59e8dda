"""The doctor: says what is wrong, in three grades, with what to do, and names nobody."""

import json
from datetime import UTC, datetime

import pytest

from adapters.store import job_runs
from jobs.check_up import Grade, Symptom
from jobs.checks import clock, database, disk, jobs, lists, mail, settings
from jobs.doctor import examined
from jobs.duty import Duty, Every
from jobs.rota import rota_of
from jobs.timekeeping import Timekeeper
from tests.jobs.office import Clerk
from tests.jobs.school import World, an_export, families

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WELL, LOOK, WRONG = Grade.WELL, Grade.WORTH_A_LOOK, Grade.WRONG


def found(check, world: World) -> dict[str, Symptom]:
    return {one.what: one for one in check.check(world.office)}


def run_everything(world: World) -> None:
    Timekeeper(world.office, tuple(duty for duty in rota_of(world.office.settings) if duty.kind != "watchdog")).tick()


def test_it_says_that_nothing_has_ever_run(world: World):
    symptoms = found(jobs, world)

    assert (symptoms["schedule"].grade, symptoms["schedule"].said) == (WRONG, "Nothing has run by itself yet.")
    assert "roster serve" in symptoms["schedule"].cure
    assert set(symptoms) == {"schedule", "nights"}


def test_it_says_of_every_job_when_it_was_done(world: World):
    world.clock.now = NOON
    world.receive_all()

    run_everything(world)

    symptoms = found(jobs, world)
    assert (symptoms["the night's comparison"].grade, symptoms["the night's comparison"].said) == (
        WELL,
        "Done for 23 November 2026.",
    )
    assert not [one for one in symptoms.values() if one.grade is WRONG]


def test_it_says_why_a_job_was_not_done(world: World):
    world.clock.now = NOON

    run_everything(world)

    one = found(jobs, world)["the night's comparison"]
    assert one.grade is WRONG
    assert one.said.startswith("Not done for 23 November 2026: There is nothing to compare yet.")
    assert one.said.endswith("It has never been done.")


def test_it_says_that_a_job_was_broken_off(world: World):
    world.clock.now = NOON
    with world.office.store.writing() as session:
        job_runs.claim(session, "compare", "2026-11-23", owner="gone", now=NOON)
    at_work = found(jobs, world)["the night's comparison"]

    world.clock.forward(minutes=11)

    broken = found(jobs, world)["the night's comparison"]
    assert (at_work.grade, at_work.said) == (WELL, "It is being done just now.")
    assert broken.grade is WRONG


def test_it_says_that_a_job_is_due_while_others_run(world: World):
    world.clock.now = NOON
    Timekeeper(world.office, (Duty("chore", Every.DAY, lambda _, __: ""),)).tick()

    one = found(jobs, world)["the night's comparison"]

    assert (one.grade, one.said) == (WRONG, "It is due for 23 November 2026. It has never been done.")


def test_it_says_since_when_nothing_has_run_and_what_was_left_out(world: World):
    world.clock.now = NOON
    world.receive_all()
    run_everything(world)
    world.clock.forward(days=10)
    asleep = found(jobs, world)["schedule"]
    run_everything(world)

    awake = [one for one in jobs.check(world.office) if one.what == "the night's comparison"]
    assert asleep.said == "Nothing has run by itself since 23 November 2026."
    assert [one.grade for one in awake] == [WELL, LOOK]
    assert (
        awake[1].said == "3 times not done in the last week: 24 November 2026, 25 November 2026 and 26 November 2026."
    )


def test_it_finds_a_clock_that_is_behind_what_has_happened(world: World):
    world.receive_all()
    right = found(clock, world)["clock"]
    world.clock.forward(days=-3)

    wrong = found(clock, world)["clock"]

    assert right.grade is WELL
    assert wrong.grade is WRONG
    assert "something has happened on 22 November 2026 already" in wrong.said


def test_it_finds_a_database_that_points_to_nothing(world: World):
    whole = found(database, world)["database"]
    with world.office.store.reading() as session:
        connection = session.connection().connection.driver_connection
        assert connection
        session.rollback()
        connection.execute("pragma foreign_keys=off")
        connection.execute("insert into flag values (99, 0, 'x', 'remove', 'x', 'x', 0)")
        connection.execute("pragma foreign_keys=on")

    loose = found(database, world)["database"]

    assert whole.grade is WELL
    assert loose.grade is WRONG
    assert "flag" in loose.said


def test_it_finds_a_full_disk(world: World, monkeypatch: pytest.MonkeyPatch):
    room = found(disk, world)["disk"]
    monkeypatch.setattr(disk, "_TOO_LITTLE", 2**62)

    full = found(disk, world)["disk"]

    assert room.grade in {WELL, LOOK}
    assert full.grade is WRONG


def test_it_speaks_to_the_mail_server_and_sends_nothing(world: World, sink):
    symptom = found(mail, world)["mail server"]

    assert symptom == Symptom(WELL, "mail server", "127.0.0.1 lets us in, on this very machine.")
    assert not sink.received


def test_it_says_why_the_mail_server_does_not_let_us_in(tmp_path, sink):
    world = World(tmp_path / "shut", sink.port)
    world.settings.write_text(world.settings.read_text().replace('security = "none"', 'security = "starttls"'))
    world.office.close()
    from jobs.compose import compose

    office = compose(world.settings, world.clock)
    [no_starttls] = mail.check(office)
    office.close()

    assert no_starttls.grade is WRONG
    assert "(SMTPNotSupportedError)" in no_starttls.said
    assert "STARTTLS" in no_starttls.cure


def test_it_says_that_nobody_answers_at_the_mail_servers_port(tmp_path):
    world = World(tmp_path / "away", 9)

    [away] = mail.check(world.office)
    world.office.close()

    assert away.grade is WRONG
    assert "127.0.0.1, port 9" in away.said


def test_it_looks_at_the_age_of_the_roll_and_of_the_lists(world: World):
    before = found(lists, world)
    world.receive_all()
    young = found(lists, world)
    world.clock.forward(days=31)
    old = found(lists, world)
    world.office.receive("contacts.csv", an_export(families()[:-1]))

    assert (before["roll"].grade, before["lists"].grade) == (WRONG, LOOK)
    assert (young["roll"].grade, young["lists"].grade) == (WELL, WELL)
    assert (old["roll"].grade, old["lists"].grade) == (WRONG, LOOK)
    assert old["lists"].said == "1 list is more than 30 days old: 3B."
    assert found(lists, world)["roll"].grade is WELL


@pytest.mark.parametrize(
    ("terms", "grade"),
    [('["2026-11-02 to 2026-12-10"]', LOOK), ('["2026-11-02 to 2027-07-20"]', WELL)],
)
def test_it_says_when_the_terms_that_are_known_run_out(world: World, terms: str, grade: Grade):
    world.settle(f"[calendar]\nterms = {terms}")

    assert found(settings, world)["terms"].grade is grade


def test_it_finds_groups_without_anybody_to_write_to(world: World):
    world.settle('[groups."4A"]\nadmins = []')

    assert found(settings, world)["groups"].said == "1 group has nobody to write to: 4A."


def test_it_says_everything_the_gravest_first_and_what_to_do(clerk: Clerk):
    told = clerk("doctor")

    lines = told.out.splitlines()
    marks = [line[:5].strip() for line in lines if line[:5].strip() in {"WRONG", "look", "well"}]
    assert told.status == 1
    assert "wrong" in lines[0]
    assert marks == sorted(marks, key=["WRONG", "look", "well"].index)
    assert "  -> roster receive contacts.xlsx" in told.out


def test_it_says_the_same_as_json_and_names_nobody(clerk: Clerk):
    clerk.world.receive_all()
    clerk.world.a_night()

    told = clerk("doctor", "--format", "json", "--no-mail")

    found = json.loads(told.out)
    assert told.status == 1
    assert found["well"] is False
    assert {"grade", "what", "said", "cure"} == set(found["found"][0])
    assert "mail server" not in {one["what"] for one in found["found"]}
    assert not [name for name in ("Charlie", "Bello", "900900", "@example.org") if name in told.out]


def test_it_goes_on_when_one_thing_cannot_be_looked_at(world: World, monkeypatch: pytest.MonkeyPatch):
    def broken(_: object) -> list[Symptom]:
        raise KeyError("Ade Bello")

    monkeypatch.setattr(disk, "check", broken)

    symptoms = {one.what: one for one in examined(world.office, mail=False)}

    assert symptoms["disk"].grade is WRONG
    assert "KeyError at " in symptoms["disk"].said
    assert "Bello" not in symptoms["disk"].said
    assert "clock" in symptoms


def test_it_cannot_look_without_settings(clerk: Clerk):
    clerk.world.settings.write_text("[school]\nnmae = 1\n")

    told = clerk("doctor")

    assert told.status == 2
    assert "nmae" in told.err
