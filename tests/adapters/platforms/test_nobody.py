"""Rows of a table that are of nobody: totals, and WhatsApp's assistant."""

import pytest

from adapters.platforms.inside import lists_of
from roster.groups import Completeness, MemberList
from tests.builders import an_upload


def lists(content: str) -> tuple[MemberList, ...]:
    return lists_of(an_upload(content, "members.csv"))


def the_list(content: str) -> MemberList:
    (listed,) = lists(content)
    return listed


@pytest.mark.parametrize("row", ["Total,1", "TOTAL:,1", "Total members: 1,", ",Total 1", "Grand total,", "Gesamt,1"])
def test_a_row_that_adds_up_is_nobody(row: str):
    listed = the_list(f"Name,Phone\nOla,07700 900123\n{row}\n")

    assert [one.name for one in listed.members] == ["Ola"]
    assert [(one.level, one.row) for one in listed.problems] == [("row", 3)]
    assert listed.completeness is Completeness.COMPLETE


@pytest.mark.parametrize("row", ["Total,07700 900124", "Total,hidden", "Tola,1"])
def test_who_may_be_somebody_is_no_sum(row: str):
    assert len(the_list(f"Name,Phone\nOla,07700 900123\n{row}\n").members) == 2


def test_a_row_that_adds_up_makes_no_group_of_its_own():
    found = lists("Name,Phone,Group Name\nOla,07700 900123,3B\nTotal,1,\n")

    assert [(one.name, len(one.members), [said.row for said in one.problems]) for one in found] == [("3B", 1, [3])]


@pytest.mark.parametrize(
    "row", ["Meta AI,", "~Meta AI,", "Meta AI,+1 313 555 0002", ",Meta AI", ",13135550002@c.us", "+13135550002,"]
)
def test_whatsapps_assistant_is_no_member(row: str):
    listed = the_list(f"Name,Phone\nOla,07700 900123\n{row}\n")

    assert [one.name for one in listed.members] == ["Ola"]
    assert "assistant" in listed.problems[0].message
