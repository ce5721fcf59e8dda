"""What becomes of a good export on its way: cut, filtered, blanked, mangled, exchanged. Each case has a name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.schools.containers import SUFFIXES, Manner, save
from tests.spoilt.school import FORMS, HEADINGS, Row, children, rows_of

Change = Callable[[list[Row]], list[Row]]
CONTAINERS = ("csv", "xlsx", "ods", "spreadsheetml", "html")
NAME, PHONE, FORM, YEAR, LEFT, BORN = (
    HEADINGS.index(one) for one in ("Contact Name", "Mobile", "Reg", "Year", "Leaving Date", "Date of Birth")
)


@dataclass(frozen=True)
class Case:
    """A bad export: what was done to it, its file's name, and its bytes on the first day and on a later one."""

    name: str
    file: str
    content: bytes
    again: bytes


def cases() -> list[Case]:
    """All of them, in an order that does not change."""
    return [*_cut_rows(), *_cut_bytes(), *_filtered(), *_mangled(), *_columns(), *_exchanged()]


def written(container: str, rows: list[Row]) -> bytes:
    """The rows in a container."""
    with TemporaryDirectory() as folder:
        return save(container, Path(folder), rows, Manner()).read_bytes()


def _case(name: str, container: str, rows: list[Row], cut: Callable[[bytes], bytes] = lambda whole: whole) -> Case:
    again = [rows[0], *reversed(rows[1:])] if len(rows) > 2 and cut(b"x") == b"x" else [*rows, *rows[-1:]]
    file = f"contacts.{SUFFIXES.get(container, container)}"
    return Case(f"{container}: {name}", file, cut(written(container, rows)), cut(written(container, again)))


def good() -> list[Row]:
    """The export as it should be."""
    return rows_of(children())


def _cut_rows() -> Iterator[Case]:
    """Cut at the end of a line, where nothing shows it."""
    whole = good()
    last = len(whole) * 85 // 100
    for container, every in (("csv", 1), ("xlsx", 3), ("ods", 4), ("spreadsheetml", 4), ("html", 4)):
        for kept in range(2, last, every):
            yield _case(f"cut after row {kept} of {len(whole)}", container, whole[:kept])


def _cut_bytes() -> Iterator[Case]:
    """Cut anywhere, as by a broken line."""
    for container, steps in (("csv", 60), ("xlsx", 15), ("ods", 15), ("spreadsheetml", 20), ("html", 20)):
        size = len(written(container, good()))
        for at in range(steps):
            kept = (at + 1) * size // (steps + 1) + 7
            yield _case(f"cut after byte {kept} of {size}", container, good(), lambda whole, kept=kept: whole[:kept])


def _filtered() -> Iterator[Case]:
    """A filter was on."""
    for container in CONTAINERS:
        for form in FORMS:
            yield _case(f"without {form}", container, _only(lambda row, form=form: row[FORM] != form))
            yield _case(f"only {form}", container, _only(lambda row, form=form: row[FORM] == form))
    for form, other in pairwise(FORMS):
        yield _case(f"without {form} and {other}", "csv", _only(lambda row, two=(form, other): row[FORM] not in two))
    for letter in "AKOZ":
        yield _case(f"names after {letter}", "csv", _only(lambda row, letter=letter: row[NAME] > letter))
    for priority in "12":
        yield _case(f"priority {priority}", "csv", _only(lambda row, priority=priority: row[9] == priority))
    for share in range(2, 12):
        yield _case(f"every {share}th row gone", "csv", _only(lambda row, share=share: hash_of(row) % share != 0))
    for size in (1, 2, 5, 10, 20, 25, 30, 40):
        yield _case(f"first {size} alone", "xlsx", good()[: size + 1])


def hash_of(row: Row) -> int:
    """A number that a row always has."""
    return sum(map(ord, "".join(row)))


def _only(keep: Callable[[Row], bool]) -> list[Row]:
    whole = good()
    return [whole[0], *filter(keep, whole[1:])]


BLANKS = {"blank": "", "#N/A": "#N/A", "#REF!": "#REF!", "nought": "0", "dash": "-", "scientific": "4.47701E+11"}


def _mangled() -> Iterator[Case]:
    """Cells are not what they were: numbers gone or rounded, everybody a leaver."""
    for container in ("csv", "xlsx", "spreadsheetml"):
        for said, value in BLANKS.items():
            yield _case(f"numbers {said}", container, _with(PHONE, lambda _, value=value: value))
    for form in FORMS:
        for said, value in BLANKS.items():
            yield _case(f"numbers of {form} {said}", "csv", _with(PHONE, lambda _, value=value: value, form))
    for digits in range(1, 8):
        yield _case(f"numbers without {digits} digits", "csv", _with(PHONE, lambda cell, digits=digits: cell[:-digits]))
        yield _case(f"numbers rounded at {digits}", "csv", _with(PHONE, lambda cell, n=digits: cell[:-n] + "0" * n))
    yield _case("one number for all", "csv", _with(PHONE, lambda _: "07700 900100"))
    for day in ("31/08/2026", "17/07/2026", "01/01/1900", "20/11/2026"):
        yield _case(f"everybody left on {day}", "csv", _with(LEFT, lambda _, day=day: day))
        for form in FORMS:
            yield _case(f"{form} left on {day}", "csv", _with(LEFT, lambda _, day=day: day, form))


def _columns() -> Iterator[Case]:
    """A column is empty, gone, sorted without the others, or under another's heading."""
    for column, heading in enumerate(HEADINGS):
        yield _case(f"{heading} blank", "csv", _with(column, lambda _: ""))
        yield _case(f"{heading} gone", "csv", [(*row[:column], *row[column + 1 :]) for row in good()])
        yield _case(f"{heading} one row down", "csv", _slid(column))
        yield _case(f"{heading} sorted alone", "csv", _sorted_alone(column))
        for form in FORMS[::2]:
            yield _case(f"{heading} of {form} blank", "xlsx", _with(column, lambda _: "", form))
    for one in range(len(HEADINGS)):
        for other in range(one):
            yield _case(f"{HEADINGS[other]} and {HEADINGS[one]} exchanged", "csv", _exchange(one, other))


def _with(column: int, change: Callable[[str], str], form: str = "") -> list[Row]:
    def changed(row: Row) -> Row:
        here = form in {"", row[FORM]}
        return (*row[:column], change(row[column]), *row[column + 1 :]) if here else row

    whole = good()
    return [whole[0], *map(changed, whole[1:])]


def _slid(column: int) -> list[Row]:
    whole = good()
    cells = ["", *(row[column] for row in whole[1:])]
    return [whole[0], *((*row[:column], cell, *row[column + 1 :]) for row, cell in zip(whole[1:], cells, strict=False))]


def _sorted_alone(column: int) -> list[Row]:
    whole = good()
    cells = sorted((row[column] for row in whole[1:]), key=lambda cell: cell[::-1])
    return [whole[0], *((*row[:column], cell, *row[column + 1 :]) for row, cell in zip(whole[1:], cells, strict=True))]


def _exchange(one: int, other: int) -> list[Row]:
    """The cells of two columns under each other's headings."""
    whole = good()
    order = [other if at == one else one if at == other else at for at in range(len(HEADINGS))]
    return [whole[0], *(tuple(row[at] for at in order) for row in whole[1:])]


def _exchanged() -> Iterator[Case]:
    """The wrong file altogether."""
    for container in CONTAINERS:
        yield _case("another school's", container, rows_of(children(500)))
        yield _case("another school's and a part of ours", container, [*rows_of(children(500)), *good()[1:20]])
        yield _case("last year's classes", container, _last_years())
        yield _case("headings alone", container, good()[:1])
        yield _case("nothing", container, [("",)])
    for part in range(5, 60, 5):
        yield _case(f"{part} rows of ours in another school's", "csv", [*rows_of(children(500)), *good()[1:part]])


def _last_years() -> list[Row]:
    """Everybody a year and a class lower; who is in the first year was not there yet."""
    whole = good()
    lower = {form: FORMS[at - 1] for at, form in enumerate(FORMS) if at}
    return [
        whole[0],
        *(
            (*row[:YEAR], lower[row[FORM]][0], lower[row[FORM]], *row[FORM + 1 :])
            for row in whole[1:]
            if row[FORM] in lower
        ),
    ]
