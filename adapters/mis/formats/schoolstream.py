"""SchoolStream: the import sheet, one row per pupil with Contact1 and Contact2."""

from adapters.mis.guide import Guide
from adapters.mis.layout import Layout

schoolstream = Layout(
    "schoolstream", frozenset({"Contact1FirstName", "Contact1LastName", "Contact1Email", "Contact1Phone", "Group1"})
)

guide = Guide(
    system="SchoolStream",
    file="the import sheet, one row a pupil",
    clicks="Take the file that the school imports into SchoolStream, and add a column Class: its groups may be anything, so "
    "they are not read as classes.",
    basis="Published by SchoolStream.",
)
