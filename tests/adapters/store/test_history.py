"""The roll as what changed: nothing is written twice, any roll can be had back, and the store remembers as the core does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from adapters.store import Store, create_store, history, rolls, snapshots, tables
from adapters.store.rolls import Arrival
from roster.canonical import canonical
from roster.past import Sighting
from roster.snapshot import Snapshot
from roster.spans import Dated
from tests.builders import FEMI, OLA, a_contact, a_gap, a_phone, a_pupil, a_snapshot, a_tie
from tests.rolls_over_time import remembered_at

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
FILES = count()
ADE, TOLA = a_pupil("Ade Bello"), a_pupil("Tola Bello", classes=["4A"], year=4)
OLA_OF_ADE, FEMI_OF_TOLA = a_contact(ties=[a_tie(ADE)]), a_contact("Femi Bello", FEMI, ties=[a_tie(TOLA, "Father")])
BOTH, ONLY_TOLA = a_snapshot(OLA_OF_ADE, FEMI_OF_TOLA), a_snapshot(FEMI_OF_TOLA)
WRITTEN = (tables.Child, tables.Pupil, tables.Contact, tables.Tie, tables.Gap)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create_store(tmp_path / "roster.db")
    yield made
    made.close()


def received(session: Session, snapshot: Snapshot, *, days: int = 0, accepted: bool = True) -> tables.Roll:
    """A roll of other bytes than any before it."""
    at = AT + timedelta(days=days)
    arrival = Arrival.of("contacts.csv", str(next(FILES)).encode(), at, at.date())
    roll = rolls.receive(session, arrival, snapshot, format_="headings", problems=0)
    assert roll
    if accepted:
        rolls.accept(session, roll, at)
    return roll


def rows(session: Session) -> list[int | None]:
    return [session.scalar(select(func.count()).select_from(table)) for table in WRITTEN]


def a_day(days: int) -> date:
    return (AT + timedelta(days=days)).date()


def test_the_same_people_in_another_file_write_nothing_but_the_header(store: Store):
    sorted_otherwise = replace(BOTH, contacts=tuple(replace(one, rows=(9,)) for one in reversed(BOTH.contacts)))
    with store.writing() as session:
        received(session, replace(BOTH, gaps=(a_gap(14, pupils=(ADE,)),)))
        before = rows(session)

        roll = received(session, replace(sorted_otherwise, gaps=(a_gap(15, pupils=(ADE,)),)), days=1)

        assert rows(session) == before
        assert session.scalar(select(func.count()).where(tables.Contact.until.is_not(None))) == 0  # type: ignore[union-attr]
        assert [gap.row for gap in snapshots.rebuilt(session, roll).gaps] == [15]


def test_one_changed_pupil_writes_one_row(store: Store):
    with store.writing() as session:
        received(session, BOTH)
        before = rows(session)
        ade = replace(ADE, classes=frozenset({"3C"}))

        received(session, a_snapshot(a_contact(ties=[a_tie(ade)]), FEMI_OF_TOLA), days=1)

        assert [now - then for now, then in zip(rows(session), before, strict=True) if now and then] == [0, 1, 0, 0]


def test_any_roll_can_be_had_back(store: Store):
    kept = [BOTH, ONLY_TOLA, a_snapshot(a_contact("Ola Cole", ties=[a_tie(ADE), a_tie(TOLA)])), BOTH]
    with store.writing() as session:
        came = [received(session, snapshot, days=at) for at, snapshot in enumerate(kept)]

        again = [snapshots.rebuilt(session, roll) for roll in came]

    assert again == list(map(canonical, kept))


def test_two_contacts_alike_in_everything_keep_their_own_children(store: Store):
    twice = [replace(a_contact(ties=[a_tie(child)]), phones=(), ids=()) for child in (ADE, TOLA)]
    with store.writing() as session:
        received(session, a_snapshot(*twice))
        before = rows(session)

        roll = received(session, a_snapshot(twice[1]), days=1)

        assert rows(session) == before
        assert snapshots.rebuilt(session, roll) == canonical(a_snapshot(twice[1]))


def test_it_tells_when_somebody_was_on_the_roll(store: Store):
    with store.writing() as session:
        for days, snapshot in enumerate([BOTH, BOTH, ONLY_TOLA, ONLY_TOLA]):
            received(session, snapshot, days=days)

        found = history.sightings(session, [a_phone(OLA).e164, a_phone(FEMI).e164], [])

    assert set(found) == {
        Sighting("Ola Bello", (replace(ADE, left_on=a_day(1), dropped=True),), a_day(0), a_day(1)),
        Sighting("Femi Bello", (TOLA,), a_day(0), None),
    }


def test_it_tells_nobody_by_half_an_address(store: Store):
    with store.writing() as session:
        received(session, a_snapshot(a_contact(emails=["oxla@example.org"])))

        found = [
            history.sightings(session, [], [said]) for said in ("a@example.org", "o_la@example.org", "oxla@example.org")
        ]

    assert list(map(len, found)) == [0, 0, 1]


CHILDREN = (ADE, TOLA, a_pupil("name sade cole|2018-09-01|3|3b"), a_pupil("name sade cole|2018-09-01|4|4b"))
contacts = st.builds(
    lambda name, numbers, ids, children: a_contact(name, *numbers, ids=ids, ties=[a_tie(child) for child in children]),
    st.sampled_from(["Ola Bello", "O Bello", "Femi Cole"]),
    st.lists(st.sampled_from([OLA, FEMI, "07700 900130"]), min_size=1, max_size=2, unique=True),
    st.sampled_from([(), ("7",), ("8",)]),
    st.lists(st.sampled_from(CHILDREN), min_size=1, max_size=2, unique=True),
)
# Two contacts who are quite alike but for their children are kept apart by the store alone.
any_roll = st.lists(contacts, max_size=3, unique_by=lambda one: replace(one, ties=())).map(
    lambda found: a_snapshot(*found)
)
steps = st.tuples(any_roll, st.integers(0, 1), st.booleans(), st.booleans(), st.booleans())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(over_time=st.lists(steps, min_size=1, max_size=5))
def test_the_store_remembers_what_the_core_does(
    store: Store, over_time: Sequence[tuple[Snapshot, int, bool, bool, bool]]
):
    dated, day = [], 0
    # What is only read is not kept: every example begins with an empty database.
    with store.reading() as session:
        for at, (snapshot, later, accepted, cut, again) in enumerate(over_time, 1):
            day += later
            roll = received(session, replace(snapshot, cut_short=cut), days=day, accepted=accepted)
            roll.same_as = 1 if again and at > 1 else None
            session.flush()
            dated.append(Dated(at, roll.day, accepted=accepted, cut_short=cut, again=roll.same_as is not None))

        snapshot, past = history.remembered(session, roll)

    expected, their_past = remembered_at(dated, [replace(one, cut_short=cut) for one, _, _, cut, _ in over_time])
    assert snapshot == expected
    assert past.formers == their_past.formers
