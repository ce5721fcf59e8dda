"""Told in time: a night that has not ended when letters should go, and the word to a watchdog after a good one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from sqlalchemy import update

from adapters.store import job_runs, runs, tables
from adapters.watchdog import WatchdogSilent, tell_watchdog
from jobs.duties import compare, late, watchdog
from jobs.office import Posted
from jobs.timekeeping import Timekeeper
from roster.letters import Kind
from tests.jobs.school import OFFICE, World

BEFORE_SEVEN = datetime(2026, 11, 23, 6, 59, tzinfo=UTC)
SEVEN = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
TODAY = "2026-11-23"
SECRET = "5e0c8d1a"


@pytest.fixture
def monday(world: World) -> World:
    """The school after a first night and a word of the watchman, on Monday before the letters go."""
    world.settle('[letters]\nbegin = "07:00"\nend = "08:00"')
    world.clock.now = BEFORE_SEVEN - timedelta(days=1)
    world.receive_all()
    tick(world, compare.DUTY, late.DUTY)
    world.office.deliver()
    world.clock.now = BEFORE_SEVEN
    return world


def tick(world: World, *duties) -> None:
    Timekeeper(world.office, duties).tick()


def alerts(world: World) -> list[Posted]:
    return [one for one in world.office.letters() if one.letter.kind is Kind.ALERT]


def of_late(world: World) -> tables.JobRun | None:
    with world.office.store.reading() as session:
        return job_runs.of_slot(session, "late", TODAY)


def test_it_tells_the_office_once_when_the_night_was_not_run_in_time(monday: World, sink):
    tick(monday, late.DUTY)
    before = alerts(monday)
    monday.clock.now = SEVEN

    for _ in range(3):
        tick(monday, late.DUTY)
        monday.clock.forward(minutes=20)
    monday.office.deliver()

    [alert] = alerts(monday)
    assert not before
    assert alert.letter.recipient == OFFICE
    assert "The night's comparison has not been made".upper() in alert.letter.words.text
    assert "before 07:00" in alert.letter.words.text
    assert "roster doctor" in alert.letter.words.html
    assert OFFICE in sink.recipients


def test_it_tells_the_office_once_though_it_is_killed_before_it_can_note_that(monday: World):
    monday.clock.now = SEVEN
    tick(monday, late.DUTY)
    with monday.office.store.writing() as session:
        session.execute(
            update(tables.JobRun).where(tables.JobRun.kind == "late").values(state="running", lease_until=SEVEN)
        )
    monday.clock.forward(minutes=15)

    tick(monday, late.DUTY)

    row = of_late(monday)
    assert row
    assert (row.state, row.outcome) == ("done", "the night was not run in time; the office is told")
    assert len(alerts(monday)) == 1


def test_it_says_what_is_known_of_why(monday: World):
    monday.settings.write_text(monday.settings.read_text().replace(f'office_email = "{OFFICE}"', ""))
    text = monday.settings.read_text()
    from jobs.compose import compose

    monday.office.close()
    monday.office = compose(monday.settings, monday.clock)
    tick(monday, compare.DUTY)
    monday.settings.write_text(text.replace("[school]", f'[school]\noffice_email = "{OFFICE}"'))
    monday.office.close()
    monday.office = compose(monday.settings, monday.clock)
    monday.clock.now = SEVEN

    tick(monday, late.DUTY)

    [alert] = alerts(monday)
    assert "Nobody knows where the office's letters should go." in alert.letter.words.text


def test_it_says_nothing_when_the_night_was_run(monday: World):
    tick(monday, compare.DUTY)
    monday.clock.now = SEVEN

    tick(monday, late.DUTY)

    assert not alerts(monday)


def test_it_waits_a_moment_for_a_night_that_has_just_begun(monday: World):
    with monday.office.store.writing() as session:
        claimed = job_runs.claim(session, "compare", TODAY, owner="somebody", now=SEVEN)
    monday.clock.now = SEVEN
    tick(monday, late.DUTY)
    at_first = alerts(monday)
    for _ in range(4):
        monday.clock.forward(minutes=4)
        tick(monday, late.DUTY)

    assert claimed
    assert not at_first
    assert len(alerts(monday)) == 1
    assert alerts(monday)[0].letter.written_at <= SEVEN + timedelta(minutes=15)


def test_it_does_not_alarm_anybody_over_a_day_that_has_passed(monday: World):
    monday.clock.now = SEVEN + timedelta(days=1, hours=-2)

    tick(monday, late.DUTY)

    assert not alerts(monday)
    row = of_late(monday)
    assert row
    assert row.outcome == "the night was not run in time, and that day is over"


def test_it_says_that_there_is_nobody_to_tell_before_the_first_night(world: World):
    world.clock.now = SEVEN

    tick(world, late.DUTY)

    row = of_late(world)
    assert row
    assert row.outcome.endswith("nothing has been compared yet, so there is nobody to tell")


def test_an_alert_does_not_count_as_the_offices_digest(monday: World):
    tick(monday, compare.DUTY)
    with monday.office.store.reading() as session:
        told, last = runs.last_told_to_office(session), runs.latest(session)
    monday.clock.now = SEVEN + timedelta(days=1)

    tick(monday, late.DUTY)

    with monday.office.store.reading() as session:
        still = runs.last_told_to_office(session)
    assert len(alerts(monday)) == 1
    assert told
    assert last
    assert still
    assert told.id == still.id != last.id


class Dog:
    """A watchdog that remembers who asked it, and answers as told."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.status = 200
        self.waits = 0.0
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/{SECRET}"


@contextmanager
def awake(dog: Dog) -> Iterator[None]:
    silence = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            dog.asked.append(self.path)
            silence.wait(dog.waits)
            self.send_response(dog.status)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        dog.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        silence.set()
        server.shutdown()


@pytest.fixture
def dog() -> Iterator[Dog]:
    made = Dog()
    with awake(made):
        yield made


def watched(world: World, dog: Dog) -> None:
    world.settle(f'[watchdog]\nurl = "{dog.url}"')
    world.clock.now = BEFORE_SEVEN


def test_it_tells_the_watchdog_of_a_good_night_once(world: World, dog: Dog):
    watched(world, dog)
    world.receive_all()

    for _ in range(3):
        tick(world, compare.DUTY, watchdog.DUTY)

    assert dog.asked == [f"/{SECRET}"]


def test_it_does_not_tell_the_watchdog_of_a_night_that_was_not_run(world: World, dog: Dog):
    watched(world, dog)

    tick(world, compare.DUTY, watchdog.DUTY)
    nothing = list(dog.asked)
    world.receive_all()
    world.clock.forward(minutes=6)
    tick(world, compare.DUTY, watchdog.DUTY)

    assert not nothing
    assert dog.asked == [f"/{SECRET}"]


def test_it_does_not_tell_the_watchdog_while_letters_are_stuck(world: World, dog: Dog):
    watched(world, dog)
    world.receive_all()
    tick(world, compare.DUTY)
    with world.office.store.writing() as session:
        session.execute(update(tables.Letter).values(state="dead", error="message 554", ended_at=world.clock.now))
    tick(world, watchdog.DUTY)
    stuck = list(dog.asked)

    with world.office.store.writing() as session:
        session.execute(update(tables.Letter).values(error="recipient 550"))
    world.clock.forward(minutes=6)
    tick(world, watchdog.DUTY)

    assert not stuck
    assert dog.asked == [f"/{SECRET}"]


@pytest.mark.parametrize("status", [302, 404])
def test_it_takes_nothing_but_a_good_answer_and_goes_nowhere_else(dog: Dog, status: int):
    dog.status = status

    with pytest.raises(WatchdogSilent, match=f"as it should .{status}."):
        tell_watchdog(dog.url)

    assert len(dog.asked) == 1


def test_a_watchdog_that_does_not_answer_fails_no_night_and_its_address_is_never_told(
    world: World, dog: Dog, caplog: pytest.LogCaptureFixture
):
    watched(world, dog)
    world.receive_all()
    dog.status = 500

    tick(world, compare.DUTY, watchdog.DUTY)

    with world.office.store.reading() as session:
        night, word = (job_runs.of_slot(session, kind, TODAY) for kind in ("compare", "watchdog"))
    assert night
    assert word
    assert (night.state, word.state) == ("done", "failed")
    assert word.outcome == "The watchdog's address does not answer as it should (500)."
    assert SECRET not in f"{word.error}{word.outcome}{caplog.text}"
    assert len(dog.asked) == 1


def test_it_does_not_wait_long_for_a_watchdog(dog: Dog):
    dog.waits = 5

    with pytest.raises(WatchdogSilent, match="ReadTimeout") as silent:
        tell_watchdog(dog.url, seconds=0.2)

    assert SECRET not in silent.value.sentence


def test_it_asks_no_watchdog_that_is_not_in_the_settings(world: World):
    assert not watchdog.DUTY.wanted(world.office.settings)
