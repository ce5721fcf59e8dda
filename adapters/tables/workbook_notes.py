"""What the office may not know of its own workbook: what is hidden, what was not calculated, how many sheets it has."""

from collections.abc import Iterator, Sequence

from adapters.tables.census import Census
from adapters.tables.preflight import Findings
from adapters.tables.tabs import Tab
from roster.export import Sheet
from roster.groups import Problem
from roster.words import counted, listed


def notes_on(found: Findings, sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """Say what was noticed, what was done about it, and what to do if that was wrong."""
    read = {sheet.title: sheet for sheet in sheets}
    for tab in found.tabs:
        census = found.census.get(tab.part)
        if census:
            yield from _on_a_hidden_sheet(tab, census)
            yield from _on_hidden_parts(tab, census, read[tab.title])
            yield from _on_formulas(tab, *found.uncalculated.get(tab.part, (0, "")))
    filled = [sheet.title for sheet in sheets if sheet.rows]
    if len(filled) > 1:
        yield Problem(
            "file",
            f"{counted(len(filled), 'sheet')} of this workbook are filled: {listed(filled)}. If one does not belong to "
            f"the list, delete it and use the workbook again.",
        )


def _on_a_hidden_sheet(tab: Tab, census: Census) -> Iterator[Problem]:
    if tab.hidden and census.rows:
        yield Problem(
            "file",
            f"The sheet {tab.title} is hidden; it was read like the others. If it does not belong to the list, delete it "
            f"and use the workbook again.",
        )


def _on_hidden_parts(tab: Tab, census: Census, sheet: Sheet) -> Iterator[Problem]:
    columns = sum(max(min(last, sheet.rows.width) - first + 1, 0) for first, last in census.hidden_columns)
    hidden = [counted(census.hidden_rows, "row")] if census.hidden_rows else []
    hidden += [counted(columns, "column")] if columns else []
    if hidden:
        are = "is" if census.hidden_rows + columns == 1 else "are"
        filtered = " and a filter is on" if census.filtered else ""
        yield Problem(
            "file",
            f"{listed(hidden)} of the sheet {tab.title} {are} hidden{filtered}; everything was read. If the hidden part "
            f"does not belong to the list, delete it and use the workbook again.",
        )
    elif census.filtered:
        yield Problem("file", f"A filter is on in the sheet {tab.title}; it hides nothing, and everything was read.")


def _on_formulas(tab: Tab, count: int, first: str) -> Iterator[Problem]:
    if count:
        where = f" (the first is {first})" if first else ""
        yield Problem(
            "file",
            f"{counted(count, 'formula')} of the sheet {tab.title} came without a result{where}, which nobody can "
            f"read from it. Open the workbook in Excel, save it, and use it again.",
        )
