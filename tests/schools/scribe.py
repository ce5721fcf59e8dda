"""Writes a school's facts into cells, with the plan's dirt, each cell for itself."""

from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random

from tests.schools import spellings
from tests.schools.people import Adult, Link, Pupil, School
from tests.schools.plan import Plan, Used
from tests.schools.sheets import Cell, Seen

FLAGS = {
    "Yes/No": ("Yes", "No"),
    "T/F": ("T", "F"),
    "yes/no": ("yes", "no"),
    "Y/N": ("Y", "N"),
    "1/0": ("1", "0"),
}
ANOTHER_TITLE = {"Mrs": "Ms", "Miss": "Ms", "Ms": "Mrs", "Rev": "Mr"}
APOSTROPHES = str.maketrans("'’", "’'")
EVERYDAY = {
    "mother": "Mum",
    "father": "Dad",
    "stepmother": "Stepmum",
    "stepfather": "Stepdad",
    "foster mother": "Foster mum",
    "foster father": "Foster dad",
    "guardian": "Guardian",
    "carer": "Carer",
    "grandmother": "Nan",
    "grandfather": "Grandad",
    "aunt": "Auntie",
    "childminder": "Childminder",
    "doctor": "GP",
    "social worker": "Social worker",
}
WORDS = {
    "stepmother": "Step Mother",
    "stepfather": "Step Father",
    "guardian": "Legal Guardian",
    "foster mother": "Foster Mother",
    "foster father": "Foster Father",
    "social worker": "Social Worker",
}
CODES = {
    "mother": "PAM",
    "father": "PAF",
    "stepmother": "STM",
    "stepfather": "STF",
    "foster mother": "FOM",
    "foster father": "FOF",
    "guardian": "CAR",
    "carer": "CAR",
    "grandmother": "REL",
    "grandfather": "REL",
    "aunt": "REL",
    "childminder": "OTH",
    "doctor": "DOC",
    "social worker": "SWR",
}


@dataclass(frozen=True)
class Spelt:
    """A telephone cell, and what of it can be read."""

    value: spellings.Value
    clear: frozenset[str] = frozenset()
    spoilt: tuple[str, ...] = ()


class Scribe:
    """The office's hand, the same for the same seed."""

    def __init__(self, school: School, plan: Plan, used: Used) -> None:
        self.school, self.plan, self.used = school, plan, used
        self.rng = Random(f"scribe {school.seed}")
        self._binary = plan.binary

    def pupils(self) -> list[Pupil]:
        """Everybody the export lists: without the leavers, when it has no column for the last day."""
        return [pupil for pupil in self.school.pupils if self.plan.leavers_listed or not self.has_left(pupil)]

    def has_left(self, pupil: Pupil) -> bool:
        return pupil.has_left(self.school.day)

    def phone(self, numbers: tuple[str, ...]) -> Spelt:
        """One cell for an adult's numbers: the first alone, or the first two together."""
        if not numbers:
            return Spelt("")
        if self._happens(self.plan.placeholder):
            return self._noted("placeholder", Spelt(self.rng.choice(spellings.PLACEHOLDERS)))
        if self._happens(self.plan.unusable):
            kind, text = spellings.unusable(numbers[0], self.rng)
            return self._noted(kind, Spelt(text, spoilt=(text,)))
        if len(numbers) > 1 and self._happens(self.plan.two_in_a_cell):
            kind, text = spellings.two_in_a_cell(numbers[:2], self.rng)
            return self._noted(kind, Spelt(text, frozenset(numbers[:2])))
        return Spelt(self._spelt(numbers[0]), frozenset(numbers[:1]))

    def seen(self, pupil: Pupil, adult: Adult, *cells: Spelt) -> Seen:
        clear = frozenset(number for cell in cells for number in cell.clear)
        return Seen(pupil.key, adult.key, clear, tuple(text for cell in cells for text in cell.spoilt))

    def name(self, adult: Adult) -> tuple[str, str, str]:
        """Title, forename and surname, as somebody typed them on this very row."""
        if not self._happens(self.plan.renaming):
            return adult.title, adult.forename, adult.surname
        kinds = ["another title", "no title", "an initial", "a middle initial"]
        kinds += ["apostrophe"] * (adult.surname.translate(APOSTROPHES) != adult.surname)
        kind = self.rng.choice(kinds)
        self.used.note(kind)
        title, forename, surname = adult.title, adult.forename, adult.surname
        return {
            "another title": (ANOTHER_TITLE.get(title, title), forename, surname),
            "no title": ("", forename, surname),
            "an initial": (title, forename[0], surname),
            "a middle initial": (title, f"{forename} {self.rng.choice('AJM')}", surname),
            "apostrophe": (title, forename, surname.translate(APOSTROPHES)),
        }[kind]

    def full_name(self, adult: Adult) -> str:
        return " ".join(filter(None, self.name(adult)))

    def flag(self, value: bool | None) -> str:
        return "" if value is None else FLAGS[self.plan.flags][0 if value else 1]

    def relation(self, link: Link) -> str:
        if self.plan.relations == "codes":
            return CODES[link.relation]
        if self.plan.relations == "everyday":
            return EVERYDAY[link.relation]
        return WORDS.get(link.relation, link.relation.capitalize())

    def year(self, pupil: Pupil) -> Cell:
        if self.plan.years == "number":
            return pupil.year if self._binary else str(pupil.year)
        if pupil.year == 0:
            return "R" if self.plan.years == "3" else "Reception"
        return self.plan.years.replace("3", str(pupil.year))

    def form(self, pupil: Pupil) -> str:
        gone = self.has_left(pupil) and not self.plan.leavers_keep_form
        return "" if gone else pupil.form

    def day(self, value: date | None) -> Cell:
        if value is None:
            return "" if not self._binary else None
        if self.plan.dates == "excel" and self._binary:
            return datetime.combine(value, time())
        return value.isoformat() if self.plan.dates == "iso" else f"{value:%d/%m/%Y}"

    def _spelt(self, number: str) -> spellings.Value:
        if not self._happens(self.plan.spelling):
            return "0" + number[3:] if number.startswith("+44") else number
        every = spellings.recoverable(number, binary=self._binary)
        kind, value = self.rng.choice([(kind, value) for kind, value in every if self._can_be_written(value)])
        self.used.note(kind)
        return value

    def _can_be_written(self, value: spellings.Value) -> bool:
        if self._binary or not isinstance(value, str):
            return True
        return value.encode(self.plan.encoding, errors="ignore").decode(self.plan.encoding) == value

    def _happens(self, rate: float) -> bool:
        return self.rng.random() < rate

    def _noted(self, kind: str, cell: Spelt) -> Spelt:
        self.used.note(kind)
        return cell
