"""What still stands is taken over, and comes to the same as judging everybody anew."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain
from random import Random

import pytest

from roster.decisions import Answer, Decisions, Exemption, Link, Who
from roster.gaps import Gap, Lost
from roster.groups import Member
from roster.judge import judge
from roster.names import name_of
from roster.past import Former, Past
from roster.people import Contact, Pupil, Tie
from roster.phone import Phone
from roster.policy import Policy
from roster.precedents import Bench, Court, Docket, Precedent, good_until
from roster.roll import Roll
from roster.scope import Scope, scope_of
from roster.snapshot import Snapshot
from roster.touched import Digests, Watched
from tests.builders import TODAY, a_contact, a_member, a_pupil, a_roll, a_tie

POLICY = Policy(leavers_grace_days=5)
GROUPS = ("3B", "5A", "school")
GIVEN = ("Ade", "Tola", "Ola", "Femi", "Bisi", "Dayo", "Kemi", "Sade")
FAMILY = ("Bello", "Ojo", "Okoro", "Novak")


class Sessions:
    """Days on which groups are judged one after the other, with what is remembered from one to the next."""

    def __init__(self, policy: Policy = POLICY) -> None:
        self.policy = policy
        self._precedents: dict[str, dict[str, Precedent]] = {}
        self._contexts: dict[str, object] = {}
        self.anew: dict[str, int] = {}

    def judge(self, group: str, members: list[Member], roll: Roll, decisions: Decisions, *, settled: bool = False):
        scope = scope_of(group, roll.snapshot.pupils, roll.day)
        context = (scope, groups_of(roll))
        same = self._contexts.get(group) == context
        docket = Docket(group, roll.day, decisions, self._precedents.get(group, {}) if same else {}, settled)
        bench = Bench(docket, lambda: Court(roll, Digests(roll, self.policy), scope, self.policy, groups_of(roll)))
        found = bench.verdicts(members)
        self._precedents[group], self._contexts[group], self.anew[group] = bench.precedents, context, bench.anew
        return found


def groups_of(roll: Roll) -> tuple[tuple[str, Scope], ...]:
    return tuple((name, scope_of(name, roll.snapshot.pupils, roll.day)) for name in GROUPS)


def wholly(group: str, members: list[Member], roll: Roll, decisions: Decisions):
    scope = scope_of(group, roll.snapshot.pupils, roll.day)
    return judge(members, roll, scope, POLICY, group=group, decisions=decisions, groups=groups_of(roll))


@dataclass
class School:
    """A school that changes by chance."""

    random: Random
    pupils: dict[str, Pupil] = field(default_factory=dict)
    contacts: list[Contact] = field(default_factory=list)
    formers: list[Former] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    decisions: Decisions = field(default_factory=Decisions)
    lists: dict[str, list[Member]] = field(default_factory=lambda: {group: [] for group in GROUPS})
    day: date = TODAY

    def __post_init__(self) -> None:
        for _ in range(9):
            self.a_family()
        for group in GROUPS:
            self.lists[group] = [self.somebody() for _ in range(8)]

    @property
    def roll(self) -> Roll:
        contacts = tuple(
            replace(one, ties=tuple(replace(tie, pupil=self.pupils[tie.pupil.key]) for tie in one.ties if tie.pupil.key in self.pupils))
            for one in self.contacts
        )  # fmt: skip
        gaps = tuple(
            replace(gap, pupils=tuple(self.pupils.get(one.key, one) for one in gap.pupils)) for gap in self.gaps
        )
        snapshot = Snapshot(tuple(self.pupils.values()), tuple(one for one in contacts if one.ties), gaps)
        return Roll(snapshot, self.day, Past(self.formers))

    def phone(self) -> Phone:
        return Phone(f"+4477009001{self.random.randrange(16):02}")

    def a_family(self) -> None:
        key, family = f"key {len(self.pupils)}-{self.random.randrange(1000)}", self.random.choice(FAMILY)
        child = f"{self.random.choice(GIVEN)} {family}"
        form = self.random.choice(("3B", "5A"))
        self.pupils[key] = Pupil(key, child, name_of(full=child), int(form[0]), frozenset({form}))
        for _ in range(self.random.randrange(1, 3)):
            self.a_carer(key, family)

    def a_carer(self, key: str, family: str) -> None:
        shown = f"{self.random.choice(GIVEN)} {family}"
        relation = self.random.choice(("Mother", "Father", "", "Grandmother", "Childminder"))
        ties = (a_tie(self.pupils[key], relation, restricted=self.random.random() < 0.05),)
        phones = tuple(self.phone() for _ in range(self.random.randrange(3)))
        emails = (f"{shown.split(maxsplit=1)[0].lower()}@example.org",) if self.random.random() < 0.3 else ()
        self.contacts.append(Contact((), (name_of(full=shown),), shown, tuple(dict.fromkeys(phones)), emails, ties))

    def somebody(self) -> Member:
        given, family = self.random.choice(GIVEN), self.random.choice(FAMILY)
        label = self.random.choice((given, f"{given} {family}", f"{given}'s mum", "🌸", f"~ {given}"))
        phone = self.phone() if self.random.random() < 0.7 else None
        email = f"{given.lower()}@example.org" if self.random.random() < 0.2 else None
        return replace(a_member(label), phone=phone, email=email, row=self.random.randrange(99))

    def changes(self) -> Iterator[str]:
        for _ in range(20):
            what = self.random.choice(
                "arrive leave back move number drop gap mend exempt link undo member gone day day former starts leave tie tie move".split()
            )
            getattr(self, f"_{what}")()
            yield what

    def _one(self) -> Pupil:
        return self.random.choice(list(self.pupils.values()))

    def _set(self, **facts) -> None:
        one = self._one()
        self.pupils[one.key] = replace(one, **facts)

    def _arrive(self) -> None:
        self.a_family()

    def _leave(self) -> None:
        self._set(left_on=self.day + timedelta(days=self.random.randrange(-12, 9)))

    def _back(self) -> None:
        self._set(left_on=None)

    def _starts(self) -> None:
        self._set(starts_on=self.day + timedelta(days=self.random.randrange(-4, 125)))

    def _move(self) -> None:
        form = self.random.choice(("3B", "5A", "5A", ""))
        self._set(classes=frozenset({form} - {""}), year=int(form[0]) if form else None)

    def _number(self) -> None:
        at = self.random.randrange(len(self.contacts))
        self.contacts[at] = replace(self.contacts[at], phones=(self.phone(),))

    def _tie(self) -> None:
        at = self.random.randrange(len(self.contacts))
        tie = a_tie(self._one(), self.random.choice(("Mother", "Father", "Carer")))
        if tie.pupil.key not in {one.pupil.key for one in self.contacts[at].ties}:
            self.contacts[at] = replace(self.contacts[at], ties=(*self.contacts[at].ties, tie))

    def _drop(self) -> None:
        if len(self.contacts) > 3:
            self.contacts.pop(self.random.randrange(len(self.contacts)))

    def _former(self) -> None:
        one = self.random.choice(self.contacts)
        pupil = replace(
            self._one(),
            key=f"gone {self.random.randrange(4)}",
            left_on=self.day - timedelta(days=self.random.randrange(1, 9)),
        )
        old = replace(one, phones=(self.phone(),), ties=(Tie(pupil),))
        self.formers.append(Former(old, date(2024, 9, 4), self.day))

    def _gap(self) -> None:
        lost = self.random.choice((Lost.NUMBER, Lost.EVERY, Lost.ROW))
        named = (name_of(full=f"{self.random.choice(GIVEN)} {self.random.choice(FAMILY)}"),)
        pupils = (self._one(),) if lost is not Lost.ROW else ()
        self.gaps.append(Gap(lost, self.random.randrange(2, 99), "a number could not be read", named, pupils=pupils))

    def _mend(self) -> None:
        self.gaps = self.gaps[1:]

    def _exempt(self) -> None:
        who = self.random.choice(self.lists["3B"]).identity if self.random.random() < 0.8 else None
        on = self.day + timedelta(days=self.random.randrange(3))
        one = Exemption(who, self.random.choice((None, "3B")), "invited", "Tola", on, on + timedelta(days=3))
        self.decisions = replace(self.decisions, exemptions=(*self.decisions.exemptions, one))

    def _link(self) -> None:
        member, contact = self.random.choice(self.lists["3B"]), self.random.choice(self.contacts)
        answer = self.random.choice(list(Answer))
        one = Link(member.identity, "3B", answer, Who.of(contact), "Tola", self.day)
        self.decisions = replace(self.decisions, links=(*self.decisions.links, one))

    def _undo(self) -> None:
        self.decisions = replace(self.decisions, links=self.decisions.links[1:])

    def _member(self) -> None:
        self.lists[self.random.choice(GROUPS)].append(self.somebody())

    def _gone(self) -> None:
        people = self.lists[self.random.choice(GROUPS)]
        if len(people) > 3:
            people.pop(0)

    def _day(self) -> None:
        self.day += timedelta(days=self.random.choice((1, 1, 2, 6, 100)))


@pytest.mark.parametrize("seed", range(40))
def test_it_comes_to_the_same_as_judging_everybody_anew(seed: int):
    school, sessions = School(Random(seed)), Sessions()

    for changed in chain(("",), school.changes()):
        for group in GROUPS:
            told = sessions.judge(group, school.lists[group], school.roll, school.decisions)

            assert told == wholly(group, school.lists[group], school.roll, school.decisions), (changed, group)


@pytest.mark.parametrize("seed", range(40))
def test_nothing_turns_before_the_day_that_is_named(seed: int):
    school = School(Random(seed))
    list(school.changes())
    until = good_until(school.roll, POLICY, school.decisions)
    first = {group: wholly(group, people, school.roll, school.decisions) for group, people in school.lists.items()}

    while school.day + timedelta(days=1) < until:
        school.day += timedelta(days=1)

    for group, people in school.lists.items():
        assert wholly(group, people, school.roll, school.decisions) == first[group]


def two_classes() -> list[Contact]:
    return [
        a_contact("Ola Bello", "07700 900123", ties=[a_tie(a_pupil("Ade Bello"))]),
        a_contact("Femi Ojo", "07700 900124", ties=[a_tie(a_pupil("Tola Ojo", year=5, classes=["5A"]))]),
    ]


THREE_B = [a_member("Ola Bello", "07700 900123"), a_member("~ Charlie", "07700 900999")]


def test_it_judges_nobody_when_nothing_has_changed():
    sessions = Sessions()
    sessions.judge("3B", THREE_B, a_roll(*two_classes()), Decisions())
    first = sessions.anew["3B"]

    sessions.judge("3B", THREE_B, a_roll(*two_classes()), Decisions())

    assert (first, sessions.anew["3B"]) == (2, 0)


def test_it_does_not_ask_for_the_roll_of_a_settled_group():
    sessions = Sessions()
    sessions.judge("3B", THREE_B, a_roll(*two_classes()), Decisions())
    docket = Docket("3B", TODAY, Decisions(), sessions._precedents["3B"], settled=True)

    bench = Bench(docket, lambda: pytest.fail("the roll was asked for"))

    assert [one.standing.value for one in bench.verdicts(THREE_B)] == ["belongs", "remove"]


def test_a_change_in_one_class_touches_nobody_who_is_known_in_another():
    sessions = Sessions()
    sessions.judge("3B", THREE_B, a_roll(*two_classes()), Decisions())
    ola, femi = two_classes()
    elsewhere = replace(femi, phones=(Phone.parse("07700 900125"),))

    sessions.judge("3B", THREE_B, a_roll(ola, elsewhere), Decisions())

    assert sessions.anew["3B"] == 0


def test_somebody_who_is_not_known_is_judged_again_when_a_carer_of_the_class_changes():
    sessions = Sessions()
    roll = a_roll(*two_classes())
    sessions.judge("3B", THREE_B, roll, Decisions())
    kin = a_contact("Charlie Bello", "07700 900126", ties=[a_tie(a_pupil("Ade Bello"))])

    found = sessions.judge("3B", THREE_B, a_roll(*two_classes(), kin), Decisions())

    assert sessions.anew["3B"] == 1
    assert [one.reason.name for one in found] == ["carer-on-roll", "possible-new-number"]


def test_it_judges_again_on_the_day_after_the_last_one():
    sessions = Sessions(Policy())
    pupil = a_pupil("Ade Bello", left_on=TODAY)
    ola = a_contact("Ola Bello", "07700 900123", ties=[a_tie(pupil)])
    first = sessions.judge("3B", THREE_B[:1], a_roll(ola), Decisions())

    then = sessions.judge("3B", THREE_B[:1], a_roll(ola, on=TODAY + timedelta(days=1)), Decisions())

    assert [one.reason.name for one in (*first, *then)] == ["carer-on-roll", "all-children-left"]


def test_a_members_row_makes_no_difference_and_a_decision_does():
    sessions = Sessions()
    roll = a_roll(*two_classes())
    sessions.judge("3B", THREE_B, roll, Decisions())
    moved = [replace(one, row=one.row + 7) for one in THREE_B]
    charlie = Decisions((Exemption("+447700900999", "3B", "invited", "Tola", TODAY),))

    same = sessions.judge("3B", moved, roll, Decisions())
    counted = sessions.anew["3B"]
    sessions.judge("3B", moved, roll, charlie)

    assert [one.member for one in same] == moved
    assert (counted, sessions.anew["3B"]) == (0, 1)


def test_it_watches_every_question_that_a_roll_answers():
    asked = {name for name in vars(Roll) if not name.startswith("_")}
    past = {name for name in vars(Past) if not name.startswith("_")} | {"formers"}

    watched = Watched(a_roll(), Scope(kind=scope_of("3B", (), TODAY).kind))

    assert asked | {"snapshot"} <= {name for name in vars(type(watched)) if not name.startswith("_")}
    assert past <= {name for name in vars(type(watched.past)) if not name.startswith("_")}


def test_a_digest_is_the_same_in_every_process():
    told = "from roster.digests import digest_of; print(digest_of(frozenset({'3B', 'Choir', 'Oak', 'Year 3', '5A'})))"

    digests = {
        subprocess.run(
            [sys.executable, "-c", told], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(digests) == 1
