"""On the way: whatever the mail server or a power cut does, no letter is lost and none comes twice without need."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from adapters.mail.message import Sender, message_of
from adapters.store import outbox
from adapters.store.outbox import Way
from jobs.compose import compose
from jobs.crashing import VARIABLE
from jobs.deliver import LEASE, wait_after
from roster.letters import Letter
from tests.adapters.mail.servers import a_rude_server
from tests.jobs.school import ADMIN, CHARLIE, OFFICE, OTHER_ADMIN, Clockwork, World, a_list, carers
from tests.jobs.sink import Sink, text_of


def roster(world: World, *arguments: str, crash_at: str = "") -> int:
    """Run the real command in a process of its own, and perhaps kill it."""
    done = subprocess.run(
        [sys.executable, "-m", "jobs", *arguments, "--settings", str(world.settings)],
        env={**os.environ, VARIABLE: crash_at},
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode


@pytest.fixture
def now(tmp_path: Path, sink: Sink) -> Iterator[World]:
    """A school whose clock shows the computer's time, because the commands go by that."""
    made = World(tmp_path / "office", sink.port, clock=Clockwork(datetime.now(UTC)))
    made.receive_all()
    yield made
    made.office.close()


def later(world: World) -> None:
    """The lease of a dead sender ends, and the outbox is looked at again."""
    world.clock.now = max(world.clock.now, datetime.now(UTC)) + LEASE + timedelta(minutes=1)
    world.office.deliver()


@pytest.mark.parametrize(("point", "copies"), [("claimed", 1), ("dotted", 1), ("answered", 2)])
def test_it_survives_a_kill_on_the_way(now: World, sink: Sink, point: str, copies: int):
    status = roster(now, "nightly", crash_at=point)
    later(now)
    later(now)

    letters = sink.to(OFFICE)
    assert status == -signal.SIGKILL
    assert len(letters) == copies
    assert len({letter["Message-ID"] for letter in letters}) == 1
    assert [one.way for one in now.office.letters()] == [Way.SENT]


def test_it_gives_up_a_letter_that_may_have_arrived_twice(now: World, sink: Sink):
    roster(now, "nightly", crash_at="answered")
    now.clock.now = datetime.now(UTC)
    for _ in range(2):
        with now.office.store.writing() as session:
            from sqlalchemy import text

            session.execute(
                text("update letter set state = 'claimed', dotted = 1, lease_until = '2020-01-01 00:00:00'")
            )
        later(now)

    assert len(sink.to(OFFICE)) == 2
    assert [(one.way, one.error) for one in now.office.letters()] == [
        (Way.DEAD, "may have arrived, not repeated again")
    ]


def test_it_keeps_nothing_of_a_night_that_was_killed_before_its_end(now: World, sink: Sink):
    status = roster(now, "nightly", crash_at="night")

    assert status == -signal.SIGKILL
    assert now.office.letters() == ()
    assert not now.office.ran(now.office.today)
    assert roster(now, "nightly") == 0
    assert sink.recipients == [OFFICE]


def test_it_sends_nothing_again_when_the_command_is_given_again(now: World, sink: Sink):
    assert [roster(now, "nightly") for _ in range(2)] == [0, 0]
    assert sink.recipients == [OFFICE]


def test_it_tries_again_when_the_server_is_away(world: World, sink: Sink):
    world.receive_all()
    world.settings.write_text(world.settings.read_text().replace(f"port = {sink.port}", "port = 1"))
    world.office.close()
    away = compose(world.settings, world.clock)
    away.nightly()
    first = away.deliver()
    away.close()
    world.settle("")

    assert (first.waiting, first.trouble) == (1, ("ConnectionRefusedError",))
    assert world.office.deliver().sent == 0
    world.clock.forward(minutes=5)
    assert world.office.deliver().sent == 1
    assert len(sink.to(OFFICE)) == 1


@pytest.mark.parametrize("answer", ["450 4.2.1 later", "421 closing"])
def test_it_waits_while_the_recipient_is_put_off(world: World, sink: Sink, answer: str):
    sink.refuse[OFFICE] = answer
    world.receive_all()
    world.a_night()
    sink.refuse.clear()
    world.clock.forward(hours=1)
    world.office.deliver()

    assert len(sink.to(OFFICE)) == 1


def test_it_tells_the_office_of_an_address_that_was_refused(world: World, sink: Sink):
    sink.refuse[ADMIN] = "550 5.1.1 nobody of that name"
    world.first_night()
    world.a_night(days=1)
    world.a_night(days=1)

    first, _, report = map(text_of, sink.to(OFFICE)[:3])
    assert sink.to(ADMIN) == []
    assert ADMIN not in first
    assert f"Nothing more is sent to {ADMIN}: the mail server refuses the address (550)" in " ".join(report.split())
    assert len(sink.to(OFFICE)) == 3


def test_it_writes_to_the_new_admin_after_the_old_ones_address_was_refused(world: World, sink: Sink):
    sink.refuse[ADMIN] = "550 5.1.1 nobody of that name"
    world.first_night()
    world.settings.write_text(world.settings.read_text().replace(ADMIN, OTHER_ADMIN))
    world.office.close()
    world.office = compose(world.settings, world.clock)
    world.a_night(days=1)

    assert "(1 new)" in text_of(sink.to(OTHER_ADMIN)[0])


def test_it_writes_to_nobody_who_is_no_longer_the_groups_admin(world: World, sink: Sink):
    sink.refuse[ADMIN] = "450 later"
    world.first_night()
    sink.refuse.clear()
    world.settings.write_text(world.settings.read_text().replace(ADMIN, OTHER_ADMIN))
    world.office.close()
    world.office = compose(world.settings, world.clock)
    world.clock.forward(hours=1)
    world.office.deliver()

    assert sink.to(ADMIN) == []


def test_it_gives_up_after_five_days(world: World, sink: Sink):
    sink.refuse[OFFICE] = "450 later"
    world.receive_all()
    world.a_night()
    world.clock.forward(days=5, minutes=1)
    world.office.deliver()

    assert [one.way for one in world.office.letters()] == [Way.DEAD]


@pytest.mark.parametrize(("dot", "copies"), [("drop", 1), ("store and drop", 2)])
def test_it_repeats_once_what_the_server_may_have_taken(tmp_path: Path, dot: str, copies: int):
    with a_rude_server(dot=dot) as server:
        world = World(tmp_path / "office", server.port)
        world.receive_all()
        world.a_night()
        server.answers.clear()
        world.clock.forward(hours=1)
        world.office.deliver()
        ways = [one.way for one in world.office.letters()]
        world.office.close()

    ids = {line for taken in server.stored for line in taken.splitlines() if line.startswith(b"Message-ID")}
    assert ways == [Way.SENT]
    assert len(server.stored) == copies
    assert len(ids) == 1


def test_it_never_repeats_a_letter_more_than_once(tmp_path: Path):
    with a_rude_server(dot="store and drop") as server:
        world = World(tmp_path / "office", server.port)
        world.receive_all()
        world.a_night()
        for _ in range(5):
            world.clock.forward(hours=7)
            world.office.deliver()
        ways = [one.way for one in world.office.letters()]
        world.office.close()

    assert len(server.stored) == 2
    assert ways == [Way.DEAD]


def test_it_waits_longer_each_time():
    waits = [wait_after(attempt) for attempt in range(1, 12)]

    assert waits[0] == timedelta(minutes=5)
    assert waits == sorted(waits)
    assert max(waits) == timedelta(hours=6)


def test_it_lets_two_senders_share_an_outbox(world: World, sink: Sink):
    from concurrent.futures import ThreadPoolExecutor

    world.receive_all()
    world.office.nightly()
    offices = [compose(world.settings, world.clock) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda office: office.deliver().sent, offices))
    for office in offices:
        office.close()

    assert sum(done) == 1
    assert len(sink.to(OFFICE)) == 1


def three_letters(world: World) -> None:
    """A night that writes to the office and to two admins, and is not delivered yet."""
    world.settings.write_text(world.settings.read_text().replace(f'"{ADMIN}"', f'"{ADMIN}", "{OTHER_ADMIN}"'))
    world.office.close()
    world.office = compose(world.settings, world.clock)
    world.receive_all()
    world.a_night()
    world.office.release("3B", "Tola")
    world.office.nightly()


def test_it_keeps_the_others_going_when_one_letter_cannot_be_made(
    world: World, sink: Sink, monkeypatch: pytest.MonkeyPatch
):
    three_letters(world)

    def one_fails(letter: Letter, sender: Sender, stop_link: str) -> EmailMessage:
        if letter.recipient == ADMIN:
            raise KeyError("Charlie Nobody")
        return message_of(letter, sender, stop_link)

    monkeypatch.setattr("jobs.deliver.message_of", one_fails)

    done = world.office.deliver()

    assert (done.waiting, done.trouble) == (1, ("KeyError",))
    assert len(sink.to(OTHER_ADMIN)) == 1
    assert {one.error for one in world.office.letters() if one.way is Way.PENDING} == {"KeyError"}


def test_it_sends_no_second_copy_when_it_was_overtaken(world: World, sink: Sink, monkeypatch: pytest.MonkeyPatch):
    world.receive_all()
    world.office.nightly()
    monkeypatch.setattr(outbox, "dotted", lambda *_: False)

    done = world.office.deliver()

    assert (done.sent, done.given_up) == (0, 0)
    assert not sink.received


def test_it_knocks_once_where_nobody_answers(world: World):
    three_letters(world)
    with a_rude_server(greeting="421 closing") as server:
        world.settings.write_text(world.settings.read_text().replace(f"port = {world.port}", f"port = {server.port}"))
        away = compose(world.settings, world.clock)
        done = away.deliver()
        tried = [one.attempts for one in away.letters() if one.way is Way.PENDING]
        away.close()

    assert (done.waiting, done.trouble) == (3, ("SMTPConnectError 421",))
    assert sorted(tried) == [0, 0, 1]


def test_it_ends_the_command_with_1_when_a_letter_was_given_up(now: World, sink: Sink):
    sink.refuse[OFFICE] = "550 5.1.1 nobody of that name"

    assert roster(now, "nightly") == 1


def test_it_keeps_the_letters_while_the_server_does_not_relay_for_us(world: World, sink: Sink):
    sink.refuse[OFFICE] = "554 5.7.1 Relay access denied"
    world.receive_all()
    world.a_night()
    sink.refuse.clear()
    world.clock.forward(hours=1)
    world.office.deliver()

    assert len(sink.to(OFFICE)) == 1


def test_a_reader_who_is_spelt_in_two_ways_gets_one_letter(world: World, sink: Sink):
    other = ADMIN.title()
    world.settle(f'[groups."4A"]\nadmins = ["{other}"]\n[volunteers."{other}"]\nlanguage = "pl"')
    world.receive_all()
    world.office.receive("4A.csv", a_list([*carers("4A"), CHARLIE]))
    world.a_night()
    for name in ("3B", "4A"):
        world.office.release(name, "Tola")

    world.a_night()

    (letter,) = sink.to(ADMIN)
    assert other not in sink.recipients
    assert (letter["Content-Language"], "3B" in text_of(letter), "4A" in text_of(letter)) == ("pl", True, True)
