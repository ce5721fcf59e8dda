"""IRIS ParentMail: the student file, one row per pupil and contact.

Shape: IRIS, "Importing Data" in the help of ParentMail.
"""

from adapters.mis.guide import Guide
from adapters.mis.layout import Layout

parentmail = Layout(
    "parentmail", frozenset({"StudentForename", "ContactForename", "MobileNumber", "HouseName", "District"})
)

guide = Guide(
    system="IRIS ParentMail",
    file="the student import file, CSV, with a row for each pupil and contact",
    clicks="Take the file that the school imports into ParentMail. Before September also give the sheet of new starters.",
    basis="Published by IRIS: Importing Data.",
)
