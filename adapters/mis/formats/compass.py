"""Compass: parents with two values for each mobile and e-mail, the one in use and the administration system's."""

from adapters.mis.guide import Guide

guide = Guide(
    system="Compass",
    file="a list of students with their parents, as a spreadsheet or CSV",
    clicks="Export the students with their form group and year level and both parents (Parent A, Parent B). Take both values of a "
    "mobile where it is offered, the active one and the admin system's: each number protects somebody.",
    basis="Headings are not public: they are told by their words.",
)
