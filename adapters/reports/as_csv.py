"""The verdicts as CSV, one row a member, that a spreadsheet can open without running anything."""

import csv
from io import StringIO

from adapters.reports.outcome import Outcome

_COLUMNS = (
    "group", "shown_as", "phone", "email", "row", "admin", "standing", "reason", "evidence", "contacts", "held",
)  # fmt: skip
# What makes a spreadsheet take a cell for a formula, full-width forms included (OWASP ASVS 5.0, 1.2.10).
_BEGINS_A_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")


def as_csv(outcome: Outcome) -> str:
    """Tell the verdicts as CSV; a cell that a spreadsheet would run begins with an apostrophe."""
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    for group in outcome.groups:
        held = ", ".join(objection.guard for objection in group.held)
        for verdict in group.verdicts:
            member, reason = verdict.member, verdict.reason
            row = (
                group.listed.name, member.shown_as, member.phone.e164 if member.phone else "", member.email or "",
                str(member.row), "yes" if member.admin else "no", reason.standing.value, reason.name,
                "; ".join(reason.evidence), "; ".join(verdict.contacts), held,
            )  # fmt: skip
            writer.writerow(map(harmless, row))
    return text.getvalue()


def harmless(cell: str) -> str:
    """Make a text one that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_BEGINS_A_FORMULA) else cell
