"""What a MIS hands us: a file's bytes, and the same as lines of text whose columns are known."""

from dataclasses import dataclass

from roster.columns import Plan
from roster.lines import Lines


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrived. The name only says what the content is called; the content says what it is.

    A folder arrives as the zip that it would make.
    """

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of text: rows with the number a person sees beside them. A CSV is one sheet without a title.

    In delimited text a comma too many makes the cells after it slip; in a workbook they cannot. `cut_short` says
    that the text ends in the middle of a row, or that a standard's file is only a part by its own word.
    A `recorded` sheet was made of records, not typed: its first row are its headings, every row says for which pupil
    it is, and none is a title, a footer or a total.
    """

    title: str
    rows: Lines
    delimited: bool = False
    cut_short: bool = False
    recorded: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", Lines.of(self.rows))


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
    recorded: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", Lines.of(self.lines))
