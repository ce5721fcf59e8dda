"""Laws of knowing more and less: what is added makes nobody's standing graver, unless it is a restriction; what is lost removes nobody."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from roster.decisions import Answer, Decisions, Exemption, Link, Who
from roster.gaps import Gap
from roster.groups import Member, Shown
from roster.judge import case_of, judge
from roster.names import is_a_full_name, is_the_name, name_of, shown_words
from roster.past import Former, Past
from roster.people import Contact, Pupil, Tie
from roster.phone import Phone
from roster.policy import Policy
from roster.roll import Roll
from roster.scope import Kind, Scope
from roster.snapshot import Snapshot
from roster.turns import next_turn
from roster.verdicts import Standing, Verdict
from tests.builders import TODAY, a_gap, a_member, a_pupil, a_tie

PHONES = tuple(Phone.parse(f"07700 90012{n}") for n in range(6))
EMAILS = ("ola@example.org", "home@example.org")
NAMES = ("Ola Bello", "Femi Bello", "Mrs O Bello", "Aleksandra Novak", "Jo Ojo", "Elizabeth Okoro-Bello")
LABELS = (
    "Ola Bello", "Ola", "Femi", "Femi Bello", "~ Jo", "Jo Ojo", "Charlie", "Charlie Smith", "Tola's mum", "Mum of Ade & Temi",
    "Liz", "Aleksandra", "Mrs Bello", "Bello Family", "Ola Bello / Jo", "🌸", "You",
)  # fmt: skip
RELATIONS = ("Mother", "Father", "", "Grandmother", "Childminder", "Step-father", "Doctor")
FATES = (
    {}, {}, {}, {"left_on": date(2026, 7, 17)}, {"left_on": TODAY - timedelta(days=3)}, {"has_left": True},
    {"left_on": date(2026, 12, 17)}, {"starts_on": date(2027, 1, 4)}, {"starts_on": date(2027, 9, 1)}, {"applicant": True},
)  # fmt: skip
CHILDREN = ("Ade Bello", "Tola Bello", "Temi Ojo", "Sade Okoro", "Zoe Novak")
PLACES = ((3, ("3B",)), (5, ("5A",)), (None, ()))
SCOPES = (Scope(Kind.CLASS, "3B"), Scope(Kind.YEAR, "Year 3", frozenset({3})), Scope(Kind.SCHOOL))
MILD = (Policy(), Policy(leavers_grace_days=10), Policy(leavers_grace_days=400, starters_window_days=0))
SEVERE = tuple(
    Policy(other_group=group, not_a_carer=other, leavers_grace_days=days)
    for group, other in (("remove", "query"), ("query", "remove"), ("remove", "remove"))
    for days in (0, 10)
)
GROUP = "3b"
RAISED = frozenset({"other-group", "not-a-carer"})


@dataclass(frozen=True)
class School:
    """A roll with its past and the office's decisions, and who is in a group."""

    pupils: tuple[Pupil, ...]
    contacts: tuple[Contact, ...]
    gaps: tuple[Gap, ...]
    formers: tuple[Former, ...]
    decisions: Decisions
    members: tuple[Member, ...]
    scope: Scope

    def judged(self, policy: Policy = MILD[0], day: date = TODAY) -> tuple[Verdict, ...]:
        roll = Roll(Snapshot(self.pupils, self.contacts, self.gaps), day, Past(self.formers))
        return judge(self.members, roll, self.scope, policy, group=GROUP, decisions=self.decisions)

    def with_contact(self, at: int, **facts) -> "School":
        changed = replace(self.contacts[at], **facts)
        return replace(self, contacts=(*self.contacts[:at], changed, *self.contacts[at + 1 :]))


def a_child(rng: Random, name: str) -> Pupil:
    year, classes = rng.choice(PLACES)
    return a_pupil(name, year=year, classes=classes, **rng.choice(FATES))


def a_relation(rng: Random, child: Pupil) -> Tie:
    responsibility, restricted = rng.choice((None, None, True)), rng.random() < 0.05
    return a_tie(child, rng.choice(RELATIONS), responsibility=responsibility, restricted=restricted)


def somebody(rng: Random, pupils: tuple[Pupil, ...], number: int) -> Contact:
    shown = rng.choice(NAMES)
    phones, emails = rng.sample(PHONES, rng.choice((0, 1, 1, 2))), rng.sample(EMAILS, rng.choice((0, 0, 1)))
    ties = tuple(a_relation(rng, child) for child in rng.sample(pupils, rng.choice((1, 1, 2))))
    return Contact((str(90 + number),), (name_of(full=shown),), shown, tuple(phones), tuple(emails), ties)


def a_participant(rng: Random) -> Member:
    phone = rng.choice((*PHONES, None))
    shown = Shown.NUMBER if phone else rng.choice((Shown.NO_NUMBER, Shown.UNUSABLE))
    member = a_member(rng.choice(LABELS), phone.e164 if phone else None, shown=shown)
    return replace(member, email=rng.choice((None, None, *EMAILS)))


def a_school(seed: int) -> School:
    """A small school in which people share names, numbers and children; the same for the same seed."""
    rng = Random(seed)
    pupils = tuple(a_child(rng, name) for name in CHILDREN)
    was = [somebody(rng, pupils, 90 + n) for n in range(rng.choice((0, 0, 1, 2)))]
    people = tuple(a_participant(rng) for _ in range(6))
    granted = [an_exemption(rng, rng.choice(people))] if rng.random() < 0.3 else []
    return School(
        pupils,
        tuple(somebody(rng, pupils, n) for n in range(rng.randint(1, 5))),
        tuple(rng.sample(holes(pupils), rng.choice((0, 0, 1)))),
        tuple(Former(one, date(2025, 9, 4), date(2026, 7, 17)) for one in was),
        Decisions(exemptions=tuple(granted)),
        people,
        rng.choice(SCOPES),
    )


def holes(pupils: tuple[Pupil, ...]) -> tuple[Gap, ...]:
    return (
        a_gap(left="770090012"),
        a_gap(names=(name_of(full="Jo Ojo"),), pupils=pupils[:1]),
        a_gap(words=("temi", "ojo", "ola", "bello"), phones=frozenset(PHONES[:1])),
    )


def an_exemption(rng: Random, member: Member) -> Exemption:
    until = rng.choice((None, TODAY, TODAY - timedelta(days=1)))
    return Exemption(member.identity, rng.choice((None, GROUP)), "class representative", "Sam", date(2026, 9, 1), until)


schools = st.integers(0, 2**32).map(a_school)
some_phones = st.lists(st.sampled_from(PHONES), max_size=2, unique=True).map(tuple)


def graver(before: tuple[Verdict, ...], after: tuple[Verdict, ...]) -> list[tuple[Verdict, Verdict]]:
    """Those whose standing is graver than it was, a restriction apart."""
    return [
        (then, now)
        for then, now in zip(before, after, strict=True)
        if now.standing.gravity > then.standing.gravity and now.reason.name != "restricted"
    ]


def settled(changes: list[tuple[Verdict, Verdict]]) -> list[tuple[Verdict, Verdict]]:
    """What is left of the changes without those that a school wants: whose number it is gets known, and the school acts on it."""
    wanted = [
        (then, now)
        for then, now in changes
        if now.known and now.reason.name in RAISED and then.flagged
        if not then.known or then.reason.name in {"possible-new-number", "damaged-record"}
    ]
    return [change for change in changes if change not in wanted]


def removed(found: tuple[Verdict, ...]) -> list[Verdict]:
    return [verdict for verdict in found if verdict.standing is Standing.REMOVE]


def goes_by_another_name(member: Member, contact: Contact) -> bool:
    shown = shown_words(member.name)
    return is_a_full_name(shown) and not any(is_the_name(shown, name) for name in contact.names)


def is_here(contact: Contact) -> bool:
    return any(tie.carer and not tie.pupil.left(TODAY) for tie in contact.ties)


@settings(max_examples=400)
@given(
    schools, st.sampled_from((*MILD, *SEVERE)), st.integers(0, 4), st.sampled_from(RELATIONS), st.sampled_from(PLACES)
)
def test_another_pupil_makes_nobody_graver(school, policy, at, relation, place):
    newcomer = a_pupil("Dayo Bello", year=place[0], classes=place[1])
    at %= len(school.contacts)
    richer = school.with_contact(at, ties=(*school.contacts[at].ties, a_tie(newcomer, relation)))

    before, after = school.judged(policy), replace(richer, pupils=(*school.pupils, newcomer)).judged(policy)

    changed = graver(before, after)
    assert not (changed if policy in MILD else settled(changed))


@settings(max_examples=400)
@given(
    schools,
    st.sampled_from((*MILD, *SEVERE)),
    st.sampled_from(NAMES),
    some_phones,
    st.integers(0, 4),
    st.sampled_from(RELATIONS),
)
def test_another_contact_makes_nobody_graver(school, policy, shown, phones, at, relation):
    child = replace(school.pupils[at], left_on=None, has_left=False)
    ties = (a_tie(child, relation),)
    newcomer = Contact(("77",), (name_of(full=shown),), shown, phones, (), ties)
    here = replace(school, pupils=(*school.pupils[:at], *school.pupils[at + 1 :], child))

    before, after = here.judged(policy), replace(here, contacts=(*here.contacts, newcomer)).judged(policy)

    changed = graver(before, after)
    assert not (changed if policy in MILD else settled(changed))


@settings(max_examples=400)
@given(schools, st.sampled_from((*MILD, *SEVERE)), st.integers(0, 4), st.sampled_from(PHONES))
def test_another_number_of_a_carer_makes_nobody_graver(school, policy, at, number):
    at %= len(school.contacts)
    richer = school.with_contact(at, phones=(*school.contacts[at].phones, number))

    before, after = school.judged(policy), richer.judged(policy)

    changed = graver(before, after)
    if not is_here(school.contacts[at]):
        # A number may tell that somebody unknown is a leaver's.
        changed = [(then, now) for then, now in changed if then.known or now.reason.name != "all-children-left"]
    assert not (changed if policy in MILD else settled(changed))


@settings(max_examples=400)
@given(schools, st.sampled_from((*MILD, *SEVERE)), st.integers(0, 5))
def test_another_exemption_makes_nobody_graver(school, policy, at):
    granted = Exemption(school.members[at % len(school.members)].identity, None, "governor", "Sam", TODAY)
    exemptions = school.decisions.exemptions
    exempted = [Decisions((granted, *exemptions)), Decisions((*exemptions, granted))]

    before = school.judged(policy)
    after = [replace(school, decisions=decisions).judged(policy) for decisions in exempted]

    assert not any(graver(before, now) for now in after)


@settings(max_examples=400)
@given(schools, st.sampled_from(MILD), st.integers(0, 5), st.integers(0, 4))
def test_to_be_known_as_a_carer_makes_nobody_graver(school, policy, at, whom):
    member, contact = school.members[at % len(school.members)], school.contacts[whom % len(school.contacts)]
    if not is_here(contact):
        return
    link = Link(member.identity, GROUP, Answer.SAME, Who.of(contact), "Sam", TODAY)

    before = school.judged(policy)
    after = replace(school, decisions=replace(school.decisions, links=(link,))).judged(policy)

    assert not graver(before, after)


@settings(max_examples=400)
@given(schools, st.sampled_from((*MILD, *SEVERE)), st.integers(0, 5), st.integers(0, 4))
def test_a_name_alone_removes_nobody(school, policy, at, whom):
    """Whatever the office has said of somebody who shows neither a number nor an address."""
    member, contact = school.members[at % len(school.members)], school.contacts[whom % len(school.contacts)]
    link = Link(member.identity, GROUP, Answer.SAME, Who.of(contact), "Sam", TODAY)

    gone = removed(replace(school, decisions=replace(school.decisions, links=(link,))).judged(policy))

    assert all(verdict.member.phones or verdict.member.emails for verdict in gone)


@settings(max_examples=400)
@given(
    schools,
    st.sampled_from((*MILD, *SEVERE)),
    st.integers(0, 4),
    st.sampled_from(("", "#N/A", "0770090", "77009001", "770090012")),
)
def test_a_number_that_is_lost_removes_nobody(school, policy, at, left):
    """Whoever goes by another full name than the record's is somebody else; that two people share a number is lost with it.

    So it is told of those whom a number alone makes known.
    """
    at %= len(school.contacts)
    loser = school.contacts[at]
    school = replace(school, members=tuple(replace(one, email=None) for one in school.members if one.phone))
    others = (*school.contacts[:at], *school.contacts[at + 1 :], *(former.contact for former in school.formers))
    here = any(not tie.pupil.left(TODAY) for tie in loser.ties)
    if not here or not loser.phones or any(loser.phones[0] in other.phones for other in others):
        return
    whose = tuple(tie.pupil for tie in loser.ties)
    national = loser.phones[0].e164[3:]
    digits = national[: len(left)] if left.isdigit() else ""
    hole = a_gap(left=digits, names=loser.names, pupils=whose)
    spoilt = school.with_contact(at, phones=loser.phones[1:])

    before, after = school.judged(policy), replace(spoilt, gaps=(*school.gaps, hole)).judged(policy)

    gone = [now for now in removed(after) if now.member not in {then.member for then in removed(before)}]
    assert all(goes_by_another_name(now.member, loser) for now in gone)


@settings(max_examples=400)
@given(schools, st.sampled_from((*MILD, *SEVERE)), st.integers(0, 4))
def test_a_child_whose_class_is_lost_removes_nobody(school, policy, at):
    child = school.pupils[at]
    lost = replace(child, year=None, classes=frozenset())
    pupils = (*school.pupils[:at], lost, *school.pupils[at + 1 :])
    contacts = tuple(
        replace(one, ties=tuple(replace(tie, pupil=lost) if tie.pupil == child else tie for tie in one.ties))
        for one in school.contacts
    )

    before, after = school.judged(policy), replace(school, pupils=pupils, contacts=contacts).judged(policy)

    assert not [now for now in removed(after) if now.member not in {then.member for then in removed(before)}]


@settings(max_examples=400)
@given(schools, st.sampled_from((*MILD, *SEVERE)), st.integers(-130, 300))
def test_a_verdict_moves_with_time_only_on_a_day_that_it_names(school, policy, days):
    day = TODAY + timedelta(days=days)
    roll = Roll(Snapshot(school.pupils, school.contacts, school.gaps), day, Past(school.formers))
    cases = [
        case_of(one, roll, school.scope, policy, group=GROUP, decisions=school.decisions) for one in school.members
    ]
    turns = [next_turn(case, school.decisions, GROUP) for case in cases]

    today, tomorrow = school.judged(policy, day), school.judged(policy, day + timedelta(days=1))

    for now, then, turn in zip(today, tomorrow, turns, strict=True):
        assert (now.standing, now.reason.name) == (then.standing, then.reason.name) or turn == day + timedelta(days=1)
