"""A small made-up school: two classes, their carers, and a clock that the test sets."""

import csv
import io
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from jobs.compose import compose
from jobs.init import start
from jobs.office import Office

HEADINGS = (
    "Admission No",
    "Forename",
    "Surname",
    "Reg",
    "Leaving Date",
    "Contact Name",
    "Relationship",
    "Mobile",
    "Court Order",
)
GIVEN = ("Ade", "Tola", "Ola", "Femi", "Bisi", "Dayo", "Kemi", "Sade", "Wale", "Yemi", "Zaki", "Remi")
OFFICE, ADMIN, OTHER_ADMIN = "office@example.org", "ade@example.org", "tola@example.org"
CHARLIE = ("Charlie Nobody", "07700 900900")
NIGHT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


@dataclass
class Family:
    """One pupil with one carer."""

    number: int
    form: str
    left: str = ""
    relation: str = "Mother"
    restricted: str = ""

    @property
    def carer(self) -> tuple[str, str]:
        return f"{GIVEN[self.number % 12]} Bello{self.number}", f"07700 900{self.number:03}"

    @property
    def row(self) -> tuple[str, ...]:
        name, phone = self.carer
        return (
            f"A{self.number:04}", f"Child{self.number}", f"Bello{self.number}", self.form, self.left, name,
            self.relation, phone, self.restricted,
        )  # fmt: skip

    @property
    def rows(self) -> list[tuple[str, ...]]:
        pupil, other = self.row[:5], (f"Pat Carer{self.number}", "Father", "", "")
        return [self.row, (*pupil, *other)] if self.number % 5 == 0 else [self.row]


def families() -> list[Family]:
    """Twenty-four of them: 100 to 111 in 3B, 112 to 123 in 4A."""
    return [Family(number, "3B" if number < 112 else "4A") for number in range(100, 124)]


def an_export(known: list[Family]) -> bytes:
    """A row for each contact; every fifth pupil has a second one, without a number, so that the sheet shows its room."""
    return a_csv([HEADINGS, *(row for family in known for row in family.rows)])


def a_list(people: list[tuple[str, str]]) -> bytes:
    return a_csv([("Name", "Phone"), *people])


def a_csv(rows: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def carers(form: str = "3B") -> list[tuple[str, str]]:
    return [family.carer for family in families() if family.form == form]


# Letters go at any time of any day, so that a test of something else need not wait for the morning of a school day.
AT_ANY_TIME = {
    "letters": 'begin = "00:00"\nend = "23:59"',
    "calendar": 'weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]',
}


def settings_text(port: int, *, more: str = "") -> str:
    """The school's settings. A table that `more` has takes the place of the same one here."""
    usual = "\n".join(f"[{name}]\n{said}" for name, said in AT_ANY_TIME.items() if f"[{name}]" not in more)
    return f"""
[school]
name = "Oak Primary"
office_email = "{OFFICE}"
[mail]
host = "127.0.0.1"
port = {port}
security = "none"
{usual}
[groups."3B"]
admins = ["{ADMIN}"]
{more}
"""


@dataclass
class Clockwork:
    """A clock that stands still until it is told otherwise."""

    now: datetime = NIGHT

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class World:
    """An office in a folder, with its clock. A folder that has one already, such as a copy of another's, is opened as it is."""

    folder: Path
    port: int
    more: str = ""
    clock: Clockwork = field(default_factory=Clockwork)

    def __post_init__(self) -> None:
        there = self.folder / "settings.toml"
        self.settings = there if there.exists() else start(self.folder)
        self.settle(self.more)

    def settle(self, more: str) -> None:
        """Write the settings anew, and open the office with them."""
        self.settings.write_text(settings_text(self.port, more=more))
        self.reopen()

    def reopen(self) -> None:
        """Open the office anew, as its settings now are."""
        if hasattr(self, "office"):
            self.office.close()
        self.office: Office = compose(self.settings, self.clock)

    def a_night(self, **later: float) -> None:
        """Let time pass, run a night and deliver."""
        self.clock.forward(**later)
        self.office.nightly()
        self.office.deliver()

    def receive_all(self, *, people: list[tuple[str, str]] | None = None) -> None:
        """The whole school's export, and 3B's list with Charlie in it."""
        self.office.receive("contacts.csv", an_export(families()))
        self.office.receive("3B.csv", a_list([*carers(), CHARLIE] if people is None else people))

    def first_night(self) -> None:
        """The first night, read and released by the office, so that the letters are out."""
        self.receive_all()
        self.a_night()
        self.office.release("3B", "Tola")
        self.a_night()
