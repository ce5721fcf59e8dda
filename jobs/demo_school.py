"""An invented school for the demo: some 400 pupils, a contact report as offices print them, and seven groups."""

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from random import Random

FIRST_NIGHT, SECOND_NIGHT = date(2026, 11, 23), date(2026, 11, 24)
LAST_DAY = FIRST_NIGHT
_YEARS = ("Reception", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5", "Year 6")
_GIVEN = (
    "Ola Femi Ade Tola Bisi Kemi Sade Tunde Anya Pavel Marta Jonas Ines Rafael Priya Arjun Meera Dev Leila Omar Yara Karim "
    "Mei Jun Hana Kenji Siân Rhys Cerys Owen Niamh Conor Aoife Declan Zofia Kacper Lena Marek Esther Kofi Abena Kwame Nadia "
    "Ilya Vera Anton Lucia Diego Elena Mateo Freya Erik Astrid Lars"
).split()
_FAMILY = (
    "Bello Novak Okafor O'Brien Mensah García Kowalski Patel Haddad Tanaka Llewellyn Gallagher Nowak Asante Petrov Moreno "
    "Lindqvist Adeyemi Farouk Rossi Santos Iyer Chen Mbeki Dubois Keller Varga Popescu Silva Rahman Osei Duarte Hughes Byrne "
    "Weber Costa Ferreira Ali-Khan Smith-Jones Papadakis"
).split()
_CHILDREN = (
    "Tola Ada Sam Noor Max Ivy Leo Mia Eli Zoe Kai Amy Ben Uma Tom Isla Finn Ruby Hugo Lily Jude Nia Ravi Elsie".split()
)
_PUPILS_A_CLASS = 29
_SHARE_OF_LEAVERS = 0.04
_RANGES = ("07700 900", "020 7946 0", "0161 496 0", "0113 496 0")


@dataclass(frozen=True)
class Carer:
    """An adult of the demo: a name, a number, and what they are to the family's children."""

    given: str
    family: str
    number: str
    relation: str
    spelt: object = ""
    order: str = ""

    @property
    def name(self) -> str:
        """Given name and family name."""
        return f"{self.given} {self.family}"

    @property
    def international(self) -> str:
        """The number as a phone shows it."""
        return f"+44 {self.number.removeprefix('0')}"


@dataclass(frozen=True)
class Child:
    """A pupil of the demo."""

    given: str
    family: str
    year: int
    form: str
    left: date | None = None


@dataclass(frozen=True)
class Family:
    """Children and the adults the school may ring about them."""

    children: tuple[Child, ...]
    carers: tuple[Carer, ...]


@dataclass
class DemoSchool:
    """The school on a night. The same seed gives the same school."""

    seed: int = 7
    families: list[Family] = field(default_factory=list)
    strangers: list[Carer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)
        self._numbers = (f"{_RANGES[tail % len(_RANGES)]}{tail % 1000:03d}" for tail in count(1))
        self._named: set[tuple[str, str]] = set()
        forms = [f"{'R' if year == 0 else year}{letter}" for year in range(7) for letter in "AB"]
        places = [form for form in forms for _ in range(_PUPILS_A_CLASS)]
        self._random.shuffle(places)
        while places:
            self.families.append(self._family(places))
        # The report has numbers of 07700 that a spreadsheet has rounded, so a stranger with one would be a doubt.
        strangers = (self._adult(self._random.choice(_FAMILY), "") for _ in range(40))
        self.strangers = [stranger for stranger in strangers if not stranger.number.startswith("07")]

    def _family(self, places: list[str]) -> Family:
        random = self._random
        name = random.choice(_FAMILY)
        size = min(len(places), random.choices((1, 2, 3), (70, 25, 5))[0])
        left = date(2026, 7, 17) if random.random() < _SHARE_OF_LEAVERS else None
        children = tuple(
            Child(given, name, 0 if form[0] == "R" else int(form[0]), form, left)
            for given, form in zip(random.sample(_CHILDREN, size), [places.pop() for _ in range(size)], strict=True)
        )
        parents = ("Mother", "Father")[: 1 + (random.random() < 0.85)]
        adults = [self._adult(name if random.random() < 0.8 else random.choice(_FAMILY), parent) for parent in parents]
        if len(adults) > 1 and random.random() < 0.02:
            adults[1] = replace(adults[1], order="Yes")
        if random.random() < 0.12:
            adults.append(self._adult(random.choice(_FAMILY), random.choice(("Grandmother", "Childminder", "Doctor"))))
        return Family(children, tuple(adults))

    def _adult(self, family: str, relation: str) -> Carer:
        given = next(name for name in self._random.sample(_GIVEN, len(_GIVEN)) if (name, family) not in self._named)
        self._named.add((given, family))
        number = next(self._numbers)
        return Carer(given, family, number, relation, self._spelt(number))

    def _spelt(self, number: str) -> object:
        """Spell a number as an office types it, or as a spreadsheet leaves it."""
        digits = number.replace(" ", "")
        ways: tuple[object, ...] = (
            number, digits, int(digits), float(digits), f"+44 (0){number[1:]}", f"0044{digits[1:]}", f"Mob: {number}",
            f"{number} (work)", f"{number} / 01632 960{self._random.randrange(1000):03d}", f"\u202a+44\u00a0{number[1:]}\u202c",
        )  # fmt: skip
        weights = (40, 20, 8, 4, 4, 4, 4, 4, 6, 4)
        return self._random.choices((*ways, f"{float('44' + digits[1:]):.5E}", "XD"), (*weights, 1, 1))[0]

    def leave(self, how_many: int, form: str) -> list[Family]:
        """Let families with an only child in a class leave, both parents known by their numbers."""
        going = [
            family
            for family in self.families
            if [child.form for child in family.children] == [form]
            and not family.children[0].left
            and all(str(carer.spelt) == carer.number for carer in family.carers)
            and [carer.relation for carer in family.carers] == ["Mother", "Father"]
        ][:how_many]
        for family in going:
            children = tuple(replace(child, left=LAST_DAY) for child in family.children)
            self.families[self.families.index(family)] = replace(family, children=children)
        return going

    def carers_in(self, *forms: str) -> list[Carer]:
        """Give the parents of the children in some classes, leavers among them."""
        return [
            carer
            for family in self.families
            if any(child.form in forms for child in family.children)
            for carer in family.carers
            if carer.relation in {"Mother", "Father"}
        ]


def year_said(year: int) -> str:
    """Say a year as the report has it."""
    return _YEARS[year]
