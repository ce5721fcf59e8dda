"""Microsoft School Data Sync v2: users.csv with each user's role and grade, classes.csv, enrollments.csv, orgs.csv.

Shape: Microsoft's own samples (github.com/OfficeDev/O365-EDU-Tools). It knows no parents and no telephone numbers.
"""

from adapters.mis.guide import Guide
from adapters.mis.records.rostering_tables import standard_of
from adapters.mis.records.school_data_sync_tables import read_version_2
from adapters.mis.standard import Standard

school_data_sync_2 = Standard("sds-2", lambda parts: standard_of(parts) == "sds-2", read_version_2)

guide = Guide(
    system="Microsoft School Data Sync v2",
    file="the folder or zip with users.csv, classes.csv, enrollments.csv and orgs.csv",
    clicks="In the MIS: Export, Microsoft School Data Sync. This version has no parents, so nobody can be recognised by it: "
    "export v2.1 with relationships.csv instead.",
    basis="published by Microsoft: the samples of School Data Sync v2",
)
