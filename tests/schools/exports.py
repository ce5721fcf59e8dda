"""The school as a MIS would export it: laid out, torn here and there, and saved."""

import csv
from collections.abc import Iterable
from pathlib import Path
from random import Random

from openpyxl import Workbook

from tests.schools import layouts_long, layouts_wide
from tests.schools.people import School
from tests.schools.plan import Plan, Used
from tests.schools.scribe import Scribe
from tests.schools.sheets import Cell, Sheet, torn

LAYOUTS = {
    "sims": layouts_long.sims,
    "parentmail": layouts_long.parentmail,
    "bromcom": layouts_wide.bromcom,
    "office": layouts_wide.office,
    "continued": layouts_long.continued,
    "schoolbooking": layouts_long.schoolbooking,
}


def laid_out(school: School, plan: Plan, used: Used) -> Sheet:
    """The school's sheet, as it will be written; whatever dirt was used is noted."""
    sheet = torn(LAYOUTS[plan.layout](Scribe(school, plan, used)), plan.torn, Random(f"torn {school.seed}"))
    for switched, kind in (
        (any(seen.torn for seen in sheet.seen), "torn row"),
        (plan.suffix == "csv", f"csv in {plan.encoding}"),
        (plan.tabs, "tabs"),
        (not plan.leavers_listed, "leavers not listed"),
        (not plan.leavers_keep_form, "leavers without a form"),
    ):
        if switched:
            used.note(kind)
    used.note(f"dates as {plan.dates}")
    used.note(f"years as {plan.years}")
    used.note(f"relations as {plan.relations}")
    return sheet


def save(sheet: Sheet, plan: Plan, folder: Path) -> Path:
    """The sheet as a file in the folder."""
    path = folder / f"contacts.{plan.suffix}"
    lines = [*sheet.above, sheet.headings, *(row.cells for row in sheet.rows), *sheet.below]
    if plan.suffix == "xlsx":
        save_workbook(path, {"Report": lines})
    else:
        save_csv(path, lines, encoding=plan.encoding, delimiter="\t" if plan.tabs else ",")
    return path


def save_workbook(path: Path, sheets: dict[str, list[tuple[Cell, ...]]]) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, lines in sheets.items():
        page = book.create_sheet(title)
        for line in lines:
            page.append([None if cell == "" else cell for cell in line])
    book.save(path)


def save_csv(path: Path, lines: Iterable[tuple[Cell, ...]], *, encoding: str, delimiter: str = ",") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(lines)
