"""Households of many shapes: who the grown-ups are, and what each is to the children."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.schools.names import Names
from tests.schools.numbers import Numbers
from tests.schools.people import Adult, Link, Phone

TITLES = {"f": ("Mrs", "Ms", "Miss", "Dr"), "m": ("Mr", "Mr", "Mr", "Dr", "Rev")}


@dataclass(frozen=True)
class Household:
    """The links that every child has, and those of the eldest child alone (a half-sibling's other father)."""

    surname: str
    links: tuple[Link, ...]
    of_the_eldest: tuple[Link, ...] = ()


class Households:
    """Draws households; professionals are the school's own few, shared by many families."""

    def __init__(self, rng: Random, names: Names) -> None:
        self.rng, self.names, self.numbers = rng, names, Numbers(rng)
        self._count = 0
        self._surgery = self._adult("m", phones=(Phone("work", self.numbers.another("landline")),))
        self._worker = self._adult("f")
        self._minders = (self._adult("f"), self._adult("f"))

    def draw(self, shape: str | None = None) -> Household:
        """A household with its fringe: grandparents, aunts, childminders, a doctor, a social worker."""
        if shape is None:
            shape = self.rng.choices(list(SHAPES), weights=[weight for _, weight in SHAPES.values()])[0]
        home = SHAPES[shape][0](self)
        return Household(home.surname, home.links + self._fringe(), home.of_the_eldest)

    def _adult(self, sex: str, surname: str | None = None, *, phones: tuple[Phone, ...] | None = None) -> Adult:
        self._count += 1
        forename, surname = self.names.adult(sex, surname)
        key = f"{9000 + self._count}"
        mail = f"parent{key}@example.org"
        title = self.rng.choice(TITLES[sex])
        return Adult(key, title, forename, surname, mail, self._phones() if phones is None else phones)

    def _phones(self) -> tuple[Phone, ...]:
        """Mostly one mobile; now and then two, one under Home or Work, a landline, or one from abroad."""
        another = self.numbers.another
        kind = self.rng.choices(("one", "two", "home", "work", "abroad", "line"), (60, 10, 8, 5, 5, 12))[0]
        if kind == "two":
            return Phone("mobile", another("mobile")), Phone("mobile", another("mobile"))
        if kind in {"home", "work"}:
            return (Phone(kind, another("mobile")),)
        if kind == "abroad":
            return (Phone("mobile", another("foreign")),)
        if kind == "line":
            return Phone("mobile", another("mobile")), Phone("work", another("landline"))
        return (Phone("mobile", another("mobile")),)

    def _couple(self, first: str, second: str, surname: str) -> tuple[Adult, Adult]:
        """Two adults of one home: one in four shares a landline, one in ten the only mobile."""
        theirs = surname if self.rng.random() < 0.6 else None
        shared = self.rng.random()
        if shared < 0.1:
            phones = (Phone("mobile", self.numbers.another("mobile")),)
            return self._adult(first, surname, phones=phones), self._adult(second, theirs, phones=phones)
        line = (Phone("home", self.numbers.another("landline")),) if shared < 0.35 else ()
        one = self._adult(first, surname, phones=self._phones() + line)
        return one, self._adult(second, theirs, phones=self._phones() + line)

    def _responsibility(self) -> bool | None:
        return self.rng.choice((True, True, True, None, False))

    def _link(self, adult: Adult, relation: str, *, lives_with: bool = True, restricted: bool = False) -> Link:
        return Link(adult, relation, self._responsibility(), lives_with, restricted)

    def together(self) -> Household:
        surname = self.names.surname()
        her, him = self._couple("f", "m", surname)
        return Household(surname, (self._link(her, "mother"), self._link(him, "father")))

    def two_mothers(self) -> Household:
        surname = self.names.surname()
        one, other = self._couple("f", "f", surname)
        return Household(surname, (self._link(one, "mother"), self._link(other, "mother")))

    def lone(self) -> Household:
        surname, sex = self.names.surname(), self.rng.choice("ffffm")
        return Household(surname, (self._link(self._adult(sex, surname), "mother" if sex == "f" else "father"),))

    def separated(self, *, restricted: bool = False) -> Household:
        surname = self.names.surname()
        his = self._link(self._adult("m", surname), "father", lives_with=False, restricted=restricted)
        return Household(surname, (self._link(self._adult("f"), "mother"), his))

    def restricted(self) -> Household:
        return self.separated(restricted=True)

    def step(self) -> Household:
        surname = self.names.surname()
        her, new = self._couple("f", "m", self.names.surname())
        father = self._link(self._adult("m", surname), "father", lives_with=False)
        return Household(surname, (self._link(her, "mother"), self._link(new, "stepfather"), father))

    def half_siblings(self) -> Household:
        surname = self.names.surname()
        her, him = self._couple("f", "m", surname)
        before = self._link(self._adult("m"), "father", lives_with=False)
        return Household(surname, (self._link(her, "mother"), self._link(him, "stepfather")), (before,))

    def guardians(self) -> Household:
        surname = self.names.surname()
        relation = self.rng.choice(("guardian", "carer"))
        her, him = self._couple("f", "m", surname)
        return Household(surname, (self._link(her, relation), self._link(him, relation)))

    def fosters(self) -> Household:
        her, him = self._couple("f", "m", self.names.surname())
        links = (self._link(her, "foster mother"), self._link(him, "foster father"))
        return Household(self.names.surname(), (*links, Link(self._worker, "social worker", None, False)))

    def grandparents(self) -> Household:
        surname = self.names.surname()
        her, him = self._couple("f", "m", surname)
        links = (Link(her, "grandmother", True, True), Link(him, "grandfather", None, True))
        return Household(surname, links)

    def _fringe(self) -> tuple[Link, ...]:
        chance, fringe = self.rng.random, []
        if chance() < 0.12:
            sex, relation = self.rng.choice((("f", "grandmother"), ("m", "grandfather")))
            fringe.append(Link(self._adult(sex), relation, chance() < 0.2 or None, chance() < 0.3))
        if chance() < 0.05:
            fringe.append(Link(self._adult("f"), "aunt", False, False))
        if chance() < 0.06:
            fringe.append(Link(self.rng.choice(self._minders), "childminder", None, False))
        if chance() < 0.05:
            fringe.append(Link(self._surgery, "doctor", None, None))
        return tuple(fringe)


SHAPES: dict[str, tuple[Callable[[Households], Household], int]] = {
    "together": (Households.together, 45),
    "lone": (Households.lone, 12),
    "separated": (Households.separated, 12),
    "step": (Households.step, 9),
    "half siblings": (Households.half_siblings, 3),
    "guardians": (Households.guardians, 5),
    "fosters": (Households.fosters, 4),
    "grandparents": (Households.grandparents, 4),
    "two mothers": (Households.two_mothers, 4),
    "restricted": (Households.restricted, 4),
}
