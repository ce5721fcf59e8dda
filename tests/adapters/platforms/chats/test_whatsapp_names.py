"""Names that look like the beginning of a message, lists of names, and the name of the group."""

import pytest

from roster.chat_log import OWN
from tests.adapters.platforms.chats.exports import ENCRYPTED, MARK, android, came, events, iphone, senders, went

BOB = "Uncle: Bob"


@pytest.mark.parametrize("chat", [android, iphone])
def test_a_colon_without_a_space_is_in_the_name(chat):
    assert set(senders(chat("Ade 12:30: hi", "Femi 🌸 :D: ho", ":) Tola: hi"))) == {
        "Ade 12:30", "Femi 🌸 :D", ":) Tola",
    }  # fmt: skip


def test_a_longer_name_is_known_from_a_notice_before_it():
    log = android("Ade added Uncle: Bob", "Uncle: Bob: hi", "Uncle: hello", "Uncle: Bob:", "Uncle: Bob left")

    assert senders(log) == {BOB: (2, 4), "Uncle": (3, 3)}
    assert events(log) == (came(1, BOB, by="Ade"), went(5, BOB))


def test_a_longer_name_is_known_from_a_notice_after_it():
    log = android("Uncle: Bob: hi", "Uncle: Bob: ho", "Ade removed Uncle: Bob")

    assert senders(log) == {BOB: (1, 2)}
    assert events(log) == (went(3, BOB, by="Ade"),)


def test_a_longer_name_is_known_by_what_all_messages_begin_with():
    log = android("Uncle: Bob left", "Uncle: Bob: hi", "Uncle: Bob: ho", "Uncle: Bob left")

    assert events(log) == (went(1, BOB), went(4, BOB))
    assert senders(log) == {BOB: (2, 3)}


def test_somebody_who_writes_otherwise_too_has_the_shorter_name():
    log = android("Uncle: Bob: hi", "Uncle: ho", "Uncle: Bob left", "Uncle: Bob: hi")

    assert not log.events
    assert senders(log) == {"Uncle": (1, 4)}


def test_a_line_that_could_be_both_is_a_message_if_nothing_tells():
    log = android("Uncle: Bob left", "Uncle: Bob added Femi", "Ade: hi")

    assert not log.events
    assert (senders(log), log.messages) == ({"Uncle": (1, 2), "Ade": (3, 3)}, 3)


def test_whoever_was_sure_is_so_no_longer_once_a_longer_name_is_known():
    log = android("Uncle: hi", "Ade added Uncle: Bob", "Uncle: Bob: hi", "Uncle: ho", "Uncle: Bob: ho")

    assert senders(log) == {"Uncle": (1, 4), BOB: (3, 5)}


def test_on_an_iphone_the_author_proves_the_longer_name():
    log = iphone(
        f"3B: *{ENCRYPTED}", f"{BOB}: *Ade added {BOB}", f"{BOB}: hi", f"{BOB}: *image omitted", f"{BOB}: *{BOB} left"
    )

    assert events(log) == (came(2, BOB, by="Ade"), went(5, BOB))
    assert senders(log) == {BOB: (3, 4)}


def test_on_an_iphone_the_author_proves_one_contact_for_two():
    log = iphone(
        "Tom and Jerry: *Ade added Tom and Jerry",
        "Mum, Dad: **Mum, Dad left",
    )

    assert events(log) == (came(1, "Tom and Jerry", by="Ade"), went(2, "Mum, Dad"))
    assert log.unsure == ()


def test_on_android_a_contact_for_two_is_known_by_writing():
    log = android("Ade added Tola, Tom and Jerry", "Tom and Jerry: hi", "Tola: hi")

    assert events(log) == (came(1, "Tola", "Tom and Jerry", by="Ade"),)


def test_a_list_that_can_be_parted_in_several_ways_is_named():
    assert android("Ade added Tola, Tom and Jerry").unsure == (1,)
    assert android("Ade added +44 7700 900123 and +44 7700 900124").unsure == ()


@pytest.mark.parametrize(
    "said",
    [
        'Ade changed the subject to "Year 3: Oak"',
        'Ade changed the subject from "Oak" to "Year 3: Oak"',
        'Ade created group "Year 3: Oak"',
        'Ade changed the group name to "Year 3: Oak"',
    ],
)
def test_a_group_s_name_with_a_colon_is_nobody(said: str):
    log = android(ENCRYPTED, said, "Ade: hi", f"Femi: {said}", "Femi: hi")

    assert set(senders(log)) == {"Ade", "Femi"}
    assert log.name == "Year 3: Oak"


@pytest.mark.parametrize("name", ["Year 3: Oak", "Oak: all: of us", 'The "Oaks": us'])
def test_on_an_iphone_a_group_s_name_with_a_colon_is_nobody(name: str):
    log = iphone(
        f"{name}: *{ENCRYPTED}",
        f"{name}: *Ade added you",
        f"{name}: *You grmbl this group",
        f"{name}: *Ade added Tola and Femi",
        "Tola: hi",
    )

    assert events(log) == (came(2, OWN, by="Ade"), came(4, "Tola", "Femi", by="Ade"))
    assert (set(senders(log)), log.name, log.unread) == ({"Tola"}, name, (3,))


def test_on_an_iphone_it_is_so_in_a_chat_that_was_cut_short():
    log = iphone(
        "Tola: hi",
        "Year 3: Oak: *You grmbl this group",
        "Year 3: Oak: *Ade added Tola and Femi",
        "Ola: my note: *image omitted",
        "Sade: look: *Ade added Charlie and Sam",
    )

    assert events(log) == (came(3, "Tola", "Femi", by="Ade"),)
    assert set(senders(log)) == {"Tola", "Ola"}
    assert log.unread == (2, 5)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("WhatsApp Chat with 3B parents.txt", "3B parents"),
        ("WhatsApp Chat with 3B parents (1).txt", "3B parents"),
        ("WhatsApp Chat with 3B parents (2) (13).zip", "3B parents"),
        ("WhatsApp Chat - Oak 🌳 🙂.zip", "Oak 🌳 🙂"),
        ("WhatsApp_Chat_with_3B_parents.txt", "3B parents"),
        ("from the telephone/WhatsApp Chat with 3B (new).txt", "3B (new)"),
        ("WhatsApp-Chat mit 3B Eltern.txt", "3B Eltern"),
        ("WhatsApp Chat mit 3B Eltern.txt", "3B Eltern"),
        ("Chat de WhatsApp con Padres 3B.txt", "Padres 3B"),
        ("Discussion WhatsApp avec Parents CE2.txt", "Parents CE2"),
        ("Conversa do WhatsApp com Pais 3B.txt", "Pais 3B"),
        ("Chat WhatsApp con Genitori 3B.txt", "Genitori 3B"),
        ("Czat WhatsApp z użytkownikiem Rodzice 3B.txt", "Rodzice 3B"),
        ("Czat WhatsApp z Rodzice 3B.txt", "Rodzice 3B"),
        ("WhatsApp-chat met Ouders groep 5.txt", "Ouders groep 5"),
        ("3B Velileri ile WhatsApp Sohbeti.txt", "3B Velileri"),
        ("دردشة واتساب مع أولياء الأمور.txt", "أولياء الأمور"),
        ("3B के साथ WhatsApp चैट.txt", "3B"),
        ("_chat.txt", ""),
        ("our chat.txt", ""),
        ("WhatsApp Chat with .txt", ""),
    ],
)
def test_the_file_is_called_by_the_group(file: str, name: str):
    assert android("Ade: hi", name=file).name == name


def test_of_several_names_the_last_one_given_counts():
    file = "WhatsApp Chat - Old.zip"

    assert iphone("Ade: hi", name=file).name == "Old"
    assert iphone('Ade: *Ade created group "First"', "Ade: hi", name=file).name == "Old"
    assert iphone('Ade: *Ade created group "O:l:d"', "Ade: hi", name=file).name == "O:l:d"
    assert iphone('Ade: *Ade created group "First"', "Ade: hi").name == "First"
    assert iphone(f"Second: *{ENCRYPTED}", 'Second: *Ade created group "First"', "Ade: hi", name=file).name == "Second"
    renamed = iphone(f"Second: *{ENCRYPTED}", "Ade: *Ade changed the subject to “Third”", "Ade: hi", name=file)
    assert renamed.name == "Third"


def test_marks_around_a_name_are_no_part_of_it():
    log = iphone(f"3B{MARK}: *{ENCRYPTED}", "Kemi : hi", "\u202a+44\u00a07700\u00a0900123\u202c: hi")

    assert set(senders(log)) == {"Kemi", "+44\u00a07700\u00a0900123"}
    assert log.name == "3B"
