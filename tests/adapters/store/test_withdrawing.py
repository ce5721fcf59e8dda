"""Letters that a newer run says anew: taken back as long as no server can have them, and not a moment longer."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.store import Store, create_store, outbox, rolls, runs, secrets
from adapters.store.outbox import Claim, Way
from adapters.store.rolls import Arrival
from roster.letters import Audience, Kind, Letter, Words
from roster.snapshot import Snapshot

AT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
LEASE = timedelta(minutes=20)
VOLUNTEER, OFFICE, LEAD = Audience.VOLUNTEER, Audience.OFFICE, Audience.LEAD


@pytest.fixture
def store(tmp_path: Path):
    made = create_store(tmp_path / "roster.db")
    yield made
    made.close()


def written(store: Store, audience: Audience = VOLUNTEER, kind: Kind = Kind.LIST) -> None:
    words = Words("Oak Primary: 3B", "text", "<p>html</p>")
    groups = ("3B",) if audience is VOLUNTEER else ()
    with store.writing() as session:
        arrival = Arrival.of("a.csv", b"a", AT, AT.date())
        roll = rolls.receive(session, arrival, Snapshot(), format_="headings", problems=0)
        assert roll
        run = runs.begin(session, AT.date(), roll_id=roll.id or 0, inputs="x", at=AT)
        letter = Letter("one", "1", audience, groups, "ade@example.org", "<1@x>", "<3b@x>", words, AT, kind)
        outbox.write(session, run, letter)


def withdrawn(store: Store, now: datetime = AT) -> bool:
    with store.writing() as session:
        number = outbox.withdraw_unsent(session, now)
        assert (Way(outbox.every(session)[0].state) is Way.WITHDRAWN) is bool(number)
    return bool(number)


def claimed(store: Store, now: datetime = AT) -> Claim:
    with store.writing() as session:
        claim = outbox.claim(session, 1, now=now, lease=LEASE)
    assert claim
    return claim


@pytest.mark.parametrize("kind", [Kind.LIST, Kind.NUDGE, Kind.CO_ADMIN])
def test_it_takes_back_every_letter_to_a_volunteer(store: Store, kind: Kind):
    written(store, kind=kind)

    assert withdrawn(store)
    with store.reading() as session:
        assert outbox.due(session, AT + timedelta(days=9)) == []


@pytest.mark.parametrize("audience", [OFFICE, LEAD])
@pytest.mark.parametrize(("kind", "back"), [(Kind.DIGEST, True), (Kind.ALERT, False)])
def test_it_takes_back_a_digest_and_no_alert(store: Store, audience: Audience, kind: Kind, *, back: bool):
    written(store, audience, kind)

    assert withdrawn(store) is back


def test_it_takes_back_what_a_server_put_off(store: Store):
    written(store)
    with store.writing() as session:
        claim = outbox.claim(session, 1, now=AT, lease=LEASE)
        assert claim
        outbox.later(session, claim, at=AT + timedelta(minutes=5), error="recipient 450")

    assert withdrawn(store)


def test_it_leaves_what_a_server_may_have(store: Store):
    written(store)
    with store.writing() as session:
        claim = outbox.claim(session, 1, now=AT, lease=LEASE)
        assert claim
        outbox.later(session, claim, at=AT, error="SMTPServerDisconnected", repeated=True)

    assert not withdrawn(store)


def test_it_leaves_what_a_sender_is_at_work_on(store: Store):
    written(store)
    claimed(store)

    assert not withdrawn(store)


def test_it_takes_back_what_a_sender_left_before_the_dot_who_then_may_not_send_it(store: Store):
    written(store)
    claim = claimed(store)

    back = withdrawn(store, AT + LEASE)
    with store.writing() as session:
        dotted = outbox.dotted(session, claim)

    assert (back, dotted) == (True, False)


def test_it_leaves_what_a_sender_left_after_the_dot(store: Store):
    written(store)
    claim = claimed(store)
    with store.writing() as session:
        outbox.dotted(session, claim)

    assert not withdrawn(store, AT + LEASE)


def test_it_leaves_what_was_sent(store: Store):
    written(store)
    claim = claimed(store)
    with store.writing() as session:
        outbox.sent(session, claim, now=AT)

    assert not withdrawn(store)


def test_it_makes_a_key_once_and_another_for_each_name(store: Store):
    with store.writing() as session:
        first, other = secrets.key(session, "marks"), secrets.key(session, "other")
    with store.writing() as session:
        again = secrets.key(session, "marks")

    assert first == again != other
    assert len(first) == 32
