"""Sheets with headings: which row they are, what each column is, who is one person, and what is left at the door."""

import pytest

from adapters.platforms.inside import lists_of
from roster.errors import RosterError, UnreadableList
from roster.groups import Completeness, Member, MemberList, Problem, Shown
from tests.builders import a_csv, an_upload

GOOGLE_CONTACTS = "First Name,Last Name,Nickname,Organization Name,Birthday,Notes,Labels"


def lists(content: str | bytes, name: str = "members.csv", *, surely: bool = False) -> tuple[MemberList, ...]:
    return lists_of(an_upload(content, name), surely=surely)


def the_list(content: str | bytes, name: str = "members.csv", *, surely: bool = False) -> MemberList:
    (listed,) = lists(content, name, surely=surely)
    return listed


def numbers(member: Member) -> list[str]:
    return [phone.ending(6) for phone in member.phones]


def members(content: str) -> list[tuple[str, list[str], list[str]]]:
    return [(one.name, numbers(one), list(one.emails)) for one in the_list(content).members]


def said(problems: tuple[Problem, ...]) -> str:
    return " ".join(problem.message for problem in problems)


def test_the_same_number_twice_is_one_member_and_says_so():
    listed = the_list("Name,Phone\nOla,07700 900123\nFemi,07700 900124\nOla Bello,+447700900123\n")

    assert [(one.row, one.name, numbers(one)) for one in listed.members] == [
        (2, "Ola Bello", ["900123"]),
        (3, "Femi", ["900124"]),
    ]
    assert [(one.level, one.row) for one in listed.problems] == [("value", 4)]


def test_one_number_under_two_names_keeps_both():
    (member,) = the_list("Name,Phone\nOla Bello,07700 900123\nFemi Bello,07700 900123\n").members

    assert member.name == "Ola Bello / Femi Bello"


def test_two_of_one_name_without_a_number_are_two():
    assert len(the_list("Name,Phone\nOla,\nOla,hidden\n").members) == 2


def test_two_with_numbers_and_one_address_are_two():
    listed = the_list("Name,Phone,Email\nOla,07700 900123,bello@example.org\nFemi,07700 900124,bello@example.org\n")

    assert len(listed.members) == 2


def test_two_in_an_address_book_may_have_one_number():
    phones = "Phone 1 - Value"
    listed = the_list(f"{GOOGLE_CONTACTS},{phones}\nOla,Bello,,,,,,01632 960123\nFemi,Bello,,,,,,01632 960123\n")

    assert [one.name for one in listed.members] == ["Ola Bello", "Femi Bello"]


@pytest.mark.parametrize(
    "headings",
    ["First name,Surname", "Forename,Last Name", "Given name,Family name", "Name,Surname", "Full name,Surname"],
)
def test_a_name_in_two_columns_is_one(headings: str):
    assert members(f"{headings},Phone\nOla,Bello,07700 900123\n") == [("Ola Bello", ["900123"], [])]


def test_a_repeated_name_is_said_once():
    assert members("Full name,First name,Surname,Phone\nOla Bello,Ola,Bello,07700 900123\n")[0][0] == "Ola Bello"


def test_every_number_column_counts():
    text = "Name,Mobile,Home phone,Phone 2\nOla,07700 900123 / 07700 900124,01632 960123,\n"

    assert members(text) == [("Ola", ["900123", "900124", "960123"], [])]


@pytest.mark.parametrize("cells", ["07700900123,01632 9601", "01632 9601,07700900123", "07700900123 / 0163296,"])
def test_somebody_with_a_number_that_cannot_be_read_is_no_stranger_by_the_others(cells: str):
    (member,) = the_list(f"Name,Mobile,Home phone\nOla,{cells}\n").members

    assert (member.phone, member.shown, numbers(member)) == (None, Shown.UNUSABLE, ["900123"])


def test_a_number_that_a_comma_has_moved_is_found():
    (member,) = the_list("Name,Phone\nBello, Ola,07700 900123\nFemi,07700 900124\nAde,07700 900125\n").members[:1]

    assert (member.name, member.phone, numbers(member)) == ("Bello", None, ["900123"])


def test_a_number_beside_the_name_is_taken_out_of_it():
    assert members("Name,Phone\n3B Ola 07700 900123,447700900123\n+44 7700 900124,hidden\n") == [
        ("3B Ola", ["900123"], []),
        ("", ["900124"], []),
    ]


@pytest.mark.parametrize("name", ["Unknown", "+44•••••••••26", "ola@example.org", "123456789012345@lid"])
def test_what_is_no_name_is_none(name: str):
    listed = the_list(f"Name,Phone\n{name},07700 900123\nFemi,07700 900124\n")

    assert [one.name for one in listed.members] == ["", "Femi"]


def test_an_address_among_the_numbers_is_an_address():
    assert members("Name,Phone\nOla,Ola@example.org\n") == [("Ola", [], ["ola@example.org"])]


def test_whoever_made_the_list_is_told():
    assert [one.own for one in the_list("Name,Phone\nYou,07700 900123\nOla,07700 900124\n").members] == [True, False]


@pytest.mark.parametrize(
    "admin", ["Admin", "yes", "super_admin", "Gruppenadmin", "Administrador del grupo", "Class Rep", "Owner"]
)
def test_it_knows_an_admin(admin: str):
    listed = the_list(f"Name,Phone,Role\nOla,07700 900123,{admin}\nFemi,07700 900124,member\n")

    assert [one.admin for one in listed.members] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Phone\n07700 900123,07700 900123\n+44 7700 900124,+447700900124\n",
        "Name,Phone Number\nUnknown,447700900123\nOla,447700900124\n",
    ],
)
def test_a_list_that_a_tool_made_of_unsaved_numbers_is_partial(text: str):
    assert the_list(text).completeness is Completeness.PARTIAL
    assert the_list("Name,Phone\nOla,07700 900123\n07700 900124,07700 900124\n").completeness is Completeness.COMPLETE


def test_a_list_that_ends_in_the_middle_of_a_row_is_partial():
    listed = the_list("Name,Phone\nOla,07700 900123\nFemi,07700 900124\nAd")

    assert listed.completeness is Completeness.PARTIAL
    assert "middle of a row" in said(listed.problems)


@pytest.mark.parametrize(
    "heading", ["Email", "E-mail", "Email address", "Mail", "PrimarySmtpAddress", "User principal name"]
)
def test_a_table_may_have_addresses_alone(heading: str):
    listed = the_list(f"Title of it\nName,{heading}\nOla,Ola@example.org\nFemi,FEMI@example.org\n")

    assert (listed.platform, listed.format) == ("email", "name-email")
    assert [(one.row, one.name, one.email) for one in listed.members] == [
        (3, "Ola", "ola@example.org"),
        (4, "Femi", "femi@example.org"),
    ]


def test_a_heading_for_addresses_with_none_under_it_is_no_list_of_addresses():
    with pytest.raises(RosterError):
        lists("Name,Email,Colour\nOla,not given,red\nFemi,,blue\n")


def test_telephones_go_before_addresses():
    listed = the_list("Email,sent to,x\nName,Phone,Email\nOla,07700 900123,ola@example.org\n")

    assert [(one.row, one.name) for one in listed.members] == [(3, "Ola")]


def test_people_who_are_not_in_yet_are_set_aside():
    listed = the_list(
        "Email address,Nickname,Group status\nola@example.org,Ola,member\nfemi@example.org,Femi,pending\n"
    )

    assert [one.name for one in listed.members] == ["Ola"]
    assert [(one.level, one.row) for one in listed.problems] == [("row", 3)]
    assert listed.completeness is Completeness.COMPLETE


@pytest.mark.parametrize("row", ["3b@example.org,CUSTOMER,MEMBER,", "3b@example.org,GROUP,MEMBER,staff@example.org"])
def test_a_row_for_everybody_makes_a_list_partial(row: str):
    listed = the_list(f"group,type,role,email\n3b@example.org,USER,OWNER,ola@example.org\n{row}\n")

    assert [one.email for one in listed.members] == ["ola@example.org"]
    assert listed.completeness is Completeness.PARTIAL


def test_a_list_of_groups_is_none_of_members():
    with pytest.raises(UnreadableList, match="No row of this list is a member"):
        lists("PrimarySmtpAddress,DisplayName,ManagedBy\n3b@example.org,3B,example.org/Users/Head\n")


def test_an_account_that_is_switched_off_is_still_a_member():
    listed = the_list(
        "userPrincipalName,displayName,surname,mail,givenName,accountEnabled\nx@school.example.org,Ola,,ola@example.org,,False\n"
    )

    assert [one.emails for one in listed.members] == [("ola@example.org", "x@school.example.org")]


def test_a_label_in_a_column_of_addresses_is_none():
    text = f"{GOOGLE_CONTACTS},E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\nOla,,,,,,,ola@example.org,* Home,Mobile,07700 900123\n"

    assert members(text) == [("Ola", ["900123"], ["ola@example.org"])]


def test_google_has_as_many_numbers_as_it_likes():
    many = ",".join(f"Phone {number} - Label,Phone {number} - Value" for number in range(1, 13))
    cells = ",".join(f"Mobile,07700 9001{number:02}" for number in range(1, 13))

    assert len(members(f"{GOOGLE_CONTACTS},{many}\nOla,,,,,,,{cells}\n")[0][1]) == 12


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_outlook_may_part_its_columns_as_it_likes(delimiter: str):
    drawn = """
        First Name | Last Name | Business Phone | Mobile Phone | E-mail Address  | E-mail 2 Address | Spouse     | Notes
        Ola        | Bello     | 01632 960123   | 07700 900123 | ola@example.org |                  | Femi Bello | private
    """
    listed = the_list(a_csv(drawn, delimiter=delimiter))

    assert [(one.name, numbers(one)) for one in listed.members] == [("Ola Bello", ["900123", "960123"])]
    assert (listed.completeness, listed.platform) == (Completeness.PARTIAL, "contacts")


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Name,Phone,About", "Ola,07700 900123,SECRET"),
        ("Name,Phone,Notes", "Ola,07700 900123,SECRET"),
        ("Name,Phone Number,Description,Source", "Ola,07700 900123,SECRET,3B"),
        (f"{GOOGLE_CONTACTS},Phone 1 - Value,Address 1 - Street", "Ola,,,,SECRET,SECRET,SECRET,07700 900123,SECRET"),
        ("Name,Guardian 1 Name,Guardian 1 Email,Guardian 1 Mobile", "SECRET,Ola,ola@example.org,07700 900123"),
    ],
)
def test_nothing_but_names_numbers_and_addresses_leaves_the_file(headings: str, cells: str):
    listed = the_list(
        f"{headings}\n{cells}\n{cells.replace('Ola', '').replace('07700 900123', '').replace('ola@example.org', '')}\n"
    )

    assert "SECRET" not in repr(listed)
    assert [one.name for one in listed.members] == ["Ola"]


def test_problems_name_nobody():
    listed = the_list(
        "group,type,role,email,status\n3b,USER,MEMBER,ola@example.org,\n3b,GROUP,MEMBER,femi@example.org,\n3b,USER,OWNER,ola@example.org,\n"
    )

    assert len(listed.problems) == 2
    assert "@" not in said(listed.problems)
