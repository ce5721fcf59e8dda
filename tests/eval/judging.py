"""One school put before the product: each member's standing, and whom it offers for a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roster.decisions import Answer, Decisions, Exemption, Link, Who
from roster.groups import Member, Shown
from roster.identity.evidence import Likelihood
from roster.judge import case_of, verdict_on
from roster.people import Contact, Pupil
from roster.phone import Phone
from roster.policy import Policy
from roster.roll import Roll
from roster.rules import all_rules
from roster.runs import group_key
from roster.scope import scope_of
from roster.tokens import name_in
from roster.verdicts import Standing
from tests.eval.groups import groups_of
from tests.eval.pools import Pools
from tests.eval.rolls import owner, remembered
from tests.eval.schools import a_school
from tests.eval.truths import Group, Told

_YESTERDAY = date(2026, 9, 1)


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody whom the product offers for a name, by the adult's key, and whether as very likely."""

    key: str
    very_likely: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a member."""

    group: str
    told: Told
    standing: Standing
    reason: str
    offered: tuple[Offered, ...] = ()

    @property
    def place(self) -> int | None:
        """The place, from 1, at which who it is was offered."""
        return next((at for at, one in enumerate(self.offered, 1) if one.key == self.told.who), None)

    @property
    def rightly_sure(self) -> bool:
        """Whether who it is was offered as very likely."""
        return any(one.very_likely and one.key == self.told.who for one in self.offered)

    @property
    def wrongly_sure(self) -> bool:
        """Whether somebody else than who it is was offered as very likely."""
        return any(one.very_likely and one.key != self.told.who for one in self.offered)


@dataclass(frozen=True, slots=True)
class Carer:
    """A carer in scope as any peer may see them: key, forenames, family name, and the children's names."""

    key: str
    given: str
    family: str
    children: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JudgedSchool:
    """Everything about one school that figures are made of: outcomes, and the carers in scope of each group for the peers."""

    outcomes: tuple[Outcome, ...]
    carers: dict[str, tuple[Carer, ...]]
    seconds: float = 0.0


def judged_school(number: int, seed: int, pools: Pools) -> JudgedSchool:
    """Make a school and put it before the product."""
    school = a_school(number, seed, pools)
    groups = groups_of(school, seed, pools)
    today, past = remembered(school)
    roll = Roll(today, school.day, past)
    decisions = Decisions(*_decided(groups, roll))
    outcomes: list[Outcome] = []
    carers = {}
    for group in groups:
        name = f"{school.number} {group.name}"
        outcomes += _outcomes(name, group, roll, decisions)
        scope = scope_of(group.name, roll.snapshot.pupils, roll.day)
        carers[name] = tuple(_carer(one.contact, one.children) for one in roll.circle(scope).people)
    return JudgedSchool(tuple(outcomes), carers)


def _outcomes(name: str, group: Group, roll: Roll, decisions: Decisions) -> Iterator[Outcome]:
    scope = scope_of(group.name, roll.snapshot.pupils, roll.day)
    policy, rules = Policy(), all_rules()
    for row, told in enumerate(group.members, 1):
        case = case_of(member_of(told, row), roll, scope, policy, group=group_key(group.name), decisions=decisions)
        verdict = verdict_on(case, rules)
        offered = tuple(
            Offered(owner(one.contact), one.likelihood is Likelihood.VERY_LIKELY) for one in case.match.candidates
        )
        yield Outcome(name, told, verdict.standing, verdict.reason.name, offered)


def member_of(told: Told, row: int) -> Member:
    """The member as a list shows them."""
    text, number = told.sight.text, told.number
    if number is None:
        return Member(text or "~", row, name=name_in(text))
    return Member(f"{text} {number}".strip(), row, name=name_in(text), phone=Phone(number), shown=Shown.NUMBER)


def _decided(groups: list[Group], roll: Roll) -> tuple[tuple[Exemption, ...], tuple[Link, ...]]:
    """What the school's office has decided: some staff are exempt, some new numbers confirmed."""
    every = [(group, told) for group in groups for told in group.members if told.number]
    exempt = [told.number for _, told in every if told.deed == "exempt"]
    people = {owner(contact): contact for contact in roll.snapshot.contacts}
    links = [
        Link(str(told.number), group_key(group.name), Answer.SAME, Who.of(people[told.who]), "the office", _YESTERDAY)
        for group, told in every
        if told.deed == "confirmed" and told.who in people
    ]
    return tuple(Exemption(who, None, "teaches here", "the office", _YESTERDAY) for who in exempt), tuple(links)


def _carer(contact: Contact, children: tuple[Pupil, ...]) -> Carer:
    name = contact.names[0]
    called = tuple((" ".join(child.called.given), " ".join(child.called.family)) for child in children)
    return Carer(owner(contact), " ".join(name.given), " ".join(name.family), called)
