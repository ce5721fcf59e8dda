"""Microsoft School Data Sync v1: Student.csv, Section.csv, StudentEnrollment.csv, user.csv and guardianrelationship.csv.

Shape: Microsoft Learn, "School Data Sync format CSV files", "Parent and Guardian Sync File Format"; the British files say
"ID" for "SIS ID" and have no guardians.
"""

from adapters.mis.guide import Guide
from adapters.mis.records.rostering_tables import standard_of
from adapters.mis.records.school_data_sync_v1 import read_version_1
from adapters.mis.standard import Standard

school_data_sync_1 = Standard("sds-1", lambda parts: standard_of(parts) == "sds-1", read_version_1)

guide = Guide(
    system="Microsoft School Data Sync v1",
    file="the folder or zip with Student.csv, Section.csv, StudentEnrollment.csv, user.csv and guardianrelationship.csv",
    clicks="In the MIS: Export, Microsoft School Data Sync, v1, with guardians; or take the folder that the sync uploads. "
    "Without user.csv and guardianrelationship.csv nobody can be recognised. It has no leaving dates.",
    basis="published by Microsoft: School Data Sync format CSV files; Parent and Guardian Sync File Format",
)
