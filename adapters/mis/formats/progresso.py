"""Progresso: a report of students and contacts. Its headings are not public."""

from adapters.mis.guide import Guide

guide = Guide(
    system="Progresso",
    file="a report of students with their contacts, as a spreadsheet or CSV",
    clicks="Report on the students with their registration group and year, and of each contact the name, relationship, Parental "
    "Responsibility, telephones and e-mail. The way through its menus is not public.",
    basis="Headings are not public: they are told by their words.",
)
