"""Standings, reasons and the rules that give them: a closed vocabulary, and evidence for every word of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from roster.calendar import may_stay
from roster.decisions import NOTHING_DECIDED, Capacity, Decided, Exemption
from roster.groups import Member
from roster.match import Match
from roster.people import Pupil, Tie
from roster.policy import Policy
from roster.registration import asks_about
from roster.relations import is_staff
from roster.scope import Scope


class Standing(Enum):
    """Where somebody stands; the gravest of the reasons decides."""

    BELONGS = "belongs"
    QUERY = "query"
    REMOVE = "remove"

    @property
    def gravity(self) -> int:
        """The order: belongs, query, remove."""
        return (Standing.BELONGS, Standing.QUERY, Standing.REMOVE).index(self)


# The contract's reasons. Of two reasons of one standing, the one that stands first here is given.
REASONS = (
    "carer-on-roll", "starter", "leaver-grace", "exempt",
    "restricted", "unusable-number", "damaged-record", "possible-new-number", "not-a-carer", "other-group",
    "name-only", "unidentified",
    "all-children-left", "not-on-roll",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """All that a rule may see: one member, what the roll knows, the group's scope, the day, the school's policy and decisions.

    `groups` are the school's other groups, each by its name with the children it is for.
    """

    member: Member
    match: Match
    scope: Scope
    today: date
    policy: Policy
    decided: Decided = NOTHING_DECIDED
    groups: tuple[tuple[str, Scope], ...] = ()

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What the people with this number are to their children, whoever left included."""
        return self.match.ties

    @property
    def here(self) -> tuple[Tie, ...]:
        """The ties to children who are on roll or have yet to start."""
        return tuple(tie for tie in self.ties if not tie.pupil.left(self.today))

    @property
    def known(self) -> bool:
        """Whether anybody on the roll has this number or e-mail, or had it."""
        return bool(self.match.holders or self.match.formers)

    def expected(self, pupil: Pupil) -> bool:
        """Whether the pupil has yet to start, and soon enough for the policy."""
        if not pupil.upcoming(self.today):
            return False
        return pupil.starts_on is None or (pupil.starts_on - self.today).days <= self.policy.starters_window_days

    def serves(self, pupil: Pupil) -> bool:
        """Whether the group is for the pupil's carers, without a question about how the pupil is registered."""
        return self.scope.includes(pupil) and not asks_about(pupil, self.policy)

    @property
    def asked_about(self) -> tuple[Pupil, ...]:
        """The pupils in scope of whom this person is a carer, and about whom the school asks the office."""
        children = (tie.pupil for tie in self.here if tie.carer)
        return tuple(child for child in children if self.scope.includes(child) and not self.serves(child))

    @property
    def doubted(self) -> bool:
        """Whether somebody with a child here may be a carer in scope after all.

        By a child whose class nobody knows, by the label, a gap or the household, or by whose number it was.
        """
        for_all_we_know = any(tie.carer and self.scope.may_include(tie.pupil) for tie in self.here)
        found = self.match
        return for_all_we_know or bool(self.still_here or found.candidates or found.gaps or found.kin)

    @property
    def as_staff(self) -> tuple[Tie, ...]:
        """The ties by which the school's list has this person as staff."""
        return tuple(tie for tie in self.here if not tie.carer and is_staff(tie.relation))

    @property
    def exemption(self) -> Exemption | None:
        """The exemption in force, unless the school no longer lets people stay in that capacity."""
        return next((one for one in self.decided.exemptions if lets_stay(one.capacity, self.policy)), None)

    def in_grace(self, pupil: Pupil) -> bool:
        """Whether the pupil left so lately that the carers may stay a while."""
        return pupil.left(self.today) and may_stay(pupil, self.today, self.policy)

    @property
    def parting(self) -> tuple[Pupil, ...]:
        """The children who left so lately that their carers may stay a while."""
        known = dict.fromkeys(tie.pupil for tie in (*self.ties, *self.match.past_ties))
        return tuple(child for child in known if self.in_grace(child))

    @property
    def by_name_alone(self) -> bool:
        """Whether nothing but the office's word about a name says who this is: tonight another may go by that name."""
        return self.match.link is not None and not (self.member.phones or self.member.emails)

    @property
    def excused(self) -> bool:
        """Whether some child is still here, or left within the days of grace."""
        return bool(self.here or self.parting)

    @property
    def still_here(self) -> tuple[Tie, ...]:
        """The ties of those who once had the number to children who are here still."""
        return tuple(tie for tie in self.match.past_ties if not tie.pupil.left(self.today))


def lets_stay(capacity: Capacity, policy: Policy) -> bool:
    """Whether an exemption in this capacity lets anybody stay by the school's settings."""
    return {
        Capacity.STAFF: policy.staff_who_are_not != "remove",
        Capacity.REPRESENTATIVE: policy.representatives == "belong",
        Capacity.GOVERNOR: policy.governors == "belong",
    }.get(capacity, True)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody stands where they stand: a word of the vocabulary and the facts."""

    name: str
    standing: Standing
    evidence: tuple[str, ...]

    @property
    def weight(self) -> tuple[int, int]:
        """Graver is more; of one standing, earlier in the vocabulary is more."""
        return self.standing.gravity, -REASONS.index(self.name)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gravest reason about one member, and the MIS ids of the contacts who matched.

    `known` says whether anybody on the roll has the member's number, whatever follows from it.
    """

    member: Member
    reason: Reason
    contacts: tuple[str, ...] = ()
    known: bool = False

    @property
    def standing(self) -> Standing:
        """Where the member stands."""
        return self.reason.standing

    @property
    def flagged(self) -> bool:
        """Whether somebody should look, or act."""
        return self.standing is not Standing.BELONGS


@dataclass(frozen=True, slots=True)
class Rule:
    """One question. `sentence` is what the office reads when the answer is yes."""

    name: str
    standing: Standing
    sentence: str
    question: Callable[[Case], tuple[str, ...]]

    def __call__(self, case: Case) -> Reason | None:
        """Ask; no evidence, no reason."""
        evidence = self.question(case)
        return Reason(self.name, self.standing, evidence) if evidence else None


def rule(standing: Standing) -> Callable[[Callable[[Case], tuple[str, ...]]], Rule]:
    """Make a function a rule. Its name is its reason, the first line of its docstring its sentence."""

    def made(question: Callable[[Case], tuple[str, ...]]) -> Rule:
        name = question.__name__.replace("_", "-")
        if name not in REASONS or not question.__doc__:
            raise ValueError(f"{name} is no reason of the contract, or has no sentence")
        return Rule(name, standing, question.__doc__.splitlines()[0], question)

    return made
