"""The same lines in every container that an office's computer may write."""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlwt
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tests.schools.markup import html, opendocument, spreadsheetml
from tests.schools.sheets import Cell

Line = tuple[Cell, ...]
TEXTS = ("csv", "tsv", "txt")
BINARY = ("xlsx", "xls", "ods", "spreadsheetml")
CONTAINERS = (*TEXTS, *BINARY, "html")
SUFFIXES = {"spreadsheetml": "xls", "html": "xls"}


@dataclass(frozen=True)
class Manner:
    """How a container is written; `hidden` are the lines and the columns that a filter hides, counted from 0."""

    encoding: str = "utf-8"
    delimiter: str = ","
    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def save(container: str, folder: Path, lines: Sequence[Line], manner: Manner) -> Path:
    """The lines as a file in the folder."""
    path = folder / f"contacts.{SUFFIXES.get(container, container)}"
    WRITERS[container](path, lines, manner)
    return path


def save_csv(path: Path, lines: Iterable[Line], *, encoding: str, delimiter: str = ",") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(lines)


def save_workbook(path: Path, sheets: dict[str, Sequence[Line]], manner: Manner = Manner()) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, lines in sheets.items():
        page = book.create_sheet(title)
        for line in lines:
            page.append([None if cell == "" else cell for cell in line])
        for at in manner.hidden:
            page.row_dimensions[at + 1].hidden = True
        for at in manner.hidden_columns:
            page.column_dimensions[get_column_letter(at + 1)].hidden = True
    book.save(path)


def _xlsx(path: Path, lines: Sequence[Line], manner: Manner) -> None:
    save_workbook(path, {"Report": lines}, manner)


def _xls(path: Path, lines: Sequence[Line], manner: Manner) -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("Report")
    dated = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for n, line in enumerate(lines):
        for at, cell in enumerate(line):
            if cell not in {None, ""}:
                page.write(n, at, cell, *((dated,) if isinstance(cell, datetime) else ()))
        page.row(n).hidden = n in manner.hidden
    for at in manner.hidden_columns:
        page.col(at).hidden = True
    book.save(str(path))


def _text(path: Path, lines: Sequence[Line], manner: Manner) -> None:
    save_csv(path, lines, encoding=manner.encoding, delimiter=manner.delimiter)


def _ods(path: Path, lines: Sequence[Line], manner: Manner) -> None:
    path.write_bytes(opendocument(lines, manner.hidden, manner.hidden_columns))


def _spreadsheetml(path: Path, lines: Sequence[Line], manner: Manner) -> None:
    path.write_bytes(spreadsheetml(lines, manner.hidden, manner.hidden_columns))


def _html(path: Path, lines: Sequence[Line], manner: Manner) -> None:
    path.write_bytes(html(lines, manner.encoding))


WRITERS: dict[str, Callable[[Path, Sequence[Line], Manner], None]] = {
    **dict.fromkeys(TEXTS, _text),
    "xlsx": _xlsx,
    "xls": _xls,
    "ods": _ods,
    "spreadsheetml": _spreadsheetml,
    "html": _html,
}
