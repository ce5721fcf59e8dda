"""A chat's history as a list of members, and what the office is told about it."""

from datetime import datetime

import pytest

from adapters.platforms.logs import list_of
from roster.chat_log import OWN, ChatLog, Event, What, Wrote
from roster.groups import Completeness, MemberList, Presence, Shown
from roster.phone import Phone


def listed(*happenings: Event | Wrote, name: str = "3B parents", **more: object) -> MemberList:
    events = tuple(one for one in happenings if isinstance(one, Event))
    senders = tuple(one for one in happenings if isinstance(one, Wrote))
    log = ChatLog("whatsapp", "whatsapp-chat-export", name, events, senders, **more)  # type: ignore[arg-type]
    return list_of(log, stem="_chat", region="GB", file="_chat.txt")


def came(line: int, *people: str, others: int = 0) -> Event:
    return Event(line, What.CAME, people, "", others)


def messages(one: MemberList) -> list[str]:
    return [problem.message for problem in one.problems]


def test_a_number_a_name_and_what_is_neither():
    (number, name, neither, own), gone = (
        (one := listed(came(1, "+44 7700 900123", "~\u202fSunny", "+1 123 456 789"), came(2, OWN), Event(3, What.WENT, ("Ade",)))).members,
        one.gone,
    )  # fmt: skip

    assert (number.phone, number.name, number.shown) == (Phone("+447700900123"), "", Shown.NUMBER)
    assert (name.phone, name.name, name.shown, name.shown_as) == (None, "Sunny", Shown.NO_NUMBER, "~\u202fSunny")
    assert (neither.phone, neither.name, neither.shown) == (None, "", Shown.UNUSABLE)
    assert (own.own, own.shown_as, own.row) == (True, "You", 2)
    assert [(two.name, two.row) for two in gone] == [("Ade", 3)]


@pytest.mark.parametrize("token", ["🌸", "☀️", "B.", "Ife 07700", "..."])
def test_a_name_of_signs_alone_is_a_name(token: str):
    (one,) = listed(came(1, token)).members

    assert (one.name, one.shown) == (token, Shown.NO_NUMBER)


def test_it_is_a_record_of_events_that_proves_nobody_s_absence():
    one = listed(came(1, "Ade"), as_of=datetime.fromisoformat("2026-10-13T10:00"))

    assert one.completeness is Completeness.EVENTS
    assert not one.proves_absence
    assert (one.platform, one.format, one.file, one.name) == (
        "whatsapp",
        "whatsapp-chat-export",
        "_chat.txt",
        "3B parents",
    )
    assert str(one.as_of) == "2026-10-13 10:00:00"
    assert listed(came(1, "Ade"), name="").name == "_chat"


def test_who_only_wrote_may_be_in_the_group_and_that_is_said():
    one = listed(came(1, "Ade"), Wrote("Tola", 2, 2), Wrote("Femi", 3, 3))

    assert [member.presence for member in one.members] == [Presence.IN, Presence.MAY_BE, Presence.MAY_BE]
    (said,) = messages(one)
    assert said == (
        "A chat tells who came, went and wrote, and not who is in the group: 2 people are in this list only because they "
        "wrote. Whoever never wrote and came before the chat begins is missing."
    )
    assert "1 person is in" in messages(listed(Wrote("Tola", 2, 2)))[0]


def test_people_without_names_are_counted_by_what_befell_them():
    one = listed(came(4, "Ade", others=9), came(7, "Ade", others=1), Event(8, What.WENT, ("Tola",), "", 2))

    assert messages(one) == [
        "Lines 4 and 7 say that 10 more people came, without their names. Copy the group's members to have everybody.",
        "Line 8 says that 2 more people went, without their names. Copy the group's members to have everybody.",
    ]


def test_lines_that_are_not_understood_are_named():
    unread, unsure = messages(listed(came(1, "Ade"), unread=(5,), unsure=(7, 8)))

    assert unread == (
        "Line 5 looks like a notice of the platform that Roster does not know. If one says that somebody came or went, this "
        "list does not show it."
    )
    assert unsure == (
        "Lines 7 and 8 name several people in a way that can be parted differently; look whether they stand in the list as "
        "they should."
    )


def test_very_many_lines_are_counted():
    (said,) = messages(listed(came(1, "Ade"), unread=tuple(range(10, 10_010))))

    assert said.startswith("Lines 10, 11, 12, 13, 14, 15, 16, 17 and 9992 more look like")
