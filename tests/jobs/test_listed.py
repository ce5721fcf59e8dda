"""Member lists on the command line: how many there are, who made them, and several of one group."""

import json
from typing import Any

import pytest

from tests.commands import Command

EXPORT = (
    "Admission No,Forename,Surname,Class,Contact Name,Relationship,Mobile\n"
    "A1,Ola,Bello,3B,Ade Bello,Father,07700 900101\n"
    "A2,Femi,Okoro,3B,Tola Okoro,Mother,07700 900102\n"
)
LIST = "Name,Phone\nAde,07700 900101\nTola,07700 900102\n"


def told(roster: Command, *arguments: str) -> list[dict[str, Any]]:
    said = roster("check", roster.file("contacts.csv", EXPORT), *arguments, "--on", "2026-11-22", "--format", "json")
    assert said.status in {0, 1}, said.err
    groups: list[dict[str, Any]] = json.loads(said.out)["groups"]
    return groups


def test_a_list_that_shows_fewer_than_the_app_is_partial_and_held(roster: Command):
    (group,) = told(roster, f"3B={roster.file('3B.csv', LIST)}", "--members", "4")

    assert group["completeness"] == "partial"
    assert [one["guard"] for one in group["held"]] == ["list-short"]
    assert "2 people are not in it" in group["problems"][0]["message"]


def test_a_pasted_list_of_as_many_as_the_app_says_is_complete(roster: Command):
    listed = f"3B={roster.file('3B.txt', '07700 900101, 07700 900102')}"

    assert told(roster, listed)[0]["completeness"] == "partial"
    assert told(roster, listed, "--members", "2")[0]["completeness"] == "complete"


def test_each_list_may_have_its_number(roster: Command):
    one, other = f"3B={roster.file('a.csv', LIST)}", f"Year 3={roster.file('b.csv', LIST)}"

    groups = told(roster, one, other, "--members", "year 3=9", "--members", "3B=2")

    assert [group["completeness"] for group in groups] == ["complete", "partial"]


@pytest.mark.parametrize("asked", [["--members", "4A=9"], ["--members", "many"], ["--members", "3B="], ["--made-by", "4A=Ade"]])  # fmt: skip
def test_it_refuses_what_fits_no_list(roster: Command, asked: list[str]):
    said = roster("check", roster.file("c.csv", EXPORT), f"3B={roster.file('3B.csv', LIST)}", *asked)

    assert said.status == 2
    assert asked[0] in said.err
    assert said.out == ""


def test_who_made_a_list_is_in_it(roster: Command):
    text = "Country Code,Country,Phone Number,Public Display Name,Saved Name,Group Name\n44,UK,7700900101,Ade,,3B\n"
    listed = roster.file("export.csv", text)

    (group,) = told(roster, f"3B={listed}", "--made-by", "07700 900102")

    assert [one["member"]["phone"] for one in group["verdicts"]] == ["+447700900101", "+447700900102"]
    assert [one["reason"] for one in group["verdicts"]] == ["carer-on-roll", "carer-on-roll"]


def test_several_partial_lists_of_a_group_are_one(roster: Command):
    one, other = roster.file("a.txt", "07700 900101"), roster.file("b.txt", "07700 900102")

    (group,) = told(roster, f"3B={one}", f"3B={other}")

    assert {verdict["member"]["phone"] for verdict in group["verdicts"]} == {"+447700900101", "+447700900102"}
    assert group["completeness"] == "partial"


def test_any_of_a_members_addresses_may_be_the_one_the_school_knows(roster: Command):
    export = EXPORT.replace(",Mobile\n", ",Mobile,Email\n").replace("900101\n", "900101,ade@example.org\n")

    listed = roster.file("3B.csv", "Name,Email\nAde,ADE@example.org\n")

    said = roster("check", roster.file("c.csv", export), f"3B={listed}", "--on", "2026-11-22", "--format", "json")

    (verdict,) = json.loads(said.out)["groups"][0]["verdicts"]
    assert verdict["reason"] == "carer-on-roll"


@pytest.mark.parametrize("turned", [False, True])
def test_a_chat_and_the_members_are_one_group_in_either_order(roster: Command, turned: bool):
    chat = roster.file("chat.txt", "13/10/2026, 10:00 - +44 7700 900101: hi\n13/10/2026, 10:01 - +44 7700 900109: ho\n")
    lists = [f"3B={chat}", f"3B={roster.file('3B.csv', LIST)}"]

    (group,) = told(roster, *(reversed(lists) if turned else lists))

    assert {one["member"]["phone"] for one in group["verdicts"]} == {"+447700900101", "+447700900102", "+447700900109"}


def test_the_same_list_twice_is_one_group(roster: Command):
    listed = f"3B={roster.file('3B.csv', LIST)}"

    assert len(told(roster, listed, listed)) == 1


def test_whoever_changed_their_number_is_known_by_the_old_one(roster: Command):
    chat = (
        "13/10/2026, 10:00 - Ade joined using this group's invite link\n"
        "13/10/2026, 10:01 - +44 7700 900102 changed to +44 7700 900777\n"
    )

    (group,) = told(roster, f"3B={roster.file('chat.txt', chat)}")

    known = {one["member"]["phone"]: one["reason"] for one in group["verdicts"]}
    assert known["+447700900777"] == "carer-on-roll"


def test_who_made_a_list_may_be_named_as_they_stand_in_it(roster: Command):
    listed = f"3B={roster.file('3B.csv', LIST)}"

    (group,) = told(roster, listed, "--made-by", "Tola", "--members", "3")

    assert len(group["verdicts"]) == 2
    assert group["completeness"] == "partial"


@pytest.mark.parametrize("many", ["0", "-3", "9999999999999", "some"])
def test_a_number_of_members_is_one_that_a_group_can_have(roster: Command, many: str):
    said = roster("check", roster.file("c.csv", EXPORT), f"3B={roster.file('3B.csv', LIST)}", f"--members={many}")

    assert said.status == 2
    assert "takes a number" in said.err
