"""What a workbook hides from whoever looks at it: read like the rest, and said."""

from collections.abc import Iterator
from dataclasses import dataclass

from roster.groups import Problem
from roster.words import counted, listed


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many filled rows and columns do not show, whether a filter hides them, and the titles of hidden sheets."""

    rows: int = 0
    columns: int = 0
    filtered: bool = False
    sheets: tuple[str, ...] = ()

    def __add__(self, other: "Hidden") -> "Hidden":
        return Hidden(
            self.rows + other.rows,
            self.columns + other.columns,
            self.filtered or other.filtered,
            self.sheets + other.sheets,
        )

    @property
    def notes(self) -> Iterator[Problem]:
        """Say to the office what it may not have seen."""
        if self.rows:
            yield _note(counted(self.rows, "row"), self.rows, " by a filter" if self.filtered else "")
        if self.columns:
            yield _note(counted(self.columns, "column"), self.columns)
        if self.sheets:
            yield _note(f"{counted(len(self.sheets), 'sheet')} ({listed(self.sheets)})", len(self.sheets))


def _note(what: str, number: int, why: str = "") -> Problem:
    are, were = ("is", "it was") if number == 1 else ("are", "they were")
    return Problem(
        "file",
        f"{what} of this workbook {are} hidden{why}; {were} read like the others. If that does "
        "not belong to the list, delete it and use the workbook again.",
    )
