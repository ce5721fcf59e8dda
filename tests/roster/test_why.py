"""The chain in plain words: what was looked up and found, whom a name may mean, what the office said."""

from datetime import date
from typing import Any

import pytest

from roster.decisions import Answer, Capacity, Decided, Exemption, Link, Who
from roster.groups import Completeness, Member, MemberList, Presence, Shown
from roster.guard import Objection
from roster.identity.evidence import Candidate, Likelihood, Person, Sign
from roster.judge import case_of
from roster.match import Match
from roster.past import Former, Past
from roster.people import Contact
from roster.phone import Phone
from roster.policy import Policy
from roster.roll import Roll
from roster.rules import all_rules
from roster.runs import State
from roster.verdicts import Case
from roster.why import NOTHING_TO_DO, TAKE_OUT, Asked, LastNight, Source, explain
from roster.why_who import compared, decisions, features
from tests.builders import (
    CHARLIE,
    FEMI,
    OLA,
    TODAY,
    a_contact,
    a_gap,
    a_list,
    a_member,
    a_pupil,
    a_roll,
    a_scope,
    a_snapshot,
    a_tie,
)

DAY = date(2026, 8, 3)
ROLL = a_roll(a_contact(), a_contact("Femi Bello", FEMI, ties=[a_tie(a_pupil("Tola Bello", classes=("5A",), year=5))]))


def asked(member: Member, roll: Roll = ROLL, policy: Policy | None = None, **facts: Any) -> Asked:
    listed = facts.pop("listed", a_list(member))
    night = facts.pop("night", None)
    case = case_of(member, roll, a_scope(), policy or Policy())
    return Asked(case, roll, listed, Source("3B.csv", DAY), Source("a.xlsx", DAY), night, "flagged 3 Aug 2026", **facts)


def said(told: Asked, heading: str) -> str:
    sections = explain(told, all_rules()).sections
    return "\n".join(next(one.sentences for one in sections if one.heading == heading))


def a_case(**facts: Any) -> Case:
    member = facts.pop("member", a_member("Anna", CHARLIE))
    decided = facts.pop("decided", Decided())
    return Case(member, Match(**facts), a_scope(), TODAY, Policy(), decided)


def a_candidate(contact: Contact, share: float, *signs: Sign) -> Candidate:
    return Candidate(Person(contact, (a_pupil(),)), share, Likelihood.LIKELY, signs)


def an_answer(answer: Answer, contact: Contact | None, *seen: str) -> Link:
    return Link("+447700900999", "3b", answer, Who.of(contact) if contact else None, "Tola", DAY, seen)


def test_it_tells_everything_that_the_list_shows():
    member = Member(
        "Ola (+44…)", 7, name="Ola", phone=Phone.parse(OLA), email="ola@example.org", shown=Shown.UNUSABLE, admin=True,
        own=True, presence=Presence.MAY_BE,
    )  # fmt: skip
    listed = MemberList("3B", (), "whatsapp", "pasted", Completeness.EVENTS)

    told = said(asked(member, listed=listed), "What the list says")

    assert told.splitlines() == [
        'The list of 3B (3B.csv), received on 3 August 2026, shows "Ola (+44…)" in row 7.',
        "What stands in the place of a number is none that could be rung. It has +447700900123 besides.",
        "It has the e-mail address ola@example.org.",
        'What may be a name in it: "Ola".',
        "They are an admin of the group.",
        "They made this list.",
        "They were in the group at some time; nothing proves that they are in it now.",
        "The newest list does not show them any more.",
        "What is known of the group is not everybody (told by a chat, so some may be missing).",
    ]


def test_it_tells_whose_a_number_is_and_was():
    past = Past([Former(a_contact("Ayo Ojo", CHARLIE), DAY, DAY)])
    roll = Roll(ROLL.snapshot, TODAY, past)

    holder = list(compared(asked(a_member("Ola", OLA), roll).case, roll))
    former = list(compared(asked(a_member("Ola", CHARLIE), roll).case, roll))

    assert "+447700900123 is that of Ola Bello, contact of Ade Bello (3B)." in holder
    assert "+447700900999 was that of Ayo Ojo, contact of Ade Bello (3B), until 3 August 2026." in former
    assert not any(sentence.startswith("Nobody") for sentence in (*holder, *former))


def test_it_tells_what_may_speak_for_somebody():
    case = a_case(elsewhere=(a_contact("Anna Novak"),), gaps=(a_gap(),), kin=(a_contact("Ann Novak"),))

    told = list(compared(case, ROLL))

    assert told[-3:] == [
        "The full name may be that of Anna Novak, contact of Ade Bello (3B).",
        "Row 14 of the export may be theirs: a number could not be read.",
        "Ann Novak, contact of Ade Bello (3B), may speak for them.",
    ]
    assert list(features(case)) == [
        "Nobody whom the group is for; but a carer of another class may go by this full name."
    ]


def test_it_names_the_day_on_which_time_alone_can_change_it():
    leaving = a_pupil(left_on=TODAY.replace(month=12, day=18))
    roll = Roll(a_snapshot(a_contact(ties=[a_tie(leaving)])), TODAY)

    told = said(asked(a_member("Ola", OLA), roll), "The verdict")

    assert told.splitlines()[-1] == "By time alone this can change on 19 December 2026."


def test_it_weighs_three_and_says_how_likely_it_is_none():
    for_it, against = (
        Sign("given", "same", 5.25, "the given name is the same"),
        Sign("family", "other", -2, "it differs"),
    )
    shares = (0.5, 0.2, 0.1, 0.05)
    names = ("Anna One", "Anna Two", "Anna Three", "Anna Four")
    found = tuple(
        a_candidate(a_contact(name), share, for_it, against) for name, share in zip(names, shares, strict=True)
    )

    told = list(features(a_case(candidates=found)))

    assert told[:3] == [
        "Anna One, carer of Ade Bello (3B): likely (50%).",
        "For: the given name is the same (+5.2).",
        "Against: it differs (-2.0).",
    ]
    assert told[-3:] == [
        "The name fits 1 more carer.",
        "That it is none of them: 15%.",
        "A figure behind a sign is its weight: each whole point makes it twice, or half, as likely.",
    ]
    assert "Anna Four" not in "".join(told)


def test_it_says_honestly_that_nobody_fits():
    assert list(features(asked(a_member("Zed")).case)) == ["Nobody was found by name."]
    assert list(features(asked(a_member("Zed", OLA)).case)) == ["Nobody had to be found by name."]


def test_it_tells_every_decision():
    ola, femi = a_contact(), a_contact("Femi Bello")
    decided = Decided(
        (Exemption(None, None, "Fair", "Ade", DAY, DAY), Exemption("x", None, "Grandfather", "Ade", DAY, capacity=Capacity.OTHER)),
        an_answer(Answer.SAME, ola, "row 3", "the name fits"), (an_answer(Answer.SOMEBODY_ELSE, femi),),
        an_answer(Answer.NO_PARENT, None),
    )  # fmt: skip

    assert list(decisions(a_case(decided=decided))) == [
        "Ade exempted everybody (other) on 3 August 2026 until 3 August 2026: Fair.",
        "Ade exempted them (other) on 3 August 2026: Grandfather.",
        "Tola said on 3 August 2026 that this is Ola Bello. What was seen then: row 3; the name fits.",
        "Tola said on 3 August 2026 that this is not Femi Bello.",
        "Tola said on 3 August 2026 that this is nobody's parent.",
    ]


def test_it_says_that_the_settings_make_a_question_a_removal():
    severe = Policy(other_group="remove")

    told = said(asked(a_member("Femi", FEMI), policy=severe), "The verdict")

    assert told.startswith("To be taken out: other-group. ")
    assert told.endswith("By the school's settings this is more than a question: it takes people out.")


def test_it_tells_what_else_spoke():
    barred = a_roll(a_contact(ties=[a_tie(restricted=True)]))

    told = said(asked(a_member("Ola", OLA), barred), "The verdict")

    assert told.startswith("A question for the office: restricted. ")
    assert (
        "Also carer-on-roll, which does not decide. A carer of a pupil on roll whom this group is for. Evidence: "
        in told
    )


def test_it_tells_what_the_guard_thought():
    night = LastNight(DAY, State.HELD, (Objection("all-admins", "Every one\x1b of them."),), ("a newer list",))

    assert said(asked(a_member("Ola", OLA), night=night), "What the guard thought").splitlines() == [
        "The night of 3 August 2026 held this group, so no volunteer was told of anybody new.",
        "all-admins: Every one of them.",
        "Since then a newer list has come in, of which the next night will tell.",
    ]


def test_every_state_of_a_night_is_said():
    for state in State:
        assert said(asked(a_member("Ola", OLA), night=LastNight(DAY, state)), "What the guard thought").endswith(".")


def test_volunteers_hear_of_a_removal_only_when_they_were_told_of_it_and_it_still_holds():
    heading = "What volunteers may know"

    assert said(asked(a_member("Zed", CHARLIE), told=True), heading) == TAKE_OUT
    assert said(asked(a_member("Zed", CHARLIE), told=False), heading) == NOTHING_TO_DO
    assert said(asked(a_member("Ola", OLA), told=True), heading) == NOTHING_TO_DO


@pytest.mark.parametrize("family", ["Bello", "Extraordinarily", "Ogunbanjo-Adeyemi"])
def test_long_evidence_is_cut_behind_a_whole_word(family: str):
    children = [a_pupil(f"Kid{number} {family}", classes=("3B",)) for number in range(60)]
    told = asked(a_member("Ola Bello", OLA), a_roll(a_contact(ties=list(map(a_tie, children)))))

    sentences = [one for section in explain(told, all_rules()).sections for one in section.sentences]

    cut = [one for one in sentences if one.endswith("…")]
    assert cut
    words = {word for child in children for word in child.placed.split()} | {"is", "of", "and", "a", "carer"}
    assert all(one.endswith(" \u2026") and one.split()[-2].strip(";,") in words for one in cut)
    assert all(len(one) <= 600 for one in sentences)
