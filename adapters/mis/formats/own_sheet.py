"""An office's own sheet: whatever its headings, if they are words that schools use."""

from adapters.mis.guide import Guide

guide = Guide(
    system="Your own sheet",
    file="any spreadsheet or CSV, with a row for each pupil, or for each pupil and contact",
    clicks="One row of headings. It needs the pupil's name, a class or year, and the contacts' telephones; a leaving date, the "
    "relationship and restrictions help. Mum and Dad may stand side by side, each with a mobile.",
    basis="Told by the words of its headings. Those that nobody knows are named, and nothing is guessed that could remove "
    "somebody.",
)
