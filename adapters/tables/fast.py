"""The fast reader of workbooks. It fills the whole box of a sheet, so it gets only what was looked at before."""

from contextlib import suppress
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

from adapters.tables.columns import blocks_of
from adapters.tables.tabs import Tab
from roster.export import Sheet
from roster.lines import Lines

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_PANIC = "PanicException"


class FastReader:
    """A workbook as calamine reads it."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._begun: Thread | None = None
        self._first: CalamineSheet | None = None

    def begin(self) -> None:
        """Begin with the first sheet meanwhile; the library works on a processor of its own as it does so."""
        self._begun = Thread(target=self._read_first, daemon=True)
        self._begun.start()

    def give_up(self) -> None:
        """Drop what was begun, so that its memory is free again."""
        if self._begun:
            self._begun.join()
        self._begun = self._first = None

    def sheet(self, tab: Tab) -> Sheet | None:
        """Read a sheet; None if this reader cannot."""
        from python_calamine import CalamineError

        try:
            return self._sheet(tab)
        except (CalamineError, ValueError, OSError, IndexError):
            return None
        except BaseException as error:
            # A panic in native code is no Exception.
            if type(error).__name__ == _PANIC:
                return None
            raise

    def _sheet(self, tab: Tab) -> Sheet | None:
        found = self._taken(tab.position)
        if found.name != tab.title:
            return None
        # The rows begin with the sheet's first, but the cells of a row only with the first column that is used.
        before = found.start[1] if found.start else 0
        return Sheet(tab.title, Lines(blocks_of(found.iter_rows(), empty_columns=before)))

    def _taken(self, position: int) -> "CalamineSheet":
        if self._begun and position == 0:
            self._begun.join()
            if self._first:
                return self._first
        return self._book.get_sheet_by_index(position)

    def _read_first(self) -> None:
        # Whatever goes wrong here goes wrong again, and is dealt with, when the sheet is asked for.
        with suppress(BaseException):
            self._first = self._book.get_sheet_by_index(0)

    @cached_property
    def _book(self) -> "CalamineWorkbook":
        from python_calamine import CalamineWorkbook

        return CalamineWorkbook.from_filelike(self._source)
