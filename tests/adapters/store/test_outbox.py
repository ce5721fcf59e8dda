"""The outbox: one sender at a time, and nothing lost."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from adapters.store import Store, create_store, outbox, rolls, runs
from adapters.store.outbox import Claim, Way
from adapters.store.rolls import Arrival
from roster.letters import Audience, Letter, Words
from roster.snapshot import Snapshot

AT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
LEASE = timedelta(minutes=20)


def a_letter(key: str = "one") -> Letter:
    words = Words("Oak Primary: 3B", "text", "<p>html</p>")
    return Letter(key, "2026-11-22.1", Audience.VOLUNTEER, ("3B",), "ade@example.org", "<1@x>", "<3b@x>", words, AT)


@pytest.fixture
def store(tmp_path: Path):
    made = create_store(tmp_path / "roster.db")
    write(made, a_letter())
    yield made
    made.close()


def write(store: Store, letter: Letter) -> None:
    with store.writing() as session:
        roll = rolls.newest(session) or rolls.receive(
            session, Arrival.of("a.csv", b"a", AT, AT.date()), Snapshot(), format_="headings", problems=0
        )
        assert roll
        run = runs.begin(session, AT.date(), roll_id=roll.id or 0, inputs="x", at=AT)
        outbox.write(session, run, letter)


def claim(store: Store, now: datetime = AT) -> Claim | None:
    with store.writing() as session:
        return outbox.claim(session, 1, now=now, lease=LEASE)


def claimed(store: Store, now: datetime = AT) -> Claim:
    found = claim(store, now)
    assert found
    return found


def the_way(store: Store) -> Way:
    with store.reading() as session:
        return Way(outbox.every(session)[0].state)


def test_it_gives_a_letter_back_as_it_was_written(store: Store):
    assert claimed(store).letter == a_letter()


def test_it_writes_a_letter_of_one_key_once(store: Store):
    with pytest.raises(IntegrityError):
        write(store, a_letter())


def test_it_lets_one_sender_have_a_letter(store: Store):
    first, second = claim(store), claim(store)

    assert first
    assert second is None


def test_it_hands_a_dead_senders_letter_on_when_the_lease_ends(store: Store):
    claimed(store)

    early, late = claim(store, AT + LEASE - timedelta(seconds=1)), claim(store, AT + LEASE)

    assert early is None
    assert late
    assert late.attempt == 2
    assert late.repeats == 0


def test_it_counts_a_sender_who_died_after_the_dot_as_a_repeat(store: Store):
    first = claimed(store)
    with store.writing() as session:
        assert outbox.dotted(session, first)

    second = claimed(store, AT + LEASE)

    assert second.repeats == 1


def test_it_does_not_let_an_overtaken_sender_change_anything(store: Store):
    first = claimed(store)
    claimed(store, AT + LEASE)

    with store.writing() as session:
        outbox.sent(session, first, now=AT)
        dotted = outbox.dotted(session, first)

    assert the_way(store) is Way.CLAIMED
    assert not dotted


def test_it_is_over_once_sent(store: Store):
    first = claimed(store)
    with store.writing() as session:
        outbox.sent(session, first, now=AT)

    assert the_way(store) is Way.SENT
    assert claim(store, AT + timedelta(days=9)) is None


def test_it_waits_as_long_as_it_was_told(store: Store):
    first = claimed(store)
    with store.writing() as session:
        outbox.later(session, first, at=AT + timedelta(minutes=5), error="SMTPServerDisconnected")

    assert claim(store, AT + timedelta(minutes=4)) is None
    assert claim(store, AT + timedelta(minutes=5))
