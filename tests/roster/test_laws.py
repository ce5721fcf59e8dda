"""Laws: what holds for every school, every list and every slip of the pen."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from roster.changes import Changeset, Flag
from roster.columns import understand
from roster.export import Export
from roster.groups import Member, Shown
from roster.judge import judge
from roster.normalise import normalise
from roster.phone import Phone
from roster.policy import Policy
from roster.roll import Roll
from roster.rules import all_rules
from roster.scope import Kind, Scope
from roster.snapshot import Snapshot
from roster.verdicts import Standing, Verdict
from tests.builders import TODAY, a_member

HEADINGS = (
    "Pupil ID",
    "Pupil",
    "Class",
    "Start date",
    "Leaving date",
    "Contact",
    "Relationship",
    "Court order",
    "Mobile",
    "Home",
)
CLASSES = ("3B", "5A")
LEFT, LEAVES, STARTS = "2026-07-17", "2026-12-17", "2027-01-04"
PUPILS = ("Ade Bello", "Tola Bello", "Temi Ojo", "Bisi Ojo", "Sade Okoro")
# Ola and Femi share the landline; Jo and Ayo share a mobile; two women are called Ola Bello.
CONTACTS = {
    "Ola Bello": ("07700 900123", "01632 960123"),
    "Femi Bello": ("07700 900124", "01632 960123"),
    "Mrs O Bello": ("07700 900125", ""),
    "Jo Ojo": ("07700 900126", ""),
    "Ayo Ojo": ("07700 900126", ""),
    "Kemi Okoro": ("+48 512 345 678", "07700 900128"),
}
# That two share a number is lost with the number, and by the family's name alone half a school would be spared for one
# cell; so the rows of these are not spoilt by losing it. Those who have a child in common are of one household.
SHARE = ("Jo Ojo", "Ayo Ojo")
RELATIONS = ("Mother", "Father", "", "Grandmother", "Childminder")
STRANGE = ("07700 900999", "01632 960999", "07700 900132")
Row = tuple[str, ...]

pupils = st.tuples(st.sampled_from(CLASSES), st.sampled_from((("", ""), ("", LEFT), ("", LEAVES), (STARTS, ""))))
links = st.tuples(
    st.integers(0, 4),
    st.sampled_from(sorted(CONTACTS)),
    st.sampled_from(RELATIONS),
    st.sampled_from(("", "", "", "Yes")),
)


@dataclass(frozen=True)
class Schoolbook:
    """The rows of an export, in the long form: every row names its pupil."""

    rows: tuple[Row, ...]

    def read(self) -> Snapshot:
        return normalise(Export("a.csv", "headings", "", understand(HEADINGS), tuple(enumerate(self.rows, 2)), True))[0]


@st.composite
def schools(draw: st.DrawFn) -> Schoolbook:
    """Some children, each with at least two rows, so that nobody can take the sheet for one with blanks."""
    facts = [draw(pupils) for _ in PUPILS]
    drawn = draw(st.lists(links, min_size=3, max_size=10, unique_by=lambda link: link[:2]))
    rows = []
    for index, contact, relation, order in sorted(drawn):
        in_class, (starts, left) = facts[index]
        rows.append((str(index), PUPILS[index], in_class, starts, left, contact, relation, order, *CONTACTS[contact]))
    return Schoolbook((*rows, *rows[:1], *rows[:1], *rows[:1]))


members = st.lists(
    st.one_of(
        st.builds(a_member, st.sampled_from(sorted(CONTACTS))),
        st.builds(a_member, st.sampled_from(("Charlie", "Tola's mum", "Bello", "You", "🌸")), shown=st.sampled_from((Shown.NO_NUMBER, Shown.UNUSABLE))),
        st.builds(
            a_member,
            st.sampled_from(("07700 900123", "Ola Bello", "Charlie", "Jo", "Charlie Smith", "Mrs Ojo")),
            st.sampled_from((*(number for pair in CONTACTS.values() for number in pair if number), *STRANGE)),
        ),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip
groups = st.sampled_from(
    (Scope(Kind.CLASS, "3B"), Scope(Kind.CLASS, "5A"), Scope(Kind.SCHOOL), Scope(Kind.YEAR, "Year 3", frozenset({3})))
)


def verdicts(snapshot: Snapshot, people: list[Member], scope: Scope, day: date = TODAY, **facts) -> tuple[Verdict, ...]:
    return judge(people, Roll(snapshot, day), scope, facts.pop("policy", Policy()), **facts)


def told(found: tuple[Verdict, ...]) -> list[tuple[str, str]]:
    return [(verdict.standing.value, verdict.reason.name) for verdict in found]


def gravities(found: tuple[Verdict, ...]) -> list[int]:
    return [verdict.standing.gravity for verdict in found]


@settings(max_examples=150)
@given(schools(), members, groups, st.randoms(use_true_random=False))
def test_the_order_of_rules_makes_no_difference(school: Schoolbook, people: list[Member], scope: Scope, rng: Random):
    shuffled = rng.sample(all_rules(), len(all_rules()))

    assert verdicts(school.read(), people, scope, rules=tuple(shuffled)) == verdicts(school.read(), people, scope)


@settings(max_examples=150)
@given(schools(), members, groups)
def test_there_is_one_verdict_a_member_in_the_lists_order(school: Schoolbook, people: list[Member], scope: Scope):
    found = verdicts(school.read(), people, scope)

    assert [verdict.member for verdict in found] == people
    assert all(verdict.reason.evidence for verdict in found)


@settings(max_examples=150)
@given(schools(), members, groups, st.sampled_from((Policy(), Policy(other_group="remove", not_a_carer="remove"))))
def test_a_name_alone_never_removes(school: Schoolbook, people: list[Member], scope: Scope, policy: Policy):
    found = verdicts(school.read(), people, scope, policy=policy)

    assert all(verdict.member.phone for verdict in found if verdict.standing is Standing.REMOVE)


@settings(max_examples=150)
@given(schools(), members, groups, st.randoms(use_true_random=False))
def test_the_order_of_a_long_exports_lines_makes_no_difference(
    school: Schoolbook, people: list[Member], scope: Scope, rng: Random
):
    shuffled = Schoolbook(tuple(rng.sample(school.rows, len(school.rows))))

    assert told(verdicts(shuffled.read(), people, scope)) == told(verdicts(school.read(), people, scope))


@settings(max_examples=100)
@given(schools())
def test_reading_is_the_same_every_time(school: Schoolbook):
    assert school.read() == school.read()


@settings(max_examples=200)
@given(
    schools(), members, groups, st.sampled_from(sorted(CONTACTS)), st.sampled_from(CLASSES), st.sampled_from(RELATIONS)
)
def test_another_child_on_roll_makes_nobody_graver(
    school: Schoolbook, people: list[Member], scope: Scope, contact: str, in_class: str, relation: str
):
    newcomer = ("77", "Dayo Bello", in_class, "", "", contact, relation, "", *CONTACTS[contact])

    before = verdicts(school.read(), people, scope)
    after = verdicts(Schoolbook((*school.rows, newcomer)).read(), people, scope)

    assert all(now <= then for now, then in zip(gravities(after), gravities(before), strict=True))


@settings(max_examples=200)
@given(schools(), members, groups, st.integers(0, 30), st.sampled_from((*STRANGE, "07700 900123", "07700 900126")))
def test_another_carer_or_number_makes_nobody_graver(
    school: Schoolbook, people: list[Member], scope: Scope, at: int, number: str
):
    row = school.rows[at % len(school.rows)]
    another = (*row[:5], "Yinka Bello", "Mother", "", number, "")
    longer = (*row[:9], f"{row[9]} / {number}" if row[9] else number)

    before = gravities(verdicts(school.read(), people, scope))
    with_carer = gravities(verdicts(Schoolbook((*school.rows, another)).read(), people, scope))
    with_number = gravities(verdicts(Schoolbook((*school.rows, longer)).read(), people, scope))

    assert all(now <= then for now, then in zip(with_carer, before, strict=True))
    assert all(now <= then for now, then in zip(with_number, before, strict=True))


def unreadable(row: Row, rng: Random) -> Row:
    """The row's numbers as a slip of the pen or a spreadsheet leaves them; some can still be read."""
    return row if row[5] in SHARE else (*row[:8], *(spoilt(number, rng) for number in row[8:]))


def spoilt(number: str, rng: Random) -> str:
    nothing = ("#N/A", "see office", "ask")
    if not number:
        return ""
    if number.startswith("+"):
        return rng.choice((*nothing, f"{int(Phone.parse(number).e164[1:]):.5E}", f"{number}{number}"))
    at = rng.randrange(5, len(number) - 1)
    return rng.choice(
        (
            *(*nothing, f"{number[:at]}{number[at + 1 :]}", f"{number[:at]}{number[at]}{number[at:]}"),
            *(f"{number[:at]}x{number[at + 1 :]}", f"{number[:at]}?{number[at:]}", f"{number[:at]} {number[at:]}"),
            *(f"{int(Phone.parse(number).e164[1:]):.5E}", f"{number[:4]}x{number[4:]}", number.replace("00", "OO")),
            *(number[: at + 1], f"{number}{number}", f"(new: {number})", f"{number} / see office", number[-6:]),
        )
    )


def surplus(row: Row, rng: Random) -> Row:
    at = rng.randrange(len(row))
    return (*row[:at], rng.choice(("", "x", "Lane")), *row[at:])


def nobody(row: Row, rng: Random) -> Row:
    return ("", "", *row[2:]) if rng.random() < 0.5 else ("", "", "", "", "", *row[5:])


def broken(row: Row, rng: Random) -> Row:
    """The start of a row that a line break cut in two; the rest follows as a row of its own."""
    return row[: rng.randrange(1, len(row))]


@pytest.mark.parametrize("spoil", [unreadable, surplus, nobody])
def test_a_spoilt_row_removes_nobody(spoil):
    @settings(max_examples=250)
    @given(schools(), members, groups, st.integers(0, 30), st.randoms(use_true_random=False))
    def law(school: Schoolbook, people: list[Member], scope: Scope, at: int, rng: Random):
        place = at % len(school.rows)
        worse = Schoolbook(tuple(spoil(row, rng) if n == place else row for n, row in enumerate(school.rows)))

        before = verdicts(school.read(), people, scope)
        after = verdicts(worse.read(), people, scope)

        removed = [
            now for then, now in zip(before, after, strict=True) if now.standing is Standing.REMOVE != then.standing
        ]
        assert not [verdict for verdict in removed if verdict.standing is Standing.REMOVE], removed

    law()


@settings(max_examples=150)
@given(schools(), members, groups, st.integers(0, 400), st.sampled_from((0, 10)))
@example(Schoolbook(()), [a_member("Ola")], Scope(Kind.SCHOOL), 0, 0)
def test_a_verdict_changes_only_on_days_that_matter(
    school: Schoolbook, people: list[Member], scope: Scope, after: int, grace: int
):
    policy = Policy(leavers_grace_days=grace)
    day = date(2026, 7, 1) + timedelta(days=after)
    snapshot = school.read()
    left = {pupil.left_on for pupil in snapshot.pupils if pupil.left_on}
    starts = {pupil.starts_on for pupil in snapshot.pupils if pupil.starts_on}
    turns = {one + timedelta(days=1) for one in left} | {one + timedelta(days=grace + 1) for one in left} | starts
    turns |= {one - timedelta(days=policy.starters_window_days) for one in starts}
    assume(day not in turns)

    today = verdicts(snapshot, people, scope, day, policy=policy)
    yesterday = verdicts(snapshot, people, scope, day - timedelta(days=1), policy=policy)

    assert told(today) == told(yesterday)


flags = st.lists(
    st.builds(Flag, st.text(min_size=1), st.sampled_from(("query", "remove")), st.just("not-on-roll")), max_size=8
)


@given(flags)
def test_nothing_changes_between_a_run_and_itself(run: list[Flag]):
    change = Changeset.between(run, run)

    assert change.noop
    assert change.raised == change.cleared == ()


@given(flags, flags)
def test_a_change_and_its_undoing_meet(told_before: list[Flag], now: list[Flag]):
    there, back = Changeset.between(told_before, now), Changeset.between(now, told_before)

    assert set(there.raised) == set(back.cleared)
    assert there.noop == back.noop
    assert {(flag.identity, flag.standing) for flag in (*there.raised, *there.remaining)} == {
        (flag.identity, flag.standing) for flag in now
    }
