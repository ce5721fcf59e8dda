"""What kinds of dirt a seed switches on, and how thick."""

from dataclasses import dataclass, field
from random import Random

from tests.schools.containers import BINARY, CONTAINERS, TEXTS
from tests.schools.names import in_cp1252
from tests.schools.people import School

LAYOUTS = (
    *("sims", "sims crossed", "parentmail", "bromcom", "office", "continued", "schoolbooking", "arbor", "integris"),
    *("scholarpack", "powerschool", "isams", "schoolstream", "veracross", "synergetic", "compass", "pupil asset"),
    "progresso",
)
STANDARDS = {
    **dict.fromkeys(("oneroster 1.1", "oneroster 1.2"), ("folder", "zip", "zip with a folder")),
    **dict.fromkeys(("sds 1", "sds 2.1", "clever"), ("folder", "zip")),
    **dict.fromkeys(("oneroster rest", "wonde", "ed-fi json", "ed-fi xml", "isams json"), ("folder", "zip")),
    "ctf": ("file", "zip"),
}
PAIRS = [(layout, container) for layout in LAYOUTS for container in CONTAINERS]
PAIRS += [(standard, container) for standard, containers in STANDARDS.items() for container in containers]
Random("pairs").shuffle(PAIRS)
PERIOD = len(PAIRS)
DELIMITERS = {"csv": ",", "tsv": "\t"}


@dataclass(frozen=True)
class Plan:
    """One export's dirt; rates are chances for each cell (torn: for each row; hidden: for each row and column)."""

    layout: str
    container: str
    encoding: str
    delimiter: str
    dates: str
    years: str
    flags: str
    relations: str
    variant: int
    leavers_listed: bool
    leavers_keep_form: bool
    spelling: float
    unusable: float
    placeholder: float
    two_in_a_cell: float
    renaming: float
    torn: float
    hidden: float

    @property
    def is_a_standard(self) -> bool:
        return self.layout in STANDARDS

    @property
    def binary(self) -> bool:
        """Whether the container keeps numbers as numbers and dates as dates."""
        return self.container in BINARY


@dataclass
class Used:
    """Which kinds of dirt were really written, so that a test can prove that none was forgotten."""

    kinds: set[str] = field(default_factory=set)

    def note(self, kind: str) -> None:
        self.kinds.add(kind)


def a_plan(school: School) -> Plan:
    """The seed's plan: the pairs of layout and container take turns, everything else is drawn."""
    rng = Random(f"plan {school.seed}")
    layout, container = PAIRS[school.seed % PERIOD]
    return Plan(
        layout=layout,
        container=container,
        encoding=_encoding(school, container, rng),
        delimiter=DELIMITERS.get(container) or rng.choice("\t;|"),
        dates=rng.choice(("text", "excel", "iso")),
        years=rng.choice(("Year 3", "3", "number", "Year  3")),
        flags=rng.choice(("Yes/No", "T/F", "yes/no", "Y/N", "1/0")),
        relations=rng.choice(("words", "everyday", "codes")),
        variant=rng.randrange(3),
        leavers_listed=rng.random() < 0.75,
        leavers_keep_form=rng.random() < 0.7,
        spelling=rng.choice((0.0, 0.1, 0.4, 1.0)),
        unusable=rng.choice((0.0, 0.0, 0.03, 0.1)),
        placeholder=rng.choice((0.0, 0.0, 0.03, 0.1)),
        two_in_a_cell=rng.choice((0.0, 0.5, 1.0)),
        renaming=rng.choice((0.0, 0.1, 0.4)),
        torn=rng.choice((0.0, 0.01, 0.03)) if container in TEXTS else 0.0,
        hidden=rng.choice((0.0, 0.1)),
    )


def _encoding(school: School, container: str, rng: Random) -> str:
    """The encoding of a text or a web page; the other containers have one of their own."""
    if container not in (*TEXTS, "html"):
        return "utf-8"
    encoding = rng.choice(("utf-8", "utf-8-sig", "cp1252", *(("utf-16",) if container in TEXTS else ())))
    return "utf-8-sig" if encoding == "cp1252" and not _fits_cp1252(school) else encoding


def _fits_cp1252(school: School) -> bool:
    names = [pupil.name for pupil in school.pupils] + [adult.name for adult in school.adults.values()]
    return all(in_cp1252(name) for name in names)
