"""Volunteers are written to in the morning of a school day, and at no other time; the office at any."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from adapters.store.outbox import Way
from jobs.granting import Wish
from jobs.undelivered import no_school_day
from jobs.up_to_date import heed_what_changed
from tests.jobs.school import ADMIN, CHARLIE, OFFICE, Clockwork, Family, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, a_sink

# Sunday, 22 November 2026, in London, where it is winter and the clock shows UTC.
SUNDAY_NIGHT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
MORNINGS = '[letters]\nbegin = "07:00"\nend = "08:00"\n[calendar]\n'


Begin = Callable[..., World]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, datetime], tuple[Path, Sink]]:
    """Gives a school on the first night after it has released its letters, which wait for the morning; each is made once."""

    @cache
    def made(calendar: str, at: datetime) -> tuple[Path, Sink]:
        folder = tmp_path_factory.mktemp("begun") / "office"
        with a_sink() as sink:
            world = World(folder, sink.port, more=MORNINGS + calendar, clock=Clockwork(at))
            world.first_night()
            world.office.close()
        return folder, sink

    return made


@pytest.fixture
def a_school(begun: Callable[[str, datetime], tuple[Path, Sink]], tmp_path: Path, sink: Sink) -> Iterator[Begin]:
    """Gives a copy of such a school, to do something to."""
    opened: list[World] = []

    def copied(calendar: str = "", at: datetime = SUNDAY_NIGHT) -> World:
        folder, before = begun(calendar, at)
        copytree(folder, tmp_path / "office")
        sink.received = [*before.received]
        world = World(tmp_path / "office", sink.port, more=MORNINGS + calendar, clock=Clockwork(at))
        opened.append(world)
        return world

    yield copied
    for world in opened:
        world.office.close()


def the_way(world: World) -> list[Way]:
    return [one.way for one in world.office.letters() if one.letter.recipient == ADMIN and one.way is not Way.WITHDRAWN]


def deliver_at(world: World, now: datetime) -> None:
    """The day's night, if it has not been run, and then the letters."""
    world.clock.now = now
    if not world.office.ran(world.office.today):
        world.office.nightly()
    world.office.deliver()


@pytest.mark.parametrize(
    ("now", "sent"),
    [
        (datetime(2026, 11, 22, 7, 30, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 6, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 7, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 8, 0, tzinfo=UTC), False),
    ],
)
def test_it_writes_to_volunteers_in_the_window_only(a_school: Begin, sink: Sink, now: datetime, sent: bool):
    world = a_school()

    deliver_at(world, now)

    assert bool(sink.to(ADMIN)) is sent
    assert sink.to(OFFICE)


def test_it_says_that_they_wait_and_that_nothing_is_wrong(a_school: Begin, sink: Sink):
    world = a_school()

    done = world.office.deliver()

    assert (done.for_the_window, done.waiting, done.trouble) == (1, 0, ())


def test_it_goes_on_the_next_school_day_when_the_morning_was_missed(a_school: Begin, sink: Sink):
    world = a_school()

    deliver_at(world, datetime(2026, 11, 23, 8, 0, 1, tzinfo=UTC))
    deliver_at(world, datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    before = len(sink.to(ADMIN))
    deliver_at(world, datetime(2026, 11, 24, 7, 0, tzinfo=UTC))

    assert (before, len(sink.to(ADMIN))) == (0, 1)


def test_it_stops_in_the_middle_of_a_batch_when_the_window_closes(
    tmp_path: Path, sink: Sink, monkeypatch: pytest.MonkeyPatch
):
    others = ", ".join(f'"volunteer{number}@example.org"' for number in range(4))
    world = World(tmp_path / "office", sink.port, more=MORNINGS, clock=Clockwork(SUNDAY_NIGHT))
    world.settings.write_text(world.settings.read_text().replace(f'"{ADMIN}"', others))
    world.reopen()
    world.first_night()
    world.clock.now = datetime(2026, 11, 23, 7, 59, tzinfo=UTC)
    world.office.nightly()
    given, slow = world.office.post.send, timedelta(seconds=25)

    def slowly(*message: object, **how: object) -> object:
        world.clock.now += slow
        return given(*message, **how)

    monkeypatch.setattr(world.office.post, "send", slowly)
    world.office.deliver()
    world.office.close()

    assert len([one for one in sink.recipients if one != OFFICE]) == 3


def test_it_tries_again_in_a_window_only(a_school: Begin, sink: Sink):
    world = a_school()
    sink.refuse[ADMIN] = "450 later"
    deliver_at(world, datetime(2026, 11, 23, 7, 58, tzinfo=UTC))
    sink.refuse.clear()

    deliver_at(world, datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
    before = len(sink.to(ADMIN))
    deliver_at(world, datetime(2026, 11, 24, 7, 0, tzinfo=UTC))

    assert (before, len(sink.to(ADMIN))) == (0, 1)


def test_it_keeps_letters_over_the_holidays_and_does_not_call_them_late(a_school: Begin, sink: Sink):
    terms = 'terms = ["2026-09-02 to 2026-11-20", "2027-01-04 to 2027-03-25"]'
    world = a_school(terms)
    sink.refuse[ADMIN] = "450 later"

    deliver_at(world, datetime(2026, 12, 25, 7, 30, tzinfo=UTC))
    world.clock.now = datetime(2027, 1, 3, 12, 0, tzinfo=UTC)
    world.office.receive("contacts.csv", an_export([*families(), Family(130, "4A")]))
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE]))
    deliver_at(world, datetime(2027, 1, 4, 7, 0, tzinfo=UTC))
    sink.refuse.clear()
    deliver_at(world, datetime(2027, 1, 4, 7, 5, tzinfo=UTC))

    assert len(sink.to(ADMIN)) == 1


def test_it_waits_and_says_so_when_no_school_day_is_known(a_school: Begin, sink: Sink):
    world = a_school('terms = ["2026-09-02 to 2026-11-20"]')
    deliver_at(world, datetime(2026, 11, 23, 7, 30, tzinfo=UTC))

    with world.office.store.reading() as session:
        said = no_school_day(session, world.office.settings, world.clock())
    waiting = the_way(world)
    world.settle(MORNINGS)
    world.office.nightly()
    with world.office.store.reading() as session:
        then = no_school_day(session, world.office.settings, world.clock())
    world.office.deliver()

    assert said is not None
    assert "calendar.terms" in said
    assert (waiting, then) == ([Way.PENDING], None)
    assert len(sink.to(ADMIN)) == 1


def test_it_keeps_a_time_by_the_schools_clock_in_summer(a_school: Begin, sink: Sink):
    world = a_school(at=datetime(2026, 6, 14, 1, 30, tzinfo=UTC))

    deliver_at(world, datetime(2026, 6, 15, 5, 59, tzinfo=UTC))
    before = len(sink.to(ADMIN))
    deliver_at(world, datetime(2026, 6, 15, 6, 0, tzinfo=UTC))

    assert (before, len(sink.to(ADMIN))) == (0, 1)


def test_it_sends_nothing_of_a_night_that_is_another_days(a_school: Begin, sink: Sink):
    world = a_school()

    world.clock.now = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
    done = world.office.deliver()

    assert sink.to(ADMIN) == []
    assert (done.for_the_window, done.waiting) == (1, 0)


def test_it_sends_nothing_that_a_word_of_the_office_has_made_untrue_since(a_school: Begin, sink: Sink):
    world = a_school()
    world.clock.now = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
    world.office.nightly()
    world.clock.now = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    world.office.exempt(Wish("3B", CHARLIE[0], "a guest"), by="Tola")

    world.office.deliver()
    before = len(sink.to(ADMIN))
    compared = heed_what_changed(world.office)
    world.office.deliver()

    assert (before, compared) == (0, True)
    assert sink.to(ADMIN) == []


def test_it_compares_again_only_if_something_changed(a_school: Begin, sink: Sink):
    world = a_school()
    world.clock.now = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    without_a_night = heed_what_changed(world.office)
    world.office.nightly()

    assert (without_a_night, heed_what_changed(world.office)) == (False, False)
    world.office.deliver()
    assert len(sink.to(ADMIN)) == 1
