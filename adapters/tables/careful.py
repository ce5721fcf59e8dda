"""The careful reader of workbooks: slow, and content with little memory however far apart the cells are."""

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, BinaryIO

from adapters.tables.census import ROWS_OF_EXCEL
from adapters.tables.columns import blocks_of
from adapters.tables.tabs import Tab
from roster.errors import UnreadableFile
from roster.export import Sheet
from roster.lines import Lines

if TYPE_CHECKING:
    from openpyxl import Workbook

# The library trusts what it reads: a damaged workbook ends in almost any error.
_DAMAGE = (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError, IndexError, zipfile.BadZipFile)


class CarefulReader:
    """A workbook as openpyxl reads it."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source

    def sheet(self, tab: Tab) -> Sheet:
        """Read a sheet. Raises `UnreadableFile` if that cannot be done."""
        try:
            return Sheet(tab.title, Lines(blocks_of(self._rows(tab))))
        except _DAMAGE as error:
            raise UnreadableFile(
                "Open it in Excel, save it again as an Excel workbook (.xlsx), and use that.",
                headline="This workbook is damaged.",
            ) from error

    def _rows(self, tab: Tab) -> Iterator[Sequence[Any]]:
        sheet = self._book[tab.title]
        # A sheet may lie about its own size; without this its rows are dropped in silence.
        sheet.reset_dimensions()
        with warnings.catch_warnings(action="ignore"):
            yield from sheet.iter_rows(values_only=True, max_row=ROWS_OF_EXCEL)

    @cached_property
    def _book(self) -> "Workbook":
        import openpyxl
        from openpyxl.utils.exceptions import InvalidFileException

        try:
            # The library warns of every ornament it does not know; the office asked for none of that.
            with warnings.catch_warnings(action="ignore"):
                return openpyxl.load_workbook(self._source, read_only=True, data_only=True, keep_links=False)
        except InvalidFileException as error:
            raise ValueError from error
