"""What kinds of dirt a seed switches on, and how thick."""

from dataclasses import dataclass, field
from random import Random

from tests.schools.names import in_cp1252
from tests.schools.people import School

LAYOUTS = ("sims", "parentmail", "bromcom", "office", "continued", "schoolbooking")
SHEETS = {"sims": "xlsx", "parentmail": "csv", "bromcom": "csv", "office": "xlsx", "schoolbooking": "xlsx"}


@dataclass(frozen=True)
class Plan:
    """One export's dirt; rates are chances for each cell (torn: for each row)."""

    layout: str
    suffix: str
    encoding: str
    tabs: bool
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


@dataclass
class Used:
    """Which kinds of dirt were really written, so that a test can prove that none was forgotten."""

    kinds: set[str] = field(default_factory=set)

    def note(self, kind: str) -> None:
        self.kinds.add(kind)


def a_plan(school: School) -> Plan:
    """The seed's plan: the layouts take turns, everything else is drawn."""
    rng = Random(f"plan {school.seed}")
    layout = LAYOUTS[school.seed % len(LAYOUTS)]
    suffix = SHEETS.get(layout) or rng.choice(("csv", "xlsx"))
    encoding = rng.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16"))
    if encoding == "cp1252" and not _fits_cp1252(school):
        encoding = "utf-8-sig"
    return Plan(
        layout=layout,
        suffix=suffix,
        encoding=encoding,
        tabs=suffix == "csv" and encoding == "utf-16" and rng.random() < 0.7,
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
        torn=rng.choice((0.0, 0.01, 0.03)) if suffix == "csv" else 0.0,
    )


def _fits_cp1252(school: School) -> bool:
    names = [pupil.name for pupil in school.pupils] + [adult.name for adult in school.adults.values()]
    return all(in_cp1252(name) for name in names)
