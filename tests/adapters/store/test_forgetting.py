"""To forget families that left changes nothing for anybody who belongs: whatever is deleted, no parent is thrown out by it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from adapters.store import Store, create_store, forgettings, history, rolls, snapshots, tables
from adapters.store.families import forget_gone
from adapters.store.rolls import Arrival
from roster.groups import Member
from roster.judge import judge
from roster.people import Contact, Pupil
from roster.policy import Policy
from roster.roll import Roll
from roster.scope import scope_of
from roster.snapshot import Snapshot
from roster.verdicts import Standing, Verdict
from tests.builders import a_contact, a_gap, a_member, a_pupil, a_snapshot, a_tie

BEGAN = datetime(2024, 9, 2, 9, tzinfo=UTC)
GIVEN = ("Ola", "Femi", "Ade", "Tola", "Bisi", "Dayo")
FAMILY = ("Bello", "Okoro")
ROLES = ("Mother", "Father", "Grandmother", "Social Worker", "Childminder")
GROUPS = ("3B", "Year 4", "Oak Primary")
SEEDS = (*range(12), 119, 128)
FILES = count()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = create_store(Path(tmp_path_factory.mktemp("store")) / "roster.db")
    yield made
    made.close()


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    """A database that is empty again afterwards."""
    with suppress(_Enough), store.writing() as made:
        yield made
        raise _Enough


class _Enough(Exception):
    """What was tried must not be kept."""


@dataclass
class Carer:
    name: str
    number: str
    role: str
    ids: list[str]
    children: list[Pupil]


@dataclass
class Home:
    children: list[Pupil]
    carers: list[Carer]


class School:
    """Families that join and leave, change their numbers, and share them, in the order that chance has them."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._numbers = (f"07700 900{number:03}" for number in count(100))
        self._ids = count(1)
        self.households: list[Home] = []
        self.people: set[tuple[str, str]] = set()
        for _ in range(5):
            self._join()

    def roll(self) -> Snapshot:
        """The roll of the day, after something has happened."""
        for _ in range(self._chance.randint(0, 2)):
            self._chance.choice((self._join, self._leave, self._a_child_leaves, self._new_number, self._new_name))()
        contacts = [one for home in self.households for one in self._contacts(home)]
        pupils = [child for home in self.households for child in home.children]
        gaps = [a_gap(row=7, left="900" + str(self._chance.randint(100, 120)))] if self._chance.random() < 0.2 else []
        return a_snapshot(*contacts, pupils=pupils, gaps=gaps)

    def _join(self) -> None:
        surname, number = self._chance.choice(FAMILY), next(self._ids)
        children = [
            a_pupil(f"Child{number}{letter} {surname}", year=year, classes=[f"{year}B"])
            for letter, year in zip("ab", self._chance.sample((3, 4), self._chance.randint(1, 2)), strict=False)
        ]
        shared = next(self._numbers)
        carers = [
            Carer(
                f"{self._chance.choice(GIVEN)} {surname}",
                self._chance.choice((shared, next(self._numbers), *self._old_numbers())),
                self._chance.choice(ROLES),
                [f"C{next(self._ids)}"] if self._chance.random() < 0.5 else [],
                self._chance.sample(children, self._chance.randint(1, len(children))),
            )
            for _ in range(self._chance.randint(1, 3))
        ]
        self.households.append(Home(children, carers))

    def _old_numbers(self) -> list[str]:
        """Now and then somebody comes back, or another has their number."""
        known = sorted({number for _, number in self.people})
        return self._chance.sample(known, 1) if known and self._chance.random() < 0.5 else []

    def _leave(self) -> None:
        if len(self.households) > 2:
            self.households.pop(self._chance.randrange(len(self.households)))

    def _a_child_leaves(self) -> None:
        home = self._chance.choice(self.households)
        if len(home.children) > 1:
            home.children.pop()

    def _new_number(self) -> None:
        self._somebody().number = next(self._numbers)

    def _new_name(self) -> None:
        self._somebody().name = f"{self._chance.choice(GIVEN)} {self._chance.choice(FAMILY)}"

    def _somebody(self) -> Carer:
        return self._chance.choice(self._chance.choice(self.households).carers)

    def _contacts(self, home: Home) -> Iterator[Contact]:
        for carer in home.carers:
            self.people.add((carer.name, carer.number))
            ties = [a_tie(child, carer.role) for child in carer.children if child in home.children]
            if ties:
                yield a_contact(carer.name, carer.number, ties=ties, ids=carer.ids)


def three_years(session: Session, chance: Random) -> tuple[School, date]:
    """Some fourteen rolls over two or three years; the last three are days apart, or years."""
    school, at = School(chance), BEGAN
    for _ in range(14):
        arrival = Arrival.of("contacts.csv", str(next(FILES)).encode(), at, at.date())
        roll = rolls.receive(session, arrival, school.roll(), format_="headings", problems=0)
        assert roll
        if chance.random() < 0.9:
            rolls.accept(session, roll, at)
        at += timedelta(days=chance.choice((1, 3, 60, 120)))
    return school, at.date()


def verdicts(session: Session, school: School, day: date) -> dict[tuple[str, int], Verdict]:
    """Everybody who was ever a contact, by number and by name alone, and a stranger, in three groups."""
    row = rolls.newest(session)
    assert row
    snapshot, past = history.remembered(session, row)
    roll = Roll(snapshot, day, past)
    members: list[Member] = [a_member("Charlie", "07700 900999")]
    for name, number in sorted(school.people):
        members += [a_member("~ x", number), a_member(name, number), a_member(name)]
    return {
        (group, at): verdict
        for group in GROUPS
        for at, verdict in enumerate(judge(members, roll, scope_of(group, snapshot.pupils, day), Policy()))
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_it_changes_nothing_for_anybody_who_belongs_and_throws_out_nobody_more(session: Session, seed: int) -> None:
    chance = Random(seed)
    school, today = three_years(session, chance)
    before = verdicts(session, school, today)

    forget_gone(session, today - timedelta(days=chance.choice((0, 30, 365))))

    after = verdicts(session, school, today)
    belonged = {who for who, verdict in before.items() if verdict.standing is Standing.BELONGS}
    assert {who: after[who].reason for who in belonged} == {who: before[who].reason for who in belonged}
    removed = {who for who, verdict in after.items() if verdict.standing is Standing.REMOVE}
    assert {who: before[who].standing for who in removed} == dict.fromkeys(removed, Standing.REMOVE)


def test_the_worlds_of_that_test_are_worth_it(store: Store) -> None:
    """In them families are forgotten, and people belong, are asked about, and are to go."""
    seen: Counter[str] = Counter()
    for seed in SEEDS[:8]:
        with suppress(_Enough), store.writing() as session:
            school, today = three_years(session, Random(seed))
            seen.update(one.standing.value for one in verdicts(session, school, today).values())
            seen["forgotten"] += forget_gone(session, today) > 0
            raise _Enough
    assert all(seen[kind] > 5 for kind in ("forgotten", "belongs", "query", "remove")), seen


def test_it_leaves_every_roll_that_can_be_had_back(session: Session) -> None:
    three_years(session, Random(3))

    forget_gone(session, date.max)

    for roll in session.query(tables.Roll):
        snapshots.rebuilt(session, roll)
    assert not session.execute(text("pragma foreign_key_check")).all()


def test_it_leaves_the_newest_roll_as_it_is(session: Session) -> None:
    three_years(session, Random(5))
    row = rolls.newest(session)
    assert row
    before = snapshots.rebuilt(session, row)

    forget_gone(session, date.max)

    assert snapshots.rebuilt(session, row) == before


def test_the_last_forgetting_is_another_as_soon_as_something_is_forgotten(session: Session) -> None:
    none = forgettings.last(session)
    forgettings.remember(session, "lists", 0, at=BEGAN, day=BEGAN.date())
    nothing = forgettings.last(session)
    forgettings.remember(session, "lists", 3, at=BEGAN, day=BEGAN.date())

    assert (none, nothing) == (0, 0)
    assert forgettings.last(session) > 0


ADE, TOLA, CHIDI = a_pupil("Ade Bello"), a_pupil("Tola Bello"), a_pupil("Chidi Okoro")
ELSEWHERE = a_contact("Femi Okoro", "07700 900124", ties=[a_tie(CHIDI)])


def after(session: Session, *snapshots: tuple[int, Snapshot]) -> date:
    """Accepted rolls, each so many days after the beginning; gives the day of the last."""
    for days, snapshot in snapshots:
        at = BEGAN + timedelta(days=days)
        arrival = Arrival.of("contacts.csv", str(next(FILES)).encode(), at, at.date())
        roll = rolls.receive(session, arrival, snapshot, format_="headings", problems=0)
        assert roll
        rolls.accept(session, roll, at)
    return at.date()


def children_kept(session: Session) -> set[str]:
    return {child.key for child in session.query(tables.Child)}


def test_it_waits_for_the_last_child_of_a_family(session: Session) -> None:
    both = a_contact("Ola Bello", ties=[a_tie(ADE), a_tie(TOLA)])
    one = a_contact("Ola Bello", ties=[a_tie(TOLA)])
    after(
        session,
        (0, a_snapshot(both, ELSEWHERE)),
        (10, a_snapshot(one, ELSEWHERE)),
        (400, a_snapshot(ELSEWHERE)),
        (401, a_snapshot(ELSEWHERE)),
    )

    early = forget_gone(session, (BEGAN + timedelta(days=300)).date())
    waited = children_kept(session)
    late = forget_gone(session, (BEGAN + timedelta(days=405)).date())

    assert (early, waited) == (0, {"Ade Bello", "Tola Bello", "Chidi Okoro"})
    assert late > 0
    assert children_kept(session) == {"Chidi Okoro"}


def test_it_keeps_a_pupil_of_no_contact_whom_one_roll_lacks(session: Session) -> None:
    whole = a_snapshot(ELSEWHERE, pupils=[ADE])
    today = after(session, (0, whole), (1, whole), (90, a_snapshot(ELSEWHERE)))

    forget_gone(session, today + timedelta(days=1))

    assert children_kept(session) == {"Ade Bello", "Chidi Okoro"}
