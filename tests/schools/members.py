"""Who is in a group, and how much of each the list shows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from tests.schools.names import Names, plain
from tests.schools.numbers import MOBILES, Numbers
from tests.schools.people import PROFESSIONAL, Adult, Pupil, School

FLOWERS = ("🌸", "🌻", "⚽", "✨", "🐝")
QUOTES = str.maketrans("'’", "’'")


@dataclass(frozen=True)
class Member:
    """One member as a list shows them.

    `adult` is who it truly is, if anybody of the school; `number` the number that the list shows, in E.164,
    or `None` when it shows none that can be used; `instead` what then stands where the number should.
    `named` says what the name is worth: `full`, a `label` of the exporter's, or nothing.
    """

    kind: str
    adult: str | None = None
    number: str | None = None
    name: str = ""
    named: str = ""
    instead: str = ""


class Crowd:
    """Draws the members of one school's groups; strangers and new numbers are unique in the school."""

    def __init__(self, school: School) -> None:
        self.school = school
        self.rng = Random(f"crowd {school.seed}")
        self._names = Names(self.rng, any_letters=school.seed % 2 == 0)
        for adult in school.adults.values():
            self._names.take(adult.forename, adult.surname)
        self._spare = self._unused()

    def of(self, pupils: list[Pupil], size: int) -> list[Member]:
        """The members of a group for these pupils: those who belong, and one of everything else."""
        live = [pupil for pupil in pupils if not pupil.has_left(self.school.day)]
        inside = _adults(live)
        elsewhere = _adults(p for p in self.school.pupils if p not in pupils and not p.has_left(self.school.day))
        gone = _adults(p for p in self.school.pupils if p.has_left(self.school.day))
        members = [self._known(a, "contact") for a in self._some(inside, size)]
        members += [self._known(a, "leaver") for a in self._some(gone, 5)]
        members += [self._known(a, "elsewhere") for a in self._some([a for a in elsewhere if a not in inside], 2)]
        members += [self._known(a, "restricted") for a in inside if self._is_restricted(a)]
        members += [self._known(a, "professional") for a in self._some(inside, 9) if self._is_professional(a)]
        members += [self._known(a, "starter") for a in self._some(self._starters(pupils), 2)]
        members += [self._new_number(a) for a in self._some([a for a in inside if self._is_carer(a)], 2)]
        members += [self._new_number(a) for a in self._some(gone, 1)]
        members += [self._stranger() for _ in range(3)]
        members += self._without_a_number(inside)
        self.rng.shuffle(members)
        return once_each(members)

    def _known(self, adult: Adult, kind: str) -> Member:
        name, named = self._shown(adult)
        return Member(kind, adult.key, self.rng.choice(adult.numbers), name, named)

    def _new_number(self, adult: Adult) -> Member:
        return Member("new number", adult.key, self._spare.pop(), self._spelt(adult.name), "full")

    def _stranger(self) -> Member:
        named = self.rng.random() < 0.6
        name = self._names.stranger() if named else ""
        return Member("stranger", None, self._spare.pop(), name, "full" if named else "")

    def _without_a_number(self, inside: list[Adult]) -> list[Member]:
        someone, other = self._some(inside, 2)
        opaque = f"1{self.rng.randrange(10**13, 10**14)}"
        return [
            Member("hidden", someone.key, None, self._spelt(someone.name), "full", "Hidden (privacy)"),
            Member("hidden stranger", None, None, self._names.stranger(), "full", "Hidden (privacy)"),
            Member("opaque id", None, None, self._names.stranger(), "full", opaque),
            Member("spoilt by Excel", other.key, None, self._spelt(other.name), "full", "4.47701E+11"),
        ]

    def _shown(self, adult: Adult) -> tuple[str, str]:
        """What the phone that made the list calls them: the full name, a label, or nothing."""
        child = self.rng.choice([pupil for pupil, _ in self.school.links_of(adult.key)])
        kind = self.rng.choices(("full", "first", "flower", "parent", "nothing"), (55, 10, 8, 9, 18))[0]
        return {
            "full": (self._spelt(adult.name), "full"),
            "first": (adult.forename, "label"),
            "flower": (f"{adult.forename} {self.rng.choice(FLOWERS)}", "label"),
            "parent": (f"{child.forename}'s {'dad' if adult.title in {'Mr', 'Rev'} else 'mum'}", "label"),
            "nothing": ("", ""),
        }[kind]

    def _spelt(self, name: str) -> str:
        """The full name as a phone may have it: another apostrophe, no accents, a blank for a hyphen."""
        kind = self.rng.choices(("as it is", "apostrophe", "plain", "capitals", "hyphen"), (6, 1, 1, 1, 1))[0]
        return {
            "as it is": name,
            "apostrophe": name.translate(QUOTES),
            "plain": name if "'" in name or "’" in name else plain(name).title(),
            "capitals": name.upper(),
            "hyphen": name.replace("-", " "),
        }[kind]

    def _some(self, adults: list[Adult], most: int) -> list[Adult]:
        return self.rng.sample(adults, min(most, len(adults)))

    def _starters(self, pupils: list[Pupil]) -> list[Adult]:
        return _adults(pupil for pupil in pupils if pupil.is_yet_to_start(self.school.day))

    def _is_carer(self, adult: Adult) -> bool:
        return any(link.is_carer for _, link in self.school.links_of(adult.key))

    def _is_restricted(self, adult: Adult) -> bool:
        return any(link.restricted for _, link in self.school.links_of(adult.key))

    def _is_professional(self, adult: Adult) -> bool:
        return all(link.relation in PROFESSIONAL for _, link in self.school.links_of(adult.key))

    def _unused(self) -> list[str]:
        """Numbers of nobody in the school: mostly mobiles, some from other ranges."""
        used = {number for adult in self.school.adults.values() for number in adult.numbers}
        spare = Numbers(self.rng)
        others = [spare.another(kind) for kind in ("landline",) * 3 + ("foreign",) for _ in range(20)]
        mobiles = [number for number in self.rng.sample(MOBILES, len(MOBILES)) if number not in used]
        mixed = [number for number in others if number not in used] + mobiles[:60]
        self.rng.shuffle(mixed)
        return mixed


def _adults(pupils: Iterable[Pupil]) -> list[Adult]:
    found: dict[str, Adult] = {}
    for pupil in pupils:
        found |= {link.adult.key: link.adult for link in pupil.links}
    return list(found.values())


def once_each(members: list[Member]) -> list[Member]:
    """Each number once, as in a chat; each member without a number by another name."""
    once: dict[str, Member] = {}
    for member in members:
        once.setdefault(member.number or plain(member.name), member)
    return list(once.values())


def without_name(member: Member) -> Member:
    return replace(member, name="", named="")


def without_number(member: Member) -> Member:
    return replace(member, number=None, instead="")
