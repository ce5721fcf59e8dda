"""Excel workbooks (xlsx, xlsm, Strict Open XML): read whole, or refused; an independent count decides which."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from adapters.tables.book import LARGE
from adapters.tables.careful import CarefulReader
from adapters.tables.container import Container
from adapters.tables.fast import FastReader
from adapters.tables.preflight import Findings, look_inside
from adapters.tables.recount import Recount, recount
from adapters.tables.tabs import Tab
from adapters.tables.workbook_notes import notes_on
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.groups import Problem

_SAVE_AGAIN = "Open it in Excel, save it again as an Excel workbook (.xlsx), and use that."


def read_workbook(content: bytes, *, hurry: bool = False) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read the sheets as text, with Excel's own row numbers. What is hidden is read like the rest, and named.

    The rows a reader gives are held against an independent count, sheet by sheet. Where they differ an exact count
    and the careful reader decide, and a workbook that is read short even so is refused with `UnreadableFile`.

    In a `hurry` the fast reader begins with a large workbook while it is still being looked at. What it reads counts only
    if the look finds nothing amiss; but a reader that comes to grief takes this process along.
    """
    begun = FastReader(BytesIO(content)) if hurry and len(content) > LARGE else None
    if begun:
        begun.begin()
    found = look_inside(content)
    if begun and found.mended:
        begun.give_up()
        begun = None
    sheets = tuple(_Reading(found, begun).sheets(found.tabs))
    return sheets, tuple(notes_on(found, sheets))


class _Reading:
    """A workbook under its two readers."""

    def __init__(self, found: Findings, begun: FastReader | None) -> None:
        self._found = found
        self._fast = begun or FastReader(found.readable)
        self._careful = CarefulReader(found.readable)

    def sheets(self, tabs: Iterable[Tab]) -> Iterator[Sheet]:
        """Read these sheets, each confirmed by the count."""
        for tab in tabs:
            try:
                yield self._sheet(tab)
            except UnreadableFile as error:
                error.sheet = error.sheet or tab.title
                raise

    def _sheet(self, tab: Tab) -> Sheet:
        census = self._found.census.get(tab.part)
        if census is None:
            raise _read_short()
        sheet = None if census.sparse else self._fast.sheet(tab)
        if sheet is not None and len(sheet.rows) == census.rows:
            return sheet
        exact = recount(Container(self._found.readable, "workbook").chunks(tab.part), self._found.blank_strings)
        if sheet is None or not _agree(sheet, exact):
            sheet = self._careful.sheet(tab)
        if not _agree(sheet, exact):
            raise _read_short()
        return sheet


def _agree(sheet: Sheet, exact: Recount) -> bool:
    read = {number for block in sheet.rows.blocks for number in block.numbers}
    return not exact.ambiguous and read == exact.rows


def _read_short() -> UnreadableFile:
    return UnreadableFile(_SAVE_AGAIN, headline="This workbook could not be read to its end.")
