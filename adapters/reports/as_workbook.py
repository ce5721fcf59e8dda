"""The workbook for the office: a sheet a group, worst first, ready to filter, print and file."""

import re
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from adapters.reports.cells import put
from adapters.reports.outcome import Outcome, sentence_of
from roster.comparison import Judged
from roster.proof import notes_on
from roster.verdicts import Standing, Verdict
from roster.words import counted, spoken

_COLUMNS = (
    ("What to do", 16),
    ("Shown in the group as", 30),
    ("Number", 18),
    ("Why", 54),
    ("What we know", 60),
    ("Row", 7),
)
_SUMMARY = (("Group", 30), ("Members", 10), ("Take out", 10), ("Look at", 10), ("Belong", 10), ("Held because", 80))
_PROBLEMS = (("Row", 8), ("Column", 26), ("What is wrong", 90))
_SAID = {Standing.REMOVE: "Take out", Standing.QUERY: "Look at", Standing.BELONGS: "Belongs"}
_TINT = {Standing.REMOVE: "F8D7D3", Standing.QUERY: "FFF1CC", Standing.BELONGS: "FFFFFF"}
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
_TITLE_AT_MOST = 31
_LINE, _LINES_AT_MOST = 15, 25
_INK, _PAPER, _QUIET = "FFFFFF", "1F3A5F", "5B6770"


def as_workbook(outcome: Outcome) -> bytes:
    """Write the workbook (xlsx): a summary, a sheet a group, and the export's problems. No cell is a formula."""
    book = Workbook()
    summary = book.worksheets[0]
    summary.title = "Summary"
    titles = _titles(outcome.groups)
    _summarise(summary, outcome, titles)
    for group, title in zip(outcome.groups, titles, strict=True):
        _tell(book.create_sheet(title), group, outcome)
    if outcome.problems:
        _tell_problems(book.create_sheet(_free_title("Export problems", titles)), outcome)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _summarise(sheet: Worksheet, outcome: Outcome, titles: list[str]) -> None:
    _write(sheet, 1, 1, f"Group lists held against the roll on {spoken(outcome.on)}").font = _font(bold=True, size=14)
    _write(sheet, 2, 1, f"{outcome.export.file}: {counted(outcome.roll.on_roll, 'pupil')} on roll, "
           f"{counted(outcome.roll.contacts, 'contact')}, {counted(len(outcome.problems), 'problem')}.")  # fmt: skip
    _write(sheet, 3, 1, "Contains personal data: keep it in the office.").font = _font(italic=True, color=_QUIET)
    _head(sheet, 5, _SUMMARY)
    for row, (group, title) in enumerate(zip(outcome.groups, titles, strict=True), start=6):
        going, asked = len(group.removals), len(group.queries)
        for column, number in enumerate(
            (len(group.verdicts), going, asked, len(group.verdicts) - going - asked), start=2
        ):
            sheet.cell(row, column, number)
        _write(sheet, row, 1, group.listed.name).hyperlink = f"#'{title}'!A1"
        _write(sheet, row, 6, " ".join(objection.message for objection in group.held))
        _wrap(sheet, row, _SUMMARY)
    sheet.freeze_panes = "A6"
    _print_set_up(sheet, 5, outcome)


def _tell(sheet: Worksheet, group: Judged, outcome: Outcome) -> None:
    _write(sheet, 1, 1, f"{group.listed.name}, for {group.scope.said}").font = _font(bold=True, size=14)
    _write(sheet, 2, 1, f"{counted(len(group.verdicts), 'member')}; {len(group.removals)} to take out, "
           f"{len(group.queries)} to look at. Judged for {spoken(outcome.on)}.")  # fmt: skip
    held = " ".join(f"Held: {objection.message}" for objection in group.held)
    _write(sheet, 3, 1, held or "Nothing speaks against acting on this list.").font = _font(
        bold=bool(held), color="8C1D18" if held else _QUIET
    )
    _across(sheet, 3, held)
    notes = " ".join(notes_on(group.listed))
    if notes:
        _write(sheet, 4, 1, notes).font = _font(color=_QUIET)
        _across(sheet, 4, notes)
    _head(sheet, 5, _COLUMNS)
    worst_first = sorted(group.verdicts, key=lambda verdict: verdict.reason.weight, reverse=True)
    for row, verdict in enumerate(worst_first, start=6):
        _tell_one(sheet, row, verdict)
    sheet.freeze_panes = "A6"
    sheet.auto_filter.ref = f"A5:F{max(5 + len(worst_first), 6)}"
    _print_set_up(sheet, 5, outcome)


def _across(sheet: Worksheet, row: int, said: str) -> None:
    """Give a long text the whole width, and the height it needs."""
    if said:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_COLUMNS))
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = 15 * (1 + len(said) // 150)


def _tell_one(sheet: Worksheet, row: int, verdict: Verdict) -> None:
    member = verdict.member
    told = (
        _SAID[verdict.standing], member.shown_as, member.phone.e164 if member.phone else "",
        sentence_of(verdict.reason.name), "; ".join(verdict.reason.evidence),
    )  # fmt: skip
    for column, text in enumerate(told, start=1):
        _write(sheet, row, column, text)
    sheet.cell(row, 3).number_format = "@"
    sheet.cell(row, 6, member.row)
    for column in range(1, len(_COLUMNS) + 1):
        sheet.cell(row, column).fill = PatternFill("solid", fgColor=_TINT[verdict.standing])
    _wrap(sheet, row, _COLUMNS)


def _tell_problems(sheet: Worksheet, outcome: Outcome) -> None:
    _write(sheet, 1, 1, f"What could not be read in {outcome.export.file}").font = _font(bold=True, size=14)
    _write(
        sheet, 2, 1, "Rows are numbered as in your spreadsheet. Whoever is in them is protected until they are mended."
    )
    _head(sheet, 4, _PROBLEMS)
    for row, problem in enumerate(outcome.problems, start=5):
        if problem.row:
            sheet.cell(row, 1, problem.row)
        _write(sheet, row, 2, problem.column or "")
        _write(sheet, row, 3, problem.message)
        _wrap(sheet, row, _PROBLEMS)
    sheet.freeze_panes = "A5"
    sheet.auto_filter.ref = f"A4:C{4 + len(outcome.problems)}"
    _print_set_up(sheet, 4, outcome)


def _head(sheet: Worksheet, row: int, columns: tuple[tuple[str, int], ...]) -> None:
    for column, (heading, width) in enumerate(columns, start=1):
        cell = _write(sheet, row, column, heading)
        cell.font = _font(bold=True, color=_INK)
        cell.fill = PatternFill("solid", fgColor=_PAPER)
        sheet.column_dimensions[cell.column_letter].width = width


def _wrap(sheet: Worksheet, row: int, columns: tuple[tuple[str, int], ...]) -> None:
    """Wrap a row's texts, and make it as high as the longest of them needs; not every program does so by itself."""
    lines = 1
    for column, (_, width) in enumerate(columns, start=1):
        cell = sheet.cell(row, column)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = max(lines, 1 + (len(str(cell.value or "")) - 1) // width)
    sheet.row_dimensions[row].height = _LINE * min(lines, _LINES_AT_MOST)


def _font(**how: object) -> Font:
    return Font(name="Calibri", **how)  # type: ignore[arg-type]


def _print_set_up(sheet: Worksheet, heading_row: int, outcome: Outcome) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{heading_row}:{heading_row}"
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text=f"Judged for {spoken(outcome.on)}"),
        right=_HeaderFooterPart(text="Page &P of &N"),
    )


def _write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - no merged cell is ever written to
    return put(cell, text)


def _titles(groups: tuple[Judged, ...]) -> list[str]:
    titles: list[str] = []
    for group in groups:
        titles.append(_free_title(group.listed.name, [*titles, "Summary"]))
    return titles


def _free_title(name: str, taken: list[str]) -> str:
    plain = ILLEGAL_CHARACTERS_RE.sub("", _NOT_IN_A_TITLE.sub(" ", name)).strip()[:_TITLE_AT_MOST] or "Group"
    used = {title.casefold() for title in taken}
    number, title = 2, plain
    while title.casefold() in used:
        title = f"{plain[: _TITLE_AT_MOST - len(str(number)) - 1]} {number}"
        number += 1
    return title
