"""Columns that are what their cells are: a "Contact" of numbers, ids, titles, and a child beside a parent."""

import pytest

from adapters.platforms.inside import lists_of
from roster.groups import Completeness, Member, MemberList, Shown
from tests.builders import an_upload


def lists(content: str | bytes, name: str = "members.csv", *, surely: bool = False) -> tuple[MemberList, ...]:
    return lists_of(an_upload(content, name), surely=surely)


def the_list(content: str | bytes, name: str = "members.csv", *, surely: bool = False) -> MemberList:
    (listed,) = lists(content, name, surely=surely)
    return listed


def numbers(member: Member) -> list[str]:
    return [phone.ending(6) for phone in member.phones]


def members(content: str) -> list[tuple[str, list[str], list[str]]]:
    return [(one.name, numbers(one), list(one.emails)) for one in the_list(content).members]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Name,Contact", "Femi Okafor,07700 900777"),
        ("Full name,Contact", "Femi Okafor,07700 900777"),
        ("First name,Surname,Contact", "Femi,Okafor,07700 900777"),
        ("Name,Class,Contact", "Femi Okafor,3B,07700 900777"),
        ("Name,Phone,Contact", "Femi Okafor,,07700 900777"),
        ("Name,WhatsApp,Contact", "Femi Okafor,yes,07700 900777"),
        ("Contact,Number", "Femi Okafor,07700 900777"),
        ("Contact,WhatsApp", "Femi Okafor,07700 900777"),
        ("Contact,Phone", "Femi Okafor,07700 900777"),
        ("Number,Contact", "07700 900777,Femi Okafor"),
        ("Number,Name,Contact", "1,Femi Okafor,07700 900777"),
        ("Name,WhatsApp ID", "Femi Okafor,447700900777@c.us"),
    ],
)
def test_a_column_is_what_its_cells_are(headings: str, cells: str):
    listed = the_list(f"{headings}\n{cells}\n")

    assert [(one.name, numbers(one), one.shown) for one in listed.members] == [
        ("Femi Okafor", ["900777"], Shown.NUMBER)
    ]
    assert (listed.format, listed.completeness) == ("name-phone", Completeness.COMPLETE)


@pytest.mark.parametrize("heading", ["Emergency contact", "Parent", "Contact 1"])
def test_a_second_column_of_numbers_drops_nobodys_name(heading: str):
    text = f"Name,Contact,{heading}\nFemi Okafor,07700 900777,07700 900778\n"

    assert members(text) == [("Femi Okafor", ["900777", "900778"], [])]


@pytest.mark.parametrize("child", ["Child", "Parent of", "Mum of"])
@pytest.mark.parametrize("number", ["Contact", "Contact number", "Phone"])
def test_whoever_is_named_beside_a_child_is_the_member(child: str, number: str):
    assert members(f"Name,{child},{number}\nFemi Okafor,Tola,07700 900777\n") == [("Femi Okafor", ["900777"], [])]


def test_names_with_their_numbers_in_one_column_are_kept():
    text = "Contact,Admin\nFemi 07700 900777,yes\nOla 07700 900123,\n"

    assert members(text) == [("Femi", ["900777"], []), ("Ola", ["900123"], [])]
    assert the_list(text).completeness is Completeness.COMPLETE


@pytest.mark.parametrize("title", ["WhatsApp", "Contact", "Numbers"])
def test_a_title_that_might_be_a_heading_is_a_title(title: str):
    assert members(f"{title},\nName,Phone\nOla,07700 900123\n") == [("Ola", ["900123"], [])]


def test_a_class_beside_a_contact_number_drops_nobodys_name():
    (member,) = the_list("Name,Class,Contact number\nFemi Okafor,3B,07700 900777\n", surely=True).members

    assert (member.name, numbers(member)) == ("Femi Okafor", ["900777"])


def test_addresses_under_contact_are_the_members():
    listed = the_list("Name,Contact\nFemi Okafor,femi@example.org\n")

    assert [(one.name, one.email) for one in listed.members] == [("Femi Okafor", "femi@example.org")]


def test_a_contact_who_is_named_stays_a_guardian():
    assert members("Name,Contact\nTola Bello,Ola Bello\nAde,Ayo Okafor 07700 900123\n") == [
        ("Ola Bello", [], []),
        ("Ayo Okafor", ["900123"], []),
    ]


def test_hidden_numbers_beside_contacts_leave_them_their_names():
    assert members("Contact,Number\nOla Bello,hidden\nFemi,\n") == [("Ola Bello", [], []), ("Femi", [], [])]


def test_a_column_of_ids_is_none_of_numbers():
    listed = the_list("user id,name\n1002345678,Femi\n1002345679,Ola Bello\n")

    assert [(one.name, one.phones, one.shown) for one in listed.members] == [
        ("Femi", (), Shown.NO_NUMBER),
        ("Ola Bello", (), Shown.NO_NUMBER),
    ]
    assert listed.completeness is Completeness.PARTIAL


def test_an_id_that_is_too_short_for_a_number_makes_no_stranger():
    (member,) = the_list("Name,WhatsApp ID\nFemi,10023456\n").members

    assert (member.name, member.phones, member.shown) == ("Femi", (), Shown.UNUSABLE)
