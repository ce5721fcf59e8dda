"""The names that families draw from. Another set can be put in their place: `--names module:attribute`.

A forename is written with everything that it is also known by: "Elizabeth ~Liz ~Beth =Elisabeth @Элизабет" has two short
forms, another spelling and another script. "Xin !Cindy" goes by a name of another language, which nothing ties to the
first. Whatever stands first in a list is the commonest; a family name that
differs by sex is written "Kowalski/Kowalska".
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from tests.eval import names_children, names_east, names_south, names_west

T = TypeVar("T")
_SKEW = 6.0


def plain(text: str) -> str:
    """A word as everybody would compare it: small letters without accents. Deliberately not the product's own way."""
    import unicodedata

    apart = unicodedata.normalize("NFKD", text.lower().replace("ł", "l").replace("ı", "i").replace("ø", "o"))
    return "".join(char for char in apart if char.isalnum())


@dataclass(frozen=True, slots=True)
class Given:
    """A forename with its short forms, other spellings and, if it has one, its own script and a name taken beside it."""

    formal: str
    shorts: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    script: str = ""
    adopted: str = ""
    forms: frozenset[str] = field(default=frozenset())

    @classmethod
    def read(cls, text: str) -> "Given":
        """Read an entry as the lists write it."""
        formal, *others = text.split()
        told = {mark: tuple(word[1:] for word in others if word[0] == mark) for mark in "~=@!"}
        every = (formal, *told["~"], *told["="], *told["@"])
        return cls(
            formal,
            told["~"],
            told["="],
            next(iter(told["@"]), ""),
            next(iter(told["!"]), ""),
            frozenset(map(plain, every)),
        )


@dataclass(frozen=True, slots=True)
class Family:
    """A family name, as men and as women bear it."""

    his: str
    hers: str

    @classmethod
    def read(cls, text: str) -> "Family":
        """Read an entry as the lists write it."""
        his, _, hers = text.partition("/")
        return cls(his, hers or his)

    def of(self, *, woman: bool) -> str:
        """The name as somebody bears it."""
        return self.hers if woman else self.his


class Drawn(Generic[T]):
    """Things to draw from, the first the likeliest, with a long tail."""

    def __init__(self, things: Sequence[T]) -> None:
        self.things = tuple(things)
        self._sums = list(accumulate(1 / (rank + _SKEW) for rank in range(len(self.things))))

    def one(self, rng: Random) -> T:
        """Draw one."""
        return self.things[bisect(self._sums, rng.random() * self._sums[-1])]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a family's names come from. `mother` and `father` are what children call them at home.

    `own_name` is the share of mothers who keep their own family name, `double` of families with a double one.
    """

    name: str
    share: float
    women: Drawn[Given]
    men: Drawn[Given]
    families: Drawn[Family]
    mother: tuple[str, ...] = ("Mum", "Mummy")
    father: tuple[str, ...] = ("Dad", "Daddy")
    own_name: float = 0.15
    double: float = 0.05


@dataclass(frozen=True)
class Pools:
    """Everything a school's names are drawn from. `local` is how often a child has a name of the country's own."""

    origins: tuple[Origin, ...]
    girls: Drawn[Given]
    boys: Drawn[Given]
    local: float = 0.5

    def origin(self, rng: Random) -> Origin:
        """Draw where a family's names come from."""
        return rng.choices(self.origins, [one.share for one in self.origins])[0]


def forenames(text: str) -> Drawn[Given]:
    """Read a list of forenames parted by semicolons."""
    return Drawn([Given.read(one) for one in text.split(";") if one.strip()])


def families(text: str) -> Drawn[Family]:
    """Read a list of family names parted by blanks."""
    return Drawn([Family.read(one) for one in text.split()])


def _origin(module: object, stem: str, share: float, **facts: object) -> Origin:
    texts = (getattr(module, f"{stem}_{part}") for part in ("WOMEN", "MEN", "FAMILIES"))
    women, men, names = texts
    return Origin(stem.lower(), share, forenames(women), forenames(men), families(names), **facts)  # type: ignore[arg-type]


_ORIGINS = (
    _origin(names_west, "BRITISH", 40, own_name=0.2),
    _origin(names_west, "IRISH", 5, mother=("Mum", "Mam"), father=("Dad", "Da")),
    _origin(names_west, "IBERIAN", 4, mother=("Mum", "Mama"), father=("Dad", "Papa"), own_name=0.8, double=0.4),
    _origin(names_west, "EUROPEAN", 4, mother=("Mum", "Mama"), father=("Dad", "Papa"), own_name=0.3),
    _origin(names_east, "POLISH", 8, mother=("Mum", "Mama"), father=("Dad", "Tata"), own_name=0.1),
    _origin(names_east, "SLAVIC", 4, mother=("Mum", "Mama"), father=("Dad", "Papa"), own_name=0.2),
    _origin(names_east, "ROMANIAN", 4, mother=("Mum", "Mama"), father=("Dad", "Tata"), own_name=0.2),
    _origin(names_east, "TURKISH", 3, mother=("Mum", "Anne"), father=("Dad", "Baba"), own_name=0.1),
    _origin(names_east, "GREEK", 1, mother=("Mum", "Mama"), father=("Dad", "Baba"), own_name=0.5),
    _origin(names_south, "ARABIC", 4, mother=("Mum", "Umm", "Mama"), father=("Dad", "Abu", "Baba"), own_name=0.7),
    _origin(
        names_south, "PAKISTANI", 8, mother=("Mum", "Ammi", "Mummy"), father=("Dad", "Abbu", "Daddy"), own_name=0.6
    ),
    _origin(names_south, "INDIAN", 7, mother=("Mum", "Mummy", "Amma"), father=("Dad", "Papa", "Appa"), own_name=0.2),
    _origin(names_south, "WEST_AFRICAN", 6, mother=("Mum", "Mama", "Mummy"), father=("Dad", "Daddy", "Baba")),
    _origin(names_south, "SOMALI", 2, mother=("Mum", "Hooyo", "Mama"), father=("Dad", "Aabo"), own_name=0.9),
    _origin(names_south, "CHINESE", 4, mother=("Mum", "Mama"), father=("Dad", "Baba"), own_name=0.6),
)


def _known() -> dict[str, Given]:
    """Every forename of the adults by its own form, so that a child of the name has the same short forms."""
    lists = (drawn for origin in reversed(_ORIGINS) for drawn in (origin.women, origin.men))
    return {given.formal: given for drawn in lists for given in reversed(drawn.things)}


def _bare(text: str) -> Drawn[Given]:
    known = _known()
    return Drawn([known.get(one) or Given.read(one) for one in text.split()])


POOLS = Pools(_ORIGINS, _bare(names_children.GIRLS), _bare(names_children.BOYS))
