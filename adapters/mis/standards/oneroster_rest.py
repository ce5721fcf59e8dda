"""OneRoster 1.1 and 1.2 as saved answers of the REST interface: a zip of JSON pages, or one page.

Shape: 1EdTech, "OneRoster 1.1" and "OneRoster Rostering Service 1.2, REST/JSON binding".
"""

from adapters.mis.guide import Guide
from adapters.mis.records.oneroster_pages import are_pages, read_pages
from adapters.mis.standard import Standard

oneroster_rest = Standard("oneroster-rest", are_pages, read_pages)

guide = Guide(
    system="OneRoster 1.1 and 1.2 (REST)",
    file="a zip of the answers to GET /users, /classes and /enrollments, every page as a JSON file of any name",
    clicks="Roster fetches them itself where it is given the address and the keys; or save every page and zip them. It has "
    "no leaving dates in 1.1: a leaver is one marked as to be deleted.",
    basis="published by 1EdTech: OneRoster 1.1, and OneRoster Rostering Service 1.2",
)
