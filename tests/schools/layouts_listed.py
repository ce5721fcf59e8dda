"""Layouts with a row for each pupil and contact whose columns can simply be listed, MIS by MIS.

The heading sets of most of these are not public: they are what an office picks when it makes its own report there,
in that MIS's words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.schools.people import Link, Pupil
from tests.schools.scribe import Scribe, Spelt
from tests.schools.sheets import Cell, Row, Sheet

Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Entry:
    """One pupil's one contact, under the name that somebody typed for this row."""

    scribe: Scribe
    pupil: Pupil
    link: Link
    order: int
    name: tuple[str, str, str]


FACTS: dict[str, Callable[[Entry], Cell]] = {
    "pupil": lambda e: e.pupil.key,
    "upn": lambda e: e.pupil.upn,
    "forename": lambda e: e.pupil.forename,
    "surname": lambda e: e.pupil.surname,
    "born": lambda e: e.scribe.day(e.pupil.born),
    "year": lambda e: e.scribe.year(e.pupil),
    "class": lambda e: e.scribe.form(e.pupil),
    "starting": lambda e: e.scribe.day(e.pupil.starts),
    "leaving": lambda e: e.scribe.day(e.pupil.leaves),
    "contact": lambda e: e.link.adult.key,
    "contact of this pupil": lambda e: f"{e.pupil.key}{e.order}",
    "title": lambda e: e.name[0],
    "their forename": lambda e: e.name[1],
    "their surname": lambda e: e.name[2],
    "relation": lambda e: e.scribe.relation(e.link),
    "responsibility": lambda e: e.scribe.flag(e.link.responsibility),
    "lives with": lambda e: e.scribe.flag(e.link.lives_with),
    "restriction": lambda e: e.scribe.flag(True) if e.link.restricted else "",
    "order": lambda e: e.order,
    "first": lambda e: e.scribe.flag(e.order == 1),
    "email": lambda e: e.link.adult.email,
    "parent": lambda e: e.scribe.flag(e.link.is_carer),
    "kind": lambda e: f"SC{e.order}",
    "blank": lambda _: "",
}
PHONES = {"mobile": ("mobile",), "home": ("home",), "work": ("work",), "a line": ("home", "work")}
TOLD = frozenset({"relation", "restriction", "year", "class", "starting", "leaving"})

ARBOR: Columns = (
    *(("Student ID", "pupil"), ("First name", "forename"), ("Last name", "surname"), ("Year group", "year")),
    *(("Registration form", "class"), ("Entry date", "starting"), ("Leaving date", "leaving")),
    *(("Guardian title", "title"), ("Guardian first name", "their forename")),
    *(("Guardian last name", "their surname"), ("Relationship", "relation"), ("Legal guardian", "responsibility")),
    *(("Primary guardian", "first"), ("Emergency contact priority", "order"), ("Court order", "restriction")),
    *(("Mobile Phone", "mobile"), ("Home Phone", "home"), ("Work Phone", "work"), ("Email Address", "email")),
)
INTEGRIS: Columns = (
    *(("UPN", "upn"), ("Surname", "surname"), ("Known Name", "forename"), ("Year Group", "year")),
    *(("Class", "class"), ("Date of Leaving", "leaving"), ("Contact Title", "title")),
    *(("Contact Forename", "their forename"), ("Contact Surname", "their surname"), ("Relationship", "relation")),
    *(("Parental Responsibility", "responsibility"), ("Emergency Ranking", "order")),
    *(("Home 1", "home"), ("Home 2", "work"), ("Mobile", "mobile"), ("E-Mail", "email")),
)
SCHOLARPACK: Columns = (
    *(("Forename", "forename"), ("Surname", "surname"), ("Year", "year"), ("Class", "class")),
    *(("Leaving Date", "leaving"), ("Contact ID", "contact of this pupil"), ("Contact Order", "order")),
    *(("Contact Title", "title"), ("Contact Forename", "their forename"), ("Contact Surname", "their surname")),
    *(("Relationship", "relation"), ("Responsibility", "responsibility"), ("Mobile Phone", "mobile")),
    *(("Home Phone", "home"), ("Work Phone", "work"), ("Email", "email"), ("Email 2", "blank")),
    ("Permission to Take Home", "first"),
)
VERACROSS: Columns = (
    *(("Student ID", "pupil"), ("Student First Name", "forename"), ("Student Last Name", "surname")),
    *(("Grade", "year"), ("Homeroom", "class"), ("Birthdate", "born"), ("Parent ID", "contact")),
    *(("Parent Prefix", "title"), ("Parent First Name", "their forename"), ("Parent Last Name", "their surname")),
    *(("Relationship", "relation"), ("Custody", "responsibility"), ("Resides With", "lives with")),
    *(("Mobile Phone", "mobile"), ("Home Phone", "home"), ("Business Phone", "work"), ("Email 1", "email")),
)
SYNERGETIC: Columns = (
    *(("Student ID", "pupil"), ("Student Given Name", "forename"), ("Student Surname", "surname")),
    *(("Year Level", "year"), ("Form", "class"), ("Entry Date", "starting"), ("Leaving Date", "leaving")),
    *(("Contact Type", "kind"), ("Contact ID", "contact"), ("Contact Title", "title")),
    *(("Contact Given Name", "their forename"), ("Contact Surname", "their surname"), ("Relationship", "relation")),
    *(("Parent Flag", "parent"), ("Lives With", "lives with"), ("Default Mob", "mobile"), ("Ph AH", "home")),
    *(("Ph BH", "work"), ("Default Email", "email")),
)
PUPIL_ASSET: Columns = (
    *(("UPN", "upn"), ("Legal Surname", "surname"), ("Legal Forename", "forename"), ("DOB", "born")),
    *(("Current Year", "year"), ("Current Class", "class"), ("Date of leaving", "leaving")),
    *(("Contact Title", "title"), ("Contact's First Name", "their forename"), ("Contact's Surname", "their surname")),
    *(
        ("Relationship Code", "relation"),
        ("Parental Responsibility", "responsibility"),
        ("Court Orders", "restriction"),
    ),
    *(("Phone", "a line"), ("Main Mobile Number", "mobile"), ("Email", "email")),
)
PROGRESSO: Columns = (
    *(("Learner ID", "pupil"), ("Learner Forename", "forename"), ("Learner Surname", "surname")),
    *(("NC Year", "year"), ("Tutor Group", "class"), ("Start Date", "starting"), ("Leaving Date", "leaving")),
    *(("Contact Priority", "order"), ("Contact Title", "title"), ("Contact Forename", "their forename")),
    *(("Contact Surname", "their surname"), ("Relationship to Learner", "relation"), ("PR", "responsibility")),
    *(("Home Telephone", "home"), ("Mobile Telephone", "mobile"), ("Work Telephone", "work"), ("E-mail", "email")),
)


def listed(columns: Columns, scribe: Scribe) -> Sheet:
    """A sheet with these columns; without one for the last day, leavers are not in it."""
    kept = [column for column in columns if scribe.plan.leavers_listed or column[1] != "leaving"]
    facts = frozenset(fact for _, fact in kept) & TOLD
    pupils = [pupil for pupil in scribe.pupils() if "leaving" in facts or not scribe.has_left(pupil)]
    rows = tuple(
        _row(Entry(scribe, pupil, link, order, scribe.name(link.adult)), kept)
        for pupil in pupils
        for order, link in enumerate(pupil.links, start=1)
    )
    return Sheet(tuple(heading for heading, _ in kept), rows, facts)


def _row(entry: Entry, columns: list[tuple[str, str]]) -> Row:
    phones: dict[str, Spelt] = {
        fact: entry.scribe.phone(entry.link.adult.under(*PHONES[fact])) for _, fact in columns if fact in PHONES
    }
    cells = tuple(phones[fact].value if fact in phones else FACTS[fact](entry) for _, fact in columns)
    return Row(cells, (entry.scribe.seen(entry.pupil, entry.link.adult, *phones.values()),))


LAYOUTS: dict[str, Callable[[Scribe], Sheet]] = {
    "arbor": partial(listed, ARBOR),
    "integris": partial(listed, INTEGRIS),
    "scholarpack": partial(listed, SCHOLARPACK),
    "veracross": partial(listed, VERACROSS),
    "synergetic": partial(listed, SYNERGETIC),
    "pupil asset": partial(listed, PUPIL_ASSET),
    "progresso": partial(listed, PROGRESSO),
}
