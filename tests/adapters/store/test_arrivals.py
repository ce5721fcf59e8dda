"""Rolls and lists as they arrive: again, once more after others, and told by their bytes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.store import Store, create_store, lists, rolls
from adapters.store.rolls import Arrival
from roster.groups import Completeness, Member, MemberList, Presence, Shown
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


def test_it_makes_the_newest_roll_younger_that_the_mis_hands_over_again(store: Store):
    a_roll(store, b"first")

    with store.writing() as session:
        noted = [rolls.confirm(session, arrived(b"first", days=days)) for days in (0, 5, 5)]

    with store.reading() as session:
        newest = rolls.newest(session)
        assert newest
        facts = rolls.facts(session, newest)
    assert noted == [False, True, False]
    assert newest.day == AT.date()
    assert facts.received_on == AT.date() + timedelta(days=5)


def test_the_same_file_read_by_other_columns_is_not_confirmed_by_what_the_other_reading_was(store: Store):
    a_roll(store, b"roll")
    with store.writing() as session:
        rolls.confirm(session, arrived(b"roll", days=3))
        again = rolls.receive(
            session, arrived(b"roll", days=4), Snapshot(), format_="headings", problems=0, columns={"0": "id"}
        )

        assert again is not None
        assert (again.day, again.confirmed_on) == (arrived(b"", days=3).day, None)


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
    further = {"more_phones": (Phone("+447700900124"),), "more_emails": ("ade@example.org",)}
    members = (
        Member("~ Jo", 3, "Jo", Phone("+447700900123"), None, Shown.NUMBER, admin=True, **further),
        Member("You", 4, own=True, presence=Presence.MAY_BE),
        Member("123@lid", 5, email="jo@example.org", shown=Shown.UNUSABLE),
    )
    gone = (Member("Femi", 9, "Femi"),)
    listed = MemberList(
        "3B", members, "whatsapp", "pasted", Completeness.PARTIAL, said=40, file="file.csv", gone=gone,
        as_of=datetime.fromisoformat("2026-11-20T08:15"), without_maker=True, hides_people=True,
    )  # fmt: skip

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


def test_a_list_that_does_not_say_shows_the_moment_it_came(store: Store):
    with store.writing() as session:
        lists.receive(session, arrived(b"list"), MemberList("3B", (Member("Ola", 1, "Ola"),), "other", "name-phone"))

    with store.reading() as session:
        (kept,) = lists.newest_of_each(session)
    assert kept.listed.as_of == AT.replace(tzinfo=None)


def a_list(*names: str, how: Completeness = Completeness.COMPLETE, **facts: object) -> MemberList:
    members = tuple(Member(name, row, name) for row, name in enumerate(names, start=1))
    return MemberList("3B", members, "whatsapp", "pasted", how, **facts)  # type: ignore[arg-type]


def together(store: Store, *came: MemberList) -> list[str]:
    for day, listed in enumerate(came):
        with store.writing() as session:
            lists.receive(session, arrived(f"{day}".encode(), days=day), listed)
    with store.reading() as session:
        (kept,) = lists.newest_of_each(session)
    return [member.shown_as for member in kept.listed.members]


def test_nobody_goes_because_a_partial_list_lacks_them(store: Store):
    assert together(store, a_list("Ade", "Ola"), a_list("Femi", how=Completeness.PARTIAL)) == ["Femi", "Ade", "Ola"]


def test_a_complete_list_is_all_there_is(store: Store):
    assert together(store, a_list("Ade", how=Completeness.EVENTS), a_list("Ola"), a_list("Femi")) == ["Femi"]


def test_a_list_without_its_maker_proves_nobody_gone(store: Store):
    assert together(store, a_list("Ade", "Ola"), a_list("Ola", without_maker=True)) == ["Ola", "Ade"]


ADE = Phone("+447700900100")


def who_left(day: str) -> MemberList:
    moment = datetime.fromisoformat(day)
    gone = Member("Ade", 1, "Ade", ADE, shown=Shown.NUMBER, presence=Presence.GONE, went_at=moment)
    return a_list("Ola", how=Completeness.EVENTS, gone=(gone,), as_of=datetime.fromisoformat("2026-11-24"))


def with_ade() -> MemberList:
    listed = a_list("Ade", "Ola")
    return replace(listed, members=(replace(listed.members[0], phone=ADE, shown=Shown.NUMBER), listed.members[1]))


def test_who_left_after_a_list_came_is_gone(store: Store):
    assert together(store, with_ade(), who_left("2026-11-23")) == ["Ola"]


def test_who_left_before_a_list_came_is_in_it(store: Store):
    assert together(store, with_ade(), who_left("2026-11-21")) == ["Ola", "Ade"]


def test_the_same_list_with_a_number_of_members_is_news(store: Store):
    content = b"the same"
    for listed in (a_list("Ade"), a_list("Ade", how=Completeness.PARTIAL, said=3)):
        with store.writing() as session:
            assert lists.receive(session, arrived(content), listed).new
    with store.writing() as session:
        assert not lists.receive(session, arrived(content), a_list("Ade", how=Completeness.PARTIAL, said=3)).new
