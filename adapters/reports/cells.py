"""Text into a cell of a workbook, where it stays text."""

import re
from typing import TypeVar

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment

_CELL_AT_MOST = 32_767
# What XML 1.0 has no place for, and so no workbook either.
_NEVER_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
AnyCell = TypeVar("AnyCell", bound=Cell)


def put(cell: AnyCell, text: str) -> AnyCell:
    """Write a text that stays one, whatever it begins with: no formula, no error, nothing that Excel cannot hold."""
    cell.value = _fit(text)
    cell.data_type = "s"
    return cell


def note(text: str) -> Comment:
    """Make a comment for a cell."""
    return Comment(_fit(text), "Roster")


def _fit(text: str) -> str:
    return _NEVER_IN_XML.sub("", text)[:_CELL_AT_MOST]
