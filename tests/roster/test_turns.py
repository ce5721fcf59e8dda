"""Between two turns no verdict changes: whatever the school, the policy and the decisions."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roster.decisions import Decisions, Exemption
from roster.groups import Member
from roster.judge import case_of, verdict_on
from roster.past import Former, Past
from roster.people import Contact
from roster.policy import Policy
from roster.roll import Roll
from roster.rules import all_rules
from roster.scope import scope_of
from roster.snapshot import Snapshot
from roster.turns import next_turn
from roster.verdicts import Verdict
from tests.builders import FEMI, OLA, a_contact, a_gap, a_member, a_pupil, a_snapshot, a_tie

FIRST = date(2026, 6, 1)
CHILDREN = ("Ade Bello", "Tola Bello", "Temi Ojo", "Bisi Novak")
NUMBERS = (OLA, FEMI, "07700 900125")

days = st.one_of(st.none(), st.integers(0, 400).map(lambda after: FIRST + timedelta(days=after)))
pupils = st.builds(
    a_pupil,
    st.sampled_from(CHILDREN),
    year=st.sampled_from((3, 5, None)),
    classes=st.sampled_from((("3B",), ("5A",), ())),
    starts_on=days,
    left_on=days,
    applicant=st.booleans(),
)
ties = st.builds(
    a_tie, pupils, st.sampled_from(("Mother", "Father", "Aunt", "Teacher")), restricted=st.just(value=False)
)
contacts = st.builds(
    lambda shown, number, known: a_contact(shown, number, ties=known),
    st.sampled_from(("Ola Bello", "Femi Bello", "Jo Ojo", "Zofia Novak")),
    st.sampled_from(NUMBERS),
    st.lists(ties, min_size=1, max_size=3),
)
formers = st.builds(Former, contacts, st.just(date(2025, 9, 1)), st.just(FIRST))
gaps = st.builds(lambda known: a_gap(pupils=tuple(known)), st.lists(pupils, max_size=2))
snapshots = st.builds(
    lambda known, holes: a_snapshot(*known, gaps=holes), st.lists(contacts, max_size=4), st.lists(gaps, max_size=1)
)
members = st.builds(
    a_member,
    st.sampled_from(("Ola Bello", "Charlie", "Jo Ojo", "Tola's mum", "07700 900123", "Zofia")),
    st.sampled_from((*NUMBERS, "07700 900999", None)),
)
exemptions = st.builds(
    lambda who, begins, long: Exemption(
        who,
        "group",
        "helps",
        "the office",
        FIRST + timedelta(days=begins),
        long and FIRST + timedelta(days=begins + long),
    ),
    st.sampled_from(("+447700900123", None)),
    st.integers(0, 400),
    st.one_of(st.none(), st.integers(1, 60)),
)
policies = st.builds(
    Policy,
    starters_window_days=st.sampled_from((0, 30, 120)),
    leavers_grace_days=st.sampled_from((0, 10)),
    leavers_grace_until=st.sampled_from(((), ("08-31", "12-18"))),
    other_group=st.sampled_from(("query", "remove")),
    not_a_carer=st.sampled_from(("query", "remove")),
    staff_who_are_not=st.sampled_from(("query", "belong", "remove")),
)


def judged(
    member: Member, snapshot: Snapshot, past: Iterable[Former], granted: Decisions, policy: Policy, name: str, day: date
) -> tuple[Verdict, date | None]:
    """The verdict of a day, and the day of which it is said that it may be another."""
    scope = scope_of(name, snapshot.pupils, day)
    groups = (
        ("5A", scope_of("5A", snapshot.pupils, day)),
        ("Class of 2027", scope_of("Class of 2027", snapshot.pupils, day)),
    )
    roll = Roll(snapshot, day, Past(past))
    case = case_of(member, roll, scope, policy, group="group", decisions=granted, groups=groups)
    return verdict_on(case, all_rules()), next_turn(case, granted, "group")


@settings(max_examples=400)
@given(
    members,
    snapshots,
    st.lists(formers, max_size=2),
    st.lists(exemptions, max_size=2),
    policies,
    st.sampled_from(("3B", "Year 3", "Class of 2028", "school")),
    st.integers(0, 400),
)
def test_nothing_changes_before_the_day_that_is_named(
    member: Member, snapshot: Snapshot, past: list[Former], granted: list[Exemption], policy: Policy, name: str, at: int
):
    told: Any = (member, snapshot, past, Decisions(tuple(granted)), policy, name)
    today = FIRST + timedelta(days=at)

    verdict, turn = judged(*told, today)

    until = turn or today + timedelta(days=800)
    between = {until - timedelta(days=1), *(today + timedelta(days=n) for n in range(1, 800, 7))}
    assert turn is None or turn > today
    assert all(judged(*told, day)[0] == verdict for day in between if today < day < until)


def turn_of(contact: Contact, policy: Policy | None = None, on: date = FIRST, **decided: Any) -> date | None:
    """The next turn of Ola in 3B, beside no other group."""
    roll = Roll(a_snapshot(contact), on)
    scope = scope_of("3B", roll.snapshot.pupils, on)
    granted = Decisions(**decided)
    case = case_of(a_member("Ola", OLA), roll, scope, policy or Policy(), group="group", decisions=granted)
    return next_turn(case, granted, "group")


def test_it_names_the_day_after_the_last_and_the_end_of_grace():
    leaving = a_contact(ties=[a_tie(a_pupil(left_on=date(2026, 7, 17)))])
    graceful = Policy(leavers_grace_until=("08-31",))

    assert turn_of(leaving) == date(2026, 7, 18)
    assert turn_of(leaving, graceful, date(2026, 7, 18)) == date(2026, 9, 1)
    assert turn_of(leaving, graceful, date(2026, 9, 1)) is None


def test_it_names_the_window_and_the_first_day():
    starting = a_contact(ties=[a_tie(a_pupil(starts_on=date(2026, 9, 7)))])
    policy = Policy(starters_window_days=30)

    assert turn_of(starting, policy) == date(2026, 8, 8)
    assert turn_of(starting, policy, date(2026, 8, 8)) == date(2026, 9, 7)
    assert turn_of(starting, policy, date(2026, 9, 7)) is None


def test_it_names_the_first_day_of_an_exemption_and_the_day_after_its_last():
    granted = Exemption("+447700900123", "group", "helps", "the office", date(2026, 10, 1), date(2026, 10, 31))
    another = Exemption("+447700900999", "group", "helps", "the office", date(2026, 6, 2))
    contact = a_contact()

    assert turn_of(contact, exemptions=(granted, another)) == date(2026, 10, 1)
    assert turn_of(contact, on=date(2026, 10, 1), exemptions=(granted, another)) == date(2026, 11, 1)


def test_nothing_turns_for_an_ordinary_family():
    assert turn_of(a_contact()) is None


def test_a_cohort_turns_in_september():
    snapshot = a_snapshot(a_contact())
    facts: Any = (a_member("Ola", OLA), snapshot, (), Decisions(), Policy(), "Class of 2028")

    assert judged(*facts, date(2026, 8, 31))[1] == date(2026, 9, 1)
    assert judged(*facts, date(2026, 9, 1))[1] == date(2027, 9, 1)
