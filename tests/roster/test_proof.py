"""What a list proves, with the number of members that the admin reads off the telephone."""

import pytest

from roster.groups import Completeness, Member, MemberList
from roster.proof import notes_on, proved, strength

EVENTS, PARTIAL, COMPLETE = Completeness.EVENTS, Completeness.PARTIAL, Completeness.COMPLETE


def a_list(
    members: int, how: Completeness = COMPLETE, said: int | None = None, *, without_maker: bool = False
) -> MemberList:
    people = tuple(Member(f"Ola {number}", number, f"Ola {number}") for number in range(members))
    return MemberList("3B", people, "whatsapp", "pasted", how, said, without_maker=without_maker)


@pytest.mark.parametrize(("how", "said", "proves"), [
    (COMPLETE, None, COMPLETE), (COMPLETE, 44, COMPLETE), (COMPLETE, 47, PARTIAL), (COMPLETE, 40, PARTIAL),
    (PARTIAL, None, PARTIAL), (PARTIAL, 44, COMPLETE), (PARTIAL, 47, PARTIAL), (PARTIAL, 40, PARTIAL),
    (EVENTS, None, EVENTS), (EVENTS, 44, EVENTS), (EVENTS, 47, EVENTS), (EVENTS, 40, EVENTS),
])  # fmt: skip
def test_the_count_tells_what_a_list_proves(how: Completeness, said: int | None, proves: Completeness):
    listed = proved(a_list(44, how), said)

    assert listed.completeness is proves
    assert listed.said == said


def test_what_the_list_says_itself_counts_too():
    assert proved(a_list(44, said=47)).completeness is PARTIAL


def test_the_admin_goes_before_the_list():
    assert proved(a_list(44, said=47), 44).completeness is COMPLETE


def test_it_says_how_many_are_missing():
    (note,) = notes_on(proved(a_list(44), 47))

    assert note.startswith("The group is said to have 47 members, and the list shows 44: 3 people are not in it")
    assert strength(proved(a_list(44), 47)) == "3 of 47 missing"


def test_it_says_when_there_are_too_many():
    (note,) = notes_on(proved(a_list(44), 40))

    assert "said to have 40 members, and the list shows 44" in note


@pytest.mark.parametrize(("said", "proves"), [(None, False), (44, True), (45, False)])
def test_a_list_without_its_maker_proves_absence_only_by_the_count(said: int | None, proves: bool):
    assert proved(a_list(44, without_maker=True), said).proves_absence is proves


def test_it_asks_who_made_a_list_that_lacks_its_maker():
    (note,) = notes_on(a_list(44, without_maker=True))

    assert "--made-by" in note


def test_a_partial_list_asks_for_the_count():
    (note,) = notes_on(a_list(44, PARTIAL))

    assert "--members" in note


def test_a_complete_list_needs_no_word():
    assert list(notes_on(proved(a_list(44), 44))) == []
    assert strength(a_list(44)) == ""
