"""Which lines of a sheet hold people, and for which pupil a line without a pupil is."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from roster.asides import asides
from roster.cells import read_flag
from roster.columns import PUPIL, Column, Plan
from roster.dates import Order
from roster.digits import NO_NAME_HAS, digits_in
from roster.export import Export
from roster.headings import NAME_FIELDS, squashed
from roster.lines import Line
from roster.relations import Role, role_of
from roster.scope import year_of
from roster.telephones import says_none
from roster.text import folded
from roster.vocabulary import Field

_FOOTER = re.compile(
    r"(?:printed|print date|page \d|total|report|run (?:on|by|date)|generated|produced|end of|count|number of|exported|created|"
    r"©|copyright|confidential|\d[\d,]* (?:records|rows|pupils|students|contacts))\b.*|.*\bpage \d+ of \d+.*"
)
_FOOTER_CELLS_AT_MOST = 3
# A report that shows each pupil once may say the pupil again at the top of a page.
_FEW = 4
# So many pupils, and so large a part of all, have further rows where the sheet is written so; fewer may be an accident.
_CONTINUED_AT_LEAST = 4
_CONTINUED_ONE_IN = 3
_WHO = frozenset({Field.ID, Field.IGNORED, *NAME_FIELDS})


@dataclass(frozen=True, slots=True)
class Row:
    """A line that should hold people. `torn` says why it cannot be read; `same_pupil` that it continues the last one.

    A row that is `lost` is whole and in its columns, but nobody can say for which pupil it is. A `short` one has fewer
    cells than the others: blanks at its end, or it was broken in two. A `doubtful` one continues the last one in a sheet
    where hardly any row does so, and may as well be one that has lost its pupil.
    """

    number: int
    cells: tuple[str, ...]
    torn: str = ""
    same_pupil: bool = False
    lost: bool = False
    short: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """What a whole sheet tells about how to read one of its rows.

    `continues`: each pupil is shown once, and rows without a pupil continue the one above; `usual`: many pupils have such
    rows; `wholly`: they leave all of the pupil's cells blank. `asides` are the columns where no telephone number belongs,
    `width` is how many cells a row of delimited text has, `classes` the cells of each class
    column, `last` the number of a last row that the file ends in the middle of.
    """

    continues: bool
    usual: bool
    wholly: bool
    asides: frozenset[int]
    width: int | None
    classes: tuple[tuple[Column, frozenset[str]], ...]
    last: int | None
    orders: Mapping[int, Order] | None = None


def rows_of(export: Export, told: Survey) -> Iterator[Row]:
    """Give the rows that should hold people, in order; blank lines, footers and repeated headings fall away.

    A blank pupil means "the pupil above" in a sheet that shows each pupil once, and a lost pupil in a sheet that
    repeats the pupil on every row. A name that is missing beside a class or a birthday is lost too, unless the whole
    sheet is written so. A comma too many tears a row, unless it stands at the end and every cell is under its own
    heading. After a torn row nobody knows whom a continuation would continue. `told` is what the whole sheet
    tells, if these are only some of its rows.
    """
    plan = export.plan
    who = plan.of(PUPIL, Field.ID, *NAME_FIELDS)
    other = _besides(plan)
    fit = _Fit(plan, told.classes)
    # Before the first pupil there is none to continue, and after a torn row nobody knows which.
    follows_torn = True
    for number, cells in _people(export):
        torn = _tear(cells, told.width, fit, cut=number == told.last)
        blank = _blank(cells, who)
        lost = blank and not torn and (follows_torn or not told.continues or (told.wholly and not _blank(cells, other)))
        if not blank:
            follows_torn = bool(torn)
        why = "it does not say for which pupil it is" if lost else torn
        short = told.width is not None and len(cells) < told.width
        yield Row(number, cells, why, same_pupil=blank, lost=lost, short=short, doubtful=blank and not told.usual)


def surveyed(export: Export) -> Survey:
    """Look at a whole sheet for what it tells about how to read one of its rows."""
    who, other = export.plan.of(PUPIL, Field.ID, *NAME_FIELDS), _besides(export.plan)
    kept = list(_people(export))
    blanks = [cells for _, cells in kept if _blank(cells, who)]
    partly = sum(not _blank(cells, other) for cells in blanks)
    continues = not export.recorded and _shows_each_pupil_once(kept, who)
    width = _expected_width(export.plan, kept) if export.delimited else None
    whole = [cells for _, cells in kept if width is None or len(cells) <= width]
    classes = tuple(
        (column, frozenset(cell(cells, column) for cells in whole)) for column in export.plan.of(PUPIL, Field.CLASS)
    )
    wholly = continues and partly <= max(1, len(blanks) // 2)
    # A set is cut short in one of its files; the last of the records made of it is whole.
    last = kept[-1][0] if kept and export.cut_short and not export.recorded else None
    usual = _is_usually_continued(kept, who)
    return Survey(continues, usual, wholly, asides(export.plan, export.lines), width, classes, last)


def _people(export: Export) -> Iterator[Line]:
    headings = {squashed(text) for text in export.plan.headings}
    return (line for line in export.lines if export.recorded or _holds_people(line[1], headings))


def _besides(plan: Plan) -> tuple[Column, ...]:
    """The pupil's columns that say something of the pupil, but not which one."""
    return tuple(column for column in plan.columns if column.who == PUPIL and column.field not in _WHO)


def cell(cells: tuple[str, ...], column: Column) -> str:
    """Give a row's cell in a column; a short row has blanks at its end."""
    return cells[column.index] if column.index < len(cells) else ""


def _holds_people(cells: tuple[str, ...], headings: set[str]) -> bool:
    said = [text for text in cells if text]
    if not said:
        return False
    if len(said) <= _FOOTER_CELLS_AT_MOST and _FOOTER.fullmatch(folded(said[0])):
        return False
    return not (len(said) > 1 and all(squashed(text) in headings for text in said))


def _expected_width(plan: Plan, lines: list[Line]) -> int:
    usual = Counter(len(cells) for _, cells in lines).most_common(1)
    return max(plan.width, usual[0][0] if usual else 0)


class _Fit:
    """Whether a row's cells stand under their own headings, as far as their kinds can tell."""

    def __init__(self, plan: Plan, classes: tuple[tuple[Column, frozenset[str]], ...]) -> None:
        self._columns = [column for column in plan.columns if column.field in _KINDS]
        self._classes = classes

    def __call__(self, cells: tuple[str, ...]) -> bool:
        placed = all(cell(cells, column) in known for column, known in self._classes)
        return bool(self._classes) and placed and all(self._is_of_its_kind(cells, column) for column in self._columns)

    @staticmethod
    def _is_of_its_kind(cells: tuple[str, ...], column: Column) -> bool:
        said = cell(cells, column)
        return not said or _KINDS[column.field](said)


def _has_digits(said: str) -> bool:
    return any(map(str.isdigit, said))


def _is_no_number_nor_address(said: str) -> bool:
    return "@" not in said and digits_in(said) < NO_NAME_HAS


_KINDS: dict[Field, Callable[[str], bool]] = {
    Field.PHONE: lambda said: digits_in(said) >= NO_NAME_HAS or says_none(said),
    Field.EMAIL: lambda said: "@" in said,
    Field.LEFT: _has_digits,
    Field.START: _has_digits,
    Field.DOB: _has_digits,
    Field.YEAR: lambda said: year_of(said) is not None,
    Field.RELATION: lambda said: role_of(said) is not Role.UNREAD,
    Field.RESPONSIBILITY: lambda said: read_flag(said) is not None,
    Field.LIVES: lambda said: read_flag(said) is not None,
    Field.FIRST: _is_no_number_nor_address,
    Field.LAST: _is_no_number_nor_address,
    Field.FULL: _is_no_number_nor_address,
}


def _tear(cells: tuple[str, ...], width: int | None, fit: Callable[[tuple[str, ...]], bool], *, cut: bool) -> str:
    if width is not None and len(cells) > width and (any(cells[width:]) or not fit(cells)):
        return f"it has {len(cells)} cells under {width} headings, so its cells may have slipped"
    return "the file ends in the middle of it" if cut else ""


def _blank(cells: tuple[str, ...], who: tuple[Column, ...]) -> bool:
    return not any(cell(cells, column) for column in who)


def _shows_each_pupil_once(lines: list[Line], who: tuple[Column, ...]) -> bool:
    blanks = repeats = 0
    above: tuple[str, ...] = ()
    for _, cells in lines:
        pupil = tuple(cell(cells, column) for column in who)
        if not any(pupil):
            blanks += 1
        elif pupil == above:
            repeats += 1
        above = pupil if any(pupil) else above
    return blanks >= _FEW * repeats


def _is_usually_continued(lines: list[Line], who: tuple[Column, ...]) -> bool:
    """Whether so many pupils have further rows that a row without a pupil is surely one of those."""
    blanks = [_blank(cells, who) for _, cells in lines]
    continued = sum(below and not above for above, below in pairwise(blanks))
    shown = blanks.count(False)
    return continued >= max(_CONTINUED_AT_LEAST, shown / _CONTINUED_ONE_IN)
