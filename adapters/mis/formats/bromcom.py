"""Bromcom: the StudentFlatView report, one row per pupil with Contact1 to Contact3.

Shape: jamesgurung/bromcom-essentials-dotnet.
"""

from adapters.mis.guide import Guide
from adapters.mis.layout import Layout

bromcom = Layout("bromcom", frozenset({"Contact1Name", "Contact1Telephone", "EnrolmentStateName", "TutorGroupName"}))

guide = Guide(
    system="Bromcom",
    file="StudentFlatView as a spreadsheet or CSV; a list of students with their contacts, with any headings, is read too",
    clicks="Export StudentFlatView with every column. It has three contacts a pupil and no more: if a pupil has a fourth, a "
    "report with a row for each contact is better.",
    basis="Public clients of Bromcom. The headings of its other reports are not public, and are told by their words.",
)
