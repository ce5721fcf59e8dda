"""Several lists of one group: whoever any of them shows is in, until a later one tells that they went."""

from dataclasses import replace
from datetime import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster.groups import Completeness, Member, MemberList, Presence, Shown
from roster.merging import merged
from roster.phone import Phone

BEFORE, MORNING, EVENING = map(datetime.fromisoformat, ("2026-11-19T08:00", "2026-11-20T08:00", "2026-11-20T20:00"))
EVENTS, PARTIAL, COMPLETE = Completeness.EVENTS, Completeness.PARTIAL, Completeness.COMPLETE


NUMBERS = {name: Phone(f"+4477009001{at:02}") for at, name in enumerate("Ade Ola Femi Tola Bisi".split())}


def person(name: str, presence: Presence = Presence.IN, went_at: datetime | None = None) -> Member:
    phone = NUMBERS.get(name)
    shown = Shown.NUMBER if phone else Shown.NO_NUMBER
    return Member(name, 1, name, phone, shown=shown, presence=presence, went_at=went_at)


def a_list(names: str, gone: str = "", *, how: Completeness = EVENTS, as_of: datetime | None = None) -> MemberList:
    left = tuple(person(name, Presence.GONE, as_of) for name in gone.split())
    return MemberList("3B", tuple(map(person, names.split())), "whatsapp", "chat", how, gone=left, as_of=as_of)


def shown(listed: MemberList) -> list[str]:
    return [member.shown_as for member in listed.members]


def gone(listed: MemberList) -> list[str]:
    return [member.shown_as for member in listed.gone]


def test_absence_takes_nobody_out():
    assert shown(merged([a_list("Ade Ola"), a_list("Femi")])) == ["Femi", "Ade", "Ola"]


def test_who_left_by_the_later_chat_is_gone():
    both = merged([a_list("Ade Ola", as_of=MORNING), a_list("Ola", "Ade", as_of=EVENING)])

    assert (shown(both), gone(both)) == (["Ola"], ["Ade"])


def test_who_left_by_the_earlier_chat_and_is_in_the_later_is_in():
    both = merged([a_list("Ola", "Ade", as_of=MORNING), a_list("Ola Ade", as_of=EVENING)])

    assert (shown(both), gone(both)) == (["Ola", "Ade"], [])


def test_the_older_chat_may_come_last():
    both = merged([a_list("Ola Ade", as_of=EVENING), a_list("Ola", "Ade", as_of=MORNING)])

    assert sorted(shown(both)) == ["Ade", "Ola"]
    assert both.as_of == EVENING


def test_who_left_by_the_newer_chat_is_gone_though_an_older_one_comes_after_it():
    both = merged([a_list("Ola", "Ade", as_of=EVENING), a_list("Ola Ade", as_of=MORNING)])

    assert (shown(both), gone(both)) == (["Ola"], ["Ade"])


@pytest.mark.parametrize(("first", "second"), [(None, None), (MORNING, None), (None, EVENING), (MORNING, MORNING)])
def test_nobody_goes_where_nobody_can_say_which_came_later(first: datetime | None, second: datetime | None):
    both = merged([a_list("Ade Ola", as_of=first), a_list("Ola", "Ade", as_of=second)])

    assert sorted(shown(both)) == ["Ade", "Ola"]


def test_two_of_one_name_stay_two():
    assert shown(merged([a_list("Hidden Hidden"), a_list("Ade Ade Hidden")])) == ["Ade", "Ade", "Hidden"]


def test_a_complete_list_is_all_there_is():
    assert shown(merged([a_list("Ade"), a_list("Ola", how=COMPLETE), a_list("Femi", how=COMPLETE)])) == ["Femi"]


def test_the_surer_sight_counts():
    doubtful = MemberList("3B", (person("Ade", Presence.MAY_BE),), "whatsapp", "chat", EVENTS)

    assert merged([a_list("Ade", how=COMPLETE), doubtful]).members[0].presence is Presence.IN


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [(COMPLETE, PARTIAL, PARTIAL), (COMPLETE, EVENTS, EVENTS), (PARTIAL, EVENTS, EVENTS), (EVENTS, PARTIAL, EVENTS)],
)
def test_it_proves_no_more_than_the_weaker(first: Completeness, second: Completeness, together: Completeness):
    assert merged([a_list("Ade", how=first), a_list("Ola", how=second)]).completeness is together


names = st.lists(st.sampled_from("Ade Ola Femi Tola Bisi".split()), unique=True).map(" ".join)
moments = st.sampled_from([None, MORNING, EVENING])


@st.composite
def chats(draw: st.DrawFn) -> MemberList:
    people = draw(st.lists(st.sampled_from("Ade Ola Femi Tola Bisi".split()), unique=True))
    here = draw(st.integers(0, len(people)))
    return a_list(" ".join(people[:here]), " ".join(people[here:]), as_of=draw(moments))


@given(st.lists(chats(), min_size=1, max_size=4))
def test_nobody_is_in_and_gone_at_once_and_nobody_vanishes(lists: list[MemberList]):
    whole = merged(lists)

    assert not set(shown(whole)) & set(gone(whole))
    assert {name for one in lists for name in shown(one)} <= {*shown(whole), *gone(whole)}


@given(st.lists(names, min_size=1, max_size=4))
def test_without_anybody_leaving_everybody_stays(lists: list[str]):
    assert set(shown(merged(map(a_list, lists)))) == {name for one in lists for name in one.split()}


@given(st.lists(chats(), min_size=1, max_size=4), st.randoms())
def test_the_order_in_which_they_come_makes_no_difference(lists: list[MemberList], random: Random):
    turned = random.sample(lists, len(lists))

    assert sorted(shown(merged(lists))) == sorted(shown(merged(turned)))
    assert sorted(gone(merged(lists))) == sorted(gone(merged(turned)))


def test_what_any_list_knows_of_somebody_is_kept():
    landline = Phone("+441632960000")
    book = MemberList(
        "3B", (replace(person("Ade"), more_phones=(landline,), admin=True),), "contacts", "vcard", PARTIAL
    )
    bare = MemberList("3B", (replace(person("Ade"), name="", shown_as="+44 7700 900100"),), "whatsapp", "chat", EVENTS)

    for lists in ([book, bare], [bare, book]):
        (member,) = merged(lists).members
        assert (member.name, member.phones, member.admin) == ("Ade", (NUMBERS["Ade"], landline), True)


def test_a_leaving_before_the_sight_is_none():
    went = replace(a_list("Ola", as_of=EVENING), gone=(person("Ade", Presence.GONE, BEFORE),))

    assert shown(merged([a_list("Ola Ade", as_of=MORNING), went])) == ["Ola", "Ade"]


def test_a_leaving_of_an_unknown_moment_is_none():
    went = replace(a_list("Ola", as_of=EVENING), gone=(person("Ade", Presence.GONE),))

    assert shown(merged([a_list("Ola Ade", as_of=MORNING), went])) == ["Ola", "Ade"]


def test_who_may_have_come_back_is_not_gone():
    went = replace(a_list("Ola", as_of=EVENING), gone=(person("Ade", Presence.MAY_BE, EVENING),))

    assert shown(merged([a_list("Ola Ade", as_of=MORNING), went])) == ["Ola", "Ade"]


def test_somebody_of_the_same_name_who_left_is_somebody_else():
    assert sorted(shown(merged([a_list("Kate Ola", as_of=MORNING), a_list("Ola", "Kate", as_of=EVENING)]))) == [
        "Kate",
        "Ola",
    ]


def test_who_left_before_another_list_s_nameless_people_came_may_be_one_of_them():
    shown_first, left = a_list("Ade Ola", as_of=BEFORE), a_list("Ola", "Ade", as_of=MORNING)
    nameless = replace(a_list("Ola", as_of=EVENING), hides_people=True)

    assert shown(merged([shown_first, left])) == ["Ola"]
    assert "Ade" in shown(merged([shown_first, left, nameless]))
