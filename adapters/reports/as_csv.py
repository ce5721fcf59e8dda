"""The verdicts as CSV, one row a member, that a spreadsheet can open without running anything."""

import csv
from io import StringIO

from adapters.reports.outcome import Outcome
from roster.harmless import harmless

_COLUMNS = (
    "group", "shown_as", "phone", "email", "row", "admin", "standing", "reason", "evidence", "contacts", "held",
)  # fmt: skip


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
