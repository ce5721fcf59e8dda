"""The office's own sheet once more, with what is to be mended marked in it: they mend the source, not our copy."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from adapters.reports.cells import note, put
from roster.export import Export
from roster.groups import Problem
from roster.lines import Line
from roster.mapping import texts_of
from roster.words import counted, shortened

ROWS_AT_MOST = 20_000
_ROW, _FIX = "Row", "What to fix"
_OURS = 2
_HEADINGS_AT = 2
_WIDTHS = (8, 60)
_WIDTH, _WIDE = 20, 100
_COLUMNS_AT_MOST = 16_384 - _OURS
_BAD, _SET_ASIDE, _PAPER = (PatternFill("solid", fgColor=tint) for tint in ("FFF1CC", "F8D7D3", "1F3A5F"))
_HEADING = Font(name="Calibri", bold=True, color="FFFFFF")
_ABOUT = "Keep this workbook in the office: it contains personal data. Rows are numbered as in your file."


@dataclass(frozen=True, slots=True)
class _Marked:
    """A row with what is wrong in it, and where: the sentences for each of its cells."""

    line: Line
    said: tuple[str, ...] = ()
    cells: tuple[tuple[int, str], ...] = ()
    set_aside: bool = False


def problems_workbook(export: Export, problems: Sequence[Problem]) -> bytes:
    """Write a copy of an export's rows (xlsx), bad cells marked and commented. No cell is a formula.

    All rows, in their order, up to `ROWS_AT_MOST`; of a longer export only those to be mended. A second sheet has what
    is asked about the file and its columns.
    """
    book = Workbook(write_only=True)
    headings = texts_of(export.plan)[:_COLUMNS_AT_MOST]
    marked = list(_marked(export, problems, headings))
    bad = sum(bool(row.said) for row in marked)
    everything = len(export.lines) <= ROWS_AT_MOST
    _write_rows(book, headings, marked, _summary(export, bad, everything=everything))
    _write_questions(book, [problem for problem in problems if problem.row is None])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _marked(export: Export, problems: Sequence[Problem], headings: Sequence[str]) -> Iterator[_Marked]:
    of_row: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.row is not None:
            of_row[problem.row].append(problem)
    everything = len(export.lines) <= ROWS_AT_MOST
    # Sheets that were read as one list number their rows each from the top.
    sure = len({number for number, _ in export.lines}) == len(export.lines)
    taken = 0
    for line in export.lines:
        found = of_row.get(line[0])
        if taken < ROWS_AT_MOST and (found or everything):
            taken += 1
            yield _mark(line, found, headings, sure=sure) if found else _Marked(line)


def _mark(line: Line, problems: Sequence[Problem], headings: Sequence[str], *, sure: bool) -> _Marked:
    said = []
    cells = []
    for problem in problems:
        places = _places(problem, line, headings)
        if places or sure or problem.column is None:
            said.append(f"{problem.column}: {problem.message}" if problem.column else problem.message)
            cells += [(place, problem.message) for place in places]
    return _Marked(line, tuple(said), tuple(cells), any(problem.level == "row" for problem in problems))


def _places(problem: Problem, line: Line, headings: Sequence[str]) -> list[int]:
    """The cells that a problem speaks of: under its heading and, where that comes twice, quoted in its sentence."""
    _, cells = line
    under = [index for index, text in enumerate(headings) if problem.column is not None and text == problem.column]
    quoted = [index for index in under if index < len(cells) and f'"{shortened(cells[index])}"' in problem.message]
    return quoted or (under if len(under) == 1 and '"' not in problem.message else [])


def _summary(export: Export, bad: int, *, everything: bool) -> str:
    whole = f"{export.file}: {counted(bad, 'row')} of {len(export.lines):,} to mend"
    if everything:
        return f'{whole}; filter "{_FIX}" for what is not blank. {_ABOUT}'
    first = f", the first {ROWS_AT_MOST:,} of them" if bad >= ROWS_AT_MOST else ""
    return f"{whole}. Only rows to be mended are here{first}, because the file is so long. {_ABOUT}"


def _write_rows(book: Workbook, headings: Sequence[str], rows: Sequence[_Marked], summary: str) -> None:
    sheet = book.create_sheet(_FIX)
    width = max([len(headings), *(len(row.line[1]) for row in rows)])
    for place in range(min(width, _COLUMNS_AT_MOST) + _OURS):
        letter = get_column_letter(place + 1)
        sheet.column_dimensions[letter].width = _WIDTHS[place] if place < _OURS else _WIDTH
    sheet.freeze_panes = f"C{_HEADINGS_AT + 1}"
    last = get_column_letter(max(len(headings), 1) + _OURS)
    sheet.auto_filter.ref = f"A{_HEADINGS_AT}:{last}{_HEADINGS_AT + max(len(rows), 1)}"
    sheet.append([put(WriteOnlyCell(sheet), summary)])
    sheet.append([_heading(sheet, text) for text in (_ROW, _FIX, *headings)])
    for row in rows:
        sheet.append(_cells(sheet, row))


def _cells(sheet: WriteOnlyWorksheet, row: _Marked) -> Iterator[Cell | None]:
    number, texts = row.line
    first = WriteOnlyCell(sheet, value=number)
    if row.said:
        first.fill = _SET_ASIDE if row.set_aside else _BAD
    yield first
    yield put(WriteOnlyCell(sheet), " ".join(row.said)) if row.said else None
    wrong = dict(row.cells)
    for index, text in enumerate(texts[:_COLUMNS_AT_MOST]):
        cell = put(WriteOnlyCell(sheet), text) if text else None
        if cell and index in wrong:
            cell.fill = _BAD
            cell.comment = note(wrong[index])
        yield cell


def _write_questions(book: Workbook, questions: Sequence[Problem]) -> None:
    if not questions:
        return
    sheet = book.create_sheet("About the file")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _WIDTH, _WIDE
    sheet.append([_heading(sheet, text) for text in ("Column", "What we ask, or could not read")])
    for problem in questions:
        said = put(WriteOnlyCell(sheet), problem.message)
        said.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append([put(WriteOnlyCell(sheet), problem.column or ""), said])


def _heading(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    cell = put(WriteOnlyCell(sheet), text)
    cell.font, cell.fill = _HEADING, _PAPER
    return cell
