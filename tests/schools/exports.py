"""The school as a MIS would export it: laid out, torn here and there, and saved."""

from pathlib import Path
from random import Random

from tests.schools import (
    layouts_listed,
    layouts_long,
    layouts_persons,
    layouts_wide,
    parcels,
    standards_ctf,
    standards_edfi,
    standards_isams,
    standards_oneroster,
    standards_sds,
    standards_wonde,
)
from tests.schools.containers import TEXTS, Manner, save
from tests.schools.parcels import Parcel
from tests.schools.people import School
from tests.schools.plan import Plan, Used
from tests.schools.scribe import Scribe
from tests.schools.sheets import Sheet, torn

LAYOUTS = {
    "sims": layouts_long.sims,
    "sims crossed": layouts_long.sims_crossed,
    "parentmail": layouts_long.parentmail,
    "schoolbooking": layouts_long.schoolbooking,
    "continued": layouts_long.continued,
    "bromcom": layouts_wide.bromcom,
    "schoolstream": layouts_wide.schoolstream,
    "compass": layouts_wide.compass,
    "office": layouts_wide.office,
    "powerschool": layouts_persons.powerschool,
    "isams": layouts_persons.isams,
    **layouts_listed.LAYOUTS,
}
STANDARDS = {
    "oneroster 1.1": standards_oneroster.oneroster_11,
    "oneroster 1.2": standards_oneroster.oneroster_12,
    "oneroster rest": standards_oneroster.oneroster_rest,
    "sds 1": standards_sds.sds_1,
    "sds 2.1": standards_sds.sds_21,
    "clever": standards_sds.clever,
    "ctf": standards_ctf.ctf,
    "wonde": standards_wonde.wonde,
    "ed-fi json": standards_edfi.edfi_json,
    "ed-fi xml": standards_edfi.edfi_xml,
    "isams json": standards_isams.isams_json,
}


def laid_out(school: School, plan: Plan, used: Used) -> Sheet | Parcel:
    """The school's sheet or set of files, as it will be written; whatever dirt was used is noted."""
    scribe = Scribe(school, plan, used)
    if plan.is_a_standard:
        return STANDARDS[plan.layout](scribe)
    sheet = torn(LAYOUTS[plan.layout](scribe), plan.torn, Random(f"torn {school.seed}"))
    for switched, kind in (
        (any(seen.torn for seen in sheet.seen), "torn row"),
        (plan.container in TEXTS, f"text in {plan.encoding}"),
        (plan.container == "html", f"web page in {plan.encoding}"),
        (plan.container == "txt", f"parted by {plan.delimiter!r}"),
        (plan.binary and plan.hidden > 0, f"hidden rows in {plan.container}"),
        (not plan.leavers_listed, "leavers not listed"),
        (not plan.leavers_keep_form, "leavers without a form"),
    ):
        if switched:
            used.note(kind)
    used.note(f"dates as {plan.dates}")
    used.note(f"years as {plan.years}")
    used.note(f"relations as {plan.relations}")
    return sheet


def write(sheet: Sheet | Parcel, plan: Plan, folder: Path) -> Path:
    """The sheet as a file in the folder, or the set of files."""
    if isinstance(sheet, Parcel):
        return parcels.save(sheet, plan.container, folder)
    rng = Random(f"hidden {plan}")
    lines, above = sheet.lines, len(sheet.above) + 1
    hidden = frozenset(n for n in range(above, len(lines)) if rng.random() < plan.hidden)
    columns = frozenset(n for n in range(len(sheet.headings)) if rng.random() < plan.hidden)
    return save(plan.container, folder, lines, Manner(plan.encoding, plan.delimiter, hidden, columns))
