"""Families: who lives with whom, who is called what, and which number belongs to whom."""

from dataclasses import dataclass
from random import Random

from tests.eval.people import Adult, Child, Link, School
from tests.eval.pools import Family, Given, Origin, Pools

_FORMAL = 0.9
_MIDDLE = 0.12


@dataclass
class Founder:
    """Makes the families of one school."""

    school: School
    pools: Pools
    rng: Random

    def family(self, places: list[tuple[int, str]]) -> tuple[list[Adult], list[Child]]:
        """A mother, mostly a father too, and a child for each place, a (year, class)."""
        rng, origin = self.rng, self.pools.origin(self.rng)
        his, hers = origin.families.one(rng), origin.families.one(rng)
        mother = self.adult(origin, hers if rng.random() < origin.own_name else his, woman=True)
        father = self.adult(origin, his, woman=False)
        if rng.random() < origin.double:
            self._doubled(mother, father, his, hers)
        alone = rng.random() < 0.18
        called: set[str] = set()
        children = [self._child(origin, his, place, called) for place in places]
        if alone and mother.family != his.hers:
            for child in children:
                child.family = mother.family
        parents = [mother] if alone else [mother, father]
        for parent in parents:
            parent.links = [Link(child, "Mother" if parent.woman else "Father") for child in children]
        self.school.adults += parents
        self.school.children += children
        return parents, children

    def adult(self, origin: Origin, family: Family, *, woman: bool) -> Adult:
        """Somebody with a number, not yet of the school."""
        rng = self.rng
        given = (origin.women if woman else origin.men).one(rng)
        usual = (given.formal,) if rng.random() < _FORMAL else (given.formal, *given.shorts[:1], *given.spellings)
        middle = (origin.women if woman else origin.men).one(rng) if rng.random() < _MIDDLE else None
        key = f"A{self.school.number}-{len(self.school.spare)}-{rng.randrange(10**9)}"
        made = Adult(key, given, rng.choice(usual), family.of(woman=woman), origin, woman, middle=middle)
        made.numbers = [self.school.another_number()]
        if rng.random() < 0.6:
            made.emails = [f"p{rng.randrange(10**9)}@example.org"]
        return made

    def _doubled(self, mother: Adult, father: Adult, his: Family, hers: Family) -> None:
        joined = self.rng.choice(("-", " "))
        mother.family = f"{hers.hers}{joined}{his.hers}" if hers != his else his.hers
        if self.rng.random() < 0.4 and hers != his:
            father.family = f"{his.his}{joined}{self.pools.origin(self.rng).families.one(self.rng).his}"

    def _child(self, origin: Origin, family: Family, place: tuple[int, str], called: set[str]) -> Child:
        rng = self.rng
        girl = rng.random() < 0.5
        given = self._forename(origin, girl=girl)
        while given.formal in called:
            given = self._forename(origin, girl=girl)
        called.add(given.formal)
        key = f"P{self.school.number}-{len(self.school.children)}-{rng.randrange(10**9)}"
        return Child(key, given, family.of(woman=girl), *place)

    def _forename(self, origin: Origin, *, girl: bool) -> Given:
        if self.rng.random() < self.pools.local:
            return (self.pools.girls if girl else self.pools.boys).one(self.rng)
        return (origin.women if girl else origin.men).one(self.rng)
