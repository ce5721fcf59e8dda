"""Veracross: a query with one row for each parent and student. Its columns are of free choice."""

from adapters.mis.guide import Guide

guide = Guide(
    system="Veracross",
    file="a query of parents and students, one row for each pair, as a spreadsheet or CSV",
    clicks="A query of relationships, with the student's name, current grade and homeroom, and the parent's name, Relationship, "
    "Custody, Mobile Phone, Home Phone and Email 1. Do not filter by custody or GC: a parent without either would be a stranger.",
    basis="The columns of a query are free: they are told by their words, among them those of its published exports.",
)
