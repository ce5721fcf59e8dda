"""The pupils of an export: one child, however many rows, with what the rows say about being on roll."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from roster.cells import Status, read_class, read_flag, read_registration, read_status
from roster.columns import PUPIL, Column, Plan
from roster.dates import Order, orders_of, read_date
from roster.groups import Problem
from roster.names import name_of
from roster.people import Pupil, Registration
from roster.rows import Row, cell
from roster.scope import year_of, year_of_class
from roster.text import folded
from roster.vocabulary import Field
from roster.words import shortened

_DATED = (Field.LEFT, Field.START, Field.DOB)
# Spreadsheets write a blank date as one of 1899, 1900 or 1970.
NOBODY_HERE_LEFT_BEFORE = 2000
# In a column of days a lone 1 is rather a year group that has slipped.
_YEAR_OR_YES = frozenset({"1", "1.0"})
_TELLING = (Field.YEAR, Field.CLASS, Field.LEFT, Field.START, Field.STATUS, Field.LEAVER)


@dataclass
class _Draft:
    """A pupil while the rows are read."""

    key: str
    given: str
    family: str
    full: str
    years: set[int] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    lefts: set[date | None] = field(default_factory=set)
    starts: set[date | None] = field(default_factory=set)
    statuses: set[Status] = field(default_factory=set)
    registrations: set[Registration | None] = field(default_factory=set)
    doubtful: bool = False


class PupilReader:
    """Reads pupils row by row; the order of day and month is settled for each date column beforehand.

    `orders` are those of the whole sheet, if these are only some of its rows.
    """

    def __init__(self, plan: Plan, rows: Iterable[Row], orders: Mapping[int, Order] | None = None) -> None:
        self.problems: list[Problem] = []
        self._drafts: dict[str, _Draft] = {}
        self._of = {kind: plan.of(PUPIL, kind) for kind in Field}
        self._telling = tuple(column for kind in _TELLING for column in self._of[kind])
        every = list(rows)
        dated = [column for kind in _DATED for column in self._of[kind]]
        self._orders = orders or orders_of({one.index: [cell(row.cells, one) for row in every] for one in dated})
        self.problems += [
            Problem("file", "this column has dates with the day first and dates with the month first; those that could be "
                    "either were not read", column=column.heading)
            for kind in _DATED for column in self._of[kind] if self._orders[column.index] is Order.CONTRADICTED
        ]  # fmt: skip

    def key(self, row: Row) -> str:
        """Take in a row's pupil and give the pupil's key: the MIS's id, or name, date of birth, year and class."""
        cells = row.cells
        given, family, full = (self._first(cells, kind) for kind in (Field.FIRST, Field.LAST, Field.FULL))
        identity = self._first(cells, Field.ID)
        key = f"id {folded(identity)}" if identity else self._without_id(cells, given, family, full)
        draft = self._drafts.get(key)
        if draft is None:
            draft = self._drafts[key] = _Draft(key, given, family, full)
        elif not any(cell(cells, column) for column in self._telling):
            return key
        self._tell(draft, row)
        return key

    def pupils(self) -> dict[str, Pupil]:
        """Give every pupil read, by key."""
        no_year_column = not self._of[Field.YEAR]
        for draft in self._drafts.values():
            if _came_after_leaving(draft):
                said = "A pupil's leaving date is before the starting date; the pupil counts as on roll."
                self.problems.append(Problem("value", said, column=self._of[Field.LEFT][0].heading))
            elif None in draft.lefts and len(draft.lefts) > 1:
                said = "A pupil's rows disagree about the leaving date; the pupil counts as on roll."
                self.problems.append(Problem("value", said, column=self._of[Field.LEFT][0].heading))
        return {key: self._finished(draft, derive=no_year_column) for key, draft in self._drafts.items()}

    def _without_id(self, cells: tuple[str, ...], given: str, family: str, full: str) -> str:
        said = [
            given,
            family,
            full,
            *(self._first(cells, kind) for kind in (Field.DOB, Field.YEAR, Field.CLASS)),
        ]
        if not any(said[3:]):
            namesakes = [key for key in self._drafts if key.startswith(f"name {folded(' '.join(said[:3]))}|")]
            if len(namesakes) == 1:
                return namesakes[0]
        return f"name {folded(' '.join(said[:3]))}|{'|'.join(map(folded, said[3:]))}"

    def _tell(self, draft: _Draft, row: Row) -> None:
        year = self._first(row.cells, Field.YEAR)
        if year:
            number = year_of(year)
            if number is None:
                self._unread(row, self._of[Field.YEAR][0], year, "no year group")
            else:
                draft.years.add(number)
        draft.classes |= {read_class(cell(row.cells, column)) for column in self._of[Field.CLASS]} - {""}
        draft.lefts.add(self._date(draft, row, Field.LEFT))
        draft.starts.add(self._date(draft, row, Field.START))
        self._status(draft, row)

    def _date(self, draft: _Draft, row: Row, kind: Field) -> date | None:
        days = []
        for column in self._of[kind]:
            said = cell(row.cells, column)
            day = read_date(said, self._orders[column.index]) if said else None
            if day and not (kind is Field.LEFT and day.year < NOBODY_HERE_LEFT_BEFORE):
                days.append(day)
            elif kind is Field.LEFT and _says_whether(said):
                draft.statuses.add(Status.GONE if _says_gone(said) else Status.SILENT)
            elif said and folded(said) not in {"-", "n/a", "na", "none", "null"}:
                draft.doubtful |= kind is Field.LEFT
                self._unread(row, column, said, "no date we can be sure of")
        return max(days, default=None)

    def _status(self, draft: _Draft, row: Row) -> None:
        for column in self._of[Field.STATUS]:
            status = read_status(cell(row.cells, column))
            if status is Status.UNREAD:
                self._unread(row, column, cell(row.cells, column), "no enrolment status Roster knows")
            draft.statuses.add(status)
            draft.registrations.add(read_registration(cell(row.cells, column)))
        for column in self._of[Field.LEAVER]:
            if read_flag(cell(row.cells, column)):
                draft.statuses.add(Status.GONE)

    def _unread(self, row: Row, column: Column, said: str, what: str) -> None:
        self.problems.append(
            Problem(
                "value",
                f'"{shortened(said)}" is {what}; the cell was ignored',
                row=row.number,
                column=column.heading,
            )
        )

    def _first(self, cells: tuple[str, ...], kind: Field) -> str:
        return next((said for column in self._of[kind] if (said := cell(cells, column))), "")

    def _finished(self, draft: _Draft, *, derive: bool) -> Pupil:
        called = name_of(draft.given, draft.family, full=draft.full)
        years = draft.years or ({year_of_class(one) for one in draft.classes} - {None} if derive else set())
        left_on = None if None in draft.lefts else max(filter(None, draft.lefts), default=None)
        gone = Status.GONE in draft.statuses and not draft.statuses & {Status.HERE, Status.COMING}
        stays = draft.doubtful or _came_after_leaving(draft) or Status.HERE in draft.statuses
        starts = [day for day in draft.starts if day]
        return Pupil(
            key=draft.key,
            name=" ".join(f"{draft.given} {draft.family}".split()) or draft.full or draft.key.removeprefix("id "),
            called=called,
            year=min(years) if years else None,  # type: ignore[type-var]
            classes=frozenset(draft.classes),
            starts_on=min(starts, default=None),
            left_on=None if stays else left_on,
            has_left=gone and not stays and left_on is None,
            applicant=Status.COMING in draft.statuses,
            registration=_registration(draft),
        )


def _registration(draft: _Draft) -> Registration:
    """How the pupil is registered: here alone, unless every row that says anything says the same other thing."""
    said = [one for one in draft.registrations if one]
    return said[0] if len(said) == 1 else Registration.SOLE


def _came_after_leaving(draft: _Draft) -> bool:
    lefts, starts = [day for day in draft.lefts if day], [day for day in draft.starts if day]
    return bool(lefts and starts) and max(lefts) < max(starts)


def _says_whether(said: str) -> bool:
    """Whether a leaving column answers "has left?" instead of "when?"."""
    if folded(said) in _YEAR_OR_YES:
        return False
    return read_flag(said) is not None or read_status(said) is Status.GONE


def _says_gone(said: str) -> bool:
    return bool(read_flag(said)) or read_status(said) is Status.GONE
