"""Juniper Horizons, once Pupil Asset: a list of pupils and contacts. Its headings are not public."""

from adapters.mis.guide import Guide

guide = Guide(
    system="Juniper Horizons (Pupil Asset)",
    file="a list of pupils with their contacts, as a spreadsheet or CSV",
    clicks="Export the pupils with their class and year, and of each contact the name, Relationship Code, Parental Responsibility, "
    "court orders, Email and Phone. The way through its menus is not public.",
    basis="Headings are not public: they are told by their words.",
)
