"""A group judged: a verdict each, in order; the school's policy; the words about changes."""

import pytest

from roster.changes import Changeset, Flag
from roster.policy import Policy
from roster.verdicts import REASONS, Reason, Standing
from roster.words import counted, listed, shortened, spoken
from tests.builders import CHARLIE, FEMI, OLA, TODAY, a_contact, a_member, a_pupil, a_roll, a_tie, a_verdict, judged

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
