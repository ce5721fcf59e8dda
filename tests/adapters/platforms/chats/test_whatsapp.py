"""What a WhatsApp chat export tells: who came, who went and who wrote; and what people write changes nothing of it."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from adapters.platforms.chats.reduced import as_bytes
from roster.chat_log import OWN, Event, What
from roster.errors import UnreadableList
from tests.adapters.platforms.chats.exports import ENCRYPTED, android, came, events, iphone, log_of, senders, went


def test_an_android_chat():
    log = android(
        ENCRYPTED,
        'Ade created group "3B parents"',
        "Ade added you",
        "Ade added Tola, +44 7700 900123 and Femi",
        "Ola Bello joined using this group's invite link",
        "Tola: hello\nall",
        "+44 7700 900123: hi: there",
        "Femi left",
        "Ade removed +44 7700 900123",
        "Ola Bello: bye",
        "Tola: yes",
    )

    assert events(log) == (
        came(2, "Ade", by="Ade"),
        came(3, OWN, by="Ade"),
        came(4, "Tola", "+44 7700 900123", "Femi", by="Ade"),
        came(5, "Ola Bello"),
        went(9, "Femi"),
        went(10, "+44 7700 900123", by="Ade"),
    )
    assert senders(log) == {"Tola": (6, 12), "+44 7700 900123": (8, 8), "Ola Bello": (11, 11)}
    assert (log.name, log.messages, log.unread, log.unsure) == ("3B parents", 4, (), ())
    assert (log.platform, log.format) == ("whatsapp", "whatsapp-chat-export")
    assert str(log.as_of) == "2026-10-13 10:10:00"


def test_an_iphone_s_chat():
    log = iphone(
        f"3B parents: *{ENCRYPTED}",
        "3B parents: *Ade added you",
        "3B parents: *Ade added Tola and Femi",
        "\u202a+44\u00a07700\u00a0900123\u202c: *\u202a+44\u00a07700\u00a0900123\u202c joined using this group’s invite link",
        "~\u202fSunny: *Ade added ~\u202fSunny. *Tap to change who can add other participants.",
        "~\u202fSunny: hello",
        "Tola: *image omitted",
        "Femi: **Ade removed Femi",
        "3B parents: *You're now an admin",
        "3B parents: *You changed the group name to “Year 3: Oak”",
    )

    assert events(log) == (
        came(2, OWN, by="Ade"),
        came(3, "Tola", "Femi", by="Ade"),
        came(4, "+44\u00a07700\u00a0900123"),
        came(5, "~\u202fSunny", by="Ade"),
        went(8, "Femi", by="Ade"),
        Event(9, What.PROMOTED, (OWN,)),
    )
    assert senders(log) == {"~\u202fSunny": (6, 6), "Tola": (7, 7)}
    assert (log.name, log.unread, log.messages) == ("Year 3: Oak", (), 2)
    assert str(log.as_of) == "2026-10-13 10:00:09"


def test_an_iphone_s_chat_of_2021_has_authors_for_messages_alone():
    log = iphone(
        f"3B parents: *{ENCRYPTED}",
        "*Ade added Tola",
        "Tola: hi",
        "Tola: *image omitted",
        '*Ade changed the subject to "Oak: us"',
        "*Tola left",
    )

    assert events(log) == (came(2, "Tola", by="Ade"), went(6, "Tola"))
    assert (log.name, senders(log), log.unread) == ("Oak: us", {"Tola": (3, 4)}, ())


def test_an_iphone_s_chat_that_has_lost_its_marks_is_read_as_an_android_s():
    log = iphone(
        ENCRYPTED, 'Ade created group "Family"', "Ade added you", "Ade added Tola, Femi", "Tola: hi", "Femi left"
    )

    assert events(log) == (
        came(2, "Ade", by="Ade"), came(3, OWN, by="Ade"), came(4, "Tola", "Femi", by="Ade"), went(6, "Femi"),
    )  # fmt: skip
    assert senders(log) == {"Tola": (5, 5)}


SAID = ["Femi left", "Ade removed Femi", "Femi added Charlie", "Femi joined using this group's invite link", "You left"]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("chat", [android, iphone])
def test_what_is_written_by_somebody_is_no_notice(said: str, chat):
    log = chat(f"Ade: {said}", "Femi: hi", f"Ade: {said}", f"Ola: look:\n{said}\nFemi: {said}", f"Ola: it says: {said}")

    assert not log.events
    assert set(senders(log)) == {"Ade", "Femi", "Ola"}
    assert (log.unread, log.messages) == ((), 5)


@pytest.mark.parametrize("said", SAID)
def test_on_an_iphone_a_line_without_a_mark_is_no_notice_where_notices_have_marks(said: str):
    log = iphone(f"3B: *{ENCRYPTED}", "Ade: hi", f"Ade: {said}", f"Femi: {said}", said)

    assert not log.events
    assert log.unread == (5,)


def test_it_is_none_either_where_a_part_of_it_may_be_an_author():
    log = iphone(f"3B: *{ENCRYPTED}", 'Ade changed the subject to "Oak: us"', "Femi added Uncle: Bob")

    assert (log.events, log.name, log.messages) == ((), "3B", 2)


@pytest.mark.parametrize("said", ["Femi left", "Ade removed Femi", "Femi added Charlie and Sam"])
def test_on_an_iphone_a_marked_line_of_somebody_else_s_is_not_believed(said: str):
    log = iphone(f"3B: *{ENCRYPTED}", "Ola: hi", "Femi: hi", f"Ola: *{said}")

    assert not log.events
    assert log.unread == (4,)
    assert set(senders(log)) == {"Ola", "Femi"}


def test_what_stands_in_the_place_of_a_message_has_a_sender():
    log = iphone(
        f"3B: *{ENCRYPTED}",
        "Ola: *image omitted",
        "Femi: *POLL:\nOPTION: Ola left (2 votes)",
        "Tola: *Location: https://maps.example.org/?q=1,2",
        "Sade: *This message was deleted.",
        "Remi: *<attached: 00000012-PHOTO.jpg>",
        "Zaki: *Voice call, *3 min",
        "Ade: *notes: *3 pages.pdf *document omitted",
        "Ola: *image omitted",
    )

    assert senders(log) == {
        "Ola": (2, 10), "Femi": (3, 3), "Tola": (5, 5), "Sade": (6, 6), "Remi": (7, 7), "Zaki": (8, 8), "Ade": (9, 9),
    }  # fmt: skip
    assert (log.unread, log.events) == ((), ())


def test_a_notice_that_nobody_can_read_is_named_by_its_line():
    log = iphone(
        f"3B: *{ENCRYPTED}",
        "Ola: hi",
        "Ola: *Ola grmbl the group",
        "3B: *You grmbl this group",
        "Femi: *grmbl",
    )

    assert log.unread == (3, 4)
    assert set(senders(log)) == {"Ola", "Femi"}
    assert android("Ola: hi", "Ola grmbl the group", "", "null").unread == (2, 4)


def test_nothing_of_an_unread_line_is_kept():
    told = as_bytes([iphone(f"3B: *{ENCRYPTED}", "Ola: *Ola secretly grmbl", "Ola: qxz: qxz: hi", "Ola: qxz")])

    assert b"grmbl" not in told
    assert b"qxz" not in told


def test_what_is_longer_than_any_notice_is_none():
    assert android("Ade: hi", f"{'x' * 990} left").events
    assert android("Ade: hi", f"{'x' * 1000} left").unread == (2,)


def test_a_name_in_angle_brackets_is_no_attachment():
    log = iphone(f"3B: *{ENCRYPTED}", "3B: *<Uche> added Tola and Femi", "<Uche>: **<Uche> left")

    assert events(log) == (came(2, "Tola", "Femi", by="<Uche>"), went(3, "<Uche>"))


def test_whoever_asks_to_join_is_not_in_the_group():
    assert not iphone(f"3B: *{ENCRYPTED}", "Charlie: *Charlie requested to join.").senders
    assert not android(ENCRYPTED, "Charlie requested to join.").senders


@pytest.mark.parametrize("body", ["", " ", ".", ". "])
def test_an_empty_message_has_a_sender(body: str):
    assert senders(android("Ade: hi", f"John Doe:{body}", "Ade: ho", f"John Doe:{body}")) == {
        "Ade": (1, 3),
        "John Doe": (2, 4),
    }


def test_a_chat_of_two_names_the_other_person_as_a_sender():
    log = iphone(f"Ola: *{ENCRYPTED}", "Ola: *image omitted", "Ola: hi", "Me: hi")

    assert set(senders(log)) == {"Ola", "Me"}
    assert log.unread == ()


def test_a_chat_cut_short_may_begin_with_anything():
    picture = iphone("Ola: *qxz 00012345.pdf • 13 pages document omitted and more of it", "Femi: hi", name="_chat.txt")
    joined = iphone("Ola: *Ola joined using this group’s invite link, or what", "Femi: *Ola left", "Femi: hi")

    unread = iphone("Ola: *Ola grmbl and grmbl and grmbl the group for ever and ever", "Femi: hi")

    assert (set(senders(picture)), picture.name) == ({"Ola", "Femi"}, "")
    assert (set(senders(unread)), unread.name, unread.unread) == ({"Femi"}, "", (1,))
    assert not joined.events


def test_the_group_is_nobody_even_if_the_chat_does_not_begin_with_it():
    log = iphone("Ola: hi", "3B: *You grmbl this", "3B: *Ola added Tola and Femi", "3B: *You grmbl this")

    assert set(senders(log)) == {"Ola"}
    assert events(log) == (came(3, "Tola", "Femi", by="Ola"),)


def test_where_a_list_hides_people_they_are_counted():
    log = android("Ade added Tola, Femi, and 9 others. Tap to see all.")

    assert events(log) == (came(1, "Tola", "Femi", by="Ade", others=9),)


def test_a_changed_number_makes_one_person_of_two():
    log = android("+44 7700 900123 changed to +44 7700 900124")

    assert events(log) == (Event(1, What.RENUMBERED, ("+44 7700 900123", "+44 7700 900124")),)


def test_what_begins_as_no_chat_does_is_refused():
    with pytest.raises(UnreadableList, match="no chat"):
        log_of("Ade\nTola\n")


def test_a_crowd_of_no_group_s_size_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("adapters.platforms.chats.gathering._AT_MOST", 50)
    crowd = [f"Person {number}: hi" for number in range(51)]

    assert len(android(*crowd[:50]).senders) == 50
    for said in (crowd, ["Ade left"] * 51):
        with pytest.raises(UnreadableList, match="than any group"):
            android(*said)


def test_a_message_s_words_are_in_nothing_that_is_kept():
    one = iphone(f"3B: *{ENCRYPTED}", "Ade: qxz 1", "Ade: *qxz.pdf", "Tola: hi\nqxz\n[13/10/2026, 10:00:01] Ola: qxz")
    other = android("Ade: qxz: qxz", "Ade: qxz: left", "Tola: qxz left", "+44 7700 900123: qxz added qxz")

    for log in (one, other):
        assert "qxz" not in json.dumps(json.loads(as_bytes([replace(log, events=log.events)])))


def test_it_knows_when_somebody_went():
    log = android("Ade joined using this group's invite link", "Ade left")

    assert [one.at for one in log.events] == [None, datetime.fromisoformat("2026-10-13T10:01")]


def test_somebody_who_went_at_an_unknown_moment_went_all_the_same():
    log = log_of("03/04/2026, 10:00 - Ade left\n04/04/2026, 10:00 - Ola left\n")

    assert [(one.people, one.at) for one in log.events] == [(("Ade",), None), (("Ola",), None)]
