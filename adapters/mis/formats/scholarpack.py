"""ScholarPack: a report of pupils and their contacts, one row per pupil and contact.

Field names: ParentPay, "ScholarPack Data Requirements".
"""

from adapters.mis.guide import Guide
from adapters.mis.layout import Layout

scholarpack = Layout("scholarpack", frozenset({"Contact Order", "Permission to Take Home", "Responsibility"}))

guide = Guide(
    system="ScholarPack",
    file="a report of pupils with their contacts, as a spreadsheet or CSV",
    clicks="Report on the pupils, with Contact Order, Responsibility, Permission to Take Home, Relationship and every telephone "
    "of the contacts. ScholarPack keeps contacts for each pupil, so that a parent of two stands there twice: that is "
    "no harm.",
    basis="The names of its fields are published; those of its reports' headings are not, and are told by their words.",
)
