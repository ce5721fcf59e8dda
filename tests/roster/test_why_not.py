"""Every rule says why it does not apply, exactly when it does not."""

import pytest

from roster.decisions import Answer, Decided, Link
from roster.groups import Shown
from roster.identity.evidence import Candidate, Likelihood, Person
from roster.match import Match
from roster.past import Former
from roster.people import Contact
from roster.policy import Policy
from roster.rules import all_rules
from roster.verdicts import Case, Rule
from roster.why_not import why_not
from tests.builders import CHARLIE, OLA, TODAY, a_contact, a_gap, a_member, a_pupil, a_scope, a_tie
from tests.roster.test_rules import case_of, tables

HERE, ELSEWHERE = a_pupil(), a_pupil("Tola Bello", classes=("5A",), year=5)
LEFT = a_pupil("Temi Bello", left_on=TODAY.replace(month=7))
TO_COME = a_pupil("Bisi Bello", starts_on=TODAY.replace(year=2027, month=9))
RULES = {rule.name: rule for rule in all_rules()}


def case(
    *pupils: object, number: str | None = OLA, name: str = "Ola Bello", relation: str = "Mother", **facts: object
) -> Case:
    """A member whose number is that of a contact with these children; of nobody, without any."""
    holders = (a_contact(ties=[a_tie(pupil, relation) for pupil in pupils]),) if pupils else ()
    policy, decided = facts.pop("policy", Policy()), facts.pop("decided", Decided())
    member = a_member(name, number, **({"shown": facts.pop("shown")} if "shown" in facts else {}))
    return Case(member, Match(holders, **facts), a_scope(), TODAY, policy, decided)


def candidate(contact: Contact) -> Candidate:
    return Candidate(Person(contact, (HERE,)), 1.0, Likelihood.LIKELY, ())


NO_PARENT = Decided(no_parent=Link(CHARLIE, "3b", Answer.NO_PARENT, None, "Tola", TODAY))
FORMER = Former(a_contact(ties=[a_tie(LEFT)]), TODAY, TODAY)
CASES = {
    "a carer": case(HERE),
    "a carer elsewhere": case(ELSEWHERE),
    "a doctor": case(HERE, relation="Doctor"),
    "a starter": case(TO_COME),
    "a leaver": case(LEFT),
    "a leaver in grace": case(LEFT, policy=Policy(leavers_grace_days=300)),
    "a leaver behind a gap": case(LEFT, gaps=(a_gap(),)),
    "a leaver with kin": case(LEFT, kin=(a_contact(),)),
    "a former": case(formers=(FORMER,)),
    "a former with a child here": case(formers=(Former(a_contact(), TODAY, TODAY),)),
    "a stranger": case(number=CHARLIE),
    "a stranger by number alone": case(number=CHARLIE, name=CHARLIE),
    "a stranger behind a gap": case(number=CHARLIE, gaps=(a_gap(),)),
    "a stranger of the name": case(number=CHARLIE, candidates=(candidate(a_contact()),)),
    "nobody's parent": case(number=CHARLIE, decided=NO_PARENT),
    "nobody's parent, without a number": case(number=None, decided=NO_PARENT),
    "a name": case(number=None),
    "a name that fits": case(number=None, candidates=(candidate(a_contact()),)),
    "restricted for a leaver": Case(
        a_member("Ola Bello", OLA), Match((a_contact(ties=[a_tie(LEFT, restricted=True)]),)), a_scope(), TODAY, Policy()
    ),
    "an opaque id": case(number=None, shown=Shown.UNUSABLE),
}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
@pytest.mark.parametrize("told", CASES.values(), ids=CASES)
def test_it_is_given_exactly_when_the_rule_does_not_speak(rule: Rule, told: Case):
    because = why_not(rule, told)

    assert (because is None) == (rule(told) is not None)
    assert because is None or (because[0].isupper() and because.endswith(".") and len(because) < 140)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_it_is_given_for_the_families_that_the_rule_spares(rule: Rule):
    told = tables(rule)

    assert all(why_not(rule, case_of(family)) for family in told["spares"].values())
    assert not any(why_not(rule, case_of(family)) for family in told["flags"].values())


@pytest.mark.parametrize(("name", "told", "because"), [
    ("all-children-left", "a carer", "Ade Bello (3B) has not left."),
    ("all-children-left", "a leaver in grace", "The time of grace after a child left is still running."),
    ("all-children-left", "a leaver behind a gap", "A damaged record of the export may hold another child of theirs."),
    ("all-children-left", "a leaver with kin", "Ola Bello, who has a child here, may speak for them."),
    ("all-children-left", "a former with a child here", "A child of somebody who once had the number has not left."),
    ("all-children-left", "a stranger", "No child is known for them, so none is known to have left."),
    ("possible-new-number", "a leaver", "The number is known, and nobody with a child here is found for it, under another record either."),
    ("leaver-grace", "a doctor", "No child they are on the list for left so lately that the school's time of grace is still running."),
    ("damaged-record", "a doctor", "A child they are on the list for is here, or left lately, so nothing depends on a damaged record."),
    ("restricted", "a carer", "The school's list does not restrict them."),
    ("restricted", "restricted for a leaver", "The school's list restricts them only as a contact of a child who has left."),
    ("not-on-roll", "a carer", "The school's list has them."),
    ("not-on-roll", "a former", "The school's list had the number once."),
    ("not-on-roll", "a stranger of the name", "The name is like that of a carer, whose new number this may be."),
    ("not-on-roll", "a stranger behind a gap", "A damaged record of the export may be theirs."),
    ("not-on-roll", "a name", "The list shows no number, and a name alone removes nobody."),
    ("possible-new-number", "a stranger by number alone", "Only a number is shown, and no name that might be a carer's."),
    ("possible-new-number", "nobody's parent", "The office has said that this is nobody's parent, so no name was looked for."),
    ("possible-new-number", "a carer", "The school's list has them, with a child who is here."),
    ("carer-on-roll", "a doctor", "They are on the school's list, but as no parent or carer of a child who is here."),
    ("carer-on-roll", "a stranger", "The school's list has nobody with a number or address that is shown."),
    ("carer-on-roll", "a starter", "No child of whom they are a carer is on roll in class 3B today."),
    ("other-group", "a carer", "A child of whom they are a carer is in class 3B, or soon will be."),
    ("name-only", "a stranger", "The list shows a number, which tells more than a name."),
    ("unidentified", "a name that fits", "The name is like that of a carer."),
    ("unusable-number", "a name", "The list shows no number at all."),
    ("damaged-record", "a stranger", "No damaged record of the export may be theirs."),
    ("exempt", "a stranger", "No exemption in force names them."),
])  # fmt: skip
def test_it_says_what_is_so(name: str, told: str, because: str):
    assert why_not(RULES[name], CASES[told]) == because


def test_it_fails_for_a_rule_without_a_sentence():
    strange = Rule("twice-in-group", RULES["exempt"].standing, "Twice.", lambda _: ())

    with pytest.raises(KeyError):
        why_not(strange, CASES["a carer"])
