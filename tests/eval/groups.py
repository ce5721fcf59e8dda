"""The groups of a school: who is in them, how they are shown, and what is right for each."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from tests.eval import sights, sights_child
from tests.eval.households import Founder
from tests.eval.people import Adult, Child, School
from tests.eval.pools import POOLS, Pools
from tests.eval.sights import Sight
from tests.eval.truths import Group, Right, Told
from tests.eval.ways import ELSEWHERE, FULL, HIDDEN, NEW, STRANGE, TELLS_NOTHING, Ways, shown
from tests.eval.weighing import shielded, weighed

_IN_THE_GROUP = 0.92


@dataclass
class Gathering:
    """One group in the making: the school's people of some classes, and who else has come in."""

    school: School
    rooms: frozenset[str]
    rng: Random
    pools: Pools = POOLS
    share: float = _IN_THE_GROUP
    scope: list[tuple[Adult, list[Child]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for adult in self.school.in_scope(set(self.rooms)):
            self.scope.append((adult, self._children(adult)))

    def group(self, name: str) -> Group:
        """Everybody in the group, for a school whose classes have kept their names."""
        members = [told for adult in self.school.adults for told in self._of(adult)]
        return Group(name, self.rooms, self._told(*members, *self.guests(), *self.strangers()))

    def moved(self, name: str, rooms: set[str]) -> Group:
        """Everybody in a group whose children have moved up, so that its name is another class's now."""
        members = [
            self.elsewhere(adult, "moved up")
            for adult in self.school.in_scope(rooms)
            if not self._children(adult) and self.rng.random() < self.share
        ]
        return Group(name, self.rooms, self._told(*members, *self.strangers()))

    def _told(self, *members: Told) -> tuple[Told, ...]:
        return tuple(weighed(told, self.school, self.scope) for told in members)

    def _children(self, adult: Adult) -> list[Child]:
        return [link.child for link in adult.here if link.carer and link.child.room in self.rooms]

    def _of(self, adult: Adult) -> Iterator[Told]:
        if self.rng.random() > self.share:
            return
        children = self._children(adult)
        if children:
            yield self.carer(adult, children)
        elif any(link.child.room in self.rooms for link in adult.here):
            yield self.known(adult, adult.story, Right.STAY)
        elif any(link.child.room in self.rooms for link in adult.links if not link.child.here):
            yield self.leaver(adult)

    def carer(self, adult: Adult, children: list[Child]) -> Told:
        """A carer of a child here."""
        if adult.story in {"lost once", "restricted"}:
            return self.known(adult, adult.story, Right.STAY)
        if adult.once and self.rng.random() < 0.7:
            return Told(adult.story, self._any(adult, children), adult.once, Right.STAY, adult.key)
        turn = self.rng.random()
        if turn < 0.45:
            story = "sibling's group" if len({link.child.room for link in adult.here}) > 1 else "number on the list"
            return self.known(adult, story if adult.story == "ordinary" else adult.story, Right.STAY)
        if turn < 0.84:
            way, sight = self._shown(HIDDEN, adult, children)
            return Told(f"hidden: {way}", sight, None, Right.STAY, adult.key)
        return self.newly(adult, children)

    def newly(self, adult: Adult, children: list[Child]) -> Told:
        """A carer of a child here, with a number that the list has not."""
        way, sight = self._shown(NEW, adult, children)
        number = self.school.another_number()
        if way not in TELLS_NOTHING:
            return Told(f"new number: {way}", sight, number, Right.STAY, adult.key)
        if self.rng.random() < 0.3:
            return Told("new number: confirmed", sight, number, Right.STAY, adult.key, deed="confirmed")
        return Told(f"new number: {way}", sight, number, Right.UNTELLABLE, adult.key)

    def leaver(self, adult: Adult) -> Told:
        """Somebody whose child in this class has left."""
        if adult.here:
            return self.known(adult, "leaver with another child here", Right.STAY)
        if adult.story == "household of a carer":
            return replace(self.known(adult, adult.story, Right.EITHER), why="their household has a child here")
        if adult.story not in {"left", "dropped"}:
            return self.known(adult, adult.story, Right.STAY)
        children = [link.child for link in adult.links if link.child.room in self.rooms]
        turn = self.rng.random()
        if turn < 0.72:
            story = "leaver" if adult.story == "left" else "leaver whom the list has dropped"
            return shielded(self.known(adult, story, Right.GO), adult, self.school)
        if turn < 0.9:
            _, sight = self._shown(HIDDEN, adult, children)
            return Told("leaver, hidden", sight, None, Right.STAY)
        sight = dress(sights.full(adult, children, self.rng), self)
        return Told("leaver with a new number", sight, self.school.another_number(), Right.GO)

    def guests(self) -> Iterator[Told]:
        """Carers of other classes."""
        others = [
            one for one in self.school.adults
            if one.here and one.story == "ordinary" and all(link.carer for link in one.here) and not self._children(one)
        ]  # fmt: skip
        for adult in self.rng.sample(others, min(len(others), 4)):
            yield self.elsewhere(adult, "another class")

    def elsewhere(self, adult: Adult, kind: str) -> Told:
        """A carer of a child here, and of none for whom the group is."""
        children = [link.child for link in adult.here if link.carer]
        if adult.story != "ordinary":
            return self.known(adult, adult.story, Right.STAY)
        turn = self.rng.random()
        if turn < 0.6:
            return self.known(adult, f"{kind}: number on the list", Right.STAY)
        way, sight = self._shown(ELSEWHERE, adult, children)
        if turn < 0.8:
            return Told(f"{kind}: hidden", sight, None, Right.STAY)
        right = Right.STAY if way in FULL else Right.UNTELLABLE
        return Told(
            f"{kind}: new number, {way if right is Right.STAY else 'less than a name'}",
            sight,
            self.school.another_number(),
            right,
        )

    def strangers(self) -> Iterator[Told]:
        """People whom the school's list does not know: outsiders, staff, grandparents."""
        for at in range(7):
            adult, child = self._stranger()
            way, sight = self._shown(STRANGE, adult, [child])
            number = self.school.another_number() if at < 5 else None
            kind = f"stranger: {way}" if number else "stranger, hidden"
            yield Told(kind, sight, number, Right.GO if number else Right.STAY)
        if self.rng.random() < 0.5:
            yield self._granny()
        if self.rng.random() < 0.5:
            adult, child = self._stranger()
            sight = dress(sights.full(adult, [child], self.rng), self)
            yield Told("staff, exempt", sight, self.school.another_number(), Right.STAY, deed="exempt")

    def _granny(self) -> Told:
        adult, _ = self._stranger()
        word = (
            self.rng.choice(("Nanny", "Grandma", "Nan", "Auntie"))
            if adult.woman
            else self.rng.choice(("Grandad", "Uncle"))
        )
        short = self.rng.choice((adult.recorded, *adult.given.shorts))
        sight = Sight(f"{word} {short}", adult.given, short)
        return Told("relative whom nobody recorded", sight, self.school.another_number(), Right.GO)

    def known(self, adult: Adult, kind: str, right: Right) -> Told:
        """Somebody under a number that the list has."""
        return Told(kind, self._any(adult, [link.child for link in adult.links]), adult.numbers[0], right, adult.key)

    def _any(self, adult: Adult, children: list[Child]) -> Sight:
        way = self.rng.choice((sights.full, sights.first, sights.nickname, sights_child.of_child, sights.nothing))
        return dress(way(adult, children, self.rng) or Sight(), self)

    def _shown(self, ways: Ways, adult: Adult, children: list[Child]) -> tuple[str, Sight]:
        name, sight = shown(ways, adult, children, self.rng)
        return name, dress(sight, self)

    def _stranger(self) -> tuple[Adult, Child]:
        """Somebody of another school, with a child there."""
        away = School(-1, self.school.day, spare=["", "", ""])
        parents, children = Founder(away, self.pools, self.rng).family([(3, "")])
        return self.rng.choice(parents), children[0]


def dress(sight: Sight, gathering: Gathering) -> Sight:
    """The sight as people write it in this group."""
    rng = gathering.rng
    return sights.dressed(
        sight, rng.choice(sorted(gathering.rooms)), rng, hint=0.08 if len(gathering.rooms) == 1 else 0
    )


def groups_of(school: School, seed: int, pools: Pools) -> list[Group]:
    """Every group of a school."""
    rng = Random(f"groups {seed} {school.number}")
    made = []
    for room in school.rooms:
        gathering = Gathering(school, frozenset({room}), rng, pools)
        above = _next_class(room)
        if school.rolled_over and above in school.rooms and rng.random() < 0.5:
            made.append(gathering.moved(room, {above}))
        else:
            made.append(gathering.group(room))
    if rng.random() < 0.12:
        made.append(Gathering(school, frozenset(school.rooms), rng, pools, share=0.3).group("Whole school"))
    return made


def _next_class(room: str) -> str:
    year = 0 if room[0] == "R" else int(room[0])
    return f"{year + 1}{room[1:]}"
