"""IRIS ParentMail: the student file, one row per pupil and contact."""

from adapters.mis.layout import Layout

parentmail = Layout(
    "parentmail", frozenset({"StudentForename", "ContactForename", "MobileNumber", "HouseName", "District"})
)
