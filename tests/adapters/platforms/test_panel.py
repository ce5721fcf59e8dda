"""A group's info, copied, with people's own words between the names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.platforms.inside import lists_of
from adapters.platforms.reading import read_lists
from adapters.platforms.texts.panel import panel
from roster.errors import RosterError, UnreadableList
from roster.groups import Completeness, MemberList
from tests.builders import an_upload

ABOUT = "Hey there! I am using WhatsApp."


def read(*lines: str) -> MemberList:
    (listed,) = lists_of(an_upload("\n".join(lines), "list.txt"))
    assert listed.format == "panel"
    return listed


def people(*lines: str) -> list[tuple[str, str]]:
    return [(member.name, member.phone.ending(3) if member.phone else "") for member in read(*lines).members]


def test_whoever_is_told_by_a_number_or_a_tilde_is_a_person_and_their_words_are_left_behind():
    listed = read(
        "4 members",
        "Add member",
        "You",
        "Group admin",
        "+44 7700 900123",
        ABOUT,
        "~Ola Bello",
        "+44 7700 900124",
        "single again",
        "~Femi",
    )

    assert [(member.name, member.own, member.admin) for member in listed.members] == [
        ("", True, True), ("Ola Bello", False, False), ("Femi", False, False),
    ]  # fmt: skip
    assert "single" not in repr(listed)
    assert "WhatsApp." not in repr(listed)
    assert [problem.message[:37] for problem in listed.problems] == ["1 line may be a name or what somebody"]


@pytest.mark.parametrize("lines", [
    ["+44 7700 900123", "Available", "~Ola", "+44 7700 900124", "~Femi"],
    ["~Ola", "Available", "+44 7700 900123", "~Femi", "+44 7700 900124"],
    ["+44 7700 900123", "~Ola", "+44 7700 900124", "~Femi"],
])  # fmt: skip
def test_a_number_and_a_self_chosen_name_that_take_turns_are_one_person(lines: list[str]):
    assert people(*lines) == [("Ola", "123"), ("Femi", "124")]


@pytest.mark.parametrize("lines", [
    ["+44 7700 900123", "~Ola", "+44 7700 900124", "Available", "Group admin"],
    ["~Ola", "~Femi", "+44 7700 900123", "Available"],
    ["+44 7700 900123", "+44 7700 900124", "~Ola", "Available"],
    ["~Ola", "+44 7700 900123", "~Femi", "Available"],
])  # fmt: skip
def test_where_they_do_not_take_turns_a_number_has_every_name_that_may_be_its_own(lines: list[str]):
    found = {
        line.removeprefix("~"): member
        for line in lines
        if line.startswith("~")
        for member in read(*lines).members
        if line.removeprefix("~") in member.name
    }

    assert set(found) == {line.removeprefix("~") for line in lines if line.startswith("~")}
    at = {line: index for index, line in enumerate(line for line in lines if line[0] in "~+")}
    shown = [line for line in lines if line[0] in "~+"]
    for line, index in at.items():
        if line.startswith("+"):
            near = [one.removeprefix("~") for one in shown[max(0, index - 1) : index + 2] if one.startswith("~")]
            (member,) = (one for one in read(*lines).members if one.shown_as == line)
            assert member.name == " / ".join(near)
    assert "goes with which name cannot be told" in read(*lines).problems[-1].message


def test_a_name_before_group_admin_is_a_name():
    listed = read(
        "40 members",
        "You",
        "Group admin",
        "Ola Bello",
        "Group admin",
        "Femi",
        "Group admin",
        "love my kids",
        "Tola",
        "Available",
    )

    assert [(member.name, member.admin) for member in listed.members] == [
        ("", True),
        ("Ola Bello", True),
        ("Femi", True),
    ]
    assert "love" not in repr(listed)


def test_a_name_below_somebodys_own_words_and_before_group_admin_is_a_name():
    assert people("40 members", "You", "Group admin", "Available", "Ola Bello", "Group admin") == [
        ("", ""),
        ("Ola Bello", ""),
    ]


def test_words_before_group_admin_may_be_somebodys_own():
    lines = ("love my kids", "Group admin", "+44 7700 900123", ABOUT, "+44 7700 900124")

    assert people("40 members", "You", *lines) == [("", ""), ("", "124")]
    assert people(*lines) == [("", "124")]


FIVE = ["Ade", "Charlie", "Femi Bello", "Ola", "Tola (3B)"]


def test_names_in_order_are_names_if_as_many_people_are_missing():
    listed = read("6 members", "You", ABOUT, *(line for name in FIVE for line in (name, "Available")))

    assert [member.name for member in listed.members] == ["", *FIVE]
    assert not listed.problems
    (proved,) = read_lists(an_upload("\n".join(["6 members", "You", ABOUT, *FIVE]), "3B.txt"))
    assert proved.completeness is Completeness.COMPLETE


def test_words_that_take_turns_with_names_in_order_are_left_behind():
    words = ["why not", "living life", "blessed", "at the beach", "coffee first"]
    listed = read(
        "6 members",
        "You",
        "Available",
        *(line for name, said in zip(FIVE, words, strict=True) for line in (name, said)),
    )

    assert [member.name for member in listed.members] == ["", *FIVE]
    assert not any(said in repr(listed) for said in words)


@pytest.mark.parametrize("lines", [
    ["9 members", "You", ABOUT, *FIVE],
    ["You", "Group admin", *FIVE],
    ["6 members", "You", ABOUT, *FIVE[1:], FIVE[0]],
    ["4 members", "You", ABOUT, *FIVE[:3]],
    ["6 members", "You", ABOUT, "Ade", "blessed", "Charlie", "coffee", "Femi", "family", "Ola", "just me", "Tola", "zzz"],
    ["Add member", "6 members", "You", "hello", *FIVE],
])  # fmt: skip
def test_what_may_be_a_name_or_not_is_only_counted(lines: list[str]):
    listed = read(*lines)

    assert [member.own for member in listed.members] == [True]
    assert listed.completeness is Completeness.PARTIAL
    unsure = len([line for line in lines[1:] if line not in {"6 members", "You", "Group admin", ABOUT}])
    assert listed.problems[0].message.startswith(f"{unsure} lines may be a name")
    assert "Ade" not in repr(listed.problems)


@pytest.mark.parametrize("about", [
    ABOUT, "¡Hola! Estoy usando WhatsApp.", "Hallo! Ich benutze WhatsApp.", "Olá! Eu estou usando o WhatsApp.", "Available", "Busy", "At school",
    "Battery about to die", "Can't talk, WhatsApp only", "Verfügbar", "Ocupado", "Occupé", "🌸🌸", "💪🏽", "Call me any time after work, I am home then",
    "No time.", "https://example.org", "هاي! أنا أستخدم واتساب", "“be kind”", "last seen recently", "Müsait", "व्यस्त",
])  # fmt: skip
def test_what_whatsapp_offers_and_what_is_no_name_is_nobody(about: str):
    listed = read("3 members", "You", about, "Group admin", "+44 7700 900123", about)

    assert [member.shown_as for member in listed.members] == ["You", "+44 7700 900123"]
    assert not listed.problems


def test_the_description_above_and_the_buttons_below_are_left_behind():
    listed = read(
        "Group info", "3B Parents", "Group · 3 members", "For us all, be kind", "Media, links and docs", "3 members", "Search members", "You",
        "Group admin", "+44 7700 900123", "+44 7700 900124", "View past members", "+44 7700 900999", "Exit group", "Report group",
    )  # fmt: skip

    assert (listed.name, listed.said, len(listed.members)) == ("3B Parents", 3, 3)
    assert "kind" not in repr(listed)
    assert not listed.problems


def test_a_count_below_the_members_cuts_off_nobody():
    assert people("You", "Group admin", "+44 7700 900123", "3 members", "+44 7700 900124") == [
        ("", ""),
        ("", "123"),
        ("", "124"),
    ]


def test_those_who_are_not_shown_are_counted():
    assert read("You", "Group admin", "+44 7700 900123", "View all (31 more)").said == 33
    assert read("You", "Group admin", "+44 7700 900123", "31 more").said == 33


def test_whoever_looks_is_told_in_other_languages_by_being_first():
    assert [member.own for member in read("3 Mitglieder", "Du", "Gruppenadmin", "+44 7700 900123").members] == [
        True,
        False,
    ]
    assert [member.own for member in read("3 Mitglieder", "+44 7700 900123", "Ty", "Gruppenadmin").members] == [False]


@pytest.mark.parametrize("text", [
    "3B Parents\nGroup · 6 members\n• Ola Bello +44 7700 900123\nGroup admin\nYou", "Ola\nFemi\nTola\nYou", "Ola Bello 07700 900123\nGroup admin\nFemi\nTola",
    "41 members\nOla\nFemi\nTola", "Ola, +44 7700 900123, You\nGroup admin\nx", "Ola\n07700 900123\nFemi\n07700 900124", "Name,Phone\nOla,07700 900123\n~ Jo,",
    "Available\nOla", "Ola Bello <ola@example.org>\nfemi@example.org\ntola@example.org", "• Ola\n• Femi\nGroup admin", "Ola, Femi, You\nGroup admin\nx", "~ Jo\n~ Ola\n~ Femi",
])  # fmt: skip
def test_a_list_that_somebody_typed_is_no_panel(text: str):
    assert not panel.claims(text)


SOLD = "Sold house, call solicitor 07700 900999"
NUMBERED = [
    "14 members", "You", "Group admin", "+44 7700 900101", "Busy", "Ade", "blessed", "Charlie", "single again", "Femi Okafor", SOLD,
    "+44 7700 900102", "Available", "~Jo", "Tola", "at last",
]  # fmt: skip


@pytest.mark.parametrize("lines", [
    NUMBERED,
    [line for line in NUMBERED if line != "14 members"],
    [*NUMBERED[:2], *NUMBERED[4:]],
    ["14 Mitglieder", "Du", "Gruppenadmin", *NUMBERED[3:]],
    ["2 members", "You", "my words", "Femi", SOLD, "Ola", "why not"],
    ["14 members", "You", "Group admin", "Femi Okafor", "• one day at a time", SOLD, "Ola, Femi, me", "x" * 139],
    ["3B Parents", "Group · 14 members", "Call the office on 01632 960000. " * 20, *NUMBERED],
    [*NUMBERED, "Be kind. " * 60],
])  # fmt: skip
def test_somebodys_own_words_with_a_number_make_nobody_of_themselves_and_of_others(lines: list[str]):
    listed = read(*lines)

    numbers = [line for line in lines if line.startswith("+")]
    assert [member.shown_as for member in listed.members if not member.own] == numbers
    assert not any(
        said in repr(listed) for said in ("Sold", "999", "blessed", "single", "at last", "why not", "office")
    )
    assert listed.completeness is Completeness.PARTIAL
    assert any(problem.message.startswith("1 line with a number may be") for problem in listed.problems)


@pytest.mark.parametrize("said", [
    "07700 900888", "+44 7700 900888", "private", "Unknown", "n/a", "femi@example.org", "123456789012345", "my number: 07700900888",
])  # fmt: skip
@pytest.mark.parametrize("admin", [[], ["Group admin"]])
def test_a_number_below_what_may_be_a_name_is_nobody(said: str, admin: list[str]):
    listed = read("4 members", "You", "Group admin", "Femi Okafor", *admin, said, "Tola", "Busy", "+44 7700 900123")

    assert [member.shown_as for member in listed.members if member.name != "Femi Okafor"] == ["You", "+44 7700 900123"]
    assert listed.completeness is Completeness.PARTIAL
    assert "888" not in repr(listed)


def test_a_number_without_its_country_among_those_that_have_it_is_somebodys_own_words():
    assert people("4 members", "You", "Group admin", "+44 7700 900123", "07700 900888", "~Ola", "+44 7700 900124", "~Jo") == [
        ("", ""), ("Ola", "123"), ("Jo", "124"),
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["private", "Unknown", "n/a", "femi@example.org", "123456789012345@lid"])
def test_what_no_panel_shows_of_a_member_is_nobody(said: str):
    assert people("4 members", "You", "Group admin", "07700 900123", said, "07700 900124", "Busy") == [
        ("", ""), ("", "123"), ("", "124"),
    ]  # fmt: skip


def test_as_many_names_as_are_missing_are_no_names_where_a_number_may_be_one_of_them():
    listed = read("6 members", "You", ABOUT, *FIVE, "07700 900888")

    assert [member.own for member in listed.members] == [True]
    assert {problem.message[:25] for problem in listed.problems} == {
        "5 lines may be a name or ",
        "1 line with a number may ",
    }


def test_more_lines_than_members_below_whoever_looks_are_a_panel_in_any_language():
    assert people("3 membres", "Vous", "Femi", "content", "Ola", "heureuse") == [("", "")]


def test_a_number_in_the_description_above_the_members_is_nobodys():
    lines = (
        "3B Parents",
        "Group · 2 members",
        "Be kind.",
        "+44 1632 960000",
        "2 members",
        "You",
        "Group admin",
        "+44 7700 900123",
    )

    assert people(*lines) == [("", ""), ("", "123")]


def test_whoever_looks_is_told_below_the_groups_name_too():
    lines = ("3B Parents", "Gruppe · 3 Mitglieder", "Du", "Gruppenadmin", "+44 7700 900123")

    assert [member.own for member in read(*lines).members] == [True, False]


def test_a_table_under_headings_is_no_panel_however_its_rows_take_turns():
    rows = ("Name,Phone", ",07700900766", "~ Femi,", ",07700 900005", "~ Ola Sy,07700900389", ",07700900759", "~ Jo,")

    (listed,) = lists_of(an_upload("\n".join(rows), "3B.csv"))

    assert (listed.format, len(listed.members)) == ("name-phone", 6)


def test_whatsapps_own_bot_is_no_member():
    assert people("3 members", "You", "Group admin", "Meta AI", "+44 7700 900123") == [("", ""), ("", "123")]


def test_a_panel_that_tells_nobody_for_sure_is_refused():
    with pytest.raises(UnreadableList, match="for sure"):
        read("Add member", "Invite to group via link", "Ola", "Femi", "Tola")


@given(
    st.lists(
        st.sampled_from(
            (
                "You",
                "Group admin",
                "Ola",
                "Femi",
                "~Jo",
                "+44 7700 900123",
                "07700 900124",
                ABOUT,
                "4 members",
                "blessed",
                "🌸",
                "Add member",
                "View past members",
            )
        ),
        max_size=14,
    )
)
def test_any_panel_is_read_or_refused_and_everybody_with_a_number_is_in_it_or_counted(lines: list[str]):
    text = "\n".join(lines)
    if not panel.claims(text):
        return
    try:
        (listed,) = lists_of(an_upload(text, "list.txt"))
    except RosterError:
        return

    ends = lines.index("View past members") if "View past members" in lines else len(lines)
    begins = max((at for at, line in enumerate(lines) if line == "4 members"), default=0)
    sure = [line for line in lines[begins:ends] if line[0] in "+0"]
    dialled = [member.shown_as for member in listed.members if member.phone]
    set_apart = sum(int(one.message.split()[0]) for one in listed.problems if "with a number" in one.message)
    assert len(sure) <= len(dialled) + set_apart <= len([line for line in lines if line[0] in "+0"])
    assert listed.completeness is Completeness.PARTIAL


@pytest.mark.parametrize(
    "text",
    [
        "Group admin\n" * 20_000,
        "~a\n+44 7700 900123\n" * 10_000,
        "Add member\n" + "x\n" * 20_000,
        "Group admin\n" + "y" * 30_000 + "\nz",
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str):
    assert panel.claims(text) in {True, False}
