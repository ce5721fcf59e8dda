"""Two letters to one volunteer: whatever happens to the older one, the newer one is read last."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.store import Store, create_store, outbox, rolls, runs
from adapters.store.outbox import Way
from adapters.store.rolls import Arrival
from roster.letters import Audience, Kind, Letter, Words
from roster.snapshot import Snapshot

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
LEASE = timedelta(minutes=20)
ADE, TOLA = "ade@example.org", "tola@example.org"


@pytest.fixture
def store(tmp_path: Path):
    made = create_store(tmp_path / "roster.db")
    with made.writing() as session:
        arrival = Arrival.of("a.csv", b"a", AT, AT.date())
        rolls.receive(session, arrival, Snapshot(), format_="headings", problems=0)
    yield made
    made.close()


def write(store: Store, key: str, recipient: str = ADE) -> None:
    with store.writing() as session:
        roll = rolls.newest(session)
        assert roll
        run = runs.begin(session, AT.date(), roll_id=roll.id or 0, inputs=key, at=AT)
        words = Words("Oak Primary: 3B", "text", "<p>html</p>")
        letter = Letter(key, "1", Audience.VOLUNTEER, ("3B",), recipient, f"<{key}@x>", "<3b@x>", words, AT, Kind.LIST)
        outbox.write(session, run, letter)


def claim(store: Store, number: int, now: datetime = AT) -> outbox.Claim | None:
    with store.writing() as session:
        return outbox.claim(session, number, now=now, lease=LEASE)


def ways(store: Store) -> list[Way]:
    with store.reading() as session:
        return [Way(row.state) for row in outbox.every(session)]


def test_it_holds_a_letter_back_while_an_older_one_is_in_somebodys_hands(store: Store):
    write(store, "older")
    older = claim(store, 1)
    write(store, "newer")

    assert older
    assert claim(store, 2) is None
    assert ways(store) == [Way.CLAIMED, Way.PENDING]


@pytest.mark.parametrize("repeated", [False, True])
def test_it_sends_no_older_letter_after_a_newer_one_was_written(store: Store, *, repeated: bool):
    write(store, "older")
    older = claim(store, 1)
    write(store, "newer")
    assert older
    with store.writing() as session:
        outbox.later(session, older, at=AT, error="451", repeated=repeated)

    assert claim(store, 1) is None
    assert claim(store, 2)
    assert ways(store) == [Way.WITHDRAWN, Way.CLAIMED]


def test_it_goes_on_with_the_newer_when_the_sender_of_the_older_died(store: Store):
    write(store, "older")
    claim(store, 1)
    write(store, "newer")
    after = AT + LEASE

    assert claim(store, 1, after) is None
    assert claim(store, 2, after)


def test_it_lets_nobody_wait_for_another_readers_letter(store: Store):
    write(store, "older")
    claim(store, 1)
    write(store, "newer", TOLA)

    assert claim(store, 2)
