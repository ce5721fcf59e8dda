"""Sheets of a workbook, and which of them are a school's own: groups by sheet, children with their guardians, exports."""

import pytest

from adapters.platforms.inside import lists_of
from roster.errors import NothingInside, UnreadableList
from roster.groups import Completeness, MemberList, Problem
from tests.builders import a_workbook, an_upload

GUARDIANS = "Name,Guardian 1 Name,Guardian 1 Email,Guardian 1 Mobile"
MAY_BE_A_SCHOOLS = "Child,Class,Parent 1,Parent 1 Mobile\nTola Bello,3B,Ola Bello,07700 900123\n"


def lists(content: str | bytes, name: str = "members.csv", *, surely: bool = False) -> tuple[MemberList, ...]:
    return lists_of(an_upload(content, name), surely=surely)


def the_list(content: str | bytes, name: str = "members.csv", *, surely: bool = False) -> MemberList:
    (listed,) = lists(content, name, surely=surely)
    return listed


def said(problems: tuple[Problem, ...]) -> str:
    return " ".join(problem.message for problem in problems)


def test_the_members_are_the_guardians_and_never_the_child():
    listed = the_list(
        f"{GUARDIANS},Email,Guardian 2 Mobile\n"
        "Tola Bello,Ola Bello,Ola@example.org,07700 900123,tola@example.org,07700 900124\n"
        "Ade Bello,Ola Bello,ola@example.org,07700 900123,ade@example.org,\n"
        "Charlie,,,,charlie@example.org,\n"
    )

    assert [(one.name, [phone.ending(6) for phone in one.phones], one.emails) for one in listed.members] == [
        ("Ola Bello", ["900123"], ("ola@example.org",)),
        ("", ["900124"], ()),
    ]
    assert [(one.level, one.row) for one in listed.problems] == [("row", 4)]
    assert listed.completeness is Completeness.PARTIAL


@pytest.mark.parametrize("member", ["Member name", "Member", "Participant", "Member first name,Member surname"])
def test_a_clubs_member_with_guardians_is_a_child(member: str):
    tola, ade = ("Tola,Bello", "Ade,Okafor") if "," in member else ("Tola Bello", "Ade Okafor")
    listed = the_list(
        f"{member},Guardian 1 name,Guardian 1 mobile,Guardian 2 name,Guardian 2 mobile,Guardian 2 email\n"
        f"{tola},Ola Bello,07700 900123,Femi Bello,07700 900124,femi@example.org\n"
        f"{ade},Ayo Okafor,07700 900125,Charlie Okafor,07700 900126,charlie@example.org\n"
    )

    assert [(one.name, [phone.ending(3) for phone in one.phones], one.emails) for one in listed.members] == [
        ("Ola Bello", ["123"], ()),
        ("Femi Bello", ["124"], ("femi@example.org",)),
        ("Ayo Okafor", ["125"], ()),
        ("Charlie Okafor", ["126"], ("charlie@example.org",)),
    ]
    assert (listed.format, listed.completeness) == ("guardians", Completeness.PARTIAL)


def test_addresses_alone_stay_with_their_guardians():
    listed = the_list(
        "Member name,Guardian 1 name,Guardian 1 email,Guardian 2 name,Guardian 2 email\n"
        "Tola Bello,Ola Bello,ola@example.org,Femi Bello,femi@example.org\n"
    )

    assert [(one.name, one.emails) for one in listed.members] == [
        ("Ola Bello", ("ola@example.org",)),
        ("Femi Bello", ("femi@example.org",)),
    ]


@pytest.mark.parametrize("headings", ["Member,Parent,Phone", "Member,Contact name,Contact number"])
def test_a_member_is_a_child_only_beside_guardians_who_are_reached(headings: str):
    assert the_list(f"{headings}\nOla Bello,yes,07700 900123\n").format == "name-phone"


@pytest.mark.parametrize("headings", ["Child,Parent,Contact", "Name,Parent,Contact", "Child,Contact,Parent"])
def test_a_contact_that_is_a_number_is_the_guardians(headings: str):
    cells = "Tola,07700 900123,Ola Bello" if headings.endswith("Parent") else "Tola,Ola Bello,07700 900123"
    (member,) = the_list(f"{headings}\n{cells}\n").members

    assert (member.name, [phone.ending(3) for phone in member.phones]) == ("Ola Bello", ["123"])


def test_a_number_beside_the_only_guardian_is_theirs():
    (member,) = the_list("Child,Parent,Phone\nTola,Ola Bello,07700 900123\n").members

    assert (member.name, member.phone and member.phone.ending(3)) == ("Ola Bello", "123")


def test_a_child_is_no_member_because_nobody_says_guardian():
    (member,) = the_list("Child,Name,Phone\nTola,Ola Bello,07700 900123\n").members

    assert member.name == "Ola Bello"


def test_a_role_is_not_what_only_a_school_says():
    assert len(the_list("Child,Parent 1,Parent 1 Mobile,Role\nTola,Ola Bello,07700 900123,Class Rep\n").members) == 1


def test_a_tools_headings_among_a_schools_are_the_schools():
    with pytest.raises(UnreadableList, match="looks like an MIS export"):
        lists("Name,Phone,Status,Class\nTola Bello,07700 900123,On roll,3B\n")


def test_what_may_be_a_schools_own_is_read_only_if_it_is_surely_a_list():
    with pytest.raises(UnreadableList, match="looks like an MIS export"):
        lists(MAY_BE_A_SCHOOLS)

    assert [one.name for one in the_list(MAY_BE_A_SCHOOLS, surely=True).members] == ["Ola Bello"]


@pytest.mark.parametrize("title", ["Classlist export", "Spond members"])
def test_a_platform_that_names_itself_is_believed(title: str):
    assert [one.name for one in the_list(f"{title},,,\n{MAY_BE_A_SCHOOLS}").members] == ["Ola Bello"]


@pytest.mark.parametrize(
    "heading", ["Relationship", "Parental Responsibility", "Priority", "Court Order", "Leaving Date", "UPN"]
)
@pytest.mark.parametrize("surely", [True, False])
def test_a_schools_export_is_never_a_list(heading: str, *, surely: bool):
    text = f"Forename,Surname,Contact 1 Name,Contact 1 Mobile,Contact 1 Email,{heading}\nTola,Bello,Ola,07700 900123,o@example.org,x\n"

    with pytest.raises(UnreadableList, match="looks like an MIS export"):
        lists(text, surely=surely)


def test_a_schools_export_with_addresses_alone_is_no_list():
    with pytest.raises(UnreadableList, match="looks like an MIS export"):
        lists("Forename,Surname,Reg,Parent 1 Email\nTola,Bello,3B,ola@example.org\n")


def test_a_group_that_two_sheets_have_is_one():
    headings, ola, femi = ["Name", "Phone", "Group Name"], ["Ola", "07700 900123", "3B"], ["Femi", "07700 900124", "3B"]
    book = a_workbook(All=[headings, ola, ["Ade", "07700 900125", "5A"]], **{"3B": [headings, ola, femi]})

    assert [(one.name, len(one.members)) for one in lists(book, "groups.xlsx")] == [("3B", 2), ("5A", 1)]


def test_a_groups_own_name_goes_before_its_sheets():
    long = "Year 3 Parents and Carers of Oakfield | Oak"
    book = a_workbook(
        **{long[:31].replace("|", "_"): [["Name", "Phone", "Group Name"], ["Ola", "07700 900123", long[:37]]]}
    )

    assert the_list(book, "groups.xlsx").name == "Year 3 Parents and Carers of Oakfield"


def test_a_group_may_have_a_bar_in_its_name():
    book = a_workbook(**{"3B | Oak": [["Name", "Phone", "Group Name"], ["Ola", "07700 900123", "3B | Oak"]]})

    assert the_list(book, "groups.xlsx").name == "3B | Oak"


def test_a_sheets_name_that_may_be_cut_is_said():
    book = a_workbook(**{"Year 3 Parents and Carers of Oa": [["Name", "Phone"], ["Ola", "07700 900123"]]})

    assert "the rest of it may be missing" in said(the_list(book, "groups.xlsx").problems)


def test_an_empty_sheet_of_several_is_said():
    book = a_workbook(**{"3B": [["Name", "Phone"], ["Ola", "07700 900123"]], "5A": [["Name", "Phone"]]})

    assert 'The sheet "5A" has headings, and nobody under them.' in said(the_list(book, "groups.xlsx").problems)


def test_headings_without_anybody_are_said_to_be_that():
    with pytest.raises(NothingInside):
        lists("Name,Phone\n")


def test_a_row_without_anybody_is_a_problem_of_its_own_group():
    found = lists("Name,Phone,Group Name\nOla,07700 900123,3B\n,,5A\nFemi,07700 900124,5A\n")

    assert [(one.name, [problem.row for problem in one.problems]) for one in found] == [("3B", []), ("5A", [3])]
