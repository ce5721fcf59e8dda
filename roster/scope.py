"""Which children a group is for, told from its name and the classes on the roll."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from roster.people import Pupil
from roster.text import folded, words
from roster.words import listed

_YEAR_CELL = re.compile(r"(?:year group|year level|nc year|year|yr|y|ncy|nc|grade)?[\s.:]*(-?\d{1,2})(?:\.0)?")
_YEAR_THEN_CLASS = re.compile(r"(?:year|yr|y)\s*0*(\d{1,2})(?!\d)(?P<rest>.+)")
_CLASS_WITH_YEAR = re.compile(r"(?:year|yr|y)?\s*0*(\d{1,2}|r|n)(?![0-9])[\s\-/]*[a-z]*.*")
_EARLY_CLASS = re.compile(r"(?:year\s+)?(reception|nursery|pre-school|preschool)\b.*|(r)[1-9]")
# "12/BBN" is a tutor's initials under a number that need not be the year; "3/4 Oak" is a class of two years.
_NO_YEAR_OF_ITS_OWN = re.compile(r"\d{1,2}\s*/\s*[a-z]{2}.*|(?:year|yr|y)?\s*\d{1,2}\s*(?:[-/&+]|and)\s*\d{1,2}\b.*")
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*")
_YEAR_NAMED = re.compile(r"^(?:year group|year|yr|y)\s+|\s+(?:class|year|group)$")
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
_EARLY_CELLS = _EARLY_YEARS | {
    "pre school": -1, "pre-nursery": -1, "playgroup": -1, "e1": -1, "e2": -1, "f1": -1, "foundation 1": -1,
    "foundation stage 1": -1, "nursery 1": -1, "nursery 2": -1, "f2": 0, "foundation 2": 0, "foundation stage 2": 0,
}  # fmt: skip
_OLDEST = 14
_SEPTEMBER = 9
_FAR_ABOVE = 3


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
    classes = _by_key({one for pupil in everybody for one in pupil.classes})
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
    """Read a year-group cell: "Year 3", "Y3", "03", "R", "Reception", "FS1", "-2", "Y0-A"; None if it says no year.

    Nursery is -1 (iSAMS has -2 for it), Reception 0. A class beside the year does no harm, another year does.
    """
    plain = folded(cell)
    stripped = _YEAR_NAMED.sub("", plain)
    if plain in _EARLY_CELLS or stripped in _EARLY_CELLS:
        return _EARLY_CELLS[plain if plain in _EARLY_CELLS else stripped]
    found = _YEAR_CELL.fullmatch(plain)
    if found:
        return max(-1, int(found[1])) if -2 <= int(found[1]) <= _OLDEST else None
    beside = _YEAR_THEN_CLASS.fullmatch(plain)
    if not beside or int(beside[1]) > _OLDEST or set(re.findall(r"\d+", beside["rest"])) - {beside[1]}:
        return None
    return int(beside[1])


@lru_cache(maxsize=4096)
def year_of_class(cell: str) -> int | None:
    """Read the year out of a class name, for a roll that has no year column: "3B" and "Y3 Oak" are 3, "RB" is 0.

    "12/BBN" says none: such a number need not be the year's.
    """
    plain = folded(cell)
    stripped = _YEAR_NAMED.sub("", plain)
    if stripped in _EARLY_YEARS:
        return _EARLY_YEARS[stripped]
    early = _EARLY_CLASS.fullmatch(plain)
    if early:
        return _EARLY_YEARS[early[1] or early[2]]
    found = None if _NO_YEAR_OF_ITS_OWN.fullmatch(plain) else _CLASS_WITH_YEAR.fullmatch(plain)
    if not found or (found[1].isalpha() and len(plain) > 2):
        return None
    if found[1].isalpha():
        return _EARLY_YEARS[found[1]]
    return int(found[1]) if int(found[1]) <= _OLDEST else None


def year_said(year: int) -> str:
    """Say a year group: -1 is "Nursery", 0 "Reception", 3 "Year 3"."""
    return {-1: "Nursery", 0: "Reception"}.get(year, f"Year {year}")


@lru_cache(maxsize=4096)
def class_key(name: str) -> str:
    """Make class names comparable: "Class 3B", "3 B", "03B" and "3-b" are one."""
    parts = [word for word in words(name.replace("-", " ").replace("/", " ")) if word not in _LITTLE_WORDS]
    return "".join(parts or words(name)).lstrip("0")


def _by_key(names: set[str]) -> dict[str, str]:
    """Every class by its key; one with a second name in brackets, "Oak (R1)", also by each that no other class has."""
    parts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for part in (_IN_BRACKETS.sub(" ", name).strip(), *_IN_BRACKETS.findall(name)):
            parts[class_key(part)].append(name)
    aliases = {key: having[0] for key, having in parts.items() if key and len(having) == 1}
    return aliases | {class_key(name): name for name in sorted(names)}


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
    oldest = _oldest_year(pupils, date(ends - 1, _SEPTEMBER, 1))
    if not leaves or oldest is None:
        return None
    return Scope(Kind.COHORT, leaves[1], frozenset({oldest - (int(leaves[1]) - ends)}))


def _oldest_year(pupils: tuple[Pupil, ...], began: date) -> int | None:
    """The year group from which children leave the school in the year that began on a day, leavers of this year included.

    One far above all others is a slip of the pen. How many are in it does not matter, for a long export is cut down to a
    few of each year.
    """
    here = [pupil for pupil in pupils if not pupil.left_on or pupil.left_on >= began] or pupils
    runs: list[list[int]] = []
    for year in sorted({pupil.year for pupil in here if pupil.year is not None}):
        if runs and year - runs[-1][-1] <= _FAR_ABOVE:
            runs[-1].append(year)
        else:
            runs.append([year])
    return max(runs, key=len)[-1] if runs else None
