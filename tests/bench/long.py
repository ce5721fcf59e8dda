"""A country's worth of one export: a quarter of a million rows of pupil and contact, held against a bare reader."""

from itertools import pairwise
from math import log
from pathlib import Path

from tests.bench import measuring, school

_ROWS = 250_000
_ROUNDS = 3
_GROWTH = (1_000, 10_000, 100_000, 1_000_000)
_CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""
_CSV_READER = """
import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.reader(file):
        pass
"""

Figures = dict[str, tuple[float, str]]


def figures(folder: Path) -> Figures:
    """Measure both kinds of file, their memory, and how time grows with rows."""
    told = school.long_rows(_ROWS)
    book, text, listed = folder / "long.xlsx", folder / "long.csv", folder / "school.csv"
    school.write_xlsx(book, told)
    school.write_csv(text, told)
    school.write_list(listed, told)
    _prove(measuring.told(book, listed), told)
    calamine, reader = measuring.script(_CALAMINE, book), measuring.script(_CSV_READER, text)
    taken = measuring.in_turn(
        _ROUNDS, calamine=calamine, xlsx=measuring.check(book, listed), reader=reader, csv=measuring.check(text, listed)
    )
    bare, ours = (measuring.whole(one, watch=True).megabytes for one in (calamine, measuring.check(book, listed)))
    return {
        f"{_ROWS:,} rows of xlsx, python-calamine alone, s": (taken["calamine"], ""),
        f"{_ROWS:,} rows of xlsx, roster check, s": (taken["xlsx"], ""),
        "  ratio": (taken["xlsx"] / taken["calamine"], "<= 1.4"),
        "  peak memory, roster check (all processes) / python-calamine": (ours / bare, "<= 1.5"),
        f"{_ROWS:,} rows of csv, csv.reader alone, s": (taken["reader"], ""),
        f"{_ROWS:,} rows of csv, roster check, s": (taken["csv"], ""),
        "  ratio of csv": (taken["csv"] / taken["reader"], "<= 3"),
        **_growth(folder, listed),
    }


def _growth(folder: Path, listed: Path) -> Figures:
    times = {}
    for rows in _GROWTH:
        text = folder / f"{rows}.csv"
        school.write_csv(text, school.long_rows(rows))
        times[rows] = measuring.in_turn(_ROUNDS, csv=measuring.check(text, listed))["csv"]
        text.unlink()
    steps = pairwise(_GROWTH)
    worst = max(log(times[more] / times[less]) / log(more / less) for less, more in steps)
    return {
        **{f"{rows:,} rows of csv, roster check, s (growth)": (taken, "") for rows, taken in times.items()},
        "  steepest growth from one to the next, exponent": (worst, "<= 1.05"),
    }


def _prove(answer: dict[str, object], told: list[list[object]]) -> None:
    """A fast wrong answer is no figure: the pupils, contacts and the two strangers must be right."""
    export, (group,) = answer["export"], answer["groups"]  # type: ignore[misc]
    pupils = {row[2] for row in told}
    leavers = {row[2] for row in told if row[6]}
    right = (len(pupils) - len(leavers), len(leavers), len(told))
    found = (export["pupils_on_roll"], export["leavers"], export["contacts"])  # type: ignore[index]
    strangers = [one["member"]["shown_as"] for one in group["verdicts"] if one["reason"] == "not-on-roll"]  # type: ignore[index]
    if found != right or [one.split(",")[0].split()[0] for one in strangers] != ["Charlie", "Sam"]:
        raise AssertionError(f"roster check answers {found} and {strangers}, and {right} is right")
