"""The promise, server by server: a letter is never lost, and comes twice only if the server vanished after the final dot."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree

import pytest

from adapters.mail.smtp import Post, Server
from adapters.store import outbox, stops, tables
from adapters.store.outbox import Way
from tests.adapters.mail.servers import Rude, a_rude_server
from tests.jobs.school import ADMIN, World
from tests.jobs.sink import Sink, a_sink

_PATIENCE = 0.4
WAITS, SENT, DEAD = Way.PENDING.value, Way.SENT.value, Way.DEAD.value


@dataclass(frozen=True)
class Promise:
    """What must hold after the first attempt, and after the server has come to its senses.

    `stored` are the copies that the server has then; `repeats` counts attempts whose end nobody knows.
    """

    state: str
    stored: int
    repeats: int = 0
    in_the_end: str = SENT
    stored_in_the_end: int = 1
    stop: bool = False


WAITING = Promise(WAITS, 0)
AT_ONCE = Promise(SENT, 1)
NEVER = Promise(DEAD, 0, in_the_end=DEAD, stored_in_the_end=0)

TABLE: dict[str, tuple[dict[str, str], Promise]] = {
    "is polite": ({}, AT_ONCE),
    "is slow at every step": ({step: f"slow {said}" for step, said in (
        ("greeting", "220 slow"), ("ehlo", "250 slow"), ("mail", "250 OK"), ("rcpt", "250 OK"), ("dot", "250 taken"),
        ("quit", "221 bye"))}, AT_ONCE),
    "drops the line at once": ({"greeting": "drop"}, WAITING),
    "drops after MAIL": ({"mail": "drop"}, WAITING),
    "drops after RCPT": ({"rcpt": "drop"}, WAITING),
    "drops on DATA": ({"data": "drop"}, WAITING),
    "drops after the dot, not stored": ({"dot": "drop"}, Promise(WAITS, 0, repeats=1)),
    "drops after the dot, stored": ({"dot": "store and drop"}, Promise(WAITS, 1, repeats=1, stored_in_the_end=2)),
    "hangs at the beginning": ({"greeting": "hang"}, WAITING),
    "hangs at MAIL": ({"mail": "hang"}, WAITING),
    "hangs at RCPT": ({"rcpt": "hang"}, WAITING),
    "hangs on DATA": ({"data": "hang"}, WAITING),
    "hangs after the dot, not stored": ({"dot": "hang"}, Promise(WAITS, 0, repeats=1)),
    "hangs after the dot, stored": ({"dot": "store and hang"}, Promise(WAITS, 1, repeats=1, stored_in_the_end=2)),
    "drops after its 250": ({"quit": "drop"}, AT_ONCE),
    "hangs after its 250": ({"quit": "hang"}, AT_ONCE),
    "is full at the greeting": ({"greeting": "421 closing"}, WAITING),
    "is full at MAIL": ({"mail": "421 closing"}, WAITING),
    "does not want the sender": ({"mail": "550 not you"}, WAITING),
    "puts the recipient off": ({"rcpt": "450 4.2.1 later"}, WAITING),
    "has no such recipient": ({"rcpt": "550 5.1.1 nobody"}, replace(NEVER, stop=True)),
    "has no such recipient here": ({"rcpt": "551 not here"}, replace(NEVER, stop=True)),
    "knows no such name": ({"rcpt": "553 no such name"}, replace(NEVER, stop=True)),
    "does not want us": ({"rcpt": "550 5.7.1 not from you"}, WAITING),
    "does not relay for us": ({"rcpt": "554 5.7.1 relay access denied"}, WAITING),
    "puts the message off": ({"dot": "451 later"}, WAITING),
    "refuses DATA": ({"data": "554 no"}, NEVER),
    "refuses the message": ({"dot": "554 looks like spam"}, NEVER),
    "finds it too big": ({"dot": "552 too big"}, NEVER),
}  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with one letter to a volunteer in its outbox."""
    folder = tmp_path_factory.mktemp("begun") / "office"
    with a_sink() as sink:
        sink.refuse[ADMIN] = "450 later"
        world = World(folder, sink.port)
        world.first_night()
        world.office.close()
    return folder


@pytest.fixture
def world(begun: Path, tmp_path: Path, sink: Sink) -> Iterator[World]:
    copytree(begun, tmp_path / "office")
    made = World(tmp_path / "office", sink.port)
    made.clock.forward(hours=1)
    yield made
    made.office.close()


def tried(world: World, server: Rude) -> None:
    """Deliver to a server, with little patience."""
    post = Post(Server("127.0.0.1", server.port, "none", seconds=_PATIENCE, seconds_after_the_dot=_PATIENCE))
    replace(world.office, post=post).deliver()


def the_letter(world: World) -> tables.Letter:
    with world.office.store.reading() as session:
        (last,) = [one for one in outbox.every(session) if one.recipient == ADMIN and one.state != Way.WITHDRAWN.value]
        session.expunge_all()
    return last


def stopped(world: World) -> bool:
    with world.office.store.reading() as session:
        return stops.in_force(session).covers(ADMIN)


@pytest.mark.parametrize(("answers", "promise"), TABLE.values(), ids=TABLE.keys())
def test_it_keeps_its_promise_to_a_server_that(world: World, answers: dict[str, str], promise: Promise):
    with a_rude_server(**answers) as server:
        tried(world, server)
        first, stored = the_letter(world), len(server.stored)
        stop = stopped(world)
        server.answers.clear()
        for _ in range(3):
            world.clock.forward(hours=7)
            tried(world, server)

    last, taken = the_letter(world), server.stored
    assert (first.state, stored, first.repeats, stop) == (
        promise.state, promise.stored, promise.repeats, promise.stop,
    )  # fmt: skip
    assert (last.state, len(taken)) == (promise.in_the_end, promise.stored_in_the_end)
    assert len({line for one in taken for line in one.splitlines() if line.startswith(b"Message-ID")}) <= 1


def test_it_loses_nothing_when_the_line_is_cut_in_the_body(world: World):
    with a_rude_server(body="drop") as server:
        tried(world, server)
        first = the_letter(world)
        server.answers.clear()
        for _ in range(3):
            world.clock.forward(hours=7)
            tried(world, server)

    # A short letter is in the system's hands before the line breaks, so that nobody knows whether the dot was read.
    assert first.state == WAITS
    assert first.repeats <= 1
    assert (the_letter(world).state, len(server.stored)) == (SENT, 1)


def test_it_gives_a_letter_up_rather_than_send_it_a_third_time(world: World):
    with a_rude_server(dot="store and drop") as server:
        for _ in range(5):
            world.clock.forward(hours=7)
            tried(world, server)

    assert len(server.stored) == 2
    assert the_letter(world).state == DEAD
    assert not stopped(world)


def test_it_sends_a_batch_over_one_line(world: World):
    others = [f"volunteer{number}@example.org" for number in range(5)]
    told = world.settings.read_text().replace(f'"{ADMIN}"', ", ".join(f'"{one}"' for one in others))
    world.settings.write_text(told)
    world.reopen()
    world.office.nightly()

    with a_rude_server() as server:
        tried(world, server)

    assert len(server.stored) >= len(others)
    assert server.seen.count("ehlo") == server.seen.count("quit") == 1
