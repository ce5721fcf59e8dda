"""PowerSchool: the student contacts export, as many rows per contact as it has telephones, addresses or pupils.

Shape: PowerSchool, "Export Contacts" and "Import Contacts". The contact's id stands on every row, the rest of the person
only on the first; a file that Finalsite made for PowerSchool leaves out the name as well.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from adapters.mis.guide import Guide
from adapters.mis.layout import Layout
from roster.columns import PUPIL, Plan, understand
from roster.export import Sheet
from roster.groups import Problem
from roster.heading_rows import HEADINGS_WITHIN
from roster.headings import NAME_FIELDS, understood
from roster.lines import Lines
from roster.vocabulary import Field

Row = tuple[int, tuple[str, ...]]

_OF_THE_PERSON = (*NAME_FIELDS, Field.ID, Field.TITLE, Field.SALUTATION)
_GATHERED = (Field.PHONE, Field.EMAIL)


def rearranged(sheet: Sheet) -> tuple[Sheet, tuple[Problem, ...]] | None:
    """Lay the sheet out with a row for each contact and pupil, and on each all telephones and e-mails of the contact.

    A row with cells beyond the headings, and the last one of a text that was cut off, belong to nobody and stay as they are.
    """
    rows = sheet.rows
    at = next((at for at, (_, cells) in islice(enumerate(rows), HEADINGS_WITHIN) if powerschool.claims(cells)), None)
    if at is None:
        return None
    number, cells = rows[at]
    headings = tuple(map(_of_the_contact, cells))
    people = _people(rows[at + 1 :], understand(headings), cut_short=sheet.cut_short)
    shape = _Shape(headings, people)
    laid_out = sorted(line for person in people for line in shape.lines(person))
    anew = Lines.of([(number, shape.headings), *laid_out])
    return Sheet(sheet.title, anew, sheet.delimited, sheet.cut_short, recorded=True), ()


def _of_the_contact(heading: str) -> str:
    """Say whose a name is, for the pupils have none here: wherever "Last Name" stands, it is the contact's."""
    told = understood(heading)
    nobodys = told is not None and told.field in {*NAME_FIELDS, Field.TITLE} and told.subject is None
    return f"Contact {heading}" if nobodys else heading


def _people(lines: Iterable[Row], plan: Plan, *, cut_short: bool) -> list[list[Row]]:
    """The rows of each contact, wherever they stand; one that names nobody continues the contact above it."""
    identity = _of_contacts(plan, Field.ID)
    names = _of_contacts(plan, *NAME_FIELDS)
    kept = [(number, (*cells, *("",) * (plan.width - len(cells)))) for number, cells in lines if any(cells)]
    people: dict[object, list[Row]] = defaultdict(list)
    above: object = None
    for number, cells in kept:
        spoilt = any(cells[plan.width :]) or (cut_short and number == kept[-1][0])
        known = tuple(cells[index] for index in identity)
        continues = not any(known) and not any(cells[index] for index in names) and above is not None
        key = number if spoilt else above if continues else known if any(known) else number
        people[key].append((number, cells))
        above = None if spoilt else key
    return list(people.values())


class _Shape:
    """The headings as they stand, and as many more columns as the contact with most telephones and e-mails needs."""

    def __init__(self, headings: tuple[str, ...], people: list[list[Row]]) -> None:
        plan = understand(headings)
        self._width = len(headings)
        self._person = _of_contacts(plan, *_OF_THE_PERSON)
        self._pupil = [column.index for column in plan.of(PUPIL, Field.ID, *NAME_FIELDS)]
        self._places: list[list[int]] = []
        self.headings = headings
        for kind in _GATHERED:
            own = _of_contacts(plan, kind)
            most = max((len(_values(rows, own)) for rows in people), default=0) if own else 0
            more = max(0, most - len(own))
            self._places.append([*own, *range(len(self.headings), len(self.headings) + more)])
            self.headings += (headings[own[0]],) * more if own else ()

    def lines(self, rows: list[Row]) -> list[Row]:
        """A contact's rows: one for each that names a pupil, or one alone if none does."""
        own = [[index for index in places if index < self._width] for places in self._places]
        gathered = [_values(rows, indexes) for indexes in own]
        whole = {index: next((cells[index] for _, cells in rows if cells[index]), "") for index in self._person}
        for places, values in zip(self._places, gathered, strict=True):
            whole |= dict.fromkeys(places, "") | dict(zip(places, values, strict=False))
        named = [row for row in rows if any(row[1][index] for index in self._pupil)] or rows[:1]
        return [(number, self._line(cells, whole)) for number, cells in named]

    def _line(self, cells: tuple[str, ...], whole: dict[int, str]) -> tuple[str, ...]:
        laid = [whole.get(at, cells[at] if at < self._width else "") for at in range(len(self.headings))]
        return (*laid, *cells[self._width :])


def _of_contacts(plan: Plan, *fields: Field) -> list[int]:
    return [column.index for column in plan.columns if column.who != PUPIL and column.field in fields]


def _values(rows: list[Row], indexes: list[int]) -> list[str]:
    return list(dict.fromkeys(cells[index] for _, cells in rows for index in indexes if cells[index]))


powerschool = Layout(
    "powerschool", frozenset({"New Contact Identifier", "phoneNumberAsEntered", "studentNumber"}), rearranged
)

guide = Guide(
    system="PowerSchool",
    file="the contacts export of the Data Export Manager, as text",
    clicks="Data Export Manager: category PowerSchool Data Sets, export from Contacts, with the contact's names, telephones and "
    "e-mails, the student number, the relationship and the flags. Add the student's name and class if your PowerSchool offers "
    "them: without a class only a group for the whole school can be compared.",
    basis="Published by PowerSchool: Export Contacts, Import Contacts.",
)
