"""Which children a group is for, told from its name and the classes on the roll."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from roster.people import Pupil
from roster.text import folded, words
from roster.words import listed

_YEAR_CELL = re.compile(r"(?:year|yr|y|nc|ncy|grade|year group)?\s*(-?\d{1,2})")
_CLASS_WITH_YEAR = re.compile(r"(?:year|yr|y)?\s*0*(\d{1,2}|r|n)(?![0-9])[\s\-/]*[a-z]*.*")
_YEAR_IN_NAME = re.compile(
    r"\b(?:years?|yrs?|y)\s*(?:group\s*)?\d{1,2}(?:\s*(?:,|&|\+|/|and)\s*(?:year|yr|y)?\s*\d{1,2})*\b"
)
_CLASS_IN_NAME = re.compile(
    r"\b(?:class|form|tutor group)\s+([a-z0-9]+)\b|\b(?:year|yr|y)?\s?(\d{1,2})(?!st\b|nd\b|rd\b|th\b)([a-z]{1,2})\b"
)
_COHORT = re.compile(r"\b(?:class of|leavers(?: of)?|cohort(?: of)?)\s*(20\d\d)\b")
_INTAKE = re.compile(r"\b(20\d\d)\s+(?:intake|starters)|\b(?:intake|starters)(?: of)?\s+(20\d\d)\b")
_WHOLE = frozenset({"school", "everyone", "everybody", "all"})
_LITTLE_WORDS = frozenset(["class", "form", "tutor", "group", "reg", "registration", "year", "yr", "the"])
_EARLY_YEARS = {
    "nursery": -1, "n": -1, "n1": -1, "n2": -1, "pre-school": -1, "preschool": -1,
    "reception": 0, "r": 0, "yr": 0, "rec": 0, "foundation": 0, "fs2": 0, "fs1": -1, "eyfs": 0,
}  # fmt: skip
_SEPTEMBER = 9


class Kind(Enum):
    """What a scope is cut by."""

    CLASS = "class"
    YEAR = "year"
    COHORT = "cohort"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Scope:
    """The children a group is for. `guessed` says that the name told nothing, so that it is the whole school."""

    kind: Kind
    value: str = ""
    years: frozenset[int] = frozenset()
    guessed: bool = False

    def includes(self, pupil: Pupil) -> bool:
        """Whether the group is for this pupil's carers."""
        if self.kind is Kind.SCHOOL:
            return True
        if self.kind is Kind.CLASS:
            return class_key(self.value) in map(class_key, pupil.classes)
        return pupil.year in self.years

    def may_include(self, pupil: Pupil) -> bool:
        """Whether the group may be for this pupil's carers, for all that the roll says of the pupil's class and year."""
        silent = not pupil.classes if self.kind is Kind.CLASS else pupil.year is None
        return silent or self.includes(pupil)

    @property
    def said(self) -> str:
        """How the scope is said to people: "class 3B", "Year 3", "Reception", "the whole school"."""
        if self.kind is Kind.CLASS:
            return f"class {self.value}"
        if self.kind is Kind.SCHOOL:
            return "the whole school"
        return self.value if self.kind is Kind.YEAR else f"the class of {self.value}"


def scope_of(name: str, pupils: Iterable[Pupil], day: date) -> Scope:
    """Tell a group's scope from its name: a class on the roll, a year, a cohort, the whole school.

    The longest class name that stands in the group's name wins; a name that reads like a class or a year the roll
    lacks keeps that scope, so that the guard can object; a name that fits nothing means the whole school.
    """
    everybody = tuple(pupils)
    plain = folded(name).replace("_", " ")
    classes = {class_key(one): one for pupil in everybody for one in pupil.classes}
    named = _classes_in(plain, classes)
    if len(named) == 1:
        return Scope(Kind.CLASS, named[0])
    cohort = _cohort(plain, everybody, day)
    if cohort:
        return cohort
    years = _years_in(plain)
    if years:
        return Scope(Kind.YEAR, listed([year_said(year) for year in years]), frozenset(years))
    if named:
        return _years_of(named, everybody)
    if _WHOLE & set(words(plain)):
        return Scope(Kind.SCHOOL)
    missing = _CLASS_IN_NAME.search(plain)
    if missing and (missing[2] or any(char.isdigit() for char in missing[1])):
        return Scope(Kind.CLASS, (missing[1] or f"{missing[2]}{missing[3]}").upper())
    return Scope(Kind.SCHOOL, guessed=True)


@lru_cache(maxsize=4096)
def year_of(cell: str) -> int | None:
    """Read a year-group cell: "Year 3", "Y3", "03", "R", "Reception", "Nursery", "-2"; None if it says no year.

    Nursery is -1 (iSAMS has -2 for it), Reception 0.
    """
    plain = folded(cell)
    if plain in _EARLY_YEARS:
        return _EARLY_YEARS[plain]
    stripped = plain.removeprefix("year ").strip()
    if stripped in _EARLY_YEARS:
        return _EARLY_YEARS[stripped]
    found = _YEAR_CELL.fullmatch(plain)
    return max(-1, int(found[1])) if found and -2 <= int(found[1]) <= 14 else None


@lru_cache(maxsize=4096)
def year_of_class(cell: str) -> int | None:
    """Read the year out of a class name, for a roll that has no year column: "3B" and "Y3 Oak" are 3, "RB" is 0."""
    plain = folded(cell)
    if plain in _EARLY_YEARS:
        return _EARLY_YEARS[plain]
    found = _CLASS_WITH_YEAR.fullmatch(plain)
    if not found or (found[1].isalpha() and len(plain) > 2):
        return None
    return _EARLY_YEARS[found[1]] if found[1].isalpha() else int(found[1])


def year_said(year: int) -> str:
    """Say a year group: -1 is "Nursery", 0 "Reception", 3 "Year 3"."""
    return {-1: "Nursery", 0: "Reception"}.get(year, f"Year {year}")


@lru_cache(maxsize=4096)
def class_key(name: str) -> str:
    """Make class names comparable: "Class 3B", "3 B", "03B" and "3-b" are one."""
    parts = [word for word in words(name.replace("-", " ").replace("/", " ")) if word not in _LITTLE_WORDS]
    return "".join(parts or words(name)).lstrip("0")


def _classes_in(plain: str, classes: dict[str, str]) -> list[str]:
    parts = words(plain.replace("-", " ").replace("/", " "))
    found: list[tuple[int, int]] = []
    named: dict[str, str] = {}
    for length in range(len(parts), 0, -1):
        for start in range(len(parts) - length + 1):
            key = class_key(" ".join(parts[start : start + length]))
            inside = any(first <= start and start + length <= last for first, last in found)
            if key in classes and not inside and not _is_only_a_year(parts[start : start + length], key):
                found.append((start, start + length))
                named[key] = classes[key]
    return list(named.values())


def _is_only_a_year(parts: list[str], key: str) -> bool:
    return key.isdigit() and parts[0] in {"year", "yr", "y"}


def _years_in(plain: str) -> tuple[int, ...]:
    found = _YEAR_IN_NAME.search(plain)
    if found:
        return tuple(dict.fromkeys(int(number) for number in re.findall(r"\d{1,2}", found[0])))
    early = [_EARLY_YEARS[word] for word in words(plain) if len(word) > 2 and word in _EARLY_YEARS]
    return tuple(early[:1])


def _years_of(named: list[str], pupils: tuple[Pupil, ...]) -> Scope:
    keys = set(map(class_key, named))
    years = {pupil.year for pupil in pupils if keys & set(map(class_key, pupil.classes)) and pupil.year is not None}
    if len(years) == 1:
        (year,) = years
        return Scope(Kind.YEAR, year_said(year), frozenset({year}))
    return Scope(Kind.SCHOOL, guessed=True)


def _cohort(plain: str, pupils: tuple[Pupil, ...], day: date) -> Scope | None:
    ends = day.year + 1 if day.month >= _SEPTEMBER else day.year
    leaves, starts = _COHORT.search(plain), _INTAKE.search(plain)
    if starts:
        begun = int(starts[1] or starts[2])
        return Scope(Kind.COHORT, str(begun), frozenset({ends - 1 - begun}))
    oldest = max((pupil.year for pupil in pupils if pupil.year is not None), default=None)
    if not leaves or oldest is None:
        return None
    return Scope(Kind.COHORT, leaves[1], frozenset({oldest - (int(leaves[1]) - ends)}))
