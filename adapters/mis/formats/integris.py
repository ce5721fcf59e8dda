"""RM Integris G2: a report of students and contacts. Its headings are not public; what importers take from it is."""

from adapters.mis.guide import Guide

guide = Guide(
    system="RM Integris G2",
    file="a report of students with their contacts, as a spreadsheet or CSV",
    clicks="Report on the students: Known Name, Surname, Current Year Group, Current Class, and of each contact Title, First name, "
    "Surname, Relationship, Parental Responsibility, Home 1, Home 2, Mobile and E-Mail. A number kept among the notes is "
    "recognised, and protects whoever it is.",
    basis="Headings are not public: they are told by their words, among them the field names that importers publish.",
)
