"""`make bench`: every figure is a ratio to a floor taken in the same run; medians, run by run in turn."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from tests.bench import chats, long, nights, school

_ROUNDS = 9
_INTERPRETER_ALLOWANCE = 0.35
_OPENING = """
import sys, time
begun = time.perf_counter()
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
print(time.perf_counter() - begun)
"""
_PASSING = """
import csv, sys, time
begun = time.perf_counter()
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.reader(file):
        pass
print(time.perf_counter() - begun)
"""


def main() -> None:
    """Measure, and print a table and, last, one line of JSON."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        figures = {
            **_checking(home), **_numbers(), **long.figures(home), **chats.figures(home), **nights.figures(home),
        }  # fmt: skip
    table = Table("figure", "measured", "goal", title="Roster: ratios in one run")
    for name, (measured, goal) in figures.items():
        table.add_row(name, f"{measured:.3f}", goal)
    Console().print(table)
    print(json.dumps({name: round(measured, 4) for name, (measured, _) in figures.items()}))


def _checking(folder: Path) -> dict[str, tuple[float, str]]:
    told = school.rows(1000)
    book, text, listed = folder / "contacts.xlsx", folder / "contacts.csv", folder / "3B.csv"
    school.write_xlsx(book, told)
    school.write_csv(text, told)
    school.write_list(listed, told)
    bare, opening, passing, xlsx, plain = [], [], [], [], []
    for _ in range(_ROUNDS):
        bare.append(_whole([sys.executable, "-c", "pass"]))
        opening.append(_inside(_OPENING, book))
        xlsx.append(_whole(_check(book, listed)))
        passing.append(_inside(_PASSING, text))
        plain.append(_whole(_check(text, listed)))
    opened, whole = statistics.median(opening), statistics.median(xlsx)
    allowed = 1.5 * opened + _INTERPRETER_ALLOWANCE
    return {
        "bare interpreter, s": (statistics.median(bare), ""),
        "opening the 1,000-pupil workbook alone (python-calamine), s": (opened, ""),
        "roster check, that workbook and 60 members, s": (whole, f"< {allowed:.3f}"),
        "roster check / (1.5 x opening + 0.35 s)": (whole / allowed, "< 1"),
        "reading the same as csv alone (csv.reader), s": (statistics.median(passing), ""),
        "roster check on the csv, s": (statistics.median(plain), ""),
    }


def _numbers() -> dict[str, tuple[float, str]]:
    import phonenumbers

    from roster.telephones import read_telephones

    random = Random(2)
    spelt = [str(row[13]) for row in school.rows(3000)]
    random.shuffle(spelt)

    def by_library(text: str) -> str:
        digits = text.replace("Mob:", "").replace("(work)", "")
        return phonenumbers.format_number(phonenumbers.parse(digits, "GB"), phonenumbers.PhoneNumberFormat.E164)

    theirs = _per_item(by_library, spelt)
    ours = _per_item(read_telephones, spelt)
    return {"telephone cells: phonenumbers alone / roster": (theirs / ours, "> 1")}


def _per_item(work: Callable[[str], object], items: list[str]) -> float:
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        for item in items:
            work(item)
        times.append((time.perf_counter() - begun) / len(items))
    return statistics.median(times)


def _check(export: Path, listed: Path) -> list[str]:
    return [sys.executable, "-m", "jobs", "check", str(export), f"school={listed}", "--on", "2026-11-22"]


def _whole(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - begun


def _inside(script: str, path: Path) -> float:
    return float(subprocess.run([sys.executable, "-c", script, str(path)], check=True, capture_output=True).stdout)


if __name__ == "__main__":
    main()
