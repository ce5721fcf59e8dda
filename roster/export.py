"""What a MIS hands us: a file's bytes, and the same as lines of text whose columns are known."""

from dataclasses import dataclass

from roster.columns import Plan

Lines = tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrived. The name only says what the content is called; the content says what it is."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of text: rows with the number a person sees beside them. A CSV is one sheet without a title.

    In delimited text a comma too many makes the cells after it slip; in a workbook they cannot. `cut_short` says
    that the text ends in the middle of a row.
    """

    title: str
    rows: Lines
    delimited: bool = False
    cut_short: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """A roll as read and not yet understood: the lines under one heading row, and which column is which."""

    file: str
    format: str
    sheet: str
    plan: Plan
    lines: Lines
    delimited: bool = False
    cut_short: bool = False
