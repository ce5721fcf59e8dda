"""What can be wrong with what people give us, each with a headline and what to do about it."""

from collections.abc import Collection

from roster.words import counted, listed


class RosterError(Exception):
    """Something a person can mend.

    `headline` says what is wrong in one sentence, `advice` what to do. `file`, `sheet` and `row` say where,
    as the person sees them in a spreadsheet; a reader that knows more than the place of the error fills them in.
    """

    headline = "Something is wrong with what Roster was given."

    def __init__(self, advice: str, *, headline: str | None = None) -> None:
        super().__init__(headline or self.headline)
        self.headline = headline or self.headline
        self.advice = advice
        self.file: str | None = None
        self.sheet: str | None = None
        self.row: int | None = None

    @property
    def place(self) -> str:
        """Where it is wrong: "contacts.xlsx, sheet Report, row 14"; empty if unknown."""
        parts = [self.file, self.sheet and f"sheet {self.sheet}", self.row and f"row {self.row}"]
        return ", ".join(part for part in parts if part)

    @property
    def sentence(self) -> str:
        """Place, headline and advice, in one or two sentences."""
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.headline} {self.advice}".strip()


class UnreadableFile(RosterError):
    """The file is not one we can read at all."""

    headline = "This file cannot be read."


class UnreadableExport(RosterError):
    """The file can be opened, and is no MIS export."""

    headline = "This is not an MIS export that Roster understands."


class UnreadableList(RosterError):
    """The file can be opened, and is no member list."""

    headline = "This is not a member list that Roster understands."


class MissingColumns(UnreadableExport):
    """The export lacks columns we cannot do without. `hint` is a sentence on what may supply them."""

    headline = "Your file is missing some columns."

    def __init__(self, missing: Collection[str], found: Collection[str], hint: str = "") -> None:
        told = f"Export it again with {listed(missing)} included. Right now the file has {listed(found)}. {hint}"
        super().__init__(told.strip())


class OneOfASet(UnreadableExport):
    """A file that means something only beside others."""

    headline = "This is one file of a set (OneRoster, School Data Sync): it means nothing without the others."

    def __init__(self) -> None:
        super().__init__("Give the folder that all its files are in, or a zip of it.")


class ClaimedTwice(RosterError):
    """Two readers each take the file for their own, so neither may have it."""

    headline = "This file looks like two different formats at once."

    def __init__(self, readers: Collection[str]) -> None:
        super().__init__(
            f"It has the headings of {listed(readers)}: export it again from one of them, "
            f"so that no column is read as something else."
        )


class NothingInside(RosterError):
    """There are headings, and no rows under them."""

    headline = "There are headings in this file, but nothing under them."

    def __init__(self, found: Collection[str]) -> None:
        super().__init__(
            f"Export it again with its rows; the {counted(len(found), 'heading')} we see: {listed(found)}."
        )
