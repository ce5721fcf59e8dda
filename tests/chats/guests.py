"""The people of a member list, what a list shows of each, and how the lists are put into files."""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from random import Random
from typing import Any

from tests.chats.bodies import Secrets
from tests.chats.people import key_of

LIDS = ("132457689801234", "98765432101234", "215364758697081")
NAMES = (
    *(
        "Ola Bello",
        "Femi 🌸",
        "Bello, Tola",
        "Ade O’Hara",
        "=1+3",
        'The "Boss"',
        "+mum",
        "Zoë Ünal",
        "@jo",
        "-Sade-",
        "Mum & Dad",
    ),
    *(
        "Kemi: 3B",
        "Yemi (left)",
        "Temi 👩‍👧",
        "אולה בלו",
        "<b>Remi</b>",
        "Dayo'; --",
        "Wale; Oak",
        "Ife\tAyo",
        "O'Neil Jo",
    ),
)


@dataclass(frozen=True)
class Guest:
    """Somebody in a list; `number` in E.164. `lid` is an id that is no number, and must never be taken for one."""

    name: str
    number: str
    email: str
    lid: str = ""
    admin: bool = False

    @property
    def digits(self) -> str:
        return self.number[1:]


@dataclass(frozen=True)
class Seen:
    """What a list shows of one person: a number, an address, a name, or only an opaque id."""

    number: str = ""
    email: str = ""
    name: str = ""

    def is_shown_by(self, numbers: Iterable[str], emails: Iterable[str], names: Iterable[str]) -> bool:
        """Whether a member with these is that person, going by the strongest that the list shows."""
        if self.number:
            return self.number in numbers
        if self.email:
            return self.email in emails
        return key_of(self.name) in {key_of(name) for name in names}


@dataclass(frozen=True)
class Listing:
    """A list as a file. `absence` says whether it proves absence: yes, no, or (None) that opinions may differ."""

    format: str
    file: str
    content: bytes
    seen: tuple[Seen, ...]
    absence: bool | None = None
    gone: tuple[Seen, ...] = ()
    said: int | None = None
    events: bool = False
    secrets: tuple[str, ...] = field(default=(), repr=False)


def guests(rng: Random, many: int) -> list[Guest]:
    """So many people, no two alike."""
    names = rng.sample(NAMES, many)
    numbers = rng.sample(range(1000), many)
    return [
        Guest(name, f"+447700900{number:03}", f"p{number:03}@example.org", rng.choice(LIDS)[:-3] + f"{number:03}", admin=place == 0)
        for place, (name, number) in enumerate(zip(names, numbers, strict=True))
    ]  # fmt: skip


def a_table(rows: Iterable[Sequence[Any]], *, encoding: str = "utf-8", end: str = "\n", delimiter: str = ",") -> bytes:
    text = StringIO()
    csv.writer(text, lineterminator=end, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def a_book(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, str):
                    cell.data_type = "s"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def a_record(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def about(secrets: Secrets) -> str:
    """A text that people write of themselves."""
    return f"Busy, {secrets.another('about')}"
