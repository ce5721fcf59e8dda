"""The school's policy on whole groups: who stays, who is asked about, who goes."""

from datetime import date
from typing import Any

import pytest

from roster.comparison import compare
from roster.decisions import Capacity, Decisions, Exemption
from roster.people import Registration
from roster.policy import Policy
from tests.builders import OLA, TODAY, a_contact, a_list, a_member, a_pupil, a_snapshot, a_tie

SEVERE = {"other_group": "remove", "not_a_carer": "remove", "staff_who_are_not": "remove"}
ELSEWHERE = a_pupil("Tola Bello", year=5, classes=("5A",))


def standing(*ties: Any, exemptions: tuple[Exemption, ...] = (), **policy: Any) -> tuple[str, str]:
    """What becomes of Ola in 3B, who is on the roll by these ties, beside a family of that class."""
    others = a_contact("Jo Ojo", "07700 900130", ties=[a_tie(a_pupil("Temi Ojo"))])
    snapshot = a_snapshot(a_contact(ties=ties), others)
    lists = [a_list(a_member("Ola", OLA)), a_list(name="5A")]
    judged = compare(snapshot, lists, on=TODAY, policy=Policy(**policy), decisions=Decisions(exemptions))[0]
    (verdict,) = judged.verdicts
    return verdict.standing.value, verdict.reason.name


def exemption(capacity: Capacity) -> Exemption:
    return Exemption("+447700900123", "3b", "helps", "the office", date(2026, 9, 1), capacity=capacity)


@pytest.mark.parametrize(("policy", "said"), [
    ({}, ("query", "not-a-carer")),
    ({"not_a_carer": "remove"}, ("query", "not-a-carer")),
    ({"staff_who_are_not": "belong"}, ("belongs", "exempt")),
    ({"staff_who_are_not": "remove"}, ("remove", "not-a-carer")),
    ({"staff_who_are_not": "belong", "not_a_carer": "remove"}, ("belongs", "exempt")),
])  # fmt: skip
def test_of_staff_who_are_not_parents_the_school_has_a_word(policy: dict[str, str], said: tuple[str, str]):
    assert standing(a_tie(relation="Teacher"), **policy) == said


@pytest.mark.parametrize(("policy", "said"), [
    ({}, ("belongs", "carer-on-roll")),
    ({"staff_who_are_parents": "query"}, ("query", "not-a-carer")),
    ({"staff_who_are_parents": "query", **SEVERE}, ("query", "not-a-carer")),
    (SEVERE, ("belongs", "carer-on-roll")),
])  # fmt: skip
def test_staff_who_are_parents_are_asked_about_at_most(policy: dict[str, str], said: tuple[str, str]):
    assert standing(a_tie(), a_tie(a_pupil("Temi Ojo"), "Teacher"), **policy) == said


@pytest.mark.parametrize("capacity", Capacity)
def test_an_exemption_lets_anybody_stay(capacity: Capacity):
    assert standing(a_tie(relation="Aunt"), exemptions=(exemption(capacity),)) == ("belongs", "exempt")


@pytest.mark.parametrize(("capacity", "policy"), [
    (Capacity.REPRESENTATIVE, {"representatives": "query"}),
    (Capacity.GOVERNOR, {"governors": "query"}),
    (Capacity.STAFF, {"staff_who_are_not": "remove"}),
])  # fmt: skip
def test_an_exemption_in_a_capacity_that_the_school_no_longer_lets_stay_excuses_nobody(
    capacity: Capacity, policy: dict[str, str]
):
    assert standing(a_tie(relation="Aunt"), exemptions=(exemption(capacity),), **policy) == ("query", "not-a-carer")


def test_another_exemption_still_excuses_whom_the_first_does_no_longer():
    granted = (exemption(Capacity.GOVERNOR), exemption(Capacity.OTHER))

    assert standing(a_tie(relation="Aunt"), exemptions=granted, governors="query") == ("belongs", "exempt")


@pytest.mark.parametrize("registration", [one for one in Registration if one.dual])
@pytest.mark.parametrize("others", [{}, SEVERE])
def test_carers_of_a_dual_registered_child_are_asked_about_at_most(registration: Registration, others: dict[str, str]):
    tie = a_tie(a_pupil(registration=registration))

    assert standing(tie, **others) == ("belongs", "carer-on-roll")
    assert standing(tie, dual_registered="query", **others) == ("query", "other-group")
    assert standing(tie, guests="query", **others) == ("belongs", "carer-on-roll")


@pytest.mark.parametrize("others", [{}, SEVERE])
def test_carers_of_a_guest_are_asked_about_at_most(others: dict[str, str]):
    tie = a_tie(a_pupil(registration=Registration.GUEST))

    assert standing(tie, **others) == ("belongs", "carer-on-roll")
    assert standing(tie, guests="query", **others) == ("query", "other-group")
    assert standing(tie, dual_registered="query", **others) == ("belongs", "carer-on-roll")


@pytest.mark.parametrize(("policy", "said"), [({}, "query"), (SEVERE, "remove")])
def test_a_carer_in_the_wrong_group_is_told_the_right_one(policy: dict[str, str], said: str):
    snapshot = a_snapshot(a_contact(ties=[a_tie(ELSEWHERE)]), a_contact("Jo Ojo", "07700 900130"))
    lists = [a_list(a_member("Ola Bello", OLA)), a_list(name="5A"), a_list(name="Year 5"), a_list(name="PTA")]

    (verdict,) = compare(snapshot, lists, on=TODAY, policy=Policy(**policy))[0].verdicts

    assert verdict.standing.value == said
    assert verdict.reason.evidence == ("carer of Tola Bello (5A)", "the groups of their children: 5A and Year 5")


def test_a_relation_that_the_school_adds_belongs_and_one_that_it_leaves_out_is_asked_about():
    assert standing(a_tie(relation="Nan"), also_carers=("grandparent",)) == ("belongs", "carer-on-roll")
    assert standing(a_tie(relation="Nan", lives_with=True), never_carers=("grandparent",)) == ("query", "not-a-carer")
