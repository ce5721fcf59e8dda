"""A made-up school big enough to measure, with numbers from the ranges that Ofcom keeps for drama."""

import csv
from itertools import product
from pathlib import Path
from random import Random

from openpyxl import Workbook

_HEADINGS = (
    "Surname,Forename,UPN,Year,Reg,Date of birth,Leaving date,Relationship,Title,Surname,Forename,Priority,"
    "Parental responsibility,Mobile,Home,Email,Postcode"
).split(",")
_DRAMA = ("07700 900", "020 7946 0", "0161 496 0", "0113 496 0", "0114 496 0", "0121 496 0", "0131 496 0", "0151 496 0")
_SPELLINGS = ("{}", "{} ", "+44{}", "44{}", "0044{}", "Mob: {}", "{} (work)")
_CONTACTS_A_PUPIL = 2.25


def numbers() -> list[str]:
    """Give 8,000 different numbers, as they are written in Britain."""
    return [f"{head}{tail:03d}" for tail, head in product(range(1000), _DRAMA)]


def rows(pupils: int, seed: int = 1) -> list[list[object]]:
    """Give a long export: one row per pupil and contact, numbers in mixed spellings."""
    random = Random(seed)
    mobiles = numbers()
    told: list[list[object]] = []
    for pupil in range(pupils):
        for contact in range(2 + (pupil % 4 == 0)):
            mobile = mobiles[len(told) % len(mobiles)]
            spelling = random.choice(_SPELLINGS) if random.random() < 0.5 else "{}"
            spelt = spelling.format(mobile.removeprefix("0") if "44" in spelling else mobile)
            told.append(
                [
                    f"Bello{pupil}", f"Ade{pupil}", f"B{820123400000 + pupil}", f"Year {pupil % 7}",
                    f"{pupil % 7}{'ABCDE'[pupil // 7 % 5]}", "01/09/2018", "17/07/2026" if pupil % 50 == 0 else "",
                    ("Mother", "Father", "Grandmother")[contact], "Mx", f"Bello{pupil}", f"Ola{pupil}x{contact}",
                    contact + 1, "Yes", spelt, f"01632 960{pupil % 1000:03d}", f"ola{pupil}.{contact}@example.org", "ZZ1 1ZZ",
                ]
            )  # fmt: skip
    return told


def long_rows(count: int, seed: int = 3) -> list[list[object]]:
    """Give a long export of so many rows: two or three contacts a pupil, a mobile each, a landline for each household.

    The drama ranges are too small for it; these mobiles are of the block 072, which Ofcom has given to nobody.
    """
    random = Random(seed)
    told: list[list[object]] = []
    pupil = 0
    while len(told) < count:
        for contact in range(2 + pupil % 2):
            mobile = f"0{7_200_000_000 + len(told)}"
            spaced = f"{mobile[:5]} {mobile[5:]}" if random.random() < 0.3 else mobile
            spelling = random.choice(_SPELLINGS) if random.random() < 0.2 else "{}"
            told.append(
                [
                    f"Bello{pupil}", f"Ade{pupil % 977}", f"B{820123400000 + pupil}", f"Year {pupil % 7}",
                    f"{pupil % 7}{'ABCDE'[pupil // 7 % 5]}", f"{1 + pupil % 28:02d}/{1 + pupil % 12:02d}/{2010 + pupil % 9}",
                    "17/07/2026" if pupil % 50 == 0 else "", ("Mother", "Father", "Grandmother")[contact], "Mx",
                    f"Bello{pupil}", f"Ola{(pupil * 3 + contact) % 4001}", contact + 1, "Yes",
                    spelling.format(spaced.removeprefix("0") if "44" in spelling else spaced),
                    f"01632 {pupil:06d}", f"ola{pupil}.{contact}@example.org", "ZZ1 1ZZ",
                ]
            )  # fmt: skip
        pupil += 1
    return told[:count]


def write_xlsx(path: Path, told: list[list[object]]) -> None:
    """Write the export as a workbook, with a title line."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Report")
    for row in (["Pupil contacts"], [], _HEADINGS, *told):
        sheet.append(row)
    book.save(path)


def write_csv(path: Path, told: list[list[object]]) -> None:
    """Write the export as CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([_HEADINGS, *told])


def write_list(path: Path, told: list[list[object]], members: int = 60) -> None:
    """Write a member list: carers from all over the school, and two strangers at the end."""
    step = max(1, len(told) // members)
    known = [(f"{row[10]} {row[9]}", row[13]) for row in told[::step]][: members - 2]
    strangers = [("Charlie Novak", "+44 1632 960999"), ("Sam Novak", "+44 1632 960998")]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("Name", "Phone"), *known, *strangers])
