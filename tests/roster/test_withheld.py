"""Whom volunteers never hear of: restricted people, admins, and their households."""

import pytest

from roster.groups import Member
from roster.match import Match
from roster.past import Former, Past
from roster.people import Contact
from roster.roll import Roll
from roster.withheld import ADMIN, HOUSEHOLD, RESTRICTED, Discretion
from tests.builders import FEMI, OLA, TODAY, a_contact, a_member, a_pupil, a_snapshot, a_tie

TOLA = "07700 900125"
VOLUNTEER = "tola@example.org"
TODAYS_ADMIN = a_member("~ Tola", TOLA, admin=True)


def why(
    member: Member,
    *held: Contact,
    admins: tuple[Member, ...] = (),
    roll: tuple[Contact, ...] = (),
    once: tuple[Contact, ...] = (),
    formers: tuple[Contact, ...] = (),
    addresses: frozenset[str] = frozenset(),
) -> str:
    """Why a member to be taken out is for the office alone; `once` were on earlier rolls."""
    past = Past(Former(one, TODAY, TODAY) for one in once)
    who = Discretion(Roll(a_snapshot(*roll), TODAY, past), admins, addresses)
    match = Match(held, tuple(Former(one, TODAY, TODAY) for one in formers))
    return who.over([(member, match)]).get(member.identity, "")


def test_whoever_is_nobodys_concern_is_named():
    assert why(a_member("~ Jo", OLA), a_contact("Jo Ojo", OLA), admins=(TODAYS_ADMIN,)) == ""


def test_the_restricted_are_the_offices_alone():
    restricted = a_contact(ties=[a_tie(restricted=True)])

    assert why(a_member("~ Jo", OLA), restricted) == RESTRICTED
    assert why(a_member("~ Jo", OLA), formers=(restricted,)) == RESTRICTED


def test_a_restriction_is_graver_than_being_an_admin():
    restricted = a_contact(ties=[a_tie(restricted=True)])

    assert why(a_member("~ Jo", OLA, admin=True), restricted) == RESTRICTED


def test_an_admin_in_the_list_is_the_offices_alone():
    assert why(a_member("~ Jo", OLA, admin=True)) == ADMIN


def test_a_volunteer_of_the_settings_is_an_admin_by_address_and_by_number():
    ours = a_contact("Tola Ojo", TOLA, emails=[VOLUNTEER])
    known = frozenset({VOLUNTEER})

    assert why(a_member("Tola", email="Tola@Example.org"), addresses=known) == ADMIN
    assert why(a_member("~ T", TOLA), ours, roll=(ours,), addresses=known) == ADMIN
    assert why(a_member("~ T", TOLA), formers=(ours,), once=(ours,), addresses=known) == ADMIN


@pytest.mark.parametrize("on_an_earlier_roll", [False, True])
def test_whoever_shares_a_child_with_an_admin_is_of_the_household(on_an_earlier_roll: bool):
    child = a_pupil("Ade Ojo")
    admin = a_contact("Tola Ojo", TOLA, ties=[a_tie(child)])
    other = a_contact("Femi Ojo", FEMI, ties=[a_tie(child)])
    known = {"once": (admin,)} if on_an_earlier_roll else {"roll": (admin,)}

    assert why(a_member("~ Femi", FEMI), other, admins=(TODAYS_ADMIN,), **known) == HOUSEHOLD
    assert why(a_member("~ Femi", FEMI), formers=(other,), admins=(TODAYS_ADMIN,), **known) == HOUSEHOLD


def test_whoever_shares_a_number_or_an_address_with_an_admin_is_of_the_household():
    landline = "01632 960123"
    admin = a_contact("Tola Ojo", TOLA, landline, ties=[a_tie(a_pupil("Ade Ojo"))], emails=["home@example.org"])
    other = a_contact("Femi Bello", FEMI, landline, ties=[a_tie(a_pupil("Ola Bello"))])

    assert why(a_member("~ Femi", FEMI), other, admins=(TODAYS_ADMIN,), roll=(admin,)) == HOUSEHOLD
    assert why(a_member("~ Home", landline), admins=(TODAYS_ADMIN,), roll=(admin,)) == HOUSEHOLD
    assert why(a_member("Home", email="HOME@example.org"), admins=(TODAYS_ADMIN,), roll=(admin,)) == HOUSEHOLD


def test_a_child_in_the_same_class_makes_no_household():
    admin = a_contact("Tola Ojo", TOLA, ties=[a_tie(a_pupil("Ade Ojo"))])
    other = a_contact("Femi Bello", FEMI, ties=[a_tie(a_pupil("Ola Bello"))])

    assert why(a_member("~ Femi", FEMI), other, admins=(TODAYS_ADMIN,), roll=(admin, other)) == ""
