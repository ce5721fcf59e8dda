"""Which relations count at a school: those of the contract, those that it adds, and those that it leaves out."""

import pytest

from roster.carers import recast
from roster.policy import Policy
from roster.relations import is_staff, is_the_relation
from tests.builders import a_contact, a_snapshot, a_tie


def carer_by(relation: str, policy: Policy, **facts: bool) -> bool:
    """Whether somebody recorded like this is a carer at a school with this policy."""
    (contact,) = recast(a_snapshot(a_contact(ties=[a_tie(relation=relation, **facts)])), policy).contacts
    return contact.ties[0].carer


@pytest.mark.parametrize(("relation", "counts"), [
    ("Grandmother", True), ("Nan", True), ("Step-grandfather", True), ("Aunt", False), ("Childminder", True), ("Doctor", False),
    ("Grandmother's friend", False), ("Mother", True), ("", True), ("zebra", True),
])  # fmt: skip
def test_a_school_may_add_relations(relation: str, counts: bool):
    assert carer_by(relation, Policy(also_carers=("grandparents", "child minder"))) is counts


@pytest.mark.parametrize(("relation", "counts"), [
    ("Sister", False), ("Aunt", True), ("Mother", True), ("Sister (guardian)", True), ("", True), ("zebra", True),
])  # fmt: skip
def test_a_school_may_leave_relations_out(relation: str, counts: bool):
    assert carer_by(relation, Policy(never_carers=("sibling",)), lives_with=True) is counts


@pytest.mark.parametrize(
    "relation", ["Mother", "Step Father", "Legal Guardian", "Foster carer", "Grandmother (carer)", "", "zebra"]
)
def test_a_parent_or_guardian_counts_whatever_the_policy(relation: str):
    severe = Policy(never_carers=("mother", "father", "guardian", "carer", "grandparent", "relative", "zebra"))

    assert carer_by(relation, severe, responsibility=False, lives_with=False)


def test_every_relative_may_be_left_out_but_those_who_are_added():
    policy = Policy(also_carers=("grandparent",), never_carers=("relative",))

    assert not carer_by("Aunt", policy, responsibility=True)
    assert carer_by("Grandfather", policy)


def test_it_is_the_very_same_roll_where_the_policy_adds_nothing():
    snapshot = a_snapshot(a_contact())

    assert recast(snapshot, Policy()) is snapshot


def test_it_leaves_whoever_is_not_meant_as_they_were():
    snapshot = a_snapshot(a_contact())

    assert recast(snapshot, Policy(also_carers=("grandparent",))).contacts[0] is snapshot.contacts[0]


@pytest.mark.parametrize(
    ("relation", "said", "is_one"),
    [
        ("Great aunt", "uncle", True),
        ("Brother-in-law", "sibling", False),
        ("Mother's partner", "partner", True),
        ("Mother's partner", "friend", False),
        ("Social Worker", "social worker", True),
        ("Support worker", "social worker", False),
        ("Godmother", "godparent", True),
        ("Cousin", "relative", True),
        ("Doctor", "relative", False),
        ("Aunt", "", False),
    ],
)
def test_it_knows_a_relation_by_its_kind(relation: str, said: str, is_one: bool):
    assert is_the_relation(relation, said) is is_one


@pytest.mark.parametrize(
    ("relation", "is_one"),
    [
        ("Teacher", True),
        ("School staff", True),
        ("Teaching Assistant", True),
        ("Head Teacher", True),
        ("Mum - teaching assistant", False),
        ("Doctor", False),
        ("Childminder", False),
        ("", False),
    ],
)
def test_it_knows_staff_by_their_relation(relation: str, is_one: bool):
    assert is_staff(relation) is is_one
