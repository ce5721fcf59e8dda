"""Who is on roll and not in the group."""

from roster.decisions import NO_DECISIONS, Who
from roster.groups import Member
from roster.missing import Missing, missing_from
from roster.people import Contact
from tests.builders import FEMI, OLA, a_contact, a_member, a_pupil, a_roll, a_scope, a_tie

HERE = a_contact("Ola Bello", OLA)
THERE = (a_member("Ola", OLA),)
AWAY = a_contact("Femi Bello", FEMI, ties=(a_tie(relation="Father"),))


def missing(*contacts: Contact, members: tuple[Member, ...] = THERE, said_no: tuple[Who, ...] = ()) -> Missing:
    return missing_from(members, a_roll(*contacts), a_scope(), group="3b", decisions=NO_DECISIONS, said_no=said_no)


def test_it_counts_whoever_is_not_on_the_list():
    found = missing(HERE, AWAY)

    assert found.carers == (AWAY,)
    assert found.said == "1 carer of 1 child is not in the group; joining is voluntary"


def test_nobody_is_missing_who_is_there_under_any_number():
    assert missing(HERE).said == ""


def test_nobody_is_missing_who_has_said_no():
    assert missing(HERE, AWAY, said_no=(Who.of(AWAY),)).carers == ()


def test_nobody_is_missing_whom_the_roll_restricts():
    restricted = a_contact("Femi Bello", FEMI, ties=(a_tie(restricted=True),))

    assert missing(HERE, restricted).carers == ()


def test_nobody_is_missing_who_is_no_carer_or_whose_child_has_left_or_is_elsewhere():
    doctor = a_contact("Dr Novak", FEMI, ties=(a_tie(relation="Doctor"),))
    gone = a_contact("Pat Ojo", "07700 900125", ties=(a_tie(a_pupil("Kit Ojo", has_left=True)),))
    elsewhere = a_contact("Kim Ojo", "07700 900126", ties=(a_tie(a_pupil("Zed Ojo", classes=("4A",), year=4)),))

    assert missing(HERE, doctor, gone, elsewhere).carers == ()


def test_it_says_how_many_may_be_there_under_a_name_alone():
    found = missing(HERE, AWAY, members=(a_member("Ola", OLA), a_member("Femi Bello")))

    assert found.unsure == 1
    assert (
        found.said
        == "1 carer of 1 child is not in the group (1 may be, under another number or a name alone); joining is voluntary"
    )
