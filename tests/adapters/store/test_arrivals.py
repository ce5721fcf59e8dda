"""Rolls and lists as they arrive: again, once more after others, and told by their bytes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.store import Store, create_store, lists, rolls
from adapters.store.rolls import Arrival
from roster.groups import Completeness, Member, MemberList, Shown
from roster.phone import Phone
from roster.snapshot import Snapshot

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path):
    made = create_store(tmp_path / "roster.db")
    yield made
    made.close()


def arrived(content: bytes, *, days: int = 0) -> Arrival:
    at = AT + timedelta(days=days)
    return Arrival.of("file.csv", content, at, at.date())


def a_roll(store: Store, content: bytes, *, days: int = 0) -> int | None:
    with store.writing() as session:
        row = rolls.receive(session, arrived(content, days=days), Snapshot(), format_="headings", problems=0)
        return row.id if row else None


def test_it_does_not_make_the_newest_roll_younger(store: Store):
    a_roll(store, b"first")

    again = a_roll(store, b"first", days=5)

    with store.reading() as session:
        newest = rolls.newest(session)
    assert again is None
    assert newest
    assert newest.day == AT.date()


def test_it_remembers_that_a_file_came_before_others(store: Store):
    a_roll(store, b"first")
    a_roll(store, b"second", days=1)

    a_roll(store, b"first", days=2)

    with store.reading() as session:
        newest = rolls.newest(session)
        assert newest
        facts = rolls.facts(session, newest)
    assert facts.received_on == AT.date() + timedelta(days=2)
    assert facts.seen_before == AT.date()


def test_it_gives_a_list_back_as_it_came(store: Store):
    members = (
        Member("~ Jo", 3, "Jo", Phone("+447700900123"), None, Shown.NUMBER, admin=True),
        Member("You", 4, own=True),
        Member("123@lid", 5, email="jo@example.org", shown=Shown.UNUSABLE),
    )
    listed = MemberList("3B", members, "whatsapp", "pasted", Completeness.PARTIAL, said=40, file="file.csv")

    with store.writing() as session:
        lists.receive(session, arrived(b"list"), listed)

    with store.reading() as session:
        (kept,) = lists.newest_of_each(session)
    assert kept.listed == listed


def test_it_knows_one_group_under_two_spellings(store: Store):
    for content, name in ((b"one", "3B"), (b"two", " 3b")):
        with store.writing() as session:
            lists.receive(session, arrived(content), MemberList(name, (), "whatsapp", "pasted"))

    with store.reading() as session:
        (kept,) = lists.newest_of_each(session)
    assert kept.row.group_name == " 3b"


def test_it_takes_the_same_file_for_two_groups(store: Store):
    with store.writing() as session:
        landed = [
            lists.receive(session, arrived(b"one"), MemberList(name, (), "whatsapp", "pasted"))
            for name in ("3B", "4A", "3B")
        ]

    assert [one.new for one in landed] == [True, True, False]


def test_it_makes_a_list_younger_that_comes_again(store: Store):
    with store.writing() as session:
        for days in (0, 29):
            lists.receive(session, arrived(b"one", days=days), MemberList("3B", (), "whatsapp", "pasted"))

    with store.reading() as session:
        (kept,) = lists.newest_of_each(session)
    assert kept.row.day == AT.date() + timedelta(days=29)
