"""Lists with headings: those of the tools, and a plain Name, Phone."""

import pytest

from adapters.platforms.reading import read_lists
from roster.errors import RosterError
from roster.groups import Completeness, MemberList, Shown
from tests.builders import a_csv, a_workbook, an_upload


def lists(content: str | bytes, name: str = "members.csv", **facts: str) -> tuple[MemberList, ...]:
    return read_lists(an_upload(content, name), **facts)


@pytest.mark.parametrize(
    "heading", ["Phone", "Mobile", "Tel", "Number", "WhatsApp", "Phone Number", "Mobile No.", "Contact number", "JID"]
)
def test_it_finds_the_numbers_whatever_they_are_called(heading: str):
    ((listed,)) = lists(f"Name,{heading}\nOla,07700 900123\n")

    assert listed.members[0].phone is not None
    assert listed.members[0].name == "Ola"


@pytest.mark.parametrize(
    "heading", ["Name", "Display Name", "Member", "Contact", "Participant", "Full name", "Parent", "Saved Name"]
)
def test_it_finds_the_names_whatever_they_are_called(heading: str):
    (listed,) = lists(f"{heading},Phone\nOla,07700 900123\n")

    assert listed.members[0].name == "Ola"


@pytest.mark.parametrize(("cell", "shown", "ending"), [
    ("07700 900123", Shown.NUMBER, "900123"),
    ("7700900123", Shown.NUMBER, "900123"),
    ("7700900123.0", Shown.NUMBER, "900123"),
    ("447700900123", Shown.NUMBER, "900123"),
    ("447700900123@s.whatsapp.net", Shown.NUMBER, "900123"),
    ("447700900123:12@c.us", Shown.NUMBER, "900123"),
    ("48512345678", Shown.NUMBER, "345678"),
    ("'+447700900123", Shown.NUMBER, "900123"),
    ("Hidden (privacy)", Shown.NO_NUMBER, ""),
    ("private", Shown.NO_NUMBER, ""),
    ("", Shown.NO_NUMBER, ""),
    ("N/A", Shown.NO_NUMBER, ""),
    ("123456789012345@lid", Shown.UNUSABLE, ""),
    ("123456789012345", Shown.UNUSABLE, ""),
    ("4.47701E+11", Shown.UNUSABLE, ""),
    ("07700 90012", Shown.UNUSABLE, ""),
    ("Charlie", Shown.NO_NUMBER, ""),
])  # fmt: skip
def test_it_tells_what_stands_where_a_number_should(cell: str, shown: Shown, ending: str):
    (listed,) = lists(f"Name,Phone\nOla,{cell}\n")

    (member,) = listed.members
    assert member.shown is shown
    assert (member.phone.ending(6) if member.phone else "") == ending


def test_a_name_in_the_number_column_is_a_name():
    (listed,) = lists("Phone Number,Name,Description,Source\nOla Bello,,,3B\n")

    assert [(member.shown_as, member.name, member.phone) for member in listed.members] == [
        ("Ola Bello", "Ola Bello", None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Phone Number,Name,Description,Source\n20102015,,x,3B\n",
        "Phone Number,Name,Description,Source\n~20102015,,x,3B\n",
        "Name,Number\nFemi,10023456\n",
        "Name,Phone\n~20102015,\n",
    ],
)
def test_digits_too_short_for_a_number_are_none(text: str):
    (listed,) = lists(text)

    assert [member.phones for member in listed.members] == [()]


def test_a_number_in_the_name_column_is_a_number():
    (listed,) = lists("Name,Phone\n+44 7700 900123,\n")

    assert [(member.name, member.phone.ending(3)) for member in listed.members if member.phone] == [("", "123")]


@pytest.mark.parametrize(("code", "number"), [("44", "7700900123"), ("+44", "7700900123"), ("44", "447700900123"), ("44", "07700900123"), ("44", "+447700900123"), ("48", "512345678")])  # fmt: skip
def test_a_country_code_may_stand_in_a_column_of_its_own(code: str, number: str):
    drawn = f"""
        Country Code | Country | Phone Number | Public Display Name | Saved Name | Group Name | Is My Contact | Is Business
        {code}       | x       | {number}     | Ola                 |            | 3B         | False         | False
    """

    (listed,) = lists(a_csv(drawn))

    assert [member.phone.e164 for member in listed.members if member.phone] == [
        "+48512345678" if code == "48" else "+447700900123"
    ]


def test_a_row_without_anybody_is_reported():
    (listed,) = lists("Name,Phone,Notes\nOla,07700 900123,\n,,x\n")

    assert len(listed.members) == 1
    assert [(problem.level, problem.row) for problem in listed.problems] == [("row", 3)]


def test_a_member_of_two_groups_is_in_both():
    found = lists("Name,Phone,Group Name\nOla,07700 900123,3B | 5A\nFemi,07700 900124,5A\n")

    assert [(listed.name, len(listed.members)) for listed in found] == [("3B", 1), ("5A", 2)]


def test_it_reads_a_sheet_a_group_and_no_summary():
    book = a_workbook(**{
        "Summary": [["Group", "Phone", "Total"], ["3B", "07700 900555", 2]],
        "3B": [["Name", "Phone"], ["Ola", "07700 900123"]],
        "5A": [["Name", "Phone"], ["Ayo", "07700 900126"]],
    })  # fmt: skip

    assert [(listed.name, len(listed.members)) for listed in lists(book, "groups.xlsx")] == [("3B", 1), ("5A", 1)]


@pytest.mark.parametrize(("sheet", "name"), [("Sheet1", "members"), ("Members", "members"), ("3B", "3B")])
def test_a_group_takes_the_sheets_name_if_it_is_one(sheet: str, name: str):
    (listed,) = lists(a_workbook(**{sheet: [["Name", "Phone"], ["Ola", "07700 900123"]]}), "members.xlsx")

    assert listed.name == name


def test_headings_may_stand_under_a_title():
    (listed,) = lists("3B parents,,\n,,\nName,Phone,Admin\nOla,07700 900123,yes\n")

    assert [(member.name, member.admin) for member in listed.members] == [("Ola", True)]


def test_a_list_scrolled_together_is_partial():
    (listed,) = lists("Phone Number,Name,Description,Source\n07700 900123,Ola,,3B\n")

    assert listed.completeness is Completeness.PARTIAL


def test_peoples_own_words_are_left_at_the_door():
    (listed,) = lists("Name,Phone,Status\nOla,07700900123,single again and loving it\n")

    assert "single" not in repr(listed)


@pytest.mark.parametrize("content", ["Name,Phone\n", "Name,Email\nOla,not given\n", a_workbook(A=[["Name"], ["Ola"]])])
def test_it_refuses_a_list_without_numbers_or_people(content: str | bytes):
    with pytest.raises(RosterError) as caught:
        lists(content)

    assert caught.value.file == "members.csv"


@pytest.mark.parametrize(
    "headings", ["Name,Nickname,Phone", "Name,WhatsApp name,Phone", "Full Name,Display Name,Mobile"]
)
def test_every_name_that_somebody_goes_by_is_kept(headings: str):
    (listed,) = lists(f"{headings}\nZed,Ade Okafor,07700 900950\n")

    assert [(member.shown_as, member.name) for member in listed.members] == [("Zed", "Zed / Ade Okafor")]
