"""An opened file: sheets of text, or the parts of a set, with what was noticed on the way."""

from dataclasses import dataclass

from roster.export import Sheet, Upload
from roster.groups import Problem

LARGE = 1024 * 1024
"""Bytes of a workbook from which on it pays to begin reading it while it is still being looked at."""


@dataclass(frozen=True, slots=True)
class Book:
    """An opened file: its sheets, the text if it is one, and notes for whoever uploaded it.

    A set of files (a zip of tables or of XML or JSON) and a single XML or JSON document have `parts` and no sheets:
    a standard must make sheets of them. `format` is that standard's name.
    """

    sheets: tuple[Sheet, ...] = ()
    text: str | None = None
    notes: tuple[Problem, ...] = ()
    parts: tuple[Upload, ...] = ()
    format: str = ""
