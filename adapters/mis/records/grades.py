"""Grades as the American standards write them, as year groups."""

from collections.abc import Iterable

from roster.headings import squashed

_BEFORE_SCHOOL = frozenset("it pr pk tk infanttoddler preschool prekindergarten prek transitionalkindergarten".split())
_FIRST_YEAR = frozenset({"kg", "k", "kindergarten"})
_NO_YEAR = frozenset(
    (
        "ps ps1 ps2 ps3 ps4 postsecondary undergraduate graduate postgraduate adulteducation alumni ug ungraded other"
    ).split()
)


def years_of(grades: Iterable[str]) -> tuple[str, ...]:
    """Give the year groups that grades stand for, each once: "03" and "Year 3" stay, KG is 0, what comes before is -1.

    The codes are those of CEDS (Entry Grade Level) and of Clever. A school in Britain has its own years there, "03" for
    Year 3, so the number is taken as it stands; an American grade 3 would be a year higher. What is beyond school, or
    is no grade, is no year.
    """
    said = dict.fromkeys(_year_of(grade.strip()) for grade in grades)
    return tuple(year for year in said if year)


def _year_of(grade: str) -> str:
    code = squashed(grade)
    if code in _NO_YEAR:
        return ""
    if code.isdecimal():
        return str(int(code))
    return "-1" if code in _BEFORE_SCHOOL else "0" if code in _FIRST_YEAR else grade
