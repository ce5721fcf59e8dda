"""A made-up school whose every carer is in some group: whoever of them is named to a volunteer is named wrongly."""

from dataclasses import dataclass

HEADINGS = (
    "Admission No", "Forename", "Surname", "Date of Birth", "Year", "Reg", "Leaving Date",
    "Contact Name", "Relationship", "Priority", "Mobile",
)  # fmt: skip
FORMS = ("1A", "2A", "3A", "4A")
PUPILS_OF_A_FORM = 8
CHARLIE = ("Charlie Nobody", "07700 900999")
GIVEN = ("Ade", "Tola", "Ola", "Femi", "Bisi", "Dayo", "Kemi", "Sade", "Wale", "Yemi", "Zaki", "Remi", "Jide")
Row = tuple[str, ...]


@dataclass(frozen=True)
class Carer:
    """An adult with a number of their own."""

    number: int

    @property
    def name(self) -> str:
        return f"{GIVEN[self.number % len(GIVEN)]} Okoro{self.number}"

    @property
    def phone(self) -> str:
        return f"07700 900{self.number:03}"


@dataclass(frozen=True)
class Child:
    """A pupil with their carers, the first of them first. Every fourth has a brother or sister two years above."""

    number: int
    form: str
    carers: tuple[Carer, ...]

    @property
    def rows(self) -> list[Row]:
        year = int(self.form[0])
        pupil = (
            f"A{self.number:04}", f"Child{self.number}", f"Okoro{self.number}",
            f"{1 + self.number % 28:02}/03/{2021 - year}", str(year), self.form, "",
        )  # fmt: skip
        relations = ("Mother", "Father")
        return [
            (*pupil, carer.name, relations[place], str(place + 1), carer.phone)
            for place, carer in enumerate(self.carers)
        ]


def children(first: int = 100) -> list[Child]:
    """Every pupil of the school; another school begins with another number."""
    made: list[Child] = []
    for place, form in enumerate(FORMS):
        for at in range(PUPILS_OF_A_FORM):
            number = first + place * PUPILS_OF_A_FORM + at
            second = (Carer(number + 100),) if at % 2 else ()
            own = (Carer(number), *second)
            elder = at % 4 == 0 and place < len(FORMS) - 2
            made.append(Child(number, form, made_of(number + 2 * PUPILS_OF_A_FORM, own) if elder else own))
    return made


def made_of(number: int, own: tuple[Carer, ...]) -> tuple[Carer, ...]:
    """The carers of a child who has an elder sibling: that one's first carer, and their own second."""
    return (Carer(number), *own[1:])


def rows_of(known: list[Child]) -> list[Row]:
    """An export's rows, its headings first."""
    return [HEADINGS, *(row for child in known for row in child.rows)]


def group(known: list[Child], form: str = "") -> list[tuple[str, str]]:
    """Everybody in the group of a form, or of the school: its carers, and Charlie."""
    carers = {carer.name: carer.phone for child in known if form in {"", child.form} for carer in child.carers}
    return [*carers.items(), CHARLIE]
