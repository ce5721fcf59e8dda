"""Text pasted from a group's header, or typed from a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.platforms import read_lists
from adapters.platforms.pasted import Pasted, read_pasted
from roster.errors import RosterError, UnreadableFile, UnreadableList
from roster.groups import Member, Shown
from tests.builders import an_upload


def pasted(text: str) -> Pasted:
    return read_pasted(text, region="GB")


def shown(text: str) -> list[tuple[str, str]]:
    return [(member.name, member.phone.ending(3) if member.phone else "") for member in pasted(text).members]


@pytest.mark.parametrize("text", [
    "Ola Bello, +44 7700 900123, Femi, You",
    "Ola Bello\n+44 7700 900123\nFemi\nYou\n",
    "- Ola Bello\n- +44 7700 900123\n- Femi\n- You",
    "• Ola Bello\n• +44 7700 900123\n• Femi\n• You",
    "1. Ola Bello\n2. +44 7700 900123\n3. Femi\n4. You",
    "1) Ola Bello\n2) 07700 900123\n3) Femi\n4) You",
    "Ola Bello; 07700900123; Femi; You",
    "Ola Bello\t07700900123\tFemi\tYou",
    "Ola Bello, \u202a+44\u00a07700\u00a0900123\u202c, Femi, you",
    "Members\nOla Bello\n07700 900123\nFemi\nYou",
    "Ola Bello,\n\n+44 7700 900123,\nFemi,\nYou\n",
])  # fmt: skip
def test_it_reads_the_same_four_in_every_dress(text: str):
    members = pasted(text).members

    assert shown(text) == [("Ola Bello", ""), ("", "123"), ("Femi", ""), ("", "")]
    assert [member.own for member in members] == [False, False, False, True]


@pytest.mark.parametrize("text", [
    "Ola Bello +44 7700 900123", "Ola Bello: 07700 900123", "Ola Bello (07700 900123)", "Ola Bello - 07700 900123",
    "+44 7700 900123 Ola Bello", "07700900123 - Ola Bello", "Ola Bello +447700900123", "1. Ola Bello 07700 900123",
])  # fmt: skip
def test_it_parts_a_name_from_its_number(text: str):
    assert shown(text) == [("Ola Bello", "123")]


def test_it_takes_a_line_for_one_person_where_every_line_is_a_name_and_a_number():
    assert shown("Ola Bello, 07700 900123\nFemi, 07700 900124\n") == [("Ola Bello", "123"), ("Femi", "124")]
    assert shown("Ola Bello, 07700 900123") == [("Ola Bello", ""), ("", "123")]


@pytest.mark.parametrize("text", ["+44 7700 900123 and +44 7700 900124", "+44 7700 900123 +44 7700 900124", "07700 900123 & 07700 900124"])  # fmt: skip
def test_it_loses_nobody_between_two_numbers(text: str):
    assert shown(text) == [("", "123"), ("", "124")]


@pytest.mark.parametrize(
    "name", ["Mum and Dad", "Ola & Femi", "Ade 12:30", "Tola (Year 3, Oak)".replace(",", ""), "~ Jo", "O'Brien", "🌸"]
)
def test_it_leaves_a_label_whole(name: str):
    assert shown(f"{name}\n07700 900123\n")[0] == (name, "")


@pytest.mark.parametrize(("text", "said"), [
    ("41 participants\nOla\nFemi", 41), ("Group · 41 members\nOla\nFemi", 41), ("Ola, Femi and me, and 39 others", 41), ("Ola, Femi, 39 more", 41),
    ("Ola\nFemi", None),
])  # fmt: skip
def test_it_hears_how_many_there_are(text: str, said: int | None):
    read = pasted(text)

    assert len(read.members) == 2
    assert read.said == said


def test_a_title_above_the_count_names_the_group():
    (listed,) = read_lists(an_upload("3B Parents\nGroup · 2 members\nOla\nFemi\n", "whatever.txt"))

    assert (listed.name, len(listed.members)) == ("3B Parents", 2)


def test_group_admin_is_said_of_the_one_above():
    assert [member.admin for member in pasted("Ola\n+44 7700 900123\nGroup admin\nFemi").members] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("item", ["123456789012345@lid", "07700 90012", "4477009001231234"])
def test_what_is_no_number_is_never_taken_for_one(item: str):
    (member,) = pasted(f"{item}\nOla").members[:1]

    assert member.phone is None
    assert member.shown is Shown.UNUSABLE


def test_a_jid_is_a_number():
    assert shown("447700900123@c.us\n447700900124@s.whatsapp.net") == [("", "123"), ("", "124")]


@pytest.mark.parametrize("line", [
    "[22/11/2026, 09:15:01] Ola Bello: hello", "[22/11/26, 9:15:01\u202fPM] ~ Jo: hello", "22/11/2026, 09:15 - Ola: hello",
    "22/11/26, 9:15 pm - Ola: hello", "[22.11.26, 09:15:01] Ola: hallo", "22.11.26, 09:15 - Ola: hallo", "11/22/26, 09:15 - Ola: hi",
    "[22-11-2026, 09:15:01] Ola: hoi", "\u200e[22/11/2026, 09:15:01] 3B: \u200eMessages and calls are end-to-end encrypted.",
    "[22/11/2026 09:15:01] Ola: oi", "22.11.2026 klo 21.25.15 - Ola: hei", "2026/11/22, 11:23 - Ola: hi", "22/11/26 9:15 a. m. - Ola: hola",
])  # fmt: skip
def test_a_chat_is_refused_and_its_messages_are_not_repeated(line: str):
    with pytest.raises(UnreadableList) as caught:
        read_lists(an_upload(f"{line}\n" * 6, "chat.txt"))

    assert "chat with its messages" in caught.value.headline
    assert "hello" not in caught.value.sentence


def test_a_chat_of_long_messages_is_refused():
    with pytest.raises(UnreadableList):
        pasted("22/11/2026, 09:15 - Ola: bring\ncake\nand\n22/11/2026, 09:16 - Femi: tea\ntoo\n")


def test_a_label_with_a_time_is_no_chat():
    assert len(pasted("Ade 12:30\nOla\n07700 900123\n22/11 party\n").members) == 4


@pytest.mark.parametrize(
    "text", ['{"a": [1]}', "[]", "BEGIN:VCARD\nEND:VCARD", "<?xml version='1.0'?><a/>", "<div>Ola</div>"]
)
def test_what_programs_write_is_no_list(text: str):
    with pytest.raises((UnreadableList, UnreadableFile)):
        read_lists(an_upload(f"{text}\n", "list.txt"))


@given(
    st.lists(
        st.sampled_from(("Ola", "07700 900123", "+44 7700 900124", "You", "~ Jo", "Femi 🌸")), min_size=1, max_size=12
    )
)
def test_it_gives_one_member_for_each_line(lines: list[str]):
    members = pasted("\n".join(lines)).members

    assert [member.shown_as for member in members] == lines
    assert [member.row for member in members] == list(range(1, len(lines) + 1))


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str):
    try:
        found = read_lists(an_upload(text, "list.txt"))
    except RosterError:
        return

    assert all(isinstance(member, Member) and member.shown_as for listed in found for member in listed.members)
