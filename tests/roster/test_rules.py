"""Every rule told in families: a table of those it flags, and of those it spares, beside this file."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from roster.carers import recast_contact
from roster.decisions import Capacity, Decided, Exemption
from roster.groups import Shown
from roster.identity.evidence import Candidate, Likelihood, Person
from roster.match import Match
from roster.past import Former
from roster.people import Registration
from roster.policy import Policy
from roster.rules import all_rules
from roster.verdicts import REASONS, Case, Rule
from tests.builders import TODAY, a_contact, a_gap, a_member, a_pupil, a_scope, a_tie

FAMILIES = Path(__file__).parent / "rules"
CONTRACT = {
    "belongs": {"carer-on-roll", "starter", "leaver-grace", "exempt"},
    "query": {
        *("other-group", "not-a-carer", "name-only", "unidentified", "possible-new-number", "damaged-record"),
        *("unusable-number", "restricted"),
    },
    "remove": {"all-children-left", "not-on-roll"},
}
_SCHOOL = (a_pupil("Ade"), a_pupil("Tola", year=5, classes=("5A",)), a_pupil("Temi", year=4, classes=("4C",)))
_OF_THE_TIE = ("relation", "responsibility", "lives_with", "restricted")


def told(kind: str) -> list[Any]:
    return [
        pytest.param(rule, family, id=f"{rule.name}: {name}")
        for rule in all_rules()
        for name, family in tables(rule).get(kind, {}).items()
    ]


def tables(rule: Rule) -> dict[str, Any]:
    path = FAMILIES / f"{rule.name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def case_of(family: dict[str, Any]) -> Case:
    policy = Policy(**{key: _whole(said) for key, said in family.get("policy", {}).items()})
    ties = [_tie(child) for child in family.get("pupils", ())]
    holders = (recast_contact(a_contact("Ola Bello", ties=ties), policy),) if family.get("known", True) else ()
    shown = dict(family.get("member") or {"shown_as": "Ola Bello", "number": "07700 900123"})
    if shown.pop("unusable", False):
        shown["shown"] = Shown.UNUSABLE
    found = Match(
        holders,
        tuple(_former(one) for one in family.get("formers", ())),
        candidates=tuple(_candidate(name) for name in family.get("namesakes", ())),
        gaps=tuple(a_gap(**hole) for hole in family.get("gaps", ())),
        kin=tuple(_carer(name) for name in family.get("kin", ())),
    )
    decided = Decided(tuple(_exemption(one) for one in family.get("exemptions", ())))
    groups = tuple((name, a_scope(name, *_SCHOOL)) for name in family.get("groups", ()))
    scope = a_scope(family.get("group", "3B"), *_SCHOOL)
    return Case(a_member(**shown), found, scope, TODAY, policy, decided, groups)


def _whole(said: Any) -> Any:
    return tuple(said) if isinstance(said, list) else said


def _tie(child: dict[str, Any]) -> Any:
    facts = dict(child)
    tie = {key: facts.pop(key) for key in _OF_THE_TIE if key in facts}
    if "registration" in facts:
        facts["registration"] = Registration[facts["registration"].upper()]
    return a_tie(a_pupil(**facts), **tie)


def _former(told: dict[str, Any]) -> Former:
    contact = a_contact(told["shown"], ties=[_tie(child) for child in told["pupils"]])
    return Former(contact, told["since"], told["until"])


def _exemption(told: dict[str, Any]) -> Exemption:
    facts = {"who": "+447700900123", "group": "3b"} | told
    return Exemption(**facts | {"capacity": Capacity[told.get("capacity", "other").upper()]})


def _candidate(name: str) -> Candidate:
    contact = _carer(name)
    return Candidate(Person(contact, (contact.ties[0].pupil,)), 1.0, Likelihood.LIKELY, ())


def _carer(name: str) -> Any:
    return a_contact(name, ties=[a_tie(a_pupil("Temi Bello"))])


@pytest.mark.parametrize(("rule", "family"), told("flags"))
def test_it_flags(rule: Rule, family: dict[str, Any]):
    reason = rule(case_of(family))

    assert reason is not None
    assert list(reason.evidence) == family["evidence"]


@pytest.mark.parametrize(("rule", "family"), told("spares"))
def test_it_spares(rule: Rule, family: dict[str, Any]):
    reason = rule(case_of(family))

    assert reason is None


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_it_is_told_in_families(rule: Rule):
    assert tables(rule).keys() == {"flags", "spares"}


def test_it_has_no_families_without_a_rule():
    assert {path.stem for path in FAMILIES.glob("*.toml")} == {rule.name for rule in all_rules()}


def test_it_speaks_the_contracts_words_and_all_of_them():
    spoken = {rule.name: rule.standing.value for rule in all_rules()}

    assert set(REASONS) == set().union(*CONTRACT.values())
    assert set(REASONS) == spoken.keys()
    assert all(name in CONTRACT[standing] for name, standing in spoken.items())


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_it_has_a_sentence_for_the_office(rule: Rule):
    assert rule.sentence[0].isupper()
    assert rule.sentence.endswith(".")


def test_it_refuses_a_rule_whose_name_is_not_in_the_contract():
    from roster.verdicts import Standing, rule

    def twice_in_group(case: Case) -> tuple[str, ...]:
        """Somebody is in the group twice."""
        return ()

    with pytest.raises(ValueError, match="twice-in-group"):
        rule(Standing.QUERY)(twice_in_group)
