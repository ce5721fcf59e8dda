"""Schoolcomms: the CSV of school members, six cells a line and no headings; pupils only, no contacts.

Shape: Schoolcomms, "How to import school members from other school administration systems".
"""

import re

from adapters.mis.guide import Guide
from adapters.mis.layout import Layout
from adapters.mis.records.sheet import PupilRecord, sheet_of
from roster.export import Sheet
from roster.groups import Problem
from roster.scope import year_of
from roster.words import counted

_STUDENT = "1"
_ROLES = frozenset("123456")
_CELLS = 6
_ADMISSION_NUMBER = re.compile(r"\d{1,8}")
_IDENTIFIER = re.compile(r"[\w.\-]{1,12}")
_NAME = re.compile(r"[^\d@+]{1,60}")


def rearranged(sheet: Sheet) -> tuple[Sheet, tuple[Problem, ...]] | None:
    """Lay the pupils out under headings; None unless every line of the sheet is a school member's and one a pupil's."""
    if not all(_is_a_member(cells) for _, cells in sheet.rows):
        return None
    pupils = [_pupil(number, cells) for number, cells in sheet.rows if cells[_CELLS - 1] == _STUDENT]
    others = len(sheet.rows) - len(pupils)
    if not pupils:
        return None
    said = f"Not read: {counted(others, 'line')} about staff, governors or others, who are no pupils."
    return sheet_of(sheet.title, pupils, (), ()), (Problem("file", said),) if others else ()


def _is_a_member(cells: tuple[str, ...]) -> bool:
    """Whether a line is: admission number or identifier, forename, surname, registration group, year, role."""
    if len(cells) != _CELLS or cells[-1] not in _ROLES:
        return False
    identity, forename, surname, group, year, role = cells
    named = bool(_NAME.fullmatch(forename) and _NAME.fullmatch(surname))
    if role == _STUDENT:
        return named and bool(_ADMISSION_NUMBER.fullmatch(identity)) and (not year or year_of(year) is not None)
    return named and bool(_IDENTIFIER.fullmatch(identity)) and "@" not in group


def _pupil(number: int, cells: tuple[str, ...]) -> PupilRecord:
    identity, forename, surname, group, year, _ = cells
    return PupilRecord(identity, forename, surname, year=year, classes=(group,) if group else (), row=number)


schoolcomms = Layout("schoolcomms", rearrange=rearranged)

guide = Guide(
    system="Schoolcomms",
    file="the CSV of school members, without headings: admission number, forename, surname, registration group, school "
    "year, role",
    clicks="It has no contacts, so nobody can be recognised by it. Export the contacts too, from the MIS itself.",
    basis="Published by Schoolcomms, with an example.",
)
