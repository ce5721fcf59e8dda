"""Whom a member may stand for, and who is protected by it."""

import pytest

from tests.builders import (
    CHARLIE,
    FEMI,
    OLA,
    TODAY,
    a_contact,
    a_gap,
    a_member,
    a_phone,
    a_pupil,
    a_roll,
    a_tie,
    a_verdict,
    judged,
    read,
    reasons,
)

LEFT = a_pupil("Ade Bello", left_on=TODAY.replace(month=7, day=17))
HERE = a_pupil("Tola Bello")


def reason(member, roll, group="3B") -> str:
    return a_verdict(member, roll, group).reason.name


def test_a_number_is_enough_whatever_the_name():
    roll = a_roll(a_contact("Ola Bello", OLA))

    assert reason(a_member("🌸🌸", OLA), roll) == "carer-on-roll"
    assert reason(a_member("+44 7700 900123", OLA), roll) == "carer-on-roll"


def test_an_e_mail_stands_in_for_a_number():
    roll = a_roll(a_contact("Ola Bello", emails=("ola@example.org",)))

    assert reason(a_member("ola", email="Ola@Example.org"), roll) == "carer-on-roll"


def test_one_child_here_is_enough():
    roll = a_roll(a_contact(ties=[a_tie(LEFT), a_tie(HERE)]))

    assert reason(a_member("Ola", OLA), roll) == "carer-on-roll"


def test_whoever_shares_the_number_is_looked_at_first():
    ola, femi = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)]), a_contact("Femi Bello", OLA, ties=[a_tie(HERE)])

    assert reason(a_member("Ola", OLA), a_roll(ola, femi)) == "carer-on-roll"


def test_everybody_on_a_familys_landline_belongs():
    home = "01632 960123"
    roll = a_roll(a_contact("Ola Bello", OLA, home), a_contact("Femi Bello", FEMI, home))

    assert reason(a_member("Femi (home)", home), roll) == "carer-on-roll"


def test_a_second_record_of_the_same_name_speaks_for_somebody():
    before, now = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)]), a_contact("Ola Bello", FEMI, ties=[a_tie(HERE)])

    assert reason(a_member("Ola", OLA), a_roll(before, now)) == "possible-new-number"


def test_another_address_says_that_it_is_somebody_else():
    before = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)], emails=["ola@example.org"])
    now = a_contact("Ola Bello", FEMI, ties=[a_tie(HERE)], emails=["another.ola@example.org"])

    assert reason(a_member("Ola", OLA), a_roll(before, now)) == "all-children-left"


def test_a_namesake_speaks_whatever_the_child_is_called():
    before = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])
    now = a_contact("Ola Bello", FEMI, ties=[a_tie(a_pupil("Temi Ojo"))])

    assert reason(a_member("Ola", OLA), a_roll(before, now)) == "possible-new-number"


def test_a_new_number_with_the_old_name_is_asked_about():
    roll = a_roll(a_contact("Ola Bello", OLA))

    assert reason(a_member("Ola Bello", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Mrs Bello", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Charlie", CHARLIE), roll) == "not-on-roll"


def test_beside_a_number_a_full_name_is_looked_for_in_the_whole_school_and_without_one_in_scope():
    elsewhere = a_pupil("Tola Bello", classes=("5A",), year=5)
    roll = a_roll(a_contact("Ola Bello", OLA, ties=[a_tie(elsewhere)]), pupils=[HERE])

    assert reason(a_member("Ola Bello", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Ola", CHARLIE), roll) == "not-on-roll"
    assert reason(a_member("Ola Bello"), roll) == "unidentified"


def test_a_full_name_is_looked_for_in_the_whole_school_as_people_write_it():
    elsewhere = a_pupil("Temi Ojo", classes=("5A",), year=5)
    roll = a_roll(a_contact("Elizabeth Novak-Bello", OLA, ties=[a_tie(elsewhere)]), pupils=[HERE])

    assert reason(a_member("Liz Novak", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Charlie / Liz Novak", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Elizabeth Ojo", CHARLIE), roll) == "not-on-roll"
    assert reason(a_member("Charlie Novak", CHARLIE), roll) == "not-on-roll"
    assert reason(a_member("Timotheus Novak", CHARLIE), roll) == "not-on-roll"
    assert reason(a_member("Novak", CHARLIE), roll) == "not-on-roll"


def test_only_a_carer_of_a_child_here_is_looked_for_by_the_full_name():
    doctor = a_contact("Jo Ojo", FEMI, ties=[a_tie(HERE, "Doctor")])
    gone = a_contact("Ola Bello", OLA, ties=[a_tie(LEFT)])

    assert reason(a_member("Jo Ojo", CHARLIE), a_roll(doctor)) == "not-on-roll"
    assert reason(a_member("Ola Bello", CHARLIE), a_roll(gone)) == "not-on-roll"


def test_a_first_name_alone_is_a_hint_beside_a_number_and_without_one():
    roll = a_roll(a_contact("Ola Bello", OLA))

    assert reason(a_member("Ola", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Ola"), roll) == "name-only"


def test_a_label_may_name_the_child():
    roll = a_roll(a_contact("Ola Bello", ties=[a_tie(HERE)]))

    assert reason(a_member("Tola's mum"), roll) == "name-only"
    assert reason(a_member("Tola's mum", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Temi's mum"), roll) == "unidentified"
    assert reason(a_member("Tola"), roll) == "name-only"


@pytest.mark.parametrize(("left", "number", "protected"), [
    ("", CHARLIE, True),
    ("770090099", CHARLIE, True),
    ("77009009999", CHARLIE, True),
    ("770090012", CHARLIE, False),
    ("1632960123", CHARLIE, False),
])  # fmt: skip
def test_a_damaged_number_protects_whoever_it_may_have_been(left: str, number: str, protected: bool):
    roll = a_roll(a_contact(), gaps=[a_gap(left=left)])

    assert (reason(a_member(number, number), roll) == "damaged-record") is protected


def test_a_gap_under_another_full_name_is_somebody_elses():
    (name,) = a_contact("Jo Ojo").names
    roll = a_roll(a_contact(), gaps=[a_gap(left="770090099", names=(name,))])

    assert reason(a_member("Charlie Smith", CHARLIE), roll) == "not-on-roll"
    assert reason(a_member("Charlie", CHARLIE), roll) == "damaged-record"
    assert reason(a_member("Jo Ojo", "01632 960555"), roll) == "damaged-record"


def test_a_gap_that_is_explained_protects_by_the_full_name_alone():
    (name,) = a_contact("Jo Ojo").names
    roll = a_roll(a_contact(), gaps=[a_gap(left="770090099", names=(name,), explained=True)])

    assert reason(a_member(CHARLIE, CHARLIE), roll) == "not-on-roll"
    assert reason(a_member("Jo Ojo", CHARLIE), roll) == "damaged-record"


def test_a_gap_about_a_leaver_hides_nobody():
    roll = a_roll(a_contact(), gaps=[a_gap(pupils=(LEFT,))])

    assert reason(a_member(CHARLIE, CHARLIE), roll) == "not-on-roll"


def test_a_number_in_a_lost_row_is_protected_and_so_is_a_name_that_stands_in_it():
    torn = a_gap(left="1632960555", words=("tola", "bello", "jo", "ojo"), phones=frozenset({a_phone(CHARLIE)}))
    roll = a_roll(a_contact(), gaps=[torn])

    assert reason(a_member(CHARLIE, CHARLIE), roll) == "damaged-record"
    assert reason(a_member("Jo Ojo", "07700 900777"), roll) == "damaged-record"
    assert reason(a_member("Ojo Charlie", "07700 900777"), roll) == "not-on-roll"
    assert reason(a_member("07700 900777", "07700 900777"), roll) == "not-on-roll"


def test_a_lost_row_under_their_name_speaks_for_somebody_whose_children_left():
    torn = a_gap(words=("temi", "bello", "ola", "bello"))
    jo = a_contact("Jo Ojo", ties=[a_tie(LEFT)])

    assert reason(a_member("Ola", OLA), a_roll(a_contact(ties=[a_tie(LEFT)]), gaps=[torn])) == "damaged-record"
    assert reason(a_member("Ola", OLA), a_roll(jo, gaps=[torn])) == "damaged-record"
    assert reason(a_member("Jo", OLA), a_roll(jo, gaps=[torn])) == "all-children-left"
    assert reason(a_member("🌸", OLA), a_roll(jo, gaps=[torn])) == "all-children-left"


def test_it_gives_the_ids_of_all_who_share_the_number():
    roll = a_roll(a_contact("Ola Bello", ids=["91"]), a_contact("Femi Bello", OLA, ids=["92"]))

    assert a_verdict(a_member("Ola", OLA), roll).contacts == ("91", "92")


def test_one_person_on_many_rows_is_one_contact():
    (ola,) = read("""
        Pupil      | Class | Contact ID | Title | Contact     | Mobile       | Email
        Ade Bello  | 3B    | 91         | Mrs   | Ola Bello   | 07700 900123 |
        Tola Bello | 5A    | 91         |       | O Bello     |              | ola@example.org
        Temi Bello | RB    |            | Mrs   | Ola Bello   |              | OLA@example.org
    """).contacts

    assert len(ola.ties) == 3


def test_two_people_with_one_number_stay_two():
    contacts = read("""
        Pupil     | Class | Contact    | Relationship | Mobile
        Ade Bello | 3B    | Ola Bello  | Mother       | 07700 900123
        Ade Bello | 3B    | Femi Bello | Father       | 07700 900123
        Ade Bello | 3B    | Jo Ojo     | Doctor       | 07700 900123
    """).contacts

    assert [contact.shown for contact in contacts] == ["Ola Bello", "Femi Bello", "Jo Ojo"]


def test_a_name_alone_never_merges_two_families_but_is_asked_about():
    drawn = """
        Pupil      | Class | Leaving date | Contact   | Mobile
        Ade Bello  | 3B    | 17/07/2026   | Ola Bello | 07700 900123
        Temi Ojo   | 3B    |              | Ola Bello | 07700 900124
    """

    assert len(read(drawn).contacts) == 2
    assert reasons(drawn, a_member("Ola", OLA)) == ["possible-new-number"]


def test_it_tells_a_restriction_to_the_office_before_anything_else():
    drawn = """
        Pupil      | Class | Contact    | Relationship | Court order | Mobile
        Ade Bello  | 3B    | Femi Bello | Father       | Yes         | 07700 900124
        Tola Bello | 5A    | Ola Bello  | Mother       |             | 07700 900123
    """

    result = judged(drawn, a_member("Femi", FEMI), a_member("Ola", OLA))

    assert [verdict.reason.name for verdict in result.verdicts] == ["restricted", "other-group"]
    assert [verdict.standing.value for verdict in result.verdicts] == ["query", "query"]


def test_where_the_roll_does_not_say_what_class_a_child_is_in_a_carers_name_protects():
    nowhere = a_contact("Ola Bello", OLA, ties=[a_tie(a_pupil("Tola Bello", classes=(), year=None))])

    assert reason(a_member("Ola Bello", CHARLIE), a_roll(nowhere, pupils=[HERE])) == "possible-new-number"
    assert reason(a_member("Tola's mum", CHARLIE), a_roll(nowhere, pupils=[HERE])) == "possible-new-number"


def test_a_carer_may_be_shown_by_a_child_in_another_class():
    ade, zoe = a_pupil("Ade Novak"), a_pupil("Zoe Novak", classes=("5A",), year=5)
    roll = a_roll(a_contact("Anna Novak", OLA, ties=[a_tie(ade), a_tie(zoe)]))

    assert reason(a_member("Anna (Zoe's mum)", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Zoe's mum", CHARLIE), roll) == "possible-new-number"


def test_a_name_of_one_word_twice_is_a_full_name_anywhere_in_the_school():
    elsewhere = a_contact("Ali Ali", OLA, ties=[a_tie(a_pupil("Omar Ali", classes=("5A",), year=5))])
    roll = a_roll(elsewhere, pupils=[HERE])

    assert reason(a_member("Ali Ali - 3B", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Allee Allee", CHARLIE), roll) == "not-on-roll"
    assert reason(a_member("Ali", CHARLIE), roll) == "not-on-roll"


def test_al_may_be_somebody_and_may_be_an_article():
    alan = a_contact("Alan Marshall", OLA, ties=[a_tie(a_pupil("Tom Marshall", classes=("5A",), year=5))])
    omar = a_contact("Omar Al Hassan", FEMI, ties=[a_tie(HERE)])
    roll = a_roll(alan, omar, pupils=[HERE])

    assert reason(a_member("Al Marshall", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Al Hassan", CHARLIE), roll) == "possible-new-number"


def test_a_childs_name_without_a_word_for_a_parent_is_the_very_name():
    roll = a_roll(a_contact("Ola Bello", OLA, ties=[a_tie(a_pupil("Isabelle Bello"))]))

    assert reason(a_member("Isabelle", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Isabel's mum", CHARLIE), roll) == "possible-new-number"
    assert reason(a_member("Isabel", CHARLIE), roll) == "not-on-roll"
