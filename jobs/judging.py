"""Every group judged on one night: what still stands is taken over, and the roll is looked at only if something needs it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from adapters.store import decisions, forgettings, judgements
from adapters.store.ending import Word
from adapters.store.judgements import Anchor, Judgement
from adapters.store.lists import KeptList
from jobs.inputs import edition, roll_state
from jobs.september import September
from jobs.settings import Settings
from jobs.standing import Ground
from roster.comparison import Judged
from roster.digests import digest_of
from roster.groups import Member, shared_labels
from roster.guard import Objection, objections
from roster.match import Match, match
from roster.precedents import Bench, Court, Docket, good_until, member_digest
from roster.roll import Roll
from roster.rollover import Proposal
from roster.runs import group_key
from roster.scope import Scope
from roster.touched import Digests
from roster.verdicts import Verdict
from roster.withheld import Discretion

_Questioned = tuple[tuple[Objection, ...], Anchor, Proposal | None]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a night is judged by: its day, the settings, the ground, and how to get the roll if it is needed."""

    day: date
    settings: Settings
    ground: Ground
    roll: Callable[[], Roll]


class Judging:
    """Judges groups on one night. `before` are the judgements that are kept, by the group's key."""

    def __init__(self, session: Session, brief: Brief, before: Mapping[str, Judgement]) -> None:
        self._session = session
        self.brief = brief
        self._before = before

    def settled(self, one: KeptList) -> bool:
        """Whether nothing but a group's list can have changed since it was judged last."""
        before = self._before.get(one.row.group_key)
        return bool(before and before.inputs == self.inputs and before.day <= self.brief.day < before.good_until)

    def sitting(self, one: KeptList) -> "GroupSitting":
        """Judge a group's members."""
        return GroupSitting(self, one, self._before.get(one.row.group_key))

    def follow(self, lists: Iterable[KeptList], word: Word) -> bool:
        """Let the groups that keep their children follow them into their new class; says whether any did."""
        keys = {one.row.group_key for one in lists}
        known = [(name, scope, self._anchor(name)) for name, scope in self._groups if group_key(name) in keys]
        return self.september.follow(known, word)

    def keep(self, sitting: "GroupSitting") -> None:
        """Keep a group's judgement for the nights to come."""
        judgements.keep(self._session, sitting.key, sitting.judgement, sitting.before)

    @cached_property
    def inputs(self) -> str:
        """Digest all that any verdict of the night may rest on, besides the lists and the day."""
        brief = self.brief
        return digest_of(
            (
                edition(),
                brief.settings.policy,
                roll_state(brief.ground.row),
                decisions.stamp(self._session),
                forgettings.last(self._session),
                brief.ground.scopes,
                [brief.settings.group(name).each_september for name, _ in brief.ground.scopes],
            )
        )

    def court(self, key: str) -> Court:
        """All that a group is judged by."""
        scope = next(scope for name, scope in self._groups if group_key(name) == key)
        return Court(self.brief.roll(), self._digests, scope, self.brief.settings.policy, self._groups)

    def context(self, scope: Scope) -> str:
        """Digest what a group's verdicts rest on besides its members and the people of the roll."""
        return digest_of((edition(), self.brief.settings.policy, scope, self._groups))

    @cached_property
    def good_until(self) -> date:
        """The first day on which time alone may change what is judged tonight."""
        return good_until(self.brief.roll(), self.brief.settings.policy, self.brief.ground.decisions)

    @cached_property
    def september(self) -> September:
        """Whether classes have moved on."""
        return September(self._session, self.brief.settings, self.brief.ground.row, self.brief.roll())

    def _anchor(self, name: str) -> Anchor | None:
        before = self._before.get(group_key(name))
        return before.anchor if before else None

    @cached_property
    def _groups(self) -> tuple[tuple[str, Scope], ...]:
        return self.brief.ground.groups(self.brief.roll())

    @cached_property
    def _digests(self) -> Digests:
        return Digests(self.brief.roll(), self.brief.settings.policy)


class GroupSitting:
    """One group, judged. `before` is what is kept of the last time."""

    def __init__(self, judging: Judging, one: KeptList, before: Judgement | None) -> None:
        self.key = one.row.group_key
        self.before = before
        self._judging = judging
        self._settled = before if judging.settled(one) else None
        self._listed = _listed(one, judging.brief.settings)
        self._withheld = dict(before.withheld) if before and self._stands else {}
        self._bench = Bench(self._docket(), lambda: self._court)
        verdicts = self._bench.verdicts(one.listed.members)
        held, self._anchor, self.proposal = self._questioned(one, verdicts)
        self.judged = Judged(one.listed, self._scope, verdicts, held)

    @property
    def day(self) -> date:
        """The day that is judged for."""
        return self._judging.brief.day

    @property
    def anew(self) -> int:
        """How many people had to be judged, for whom nothing stood."""
        return self._bench.anew

    def verdicts(self, members: Iterable[Member]) -> tuple[Verdict, ...]:
        """Give a verdict on further people of the group."""
        return self._bench.verdicts(members)

    def withheld(self, removals: Iterable[Verdict]) -> Mapping[str, str]:
        """Those of these removals who are for the office alone, each identity with why."""
        going = [one.member for one in removals]
        if going and not self._stands:
            self._withheld.update(self._discretion.over((one, self._match(one)) for one in going))
        return {one.identity: self._withheld[one.identity] for one in going if one.identity in self._withheld}

    @property
    def judgement(self) -> Judgement:
        """What is to be kept of it."""
        judging, same = self._judging, self._settled
        return Judgement(
            judging.inputs,
            same.context if same else judging.context(self._scope),
            self._listed,
            same.day if same else self.day,
            same.good_until if same else judging.good_until,
            self._scope,
            self.judged.held,
            dict(self._bench.precedents),
            self._anchor,
            self.proposal,
            tuple(sorted(self._withheld.items())),
        )

    @property
    def _stands(self) -> bool:
        """Whether nothing has changed since the last time, the list included."""
        return bool(self._settled and self._settled.listed == self._listed)

    @property
    def _discretion(self) -> Discretion:
        brief, listed = self._judging.brief, self.judged.listed
        admins = tuple(one for one in listed.members if one.admin)
        return Discretion(brief.roll(), admins, frozenset(_volunteers(listed.name, brief.settings)))

    def _match(self, member: Member) -> Match:
        brief = self._judging.brief
        decisions = brief.ground.decisions.without(shared_labels(self.judged.listed.members))
        decided = decisions.about(member.identities, self.key, brief.day)
        return match(member, brief.roll(), self._scope, decided, brief.settings.policy)

    @cached_property
    def _court(self) -> Court:
        return self._judging.court(self.key)

    @property
    def _scope(self) -> Scope:
        return self._settled.scope if self._settled else self._court.scope

    def _docket(self) -> Docket:
        brief, before = self._judging.brief, self.before
        stands = before and (self._settled or before.context == self._judging.context(self._scope))
        precedents = before.precedents if before and stands else {}
        return Docket(self.key, brief.day, brief.ground.decisions, precedents, settled=self._settled is not None)

    def _questioned(self, one: KeptList, verdicts: tuple[Verdict, ...]) -> _Questioned:
        """What speaks against acting on the verdicts, where the scope stood unquestioned last, and what is proposed instead."""
        before, settled = self.before, self._settled
        if settled and self._stands:
            return settled.held, settled.anchor, settled.proposal
        brief = self._judging.brief
        held = objections(one.listed, self._scope, brief.roll(), verdicts, brief.settings.limits)
        anchor, proposal, asked = self._judging.september.question(
            one.row.group_name, self._scope, before.anchor if before else None
        )
        return (*held, *asked), anchor, proposal


def _listed(one: KeptList, settings: Settings) -> str:
    """Digest what a group's guards ask of its list, and who looks after it."""
    listed = one.listed
    people = [member_digest(member) for member in listed.members]
    volunteers = sorted(_volunteers(listed.name, settings))
    return digest_of(
        (people, listed.name, listed.completeness, listed.said, listed.without_maker, settings.limits, volunteers)
    )


def _volunteers(group: str, settings: Settings) -> Iterable[str]:
    """The addresses of those who look after a group."""
    known = settings.group(group)
    return {one.casefold() for one in (*known.admins, *known.co_admins)}
