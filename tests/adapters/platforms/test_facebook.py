"""The page of a Facebook group's members, copied."""

import pytest

from adapters.platforms.inside import lists_of
from adapters.platforms.texts.facebook import facebook
from adapters.platforms.texts.panel import panel
from roster.groups import Completeness, MemberList
from tests.builders import an_upload

PAGE = """\
3B Parents
Members · 41
Admins & moderators · 1
Ola Bello
Ola Bello
Admin
Created the group on 3 May 2024
Baker at Oak Bakery
New to the group
Femi Bello
Joined about 2 weeks ago
Lives in Leeds
loves cake
Add friend
Bello, Ade
Works at the river
Added by Ola Bello on Friday
Tola
Member since 4 May 2024
Message
"""


def read(text: str) -> MemberList:
    (listed,) = lists_of(an_upload(text, "3b.txt"))
    return listed


def test_the_names_above_are_the_members():
    listed = read(PAGE)

    assert (listed.platform, listed.format, listed.completeness, listed.said) == (
        "facebook",
        "facebook",
        Completeness.PARTIAL,
        41,
    )
    assert [(member.row, member.name, member.admin) for member in listed.members] == [
        (5, "Ola Bello", True), (10, "Femi Bello", False), (15, "Bello, Ade", False), (18, "Tola", False),
    ]  # fmt: skip


@pytest.mark.parametrize("own", ["Baker", "Leeds", "cake", "river", "May"])
def test_what_people_do_is_left_behind(own: str):
    assert own not in repr(read(PAGE))


def test_a_line_without_a_name_above_it_is_told():
    listed = read("Ola Bello\nJoined last week\nJoined last week\nFemi\nJoined yesterday\n")

    assert [member.name for member in listed.members] == ["Ola Bello", "Femi"]
    assert [problem.message[:30] for problem in listed.problems] == ["1 of the lines that say when s"]


@pytest.mark.parametrize("text", [
    "Ola\nJoined\nFemi", "Ola Bello\nJoined last week\n", "Joined last week\nJoined last week", "Ola joined last week\nFemi joined yesterday",
    "\n".join(["Ola", "Joined last week", "Femi", "Joined yesterday", *map(str, range(40))]),
])  # fmt: skip
def test_fewer_signs_are_not_enough(text: str):
    assert not facebook.claims(text)


def test_an_admin_on_a_members_page_makes_it_no_panel():
    assert facebook.claims(PAGE)
    assert not panel.claims(PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "Joined last week\n" * 20_000,
        "Ola\nJoined " + "on " * 20_000 + "\n",
        "at " * 30_000 + "\nJoined last week\n" * 3,
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str):
    assert facebook.claims(text) in {True, False}
