"""iSAMS: contacts copied to a spreadsheet, with columns of free choice. One contact may be two people."""

from adapters.mis.guide import Guide

guide = Guide(
    system="iSAMS (spreadsheet)",
    file="pupil contacts copied to Excel",
    clicks="Pupil Manager, the contacts of the pupils, copied to Excel, with the form, the year, Relationship, Contact Only and "
    "every telephone. Leave Contact Only in: it marks a parent who must not be written to. Private Contact means only that "
    "families share the contact, and is passed over.",
    basis="The columns are the office's choice: they are told by their words, first and second person as two people.",
)
