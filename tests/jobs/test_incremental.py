"""A night judges whom something has changed about, and comes to the same as judging everybody."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, update

from adapters.store import tables
from jobs.granting import Wish
from roster.decisions import Answer
from roster.runs import State
from tests.jobs.school import ADMIN, CHARLIE, OFFICE, Family, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, text_of

STRANGERS = [CHARLIE, ("Zed Nobody", "07700 900901"), ("Ola", ""), ("~ Tola", "07700 900902"), ("🌸", "")]


def two_groups(world: World) -> None:
    """3B with Charlie in it, and 4A; the whole school's export."""
    world.receive_all()
    world.office.receive("4A.csv", a_list(carers("4A")))


def counted(world: World, **later: float) -> tuple[int, int, int]:
    """Let time pass, run a night, and say how many people and groups were judged, and how often the roll was read."""
    world.clock.forward(**later)
    night = world.office.nightly()
    return night.judged, night.groups_judged, night.rolls_read


def test_the_first_night_judges_everybody(world: World):
    two_groups(world)

    assert counted(world) == (25, 2, 1)


def test_a_night_on_which_nothing_has_changed_judges_nobody_and_reads_no_roll(world: World):
    two_groups(world)
    counted(world)
    world.office.deliver()

    assert [counted(world, days=1) for _ in range(3)] == [(0, 0, 0)] * 3


def test_the_same_people_in_another_file_are_judged_no_more(world: World):
    two_groups(world)
    counted(world)
    world.office.receive("contacts.csv", an_export(list(reversed(families()))))

    assert counted(world, days=1) == (0, 0, 1)


def test_one_changed_pupil_judges_only_whom_it_touches(world: World):
    two_groups(world)
    counted(world)
    left = [replace(one, left="20/11/2026") if one.number == 112 else one for one in families()]
    world.office.receive("contacts.csv", an_export(left))

    assert counted(world, days=1) == (1, 1, 1)


def test_a_new_member_is_judged_alone(world: World):
    two_groups(world)
    counted(world)
    world.office.receive("3B.csv", a_list([*carers(), CHARLIE, ("Zed Nobody", "07700 900901")]))

    assert counted(world, days=1) == (1, 1, 1)


def test_a_member_who_went_is_no_work(world: World):
    two_groups(world)
    counted(world)
    world.office.receive("3B.csv", a_list(carers()))

    assert counted(world, days=1)[:2] == (0, 0)


def test_an_exemption_judges_whom_it_names_alone(world: World):
    two_groups(world)
    counted(world)
    world.office.exempt(Wish("3B", CHARLIE[1], "governor"), by="Tola")

    assert counted(world, days=1)[:2] == (1, 1)
    assert world.office.nightly().groups[0].removals == 0


def test_a_day_that_a_leaver_leaves_judges_the_carer_alone(world: World):
    leaving = [replace(one, left="24/11/2026") if one.number == 100 else one for one in families()]
    two_groups(world)
    world.office.receive("contacts.csv", an_export(leaving))
    counted(world)

    nights = [counted(world, days=1) for _ in range(4)]

    assert [night[0] > 0 for night in nights] == [False, False, True, False]
    assert nights[2][1] == 1


def test_another_policy_judges_everybody_again(world: World):
    two_groups(world)
    counted(world)
    world.settle("[policy]\nleavers_grace_days = 5")

    assert counted(world, days=1) == (25, 2, 1)


def test_other_limits_judge_nobody_and_hold_whom_they_hold(world: World):
    two_groups(world)
    counted(world)
    world.settle("[limits]\nremovals = 0\nremovals_share = 0.0")

    judged = counted(world, days=1)

    assert judged[:2] == (0, 0)
    assert "too-many-removals" in world.office.nightly().groups[0].guards


class Twins:
    """Two offices to which the same happens; the second forgets before each night what it has judged."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.worlds = (World(folder / "one", 9), World(folder / "two", 9))
        self.judged = [0, 0]
        self.known = families()
        self.lists = {"3B": [*carers(), *STRANGERS], "4A": [*carers("4A"), CHARLIE]}
        self.each("receive", "contacts.csv", an_export(self.known))
        for group, people in self.lists.items():
            self.each("receive", f"{group}.csv", a_list(people))

    def each(self, what: str, *given: object, **facts: object) -> None:
        for world in self.worlds:
            getattr(world.office, what)(*given, **facts)

    def change(self) -> str:
        what = self.random.choice("leave arrive move restrict drop relate again list exempt answer day day".split())
        getattr(self, f"_{what}")()
        return what

    def night(self) -> None:
        hours = self.random.choice((1, 24, 24, 24 * 9))
        for world in self.worlds:
            world.clock.forward(hours=hours)
        forget(self.worlds[1])
        for at, world in enumerate(self.worlds):
            self.judged[at] += world.office.nightly().judged

    def _put(self, **facts: str) -> None:
        at = self.random.randrange(len(self.known))
        self.known[at] = replace(self.known[at], **facts)
        self._again()

    def _again(self) -> None:
        self.each("receive", "contacts.csv", an_export(self.known))

    def _leave(self) -> None:
        self._put(left=self.random.choice(("20/11/2026", "24/11/2026", "01/12/2026", "")))

    def _arrive(self) -> None:
        number = self.random.choice((130, 900, 901, 902))
        if number not in {one.number for one in self.known}:
            self.known.append(Family(number, self.random.choice(("3B", "4A"))))
        self._again()

    def _move(self) -> None:
        self._put(form=self.random.choice(("3B", "4A")))

    def _restrict(self) -> None:
        self._put(restricted=self.random.choice(("Yes", "")))

    def _relate(self) -> None:
        self._put(relation=self.random.choice(("Mother", "Childminder", "Grandmother", "Father")))

    def _drop(self) -> None:
        self.known.pop(self.random.randrange(len(self.known)))
        self._again()

    def _list(self) -> None:
        group = self.random.choice(("3B", "4A"))
        people = self.lists[group]
        people.pop(self.random.randrange(len(people)))
        people.append(self.random.choice((*STRANGERS, *carers(), *carers("4A"))))
        self.each("receive", f"{group}.csv", a_list(people))

    def _exempt(self) -> None:
        self.each("exempt", Wish("3B", self.lists["3B"][0][1] or CHARLIE[1], "governor"), by="Tola")

    def _answer(self) -> None:
        who = next((phone for _, phone in self.lists["3B"] if phone.startswith("07700 9009")), None)
        if who:
            self.each("answer", "3B", who, Answer.NO_PARENT, by="Tola")

    def _day(self) -> None:
        """Nothing happens."""


def forget(world: World) -> None:
    """Let the next night judge everybody."""
    with world.office.store.writing() as session:
        session.execute(update(tables.Judgement).values(inputs="", context=""))


def verdicts(world: World) -> list[object]:
    """Every verdict of the last night, of those who belong too, with its evidence and grounds."""
    with world.office.store.reading() as session:
        kept = select(*tables.Precedent.__table__.columns).order_by("group_key", "member")
        flagged = select(*tables.Verdict.__table__.columns).order_by("group_run_id", "position")
        flags = select(*tables.Flag.__table__.columns).order_by("group_run_id", "position")
        held = select(*tables.Objection.__table__.columns).order_by("group_run_id", "position")
        alone = select(tables.GroupRun.id, tables.GroupRun.withheld).order_by("id")
        return [tuple(row) for found in (kept, flagged, flags, held, alone) for row in session.execute(found)]


@pytest.mark.parametrize("seed", range(3))
def test_it_comes_to_the_same_as_judging_everybody(tmp_path: Path, seed: int):
    twins = Twins(tmp_path, seed)

    for _ in range(8):
        what = [twins.change() for _ in range(twins.random.choice((1, 1, 2)))]
        twins.night()

        one, two = map(verdicts, twins.worlds)
        assert one == two, what
    assert twins.judged[0] < 0.6 * twins.judged[1]


def test_it_writes_to_no_volunteer_in_the_pause_and_tells_them_after_it(world: World, sink: Sink):
    world.settle('[policy]\npause_from = "11-20"\npause_until = "11-25"')
    world.first_night()
    paused = world.office.nightly()
    for _ in range(3):
        world.a_night(days=1)

    assert paused.groups[0].state is State.PAUSED
    assert sink.to(ADMIN) == []

    world.a_night(days=1)

    (letter,) = sink.to(ADMIN)
    assert "Charlie Nobody" in text_of(letter)
    assert len(sink.to(OFFICE)) >= 1
