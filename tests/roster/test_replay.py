"""A chat's history replayed: who is in the group, who may be, and who went."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster.chat_log import OWN, ChatLog, Event, What, Wrote
from roster.groups import Presence
from roster.replay import replay
from roster.tokens import key_of

OLD, NEW = "+44 7700 900123", "+44 7700 900124"


def log(*happenings: Event | Wrote) -> ChatLog:
    events = tuple(one for one in happenings if isinstance(one, Event))
    return ChatLog("whatsapp", "x", events=events, senders=tuple(one for one in happenings if isinstance(one, Wrote)))


def came(line: int, *people: str, by: str = "") -> Event:
    return Event(line, What.CAME, people, by)


def went(line: int, *people: str, by: str = "") -> Event:
    return Event(line, What.WENT, people, by)


def renumbered(line: int, old: str = OLD, new: str = NEW) -> Event:
    return Event(line, What.RENUMBERED, (old, new))


def replayed(*happenings: Event | Wrote) -> dict[str, str]:
    stayed, gone = replay(log(*happenings))
    return {one.token: one.presence.value for one in stayed} | {one.token: "gone" for one in gone}


def test_whoever_came_is_in_the_group():
    assert replayed(came(1, "Ade", "Tola")) == {"Ade": "in", "Tola": "in"}


def test_whoever_went_last_is_gone():
    assert replayed(came(1, "Ade", "Tola"), went(2, "Ade")) == {"Ade": "gone", "Tola": "in"}
    assert replayed(went(2, "Ade")) == {"Ade": "gone"}


def test_whoever_came_back_is_in_the_group():
    assert replayed(came(1, "Ade"), went(2, "Ade"), came(3, "Ade")) == {"Ade": "in"}
    assert replayed(came(3, "Ade"), went(2, "Ade"), came(1, "Ade")) == {"Ade": "in"}


def test_whoever_wrote_may_be_in_the_group():
    assert replayed(Wrote("Ade", 1, 9)) == {"Ade": "may be"}


def test_whoever_came_and_wrote_is_in_the_group():
    assert replayed(came(1, "Ade"), Wrote("Ade", 2, 9)) == {"Ade": "in"}
    assert replayed(Wrote("Ade", 1, 9), came(4, "Ade")) == {"Ade": "in"}


def test_whoever_wrote_before_going_is_gone():
    assert replayed(Wrote("Ade", 1, 2), went(3, "Ade")) == {"Ade": "gone"}


def test_whoever_wrote_after_going_is_back_though_nobody_said_so():
    assert replayed(came(1, "Ade"), Wrote("Ade", 2, 9), went(5, "Ade")) == {"Ade": "may be"}


def test_whoever_did_something_was_in_the_group():
    assert replayed(came(1, "Tola", by="Ade")) == {"Ade": "may be", "Tola": "in"}
    assert replayed(went(1, "Ade"), came(2, "Tola", by="Ade")) == {"Ade": "may be", "Tola": "in"}
    assert replayed(came(1, "Ade"), went(2, "Tola", by="Ade")) == {"Ade": "in", "Tola": "gone"}


def test_who_exported_is_one_of_them():
    stayed, gone = replay(log(came(1, "Tola", by=OWN), went(2, OWN)))

    assert [one.own for one in stayed] == [False]
    assert [one.own for one in gone] == [True]


def test_marks_spaces_tildes_and_spellings_of_a_number_make_nobody_else():
    tokens = ("~\u202fSunny", "~ sunny", "SUNNY", "\u2068~Sunny\u2069")

    assert len(replayed(*(came(line, token) for line, token in enumerate(tokens)))) == 1
    assert len(replayed(came(1, "\u202a+44\u00a07700\u00a0900123\u202c"), Wrote("07700 900123", 2, 2))) == 1


def test_the_token_is_the_last_that_was_written_and_the_line_the_first():
    (one,), _ = replay(log(came(3, "~ Sunny"), Wrote("~\u202fSunny", 5, 7)))

    assert (one.token, one.line) == ("~\u202fSunny", 3)


def test_a_new_number_takes_the_place_of_the_old_one():
    assert replayed(came(1, OLD), renumbered(2)) == {NEW: "in"}
    assert replayed(Wrote(OLD, 1, 1), renumbered(2)) == {NEW: "may be"}
    assert replayed(renumbered(2)) == {NEW: "may be"}
    assert replayed(went(1, OLD), renumbered(2)) == {NEW: "may be"}
    assert replayed(came(1, OLD), renumbered(2), went(3, NEW)) == {NEW: "gone"}
    assert replayed(came(1, OLD), renumbered(2), Wrote(OLD, 3, 3)) == {NEW: "in", OLD: "may be"}


def test_a_new_number_keeps_line_and_duty():
    stayed, _ = replay(log(came(1, OLD), Event(2, What.PROMOTED, (OLD,)), Wrote("Tola", 3, 3), renumbered(4)))

    assert [(one.token, one.line, one.admin) for one in stayed] == [(NEW, 1, True), ("Tola", 3, False)]


def test_somebody_with_both_numbers_is_one_person():
    assert replayed(came(1, OLD), came(2, NEW), renumbered(3)) == {NEW: "in"}
    assert replayed(came(1, OLD), Wrote(NEW, 2, 2), renumbered(3)) == {NEW: "in"}
    assert replayed(came(1, OLD), renumbered(2, OLD, "07700 900123")) == {"07700 900123": "in"}


def test_an_admin_is_one_until_it_is_taken_back_or_they_go():
    made = Event(2, What.PROMOTED, ("Ade",))

    def admins(*happenings: Event | Wrote) -> list[bool]:
        return [one.admin for one in replay(log(*happenings))[0]]

    assert admins(came(1, "Ade"), made, Wrote("Ade", 3, 3)) == [True]
    assert admins(came(1, "Ade"), made, Event(3, What.DEMOTED, ("Ade",))) == [False]
    assert admins(came(1, "Ade"), made, went(3, "Ade"), came(4, "Ade")) == [False]
    assert admins(came(1, "Ade"), made, went(3, "Ade"), Wrote("Ade", 4, 4)) == [False]


def test_whoever_is_made_an_admin_is_in_the_group():
    assert replayed(Event(1, What.PROMOTED, ("Ade",))) == {"Ade": "may be"}
    assert replayed(went(1, "Ade"), Event(2, What.PROMOTED, ("Ade",))) == {"Ade": "may be"}


@pytest.mark.parametrize("region", ["GB", "PL"])
def test_a_number_is_dialled_from_the_region(region: str):
    stayed, _ = replay(log(came(1, "512 345 678"), came(2, "+48 512 345 678")), region)

    assert len(stayed) == (1 if region == "PL" else 2)


PEOPLE = st.sampled_from(["Ade", "~ Ade", "ADE", "Tola", "Femi", OLD, "07700 900123", NEW, OWN, "Tom and Jerry"])
LINES = st.integers(min_value=1, max_value=30)
EVENTS = st.one_of(
    st.builds(
        Event,
        LINES,
        st.sampled_from([What.CAME, What.WENT, What.PROMOTED, What.DEMOTED]),
        st.lists(PEOPLE, max_size=3).map(tuple),
        PEOPLE | st.just(""),
        st.integers(0, 3),
    ),
    st.builds(renumbered, LINES, PEOPLE, PEOPLE),
)
SENDERS = st.builds(lambda token, one, other: Wrote(token, min(one, other), max(one, other)), PEOPLE, LINES, LINES)
HAPPENINGS = st.lists(EVENTS | SENDERS, max_size=15)


@given(HAPPENINGS)
def test_nobody_is_in_the_group_and_gone_or_twice_in_it(happenings: list[Event | Wrote]):
    stayed, gone = replay(log(*happenings))

    keys = [key_of(one.token) for one in (*stayed, *gone)]
    assert len(keys) == len(set(keys))


@given(HAPPENINGS)
def test_everybody_is_somebody_whom_the_chat_names(happenings: list[Event | Wrote]):
    told = {key_of(one.token) for one in happenings if isinstance(one, Wrote)}
    told |= {key_of(token) for one in happenings if isinstance(one, Event) for token in (one.by, *one.people) if token}
    old = {key_of(one.people[0]) for one in happenings if isinstance(one, Event) and one.what is What.RENUMBERED}

    stayed, gone = replay(log(*happenings))

    assert told - old <= {key_of(one.token) for one in (*stayed, *gone)} <= told


@given(HAPPENINGS, st.randoms())
def test_only_the_order_of_the_lines_counts(happenings: list[Event | Wrote], random):
    apart = [
        Event(10 * place, one.what, one.people, one.by, one.others)
        if isinstance(one, Event)
        else Wrote(one.token, 10 * place, 10 * place + 5)
        for place, one in enumerate(happenings, start=1)
    ]
    shuffled = random.sample(apart, len(apart))

    assert replay(log(*shuffled)) == replay(log(*apart))


@given(HAPPENINGS, PEOPLE)
def test_whoever_writes_in_the_end_is_never_gone(happenings: list[Event | Wrote], token: str):
    stayed, gone = replay(log(*happenings, Wrote(token, 99, 99)))

    assert key_of(token) in {key_of(one.token) for one in stayed}
    assert key_of(token) not in {key_of(one.token) for one in gone}


@given(HAPPENINGS, PEOPLE)
def test_whoever_goes_in_the_end_is_gone_and_comes_in_the_end_is_in(happenings: list[Event | Wrote], token: str):
    _, gone = replay(log(*happenings, went(99, token)))
    stayed, _ = replay(log(*happenings, came(99, token)))

    assert key_of(token) in {key_of(one.token) for one in gone}
    assert (key_of(token), Presence.IN) in {(key_of(one.token), one.presence) for one in stayed}


@given(HAPPENINGS)
def test_nobody_goes_but_by_a_line_that_says_so(happenings: list[Event | Wrote]):
    _, gone = replay(log(*happenings))
    named = {
        key_of(token) for one in happenings if isinstance(one, Event) and one.what is What.WENT for token in one.people
    }

    assert {key_of(one.token) for one in gone} <= named


def test_whoever_changed_their_number_is_known_by_the_old_one_too():
    (one,), _ = replay(log(renumbered(3)))

    assert (one.token, one.former) == (NEW, (OLD,))


@pytest.mark.parametrize(
    ("after", "presence"),
    [((), Presence.GONE), ((Event(5, What.CAME, ("Tola",), others=9),), Presence.MAY_BE)],
)
def test_whoever_went_before_nameless_people_came_may_be_one_of_them(after: tuple[Event, ...], presence: Presence):
    _, (one,) = replay(log(came(1, "Ade"), went(3, "Ade"), *after))

    assert (one.token, one.presence) == ("Ade", presence)


def test_whoever_went_before_a_line_that_nobody_understood_may_be_back():
    _, (one,) = replay(replace(log(came(1, "Ade"), went(3, "Ade")), unread=(4,)))

    assert one.presence is Presence.MAY_BE
