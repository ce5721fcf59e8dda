"""A group judged: a verdict each, in order; the school's policy; the words about changes."""

from dataclasses import replace
from typing import Any

import pytest

from roster.changes import Changeset, Flag
from roster.decisions import Answer, Decisions, Exemption, Link, Who
from roster.groups import Member
from roster.judge import judge
from roster.past import Former, Past
from roster.people import Contact
from roster.policy import Policy
from roster.roll import Roll
from roster.verdicts import REASONS, Reason, Standing
from roster.words import counted, listed, shortened, spoken
from tests.builders import (
    CHARLIE,
    FEMI,
    OLA,
    TODAY,
    a_contact,
    a_gap,
    a_member,
    a_pupil,
    a_roll,
    a_scope,
    a_snapshot,
    a_tie,
    a_verdict,
    judged,
)

ELSEWHERE = a_contact(ties=[a_tie(a_pupil("Tola Bello", classes=("5A",), year=5))])
MINDER = a_contact("Jo Ojo", FEMI, ties=[a_tie(relation="Childminder")])
ROLL = a_roll(ELSEWHERE, MINDER, a_contact("Ayo Ojo", "07700 900125"))


@pytest.mark.parametrize(("policy", "number", "standing"), [
    (Policy(), OLA, "query"),
    (Policy(other_group="remove"), OLA, "remove"),
    (Policy(other_group="remove"), FEMI, "query"),
    (Policy(), FEMI, "query"),
    (Policy(not_a_carer="remove"), FEMI, "remove"),
])  # fmt: skip
def test_a_school_may_raise_two_reasons(policy: Policy, number: str, standing: str):
    verdict = a_verdict(a_member("~ Jo", number), ROLL, policy=policy)

    assert verdict.standing.value == standing
    assert verdict.reason.name in {"other-group", "not-a-carer"}


def test_a_name_is_never_raised():
    severe = Policy(other_group="remove", not_a_carer="remove")

    assert a_verdict(a_member("Ayo Ojo"), ROLL, policy=severe).standing is Standing.QUERY
    assert a_verdict(a_member("Ayo Ojo", CHARLIE), ROLL, policy=severe).standing is Standing.QUERY


def test_the_gravest_reason_decides_and_of_two_the_first_of_the_vocabulary():
    reasons = [Reason(name, standing, ("so",)) for name, standing in (
        ("carer-on-roll", Standing.BELONGS), ("other-group", Standing.QUERY), ("restricted", Standing.QUERY)
    )]  # fmt: skip

    assert max(reasons, key=lambda reason: reason.weight).name == "restricted"
    assert REASONS.index("restricted") < REASONS.index("other-group")


def test_it_judges_for_another_day():
    drawn = """
        Pupil     | Class | Start date | Leaving date | Contact   | Mobile
        Ade Bello | 3B    | 02/09/2026 | 17/12/2026   | Ola Bello | 07700 900123
    """

    def on(month: int, day: int, year: int = 2026) -> str:
        return (
            judged(drawn, a_member("Ola", OLA), on=TODAY.replace(year=year, month=month, day=day))
            .verdicts[0]
            .reason.name
        )

    assert [on(9, 1), on(9, 2), on(12, 17), on(12, 18)] == [
        "starter",
        "carer-on-roll",
        "carer-on-roll",
        "all-children-left",
    ]


def test_a_change_of_standing_is_new():
    asked, told = Flag("+447700900123", "query", "other-group"), Flag("+447700900123", "remove", "all-children-left")

    change = Changeset.between([asked], [told])

    assert change == Changeset(raised=(told,), cleared=(asked,))
    assert not change.noop


def test_for_the_office_whoever_is_still_flagged_is_not_cleared():
    asked, told = Flag("+447700900123", "query", "other-group"), Flag("+447700900123", "remove", "all-children-left")

    there, back = (Changeset.between(*pair, reasons=True) for pair in (([asked], [told]), ([told], [asked])))

    assert (there, back) == (Changeset(raised=(told,)), Changeset(raised=(asked,)))
    assert Changeset.between([asked], [], reasons=True).cleared == (asked,)


def test_what_is_still_to_do_is_no_news():
    flag = Flag("+447700900123", "remove", "not-on-roll")

    assert Changeset.between([flag], [flag]) == Changeset(remaining=(flag,))
    assert Changeset.between([flag], [flag]).noop
    assert Changeset.between([], []).noop


def test_it_speaks_plainly():
    assert [counted(1, "pupil"), counted(1200, "pupil"), counted(2, "person", "people")] == [
        "1 pupil",
        "1,200 pupils",
        "2 people",
    ]
    assert [listed([]), listed(["Ade"]), listed(["Ade", "Tola", "Ola"])] == ["nothing", "Ade", "Ade, Tola and Ola"]
    assert listed([str(n) for n in range(20)]).endswith("11 and 8 more")
    assert spoken(TODAY) == "22 November 2026"
    assert shortened("x" * 50) == "x" * 39 + "…"


def test_a_restriction_keeps_a_contact_out_of_volunteers_hands_however_severe_the_policy():
    severe = Policy(other_group="remove", not_a_carer="remove")
    barred = a_contact(ties=[a_tie(a_pupil("Tola Bello", classes=("5A",), year=5), restricted=True)])
    another = a_contact("Ayo Ojo", "07700 900125")

    verdict = a_verdict(a_member("~ Jo", OLA), a_roll(barred, another), policy=severe)

    assert (verdict.standing.value, verdict.reason.name) == ("query", "restricted")


SEVERE = Policy(other_group="remove", not_a_carer="remove")
IN_5A = a_pupil("Tola Bello", classes=("5A",), year=5)
IN_3B = a_pupil("Ade Bello")


GONE = a_pupil("Temi Ojo", left_on=TODAY.replace(month=7))


def standing_of(member: Member, *contacts: Contact, policy: Policy = SEVERE, **facts: Any) -> str:
    return a_verdict(member, a_roll(*contacts, **facts), policy=policy).standing.value


def test_a_severe_school_removes_a_carer_from_another_class():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(IN_5A)])

    assert standing_of(a_member("Ola", OLA), ola, pupils=[IN_3B]) == "remove"


@pytest.mark.parametrize("relation", ["Mother", "Childminder"])
def test_a_severe_school_only_asks_about_whoever_may_be_a_carer_in_scope_by_the_label(relation: str):
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(IN_5A, relation)])
    femi = a_contact("Femi Ojo", FEMI, ties=[a_tie(IN_3B)])

    assert standing_of(a_member("Femi", OLA), ola, femi) == "query"
    assert standing_of(a_member("Charlie", OLA), ola, femi) == "remove"


def test_a_severe_school_removes_somebody_shown_by_their_own_name_though_another_has_it():
    ola, other = a_contact("Ola Bello", OLA, ties=[a_tie(IN_5A)]), a_contact("Ola Ojo", FEMI, ties=[a_tie(IN_3B)])

    assert standing_of(a_member("Ola", OLA), ola, other) == "remove"


def test_a_severe_school_only_asks_about_whoever_may_be_a_carer_in_scope_by_the_household():
    twice = a_contact("Ola Bello", OLA, ties=[a_tie(IN_5A)]), a_contact("Ola Bello", FEMI, ties=[a_tie(IN_3B)])
    other_parent = a_contact("Femi Bello", FEMI, ties=[a_tie(IN_5A), a_tie(IN_3B)])

    assert standing_of(a_member("🌸", OLA), *twice) == "query"
    assert standing_of(a_member("🌸", OLA), twice[0], other_parent) == "query"


def test_a_household_elsewhere_does_not_keep_a_severe_school_from_removing():
    in_5b = a_pupil("Temi Bello", classes=("5B",), year=5)
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(IN_5A)])
    femi = a_contact("Femi Bello", FEMI, ties=[a_tie(IN_5A), a_tie(in_5b)])

    assert standing_of(a_member("🌸", OLA), ola, femi, pupils=[IN_3B]) == "remove"


def test_a_namesake_who_is_no_carer_does_not_keep_a_severe_school_from_removing():
    minders = [a_contact("Jo Ojo", number, ties=[a_tie(IN_3B, "Childminder")]) for number in (OLA, FEMI)]

    assert standing_of(a_member("🌸", OLA), *minders) == "remove"


def test_a_severe_school_only_asks_about_a_number_that_was_a_carers():
    minder = a_contact("Jo Ojo", OLA, ties=[a_tie(IN_3B, "Childminder")])
    once = Former(a_contact("Ola Bello", OLA, ties=[a_tie(IN_3B)]), TODAY.replace(year=2025), TODAY.replace(month=7))
    roll = Roll(a_snapshot(minder), TODAY, Past([once]))

    assert a_verdict(a_member("🌸", OLA), roll, policy=SEVERE).standing is Standing.QUERY


def test_a_severe_school_only_asks_about_whoever_a_damaged_record_may_have_in_scope():
    torn = a_gap(words=("temi", "bello", "ola", "bello"))
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(IN_5A)])

    assert standing_of(a_member("🌸", OLA), ola, pupils=[IN_3B], gaps=[torn]) == "query"


def test_a_severe_school_only_asks_about_a_carer_of_whose_child_nobody_knows_the_class():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(a_pupil("Tola Bello", classes=()))])

    assert standing_of(a_member("🌸", OLA), ola, pupils=[IN_3B]) == "query"


def test_whoever_minds_another_child_here_is_not_worse_off_for_a_child_of_their_own():
    minder = a_contact("Jo Ojo", OLA, ties=[a_tie(IN_3B, "Childminder"), a_tie(IN_5A)])

    assert standing_of(a_member("🌸", OLA), minder, policy=Policy(other_group="remove")) == "query"
    assert standing_of(a_member("🌸", OLA), minder) == "remove"


def test_in_the_days_of_grace_a_number_that_cannot_be_read_removes_nobody():
    gone = a_pupil("Tola Bello", left_on=TODAY.replace(month=10))
    ola = a_contact("Ola Bello", ties=[a_tie(gone)])
    unread = replace(ola, phones=())
    hole = a_gap(names=ola.names, pupils=(gone,))
    grace = Policy(leavers_grace_days=60)

    assert standing_of(a_member("Ola Bello", OLA), ola, pupils=[IN_3B], policy=grace) == "belongs"
    assert standing_of(a_member("Ola Bello", OLA), unread, pupils=[IN_3B], gaps=[hole], policy=grace) == "query"
    assert standing_of(a_member("Ola Bello", OLA), unread, pupils=[IN_3B], gaps=[hole], policy=Policy()) == "remove"


def test_whoever_the_office_knows_by_a_name_alone_is_asked_about_when_the_children_have_left():
    gone = a_contact("Ola Bello", OLA, ties=[a_tie(a_pupil("Tola Bello", left_on=TODAY.replace(month=7)))])
    link = Link("ola 🌸", "3b", Answer.SAME, Who.of(gone), "The office", TODAY.replace(month=3))
    roll = Roll(a_snapshot(gone, pupils=[IN_3B]), TODAY)
    scope = a_scope("3B", IN_3B)

    (named,) = judge([a_member("Ola 🌸")], roll, scope, Policy(), group="3b", decisions=Decisions((), (link,)))
    (numbered,) = judge([a_member("Ola 🌸", OLA)], roll, scope, Policy(), group="3b", decisions=Decisions((), (link,)))

    assert (named.standing, named.reason.name) == (Standing.QUERY, "name-only")
    assert "every child has left" in named.reason.evidence[0]
    assert numbered.standing is Standing.REMOVE


def test_a_label_that_two_people_share_is_nobodys():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(IN_3B)])
    link = Link("mum", "3b", Answer.SAME, Who.of(ola), "The office", TODAY.replace(month=3))
    granted = Exemption("mum", "3b", "Governor", "Head teacher", TODAY.replace(month=3))
    roll, scope = Roll(a_snapshot(ola), TODAY), a_scope("3B", IN_3B)

    def standings(decisions: Decisions, *members: Member) -> list[str]:
        verdicts = judge(members, roll, scope, Policy(), group="3b", decisions=decisions)
        return [verdict.standing.value for verdict in verdicts]

    for decisions in (Decisions((), (link,)), Decisions((granted,), ())):
        assert standings(decisions, a_member("Mum")) == ["belongs"]
        assert standings(decisions, a_member("Mum"), a_member("mum")) == ["query", "query"]


@pytest.mark.parametrize("label", ["Anna (Zoe's mum) 3B", "Zoe's mum", "Mrs Novak", "Anna N", "Anna"])
def test_a_number_that_was_a_leavers_is_a_question_under_a_carers_name(label: str):
    anna = a_contact("Anna Novak", FEMI, ties=[a_tie(a_pupil("Zoe Novak"))])
    once = Former(a_contact("Jo Ojo", OLA, ties=[a_tie(GONE)]), TODAY.replace(year=2025), TODAY.replace(month=7))
    still = a_contact("Jo Ojo", OLA, ties=[a_tie(GONE)])

    for contacts, past in (((anna,), Past([once])), ((anna, still), Past())):
        verdict = a_verdict(a_member(label, OLA), Roll(a_snapshot(*contacts), TODAY, past))
        assert (verdict.standing, verdict.reason.name) == (Standing.QUERY, "possible-new-number")


@pytest.mark.parametrize("label", ["Jo Ojo", "Jo", "Temi's mum", "🌸"])
def test_a_leavers_carer_under_the_own_name_or_the_childs_goes(label: str):
    zoes = a_contact("Anna Novak", FEMI, ties=[a_tie(a_pupil("Temi Novak"))])
    still = a_contact("Jo Ojo", OLA, ties=[a_tie(GONE)])

    assert standing_of(a_member(label, OLA), zoes, still, policy=Policy()) == "remove"


def test_not_this_parent_leaves_the_other_of_the_same_initial():
    ola = a_contact("Ola Bello", FEMI, ties=[a_tie(IN_3B)])
    other = a_contact("O Bello", "07700 900126", ties=[a_tie(IN_3B, "Father")])
    link = Link("+447700900123", "3b", Answer.SOMEBODY_ELSE, Who.of(ola), "The office", TODAY.replace(month=3))
    roll = Roll(a_snapshot(ola, other), TODAY)

    (verdict,) = judge(
        [a_member("O Bello", OLA)], roll, a_scope("3B", IN_3B), Policy(), group="3b", decisions=Decisions((), (link,))
    )

    assert verdict.standing is Standing.QUERY
    assert "O Bello" in verdict.reason.evidence[0]


def test_a_severe_school_acts_on_nobody_whom_a_name_alone_tells():
    elsewhere = a_contact("Ola Bello", OLA, ties=[a_tie(IN_5A)])
    link = Link("ola 🌸", "3b", Answer.SAME, Who.of(elsewhere), "The office", TODAY.replace(month=3))
    roll, scope = Roll(a_snapshot(elsewhere, pupils=[IN_3B]), TODAY), a_scope("3B", IN_3B)

    def standing(*numbers: str) -> Standing:
        people = [a_member("Ola 🌸", *numbers)]
        (verdict,) = judge(people, roll, scope, SEVERE, group="3b", decisions=Decisions((), (link,)))
        return verdict.standing

    assert standing() is Standing.QUERY
    assert standing(OLA) is Standing.REMOVE


def test_a_label_with_an_at_sign_is_a_name_of_its_own_group():
    ola = a_contact("Ola Bello", OLA, ties=[a_tie(IN_3B)])
    link = Link("ola @ work", "3b", Answer.SAME, Who.of(ola), "The office", TODAY.replace(month=3))
    decisions = Decisions((), (link,))

    assert decisions.about(["ola @ work"], "3b", TODAY).same is link
    assert decisions.about(["ola @ work"], "4a", TODAY).same is None
