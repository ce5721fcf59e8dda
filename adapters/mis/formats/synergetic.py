"""Synergetic: the contacts of the students, with its own short names for telephones."""

from adapters.mis.guide import Guide

guide = Guide(
    system="Synergetic",
    file="a list of students with their contacts, as a spreadsheet or CSV",
    clicks="Current students with their contacts: Contact Name, Relationship, Lives With, Parent (call that column Parent Flag), "
    "Ph BH, Ph AH, AH Alt, Default Mob and Email, beside the student's name, year level and form.",
    basis="The names of its fields are published; those of its exports are free, and are told by their words.",
)
