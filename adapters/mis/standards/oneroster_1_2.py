"""OneRoster 1.2 as CSV: as 1.1, with everybody's roles in roles.csv, in a folder or zip.

Shape: 1EdTech, "OneRoster CSV Binding 1.2.1" (imsglobal.org/spec/oneroster/v1p2/bind/csv).
"""

from adapters.mis.guide import Guide
from adapters.mis.records.oneroster_tables import read_oneroster
from adapters.mis.records.rostering_tables import standard_of
from adapters.mis.standard import Standard

oneroster_1_2 = Standard("oneroster-1.2", lambda parts: standard_of(parts) == "oneroster-1.2", read_oneroster)

guide = Guide(
    system="OneRoster 1.2 (CSV)",
    file="the folder or zip with users.csv, roles.csv, classes.csv and enrollments.csv",
    clicks="In the MIS or its integrations page: Export, OneRoster 1.2, CSV, in bulk, with parents and guardians. Give the "
    "whole folder or zip. A leaver is one whose role as a student has ended, or who is marked as to be deleted.",
    basis="published by 1EdTech: OneRoster CSV Binding 1.2.1",
)
