"""Clever as CSV: students.csv with a line for each pupil and contact, sections.csv, enrollments.csv, in a folder or zip.

Shape: Clever, "SFTP Instructions" 2.1 and "Student Contacts".
"""

from adapters.mis.guide import Guide
from adapters.mis.records.clever_tables import read_clever
from adapters.mis.records.rostering_tables import standard_of
from adapters.mis.standard import Standard

clever = Standard("clever", lambda parts: standard_of(parts) == "clever", read_clever)

guide = Guide(
    system="Clever (CSV)",
    file="the folder or zip with students.csv, sections.csv and enrollments.csv",
    clicks="In the MIS: Export, Clever, with student contacts; or take the folder that is uploaded to Clever. It has only "
    "pupils who are here, and no leaving dates: somebody whose child has left is a stranger to it.",
    basis="published by Clever: SFTP Instructions 2.1, Student Contacts",
)
