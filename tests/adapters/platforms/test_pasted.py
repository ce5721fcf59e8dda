"""Text pasted from a group's header, or typed from a screen."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.platforms.inside import lists_of
from adapters.platforms.reader import Source
from adapters.platforms.reading import read_lists
from adapters.platforms.texts.pasted import read_pasted
from roster.errors import RosterError, UnreadableFile, UnreadableList
from roster.groups import Completeness, Member, MemberList, Shown
from tests.builders import an_upload

COMPLETE, PARTIAL = Completeness.COMPLETE, Completeness.PARTIAL


def pasted(text: str) -> MemberList:
    return read_pasted(text, Source("list.txt", "list", "GB"))


def shown(text: str) -> list[tuple[str, str]]:
    return [(member.name, member.phone.ending(3) if member.phone else "") for member in pasted(text).members]


def names(text: str) -> list[str]:
    return [member.name for member in pasted(text).members]


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
    "\u200fOla Bello، +44 7700 900123، Femi، You",
    "Members\nOla Bello\n07700 900123\nFemi\nYou",
    "Ola Bello,\n\n+44 7700 900123,\nFemi,\nYou\n",
    "3B Parents\nOla Bello, +44 7700 900123, Femi, You",
    "Ola Bello, +44 7700 900123,\nFemi, You",
])  # fmt: skip
def test_it_reads_the_same_four_in_every_dress(text: str):
    members = pasted(text).members

    assert shown(text) == [("Ola Bello", ""), ("", "123"), ("Femi", ""), ("", "")]
    assert [member.own for member in members] == [False, False, False, True]


@pytest.mark.parametrize("text", [
    "Ola Bello +44 7700 900123", "Ola Bello: 07700 900123", "Ola Bello (07700 900123)", "Ola Bello - 07700 900123",
    "+44 7700 900123 Ola Bello", "07700900123 - Ola Bello", "Ola Bello +447700900123", "1. Ola Bello 07700 900123",
    "Ola Bello (0)7700 900123", "Ola Bello | 07700-900-123", "~ Ola Bello +44 (0)7700 900123",
])  # fmt: skip
def test_it_parts_a_name_from_its_number(text: str):
    assert shown(text) == [("Ola Bello", "123")]


@pytest.mark.parametrize("text", [
    "Ola Bello, 07700 900123\nFemi, 07700 900124\n",
    "07700 900123, Ola Bello\n07700 900124, Femi\n",
    "Ola Bello\n07700 900123\nFemi\n07700 900124\n",
    "07700 900123\nOla Bello\n\n07700 900124\nFemi\n",
    "Ola Bello;07700 900123\nFemi;07700 900124\n",
])  # fmt: skip
def test_a_name_and_a_number_are_one_person_where_all_are_told_so(text: str):
    assert sorted(shown(text)) == [("Femi", "124"), ("Ola Bello", "123")]


def test_one_name_and_one_number_may_be_two_people():
    assert shown("Ola Bello, 07700 900123") == [("Ola Bello", ""), ("", "123")]
    assert shown("Ola Bello\n07700 900123\nYou\n07700 900124") == [
        ("Ola Bello", ""),
        ("", "123"),
        ("", ""),
        ("", "124"),
    ]


def test_a_hidden_number_beside_a_name_makes_nobody():
    assert shown("Ola, 07700 900123\nFemi, hidden\nTola, 07700 900125") == [
        ("Ola", "123"),
        ("Femi, hidden", ""),
        ("Tola", "125"),
    ]


@pytest.mark.parametrize("text", ["+44 7700 900123 and +44 7700 900124", "+44 7700 900123 +44 7700 900124", "07700 900123 & 07700 900124", "07700 900123 / 07700 900124"])  # fmt: skip
def test_it_loses_nobody_between_two_numbers(text: str):
    assert shown(text) == [("", "123"), ("", "124")]


@pytest.mark.parametrize("between", [" / ", ", ", " or ", " "])
def test_two_numbers_beside_a_name_are_one_persons(between: str):
    (ola, *others) = pasted(f"Ola Bello 07700 900123{between}07700 900124\nFemi\nTola\n").members

    assert (ola.name, [phone.ending(3) for phone in ola.phones]) == ("Ola Bello", ["123", "124"])
    assert len(others) == 2


@pytest.mark.parametrize(
    "name",
    ["Mum and Dad", "Ola & Femi", "Ade 12:30", "Tola (Year 3, Oak)", "O'Brien", "🌸", "Bello, Ola", "Jo :)", "=1+3", "Ola ;) B", "Ola 2026"],
)  # fmt: skip
def test_it_leaves_a_label_whole(name: str):
    assert shown(f"{name}\n07700 900123\nFemi\n")[0] == (name, "")


@pytest.mark.parametrize("name", ["~ Jo", "~Jo", "~\u202fJo", "\u200f~ Jo\u200f"])
def test_the_tilde_of_a_self_chosen_name_is_no_part_of_it(name: str):
    assert shown(f"{name}\n07700 900123\nFemi\n")[0] == ("Jo", "")


@pytest.mark.parametrize("text", [
    "Femi, Tola (Year 3, Oak), You", 'Femi, "Tola, Oak", You', "Femi; Tola, Oak; Ade", "Femi ;), Tola Oak, You",
])  # fmt: skip
def test_a_comma_in_brackets_quotes_or_among_semicolons_parts_nobody(text: str):
    assert len(pasted(text).members) == 3


def test_a_semicolon_in_a_header_is_a_part_of_a_label():
    assert names("Ade; Mum, Femi, You") == ["Ade; Mum", "Femi", ""]


def test_a_few_digits_beside_a_name_are_a_part_of_it():
    assert shown("Ola 29012345\nFemi\n")[0] == ("Ola 29012345", "")


@pytest.mark.parametrize("hidden", ["Hidden (privacy)", "private", "Unbekannt"])
def test_somebody_who_is_hidden_is_a_member_without_a_name(hidden: str):
    (member, _) = pasted(f"{hidden}\nFemi").members

    assert (member.shown_as, member.name, member.phone, member.shown) == (hidden, "", None, Shown.NO_NUMBER)


def test_half_a_smiley_is_no_bracket():
    assert names("Femi :(, Tola, Ade :)") == ["Femi :(", "Tola", "Ade :)"]


def test_names_parted_by_commas_on_every_line_are_one_person_each():
    listed = pasted("Bello, Ola\nBello, Femi\nAde, Tola")

    assert names("Bello, Ola\nBello, Femi\nAde, Tola") == ["Bello, Ola", "Bello, Femi", "Ade, Tola"]
    assert [problem.message for problem in listed.problems] == [
        "Each of lines 1, 2 and 3 has a comma in it, and was read as one person; two people stand on two lines."
    ]


@pytest.mark.parametrize(("text", "said"), [
    ("41 participants\nOla\nFemi", 41), ("Group · 41 members\nOla\nFemi", 41), ("Ola, Femi and me, and 39 others", 41), ("Ola, Femi, 39 more", 41),
    ("Ola, Femi and 39 others", 41), ("Ola\nFemi\n+39", 41), ("41 members, 3 online\nOla\nFemi", 41), ("Members (41)\nOla\nFemi", 41),
    ("1,024 members\nOla\nFemi", 1024), ("41 of 1,024 members\nOla\nFemi", 41), ("Ola\nFemi", None), ("Ola\n3 members of staff\nFemi", None),
])  # fmt: skip
def test_it_hears_how_many_there_are(text: str, said: int | None):
    read = pasted(text)

    assert [member.name for member in read.members][:1] == ["Ola"]
    assert len(read.members) == (2 if "staff" not in text else 3)
    assert read.said == said


@pytest.mark.parametrize("line", [
    "41 Mitglieder", "Gruppe · 41 Mitglieder", "41 miembros", "Grupo · 41 participantes", "41 membros", "41 membres", "Groupe · 41 participants",
    "Gruppo · 41 partecipanti", "41 membri", "41 de membri", "Grup · 41 üye", "41 uczestników", "41 członków", "41 deelnemers", "Groep · 41 leden",
    "٤١ عضوًا", "41 أعضاء", "مجموعة · 41 مشاركًا", "41 ارکان", "41 सदस्य", "ग्रुप · 41 सदस्य",
])  # fmt: skip
def test_it_hears_how_many_there_are_in_other_languages(line: str):
    read = pasted(f"3B\n{line}\nOla\nFemi")

    assert (read.name, read.said, len(read.members)) == ("3B", 41, 2)


@pytest.mark.parametrize("others", [
    "and 9 others", "9 more", "+9", "+9 more", "und 9 weitere", "und 9 weitere Personen", "y 9 más", "y otros 9", "e mais 9", "e outros 9", "et 9 autres",
    "e altri 9", "ve 9 kişi daha", "ve diğer 9 kişi", "i 9 innych", "oraz 9 innych", "și încă 9", "și alți 9", "en 9 anderen", "و 9 آخرين", "و٩ آخرون",
    "اور 9 دیگر", "और 9 अन्य",
])  # fmt: skip
def test_those_who_are_only_counted_make_a_list_partial(others: str):
    read = pasted(f"Ola, Femi, You, {others}")

    assert (len(read.members), read.said, read.completeness) == (3, 12, PARTIAL)


@pytest.mark.parametrize(
    "own",
    ["You", "you", "Du", "Tú", "tu", "Você", "Vous", "Jij", "U", "Sen", "Siz", "Ty", "أنت", "آپ", "आप", "You (admin)"],
)
def test_whoever_made_the_list_ends_a_header(own: str):
    read = pasted(f"Ola, +44 7700 900123, {own}")

    assert [member.own for member in read.members] == [False, False, True]
    assert read.completeness is COMPLETE


@pytest.mark.parametrize("name", ["Ty", "Du", "Sen", "Tu"])
def test_a_name_that_is_also_you_is_a_name_elsewhere(name: str):
    assert not any(member.own for member in pasted(f"{name}, Ola, Femi").members)
    assert not any(member.own for member in pasted(f"Ola\nFemi\n{name}").members)
    assert pasted(f"Ola\nFemi\n{name}").completeness is PARTIAL


@pytest.mark.parametrize(
    "text", ["Ola, Femi, Tola Be…", "Ola, Femi, Tola Be...", "Ola\nFemi\nTola Be…", "You, Ola, Femi, Tola Be…"]
)
def test_a_list_that_is_cut_off_is_partial_and_half_a_word_is_no_name(text: str):
    read = pasted(text)

    assert read.completeness is PARTIAL
    assert read.members[-1].name == "Tola"
    assert len(read.problems) == 1


@pytest.mark.parametrize("cut", ["Ola, Femi, +44 7700 900…", "Ola, Femi, +44 7700 900123…"])
def test_a_number_that_is_cut_off_is_nobodys(cut: str):
    member = pasted(cut).members[-1]

    assert (member.phone, member.name, member.shown) == (None, "", Shown.UNUSABLE)


def test_only_dots_are_nobody():
    assert names("Ola, Femi, …") == ["Ola", "Femi"]
    assert pasted("Ola, Femi, You, …").completeness is PARTIAL


def test_dots_that_somebody_typed_are_a_part_of_a_label():
    assert names("Femi...\nOla\nYou") == ["Femi...", "Ola", ""]
    assert pasted("Femi...\nOla\nYou").completeness is COMPLETE


@pytest.mark.parametrize("text", [
    "click here for group info", "tap here for group info", "3B Parents\nclick here for group info", "Announcements",
    "haz clic para ver la info. del grupo", "undisclosed-recipients:;",
])  # fmt: skip
def test_a_header_that_was_not_loaded_names_nobody(text: str):
    with pytest.raises(UnreadableList, match="not loaded") as caught:
        pasted(text)

    assert "wait until" in caught.value.advice


@pytest.mark.parametrize("text", ["41 members", "Members\n\n", "---\n***", "…"])
def test_nobody_at_all_is_refused(text: str):
    with pytest.raises(UnreadableList):
        pasted(text)


def test_more_pieces_than_members_say_that_a_name_came_apart():
    read = pasted("3 members\nBello, Ola, Femi, You")

    assert len(read.members) == 4
    assert "a name with a comma in it came apart" in read.problems[0].message


def test_more_members_than_there_are_said_to_be_prove_nothing():
    read = pasted("3 members\nOla\nFemi\nTola\nAde\nYou")

    assert (len(read.members), read.said, read.completeness) == (5, 3, PARTIAL)


@pytest.mark.parametrize("text", [
    "Class 3B parents\nOla\nFemi\nYou", "Ola\nFemi\nYear 3 WhatsApp group:\nYou", "Ola\nMembers:\nFemi\nYou", "Admins:\nOla\nMembers:\nFemi\nYou",
    "Ola, Femi, Meta AI, You", "Ola\nMeta AI\nFemi\nYou", "Parents of 3B:\nOla, Femi, You",
    "Ola\nContacts\nFemi\nYou", "Oak\n9 members\nParents:\nOla\nFemi\nYou",
])  # fmt: skip
def test_a_heading_and_whatsapps_own_bot_are_no_members(text: str):
    assert names(text) == ["Ola", "Femi", ""]


@pytest.mark.parametrize(
    "name", ["Tola's Mum 3B", "Femi parents", "Ola class 3B", "3B", "Ade Groups", "Year", "Ms Class"]
)
def test_a_label_with_a_groups_words_beside_a_name_is_a_name(name: str):
    assert names(f"Ola\n{name}\nFemi") == ["Ola", name, "Femi"]


@pytest.mark.parametrize("total", ["Total: 14", "Total 14", "14 in total", "Total members: 14", "Insgesamt: 14"])
def test_a_total_is_how_many_there_are(total: str):
    read = pasted(f"Ola\nFemi\n{total}")

    assert (names(f"Ola\nFemi\n{total}"), read.said) == (["Ola", "Femi"], 14)


@pytest.mark.parametrize("name", ["20102015", "1234567", "02070 4613"])
def test_a_self_chosen_name_of_digits_is_a_name(name: str):
    (member, _) = pasted(f"~{name}\nFemi").members

    assert (member.name, member.phone, member.shown) == (name, None, Shown.NO_NUMBER)
    assert shown(f"~{name}\nOla\n~{name}\nFemi") == [(name, ""), ("Ola", ""), (name, ""), ("Femi", "")]


@pytest.mark.parametrize("number", ["+447700900123", "07700 900123", "447700900123"])
def test_a_number_with_a_tilde_is_a_number(number: str):
    assert shown(f"~{number}\nFemi")[0][1] == "123"


def test_a_comma_before_a_name_with_its_number_is_said_of_as_it_is():
    read = pasted("Bello, Ola 07700 900123\nFemi\nTola")

    assert [problem.message for problem in read.problems] == [
        "Line 1 has a comma in it, and was read as one person; two people stand on two lines."
    ]


def test_a_title_above_the_count_names_the_group():
    (listed,) = read_lists(an_upload("3B Parents\nGroup · 2 members\nOla\nFemi\n", "whatever.txt"))

    assert (listed.name, len(listed.members)) == ("3B Parents", 2)


def test_the_first_of_a_header_in_two_lines_is_no_title():
    assert names("Ola,\nFemi, Tola, You") == ["Ola", "Femi", "Tola", ""]


def test_group_admin_is_said_of_the_one_above():
    assert [member.admin for member in pasted("Ola\n+44 7700 900123\nGroup admin\nFemi").members] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ola (admin)\nFemi",
        "Ola - Group admin\nFemi",
        "Ola (Gruppenadmin)\nFemi",
        "Ola (admin) 07700 900123\nFemi",
        "Ola\nAdmin. del grupo\nFemi",
    ],
)
def test_an_admin_is_told_in_many_ways(text: str):
    assert [(member.name, member.admin) for member in pasted(text).members] == [("Ola", True), ("Femi", False)]


@pytest.mark.parametrize(
    "item", ["123456789012345@lid", "07700 90012", "4477009001231234", "123456789012345", "120363012345678901@g.us"]
)
def test_what_is_no_number_is_never_taken_for_one(item: str):
    (member,) = pasted(f"{item}\nOla").members[:1]

    assert member.phone is None
    assert member.shown is Shown.UNUSABLE


def test_an_id_beside_a_name_hides_the_number_and_not_the_name():
    (member, _) = pasted("Ola Bello 123456789012345@lid\nFemi").members

    assert (member.name, member.phone, member.shown) == ("Ola Bello", None, Shown.UNUSABLE)


def test_a_jid_is_a_number():
    assert shown("447700900123@c.us\n447700900124@s.whatsapp.net") == [("", "123"), ("", "124")]


def test_a_username_is_a_name_and_never_a_number():
    (member, other, _) = pasted("@ola.bello\n@ola07700900123\nFemi").members

    assert (member.shown_as, member.name, member.shown) == ("@ola.bello", "ola.bello", Shown.NO_NUMBER)
    assert (other.phone, other.shown) == (None, Shown.NO_NUMBER)


def test_an_address_among_names_is_the_key():
    (ola, femi, _) = pasted("Ola.Bello@Example.org\nFemi Bello femi@example.org 07700 900124\nTola").members

    assert (ola.name, ola.email, ola.identity) == ("", "ola.bello@example.org", "ola.bello@example.org")
    assert (femi.name, femi.email, femi.phone and femi.phone.ending(3)) == ("Femi Bello", "femi@example.org", "124")


def test_an_at_sign_in_a_label_is_no_address():
    assert names("Ola @ school\nFemi") == ["Ola @ school", "Femi"]


@pytest.mark.parametrize("text", [
    "Ola Bello,07700 900123,Year 3\nFemi,07700 900124,Year 5\n",
    "Ola Bello,07700 900123,Year 3\nFemi,,Year 5\nTola,07700 900125,Year 1\n",
    "Ola;Bello;3B\nFemi;Bello;5A\n",
    "Ola\t07700 900123\t3B\nFemi\t07700 900124\n",
    '"Bello, Ola",07700 900123,Year 3\n"Bello, Femi",07700 900124,Year 5\n',
])  # fmt: skip
def test_the_rows_of_a_table_without_headings_are_no_members(text: str):
    with pytest.raises(UnreadableList, match="table without headings") as caught:
        lists_of(an_upload(text, "list.csv"))

    assert "headings above it" in caught.value.advice
    assert "Ola" not in caught.value.sentence


def test_a_header_broken_over_lines_is_no_table():
    assert len(pasted("Ola, Femi, +44 7700 900123,\n+44 7700 900124, Tola, You").members) == 6
    assert len(pasted("Ola, Femi, +44 7700 900123,\nTola, +44 7700 900124, Ade").members) == 6


def test_a_text_longer_than_any_group_is_refused():
    with pytest.raises(UnreadableList, match="more lines than any group"):
        pasted("Ola\n" * 20_002)


@pytest.mark.parametrize("text", [
    "Dear parents, please bring cake on Friday.", "This term we will all go and look at the river together with Mrs Ade",
    "x" * 301, "Ola, " + "y" * 30_000, "Thank you so much for coming!\nIt was a lovely afternoon.\nOla",
])  # fmt: skip
def test_running_text_is_refused(text: str):
    with pytest.raises(UnreadableList, match="running text"):
        pasted(text)


def test_a_line_of_a_chat_among_members_is_refused_and_not_repeated():
    with pytest.raises(UnreadableList, match="message of a chat") as caught:
        pasted("Ola\nFemi\n22/11/2026, 09:15 - Ola: hello\nTola")

    assert caught.value.row == 3
    assert "Export chat" in caught.value.advice
    assert "hello" not in caught.value.sentence


def test_a_label_with_a_time_is_no_chat():
    assert len(pasted("Ade 12:30\nOla\n07700 900123\n22/11 party\n").members) == 4


@pytest.mark.parametrize(
    "text",
    ['{"a": [1]}', "[]", "<?xml version='1.0'?><a/>", "<div>Ola</div>", '["Ola", "Femi"]', "<Ola, Femi", "[1, 2]"],
)
def test_what_programs_write_is_no_list(text: str):
    with pytest.raises((UnreadableList, UnreadableFile)):
        read_lists(an_upload(f"{text}\n", "list.txt"))


@pytest.mark.parametrize("text", ["<3 Ola\nFemi\n", "[Ola], Femi\n", "{Ola}\nFemi\n"])
def test_a_name_may_begin_as_what_programs_write_does(text: str):
    assert len(lists_of(an_upload(text, "list.txt"))[0].members) == 2


@pytest.mark.parametrize(
    "text",
    [
        "(" * 250 + "\n" + ",(a" * 20_000,
        "\u202e,;" * 20_000 + "Ola",
        "Ola, " * 20_000,
        "1 " * 120 + "\nOla",
        "@" * 250 + "\nOla",
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str):
    with suppress(UnreadableList):
        assert pasted(text).members


@given(
    st.lists(
        st.sampled_from(("Ola", "07700 900123", "+44 7700 900124", "You", "~ Jo", "Femi 🌸")), min_size=1, max_size=12
    )
)
def test_it_gives_one_member_for_each_line_but_where_names_and_numbers_take_turns(lines: list[str]):
    members = pasted("\n".join(lines)).members
    stacked = [member for member in members if member.name and member.phone]

    assert len(members) == len(lines) - len(stacked)
    assert stacked or [member.shown_as for member in members] == lines
    assert not (stacked and "You" in lines)


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str):
    try:
        found = lists_of(an_upload(text, "list.txt"))
    except RosterError:
        return

    assert all(isinstance(member, Member) and member.shown_as for listed in found for member in listed.members)


@given(st.text(alphabet='Ola Bé07+(),;\t\n@.~…🌸\u200f"-:/', max_size=80))
def test_any_list_like_text_is_read_or_refused(text: str):
    try:
        found = lists_of(an_upload(text, "list.txt"))
    except RosterError:
        return

    assert all(member.shown_as.strip() for listed in found for member in listed.members)
