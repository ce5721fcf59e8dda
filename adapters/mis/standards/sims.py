"""ESS SIMS: a report of the report designer, as a sheet or as XML. Its captions are free text, so no headings tell it.

Shape of the XML: public importers of it. The root is SuperStarReport, each Record a row; a space in a caption is _x0020_.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from adapters.mis.guide import Guide
from adapters.mis.records.parts import Parts
from adapters.mis.standard import Standard
from roster.export import Sheet
from roster.groups import Problem
from roster.lines import Lines

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = "SuperStarReport"
_RECORD = "Record"
_SPACE = re.compile(r"_x0020_?")

Caption = tuple[str, int]


def _claims(parts: Parts) -> bool:
    return any(part.root == _ROOT for part in parts)


def _read(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    """Make a sheet of the records; a caption that a record has twice ("Surname") is a column each time."""
    reports = [part for part in parts if part.root == _ROOT]
    records = [_cells(record) for report in reports for record in report.xml if _name(record) == _RECORD]
    captions = _in_order(records)
    lines = ((number, tuple(cells.get(one, "") for one in captions)) for number, cells in enumerate(records, start=1))
    headings = tuple(caption for caption, _ in captions)
    return Sheet(reports[0].name, Lines.of([(1, headings), *lines]), recorded=True), ()


def _cells(record: "Element") -> dict[Caption, str]:
    seen: Counter[str] = Counter()
    cells: dict[Caption, str] = {}
    for field in record:
        caption = _SPACE.sub(" ", _name(field))
        cells[caption, seen[caption]] = " ".join("".join(field.itertext()).split())
        seen[caption] += 1
    return cells


def _in_order(records: Iterable[dict[Caption, str]]) -> list[Caption]:
    """The captions of all records, each in the place that it has in the first record that has it."""
    order: list[Caption] = []
    for cells in records:
        after = 0
        for caption in cells:
            if caption not in order:
                order.insert(after, caption)
            after = order.index(caption) + 1
    return order


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


sims = Standard("sims", _claims, _read)

guide = Guide(
    system="ESS SIMS",
    file="a student report with contacts, as a spreadsheet, CSV or XML",
    clicks="Reports, Design Report, on students: admission number or UPN, forename, surname, year, registration group, date of "
    "leaving; and of each contact title, forename, surname, relationship, parental responsibility, court order, every telephone "
    "and e-mail. Several telephones a contact give several rows: that is no harm. Ids stay blank without the permission "
    "Third Party Reporter. In XML the row numbers count the records.",
    basis="The captions of a report are free text: they are told by their words, the second Surname by its place.",
)
