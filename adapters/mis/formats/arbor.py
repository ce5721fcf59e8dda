"""Arbor: a custom report or a bulk sheet. Its headings are not public; the field names of its interface are known."""

from adapters.mis.guide import Guide

guide = Guide(
    system="Arbor",
    file="a custom report of students and guardians, downloaded as a spreadsheet",
    clicks="Custom Report Writer: students with their registration form, year group and leaving date, and each guardian's name, "
    "relationship, Legal guardian, telephones and e-mail. A guardian stays in Arbor after the pupil has left, so the report "
    "must have the pupil beside each guardian.",
    basis="Default headings are not public: they are told by their words, among them the field names of Arbor's client library.",
)
