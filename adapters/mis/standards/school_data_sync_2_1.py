"""Microsoft School Data Sync v2.1: users.csv, roles.csv, relationships.csv, classes.csv, enrollments.csv, orgs.csv.

Shape: Microsoft Learn, "SDS V2.1 CSV File Format" and "Default List of Values". In relationships.csv the first user is
the student, the second the contact; a file that has them the other way round is understood as well.
"""

from adapters.mis.guide import Guide
from adapters.mis.records.rostering_tables import standard_of
from adapters.mis.records.school_data_sync_tables import read_version_2
from adapters.mis.standard import Standard

school_data_sync_2_1 = Standard("sds-2.1", lambda parts: standard_of(parts) == "sds-2.1", read_version_2)

guide = Guide(
    system="Microsoft School Data Sync v2.1",
    file="the folder or zip with users.csv, roles.csv, relationships.csv, classes.csv and enrollments.csv",
    clicks="In the MIS: Export, Microsoft School Data Sync, v2.1, with contacts (relationships.csv); or take the folder that "
    "the sync uploads. A leaver is one whose role as a student ended before everybody else's.",
    basis="published by Microsoft: SDS V2.1 CSV File Format",
)
