"""OneRoster 1.1 as CSV: users.csv with everybody's role in it, classes.csv, enrollments.csv and the rest, in a folder or zip.

Shape: 1EdTech, "OneRoster 1.1 CSV tables" (imsglobal.org/spec/oneroster/v1p1); agents point either way in real files.
"""

from adapters.mis.guide import Guide
from adapters.mis.records.oneroster_tables import read_oneroster
from adapters.mis.records.rostering_tables import standard_of
from adapters.mis.standard import Standard

oneroster_1_1 = Standard("oneroster-1.1", lambda parts: standard_of(parts) == "oneroster-1.1", read_oneroster)

guide = Guide(
    system="OneRoster 1.1 (CSV)",
    file="the folder or zip with users.csv, classes.csv and enrollments.csv",
    clicks="In the MIS or its integrations page: Export, OneRoster 1.1, CSV, in bulk, with parents and guardians. Give the "
    "whole folder or zip. It has no leaving dates: a leaver is one marked as inactive or to be deleted.",
    basis="published by 1EdTech: OneRoster 1.1 CSV tables",
)
