"""Who else may speak for somebody all of whose children have left: one step, and never through a professional."""

from dataclasses import replace
from datetime import date

import pytest

from roster.decisions import NO_DECISIONS, Answer, Decisions, Link, Who
from roster.judge import judge
from roster.past import Former, Past
from roster.people import Contact
from roster.policy import Policy
from roster.roll import Roll
from roster.verdicts import Verdict
from tests.builders import FEMI, OLA, TODAY, a_contact, a_member, a_pupil, a_scope, a_snapshot, a_tie

LEFT = a_pupil("Ade Bello", left_on=date(2026, 7, 17))
HERE = a_pupil("Temi Ojo")
HOME = "01632 960123"


def verdict(
    *contacts: Contact, label: str = "🌸", past: Past | None = None, decisions: Decisions = NO_DECISIONS
) -> Verdict:
    """What becomes of whoever has Ola's number."""
    roll = Roll(a_snapshot(*contacts), TODAY, past)
    (found,) = judge([a_member(label, OLA)], roll, a_scope(), Policy(), group="3b", decisions=decisions)
    return found


def reason(*contacts: Contact, **facts) -> str:
    return verdict(*contacts, **facts).reason.name


def test_a_family_all_of_whose_children_have_left_goes():
    ola = a_contact("Ola Bello", OLA, HOME, ties=[a_tie(LEFT)], emails=["home@example.org"])
    femi = a_contact("Femi Bello", FEMI, HOME, ties=[a_tie(LEFT, "Father")], emails=["home@example.org"])

    assert reason(ola, femi) == "all-children-left"


def test_another_number_in_common_with_a_carer_here_is_asked_about():
    ola = a_contact("Ola Bello", OLA, HOME, ties=[a_tie(LEFT)])
    femi = a_contact("Femi Ojo", FEMI, HOME, ties=[a_tie(HERE, "Father")])

    found = verdict(ola, femi)

    assert found.reason.name == "possible-new-number"
    assert found.reason.evidence == ("has a number or an address in common with Femi Ojo, contact of Temi Ojo (3B)",)


def test_an_address_in_common_with_a_carer_here_is_asked_about():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)], emails=["home@example.org"])
    femi = a_contact("Femi Ojo", FEMI, ties=[a_tie(HERE, "Father")], emails=["home@example.org"])

    assert reason(ola, femi) == "possible-new-number"


def test_a_number_that_many_families_have_still_protects():
    """Whoever is added to those who have it takes nothing from the others."""
    ola = a_contact("Ola Bello", OLA, HOME, ties=[a_tie(LEFT)])
    others = [a_contact(f"Carer {n}", f"07700 9002{n:02}", HOME, ties=[a_tie(a_pupil(f"Temi {n}"))]) for n in range(9)]

    assert reason(ola, *others) == "possible-new-number"


def test_the_other_carer_of_a_child_who_left_speaks_by_a_child_here():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])
    femi = a_contact("Femi Bello", FEMI, ties=[a_tie(LEFT, "Father"), a_tie(HERE, "Stepfather")])

    found = verdict(ola, femi)

    assert found.reason.name == "possible-new-number"
    assert found.reason.evidence == (
        "has a child in common with Femi Bello, contact of Ade Bello (3B) and Temi Ojo (3B)",
    )


@pytest.mark.parametrize(("of_the_leaver", "of_the_one_here"), [
    ("Doctor", "Doctor"),
    ("Childminder", "Mother"),
    ("Father", "Social worker"),
    ("Grandmother", "Mother"),
    ("Father", "Uncle"),
])  # fmt: skip
def test_nobody_but_a_carer_of_both_children_leads_from_one_to_the_other(of_the_leaver: str, of_the_one_here: str):
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])
    between = a_contact("Jo Pumphrey", FEMI, ties=[a_tie(LEFT, of_the_leaver), a_tie(HERE, of_the_one_here)])

    assert reason(ola, between) == "all-children-left"


def test_a_professional_is_of_nobodys_household():
    minder = a_contact("Ola Bello", OLA, HOME, ties=[a_tie(LEFT, "Childminder")])
    femi = a_contact("Femi Ojo", FEMI, HOME, ties=[a_tie(LEFT, "Father"), a_tie(HERE, "Father")])

    assert reason(minder, femi) == "all-children-left"


def test_of_whom_nobody_recorded_what_they_are_leads_on_only_to_children_of_one_name():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT, "")])
    anybody = a_contact("Jo Pumphrey", FEMI, ties=[a_tie(LEFT, ""), a_tie(HERE, "")])
    family = a_contact("Jo Pumphrey", FEMI, ties=[a_tie(LEFT, ""), a_tie(a_pupil("Tola Bello"), "")])

    assert reason(ola, anybody) == "all-children-left"
    assert reason(ola, family) == "possible-new-number"


def test_it_takes_one_step_and_no_more():
    third = a_pupil("Bisi Okoro", left_on=date(2026, 7, 17))
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])
    femi = a_contact("Femi Ojo", FEMI, ties=[a_tie(LEFT), a_tie(third)])
    kemi = a_contact("Kemi Okoro", "07700 900128", ties=[a_tie(third), a_tie(HERE)])

    assert reason(ola, femi, kemi) == "all-children-left"


def test_a_second_record_speaks_though_a_number_is_added_to_it():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])
    without, with_one = (a_contact("Ola Bello", *numbers, ties=[a_tie(HERE)]) for numbers in ((HOME,), (HOME, FEMI)))

    assert reason(ola, without) == reason(ola, with_one) == "possible-new-number"


def test_a_namesake_speaks_whatever_they_are_to_the_child():
    """A social worker's second record is theirs, and whoever is no carer is asked about."""
    before = a_contact("Jo Ojo", OLA, ties=[a_tie(LEFT, "Social worker")])

    assert reason(before, a_contact("Jo Ojo", FEMI, ties=[a_tie(HERE, "Social worker")])) == "possible-new-number"


@pytest.mark.parametrize(("here", "asked"), [
    ("Ana Maria Bello", True),
    ("A Bello", True),
    ("Ana Bello-Smith", False),
    ("Ana Maria Ojo", False),
    ("Sam Bello", False),
])  # fmt: skip
def test_a_record_under_one_full_name_speaks_and_one_that_shares_a_part_does_not(here: str, asked: bool):
    before = a_contact("Ana Maria Bello", OLA, ties=[a_tie(LEFT)])

    found = reason(before, a_contact(here, FEMI, ties=[a_tie(HERE)]))

    assert (found == "possible-new-number") is asked


def test_a_leavers_number_under_the_full_name_of_a_carer_here_is_asked_about():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])
    femi = a_contact("Femi Ojo", FEMI, ties=[a_tie(a_pupil("Temi Ojo", classes=("5A",)))])

    found = verdict(ola, femi, label="Femi Ojo")

    assert found.reason.evidence == ("may be Femi Ojo, contact of Temi Ojo (5A), by the name shown",)
    assert reason(ola, femi, label="Femi") == reason(ola, femi, label="Ola Bello") == "all-children-left"


def test_the_office_may_say_that_it_is_somebody_else():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])
    other = a_contact("Ola Bello", FEMI, ties=[a_tie(HERE)], ids=["92"])
    no = Link("+447700900123", "3b", Answer.SOMEBODY_ELSE, Who.of(other), "Sam", TODAY)

    assert reason(ola, other) == "possible-new-number"
    assert reason(ola, other, decisions=Decisions(links=(no,))) == "all-children-left"


def test_an_earlier_roll_tells_who_cared_for_a_child_that_the_list_has_no_longer():
    """The MIS has dropped Ade, so that only the past knows that Femi was his father."""
    gone = Former(a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)]), date(2025, 9, 4), date(2026, 7, 17))
    was = Former(a_contact("Femi Ojo", FEMI, ties=[a_tie(LEFT, "Father")]), date(2025, 9, 4), date(2026, 7, 17))
    femi = a_contact("Femi Ojo", FEMI, ties=[a_tie(HERE, "Father")])

    assert reason(femi, past=Past([gone, was])) == "possible-new-number"
    assert reason(femi, past=Past([gone])) == "all-children-left"


def test_the_other_carers_second_record_speaks_if_no_number_tells_them_apart():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])
    femi = a_contact("Femi Bello", FEMI, ties=[a_tie(LEFT, "Father")])
    again = replace(a_contact("Femi Bello", ties=[a_tie(a_pupil("Deji Bello"), "Father")]), phones=())
    of_another_family = replace(again, ties=(a_tie(HERE, "Father"),))
    with_another_number = a_contact("Femi Bello", "07700 900126", ties=again.ties)

    assert reason(ola, femi, again) == "possible-new-number"
    assert reason(ola, femi, of_another_family) == "all-children-left"
    assert reason(ola, femi, with_another_number) == "all-children-left"
