"""Layouts whose rows are neither one contact nor one pupil: PowerSchool's rows for each adult, iSAMS's for two."""

from collections.abc import Iterator
from itertools import zip_longest

from tests.schools.layouts_long import last_day, leaving, shown
from tests.schools.people import Adult, Link, Pupil
from tests.schools.scribe import Scribe, Spelt
from tests.schools.sheets import Cell, Row, Seen, Sheet

POWERSCHOOL = (
    *("New Contact Identifier", "Contact ID", "Prefix", "First Name", "Middle Name", "Last Name", "Suffix", "Gender"),
    *("Is Active", "Email Address", "Is Primary Email Address", "Phone Number Priority Order", "Phone Type"),
    *("phoneNumberAsEntered", "Is Preferred", "Is SMS", "* NOT MAPPED *", "studentNumber", "Contact Priority Order"),
    *("Student Contact ID", "Relationship Type", "Relationship Note"),
    *("STUDENTCONTACTDETAILCOREFIELDS.legalGuardian", "Contact Has Custody", "Contact Lives With"),
    *("Contact Allow School Pickup", "Is Emergency Contact", "Contact Receives Mailings"),
)
COUPLES = frozenset({"mother", "father", "stepmother", "stepfather", "guardian", "carer"})
PERSON = ("Title", "Forename", "Surname", "Mobile")


def powerschool(scribe: Scribe) -> Sheet:
    """The contacts export: each adult on as many rows as their telephones, e-mails or pupils, whichever are most.

    What is said of the adult alone stands on the first row; telephones and pupils merely stand side by side.
    """
    rows: list[Row] = []
    for serial, adult in enumerate(scribe.school.adults.values(), start=1):
        ties = [tie for tie in scribe.school.links_of(adult.key) if not scribe.has_left(tie[0])]
        if ties:
            rows += _powerschool_rows(scribe, adult, str(serial), ties)
    return Sheet(POWERSCHOOL, tuple(rows), frozenset({"relation"}), together="adult")


def _powerschool_rows(scribe: Scribe, adult: Adult, serial: str, ties: list[tuple[Pupil, Link]]) -> Iterator[Row]:
    phones = [scribe.phone((phone.number,)) for phone in adult.phones]
    seen = tuple(scribe.seen(pupil, adult, *phones) for pupil, _ in ties)
    title, forename, surname = scribe.name(adult)
    head: tuple[Cell, ...] = (title, forename, "", surname, "", "", "1", adult.email, "1")
    for n, (phone, tie) in enumerate(zip_longest(phones, ties), start=1):
        cells = (serial, adult.key, *head, *_rung(phone, n), "", *_of_a_pupil(scribe, tie, n))
        yield Row(cells, seen)
        head = ("", forename, "", surname, *[""] * 5)


def _rung(phone: Spelt | None, order: int) -> tuple[Cell, ...]:
    return (order, "Mobile", phone.value, "1" if order == 1 else "0", "1") if phone else ("",) * 5


def _of_a_pupil(scribe: Scribe, tie: tuple[Pupil, Link] | None, order: int) -> tuple[Cell, ...]:
    if tie is None:
        return ("",) * 11
    pupil, link = tie
    flags = ["" if flag is None else "1" if flag else "0" for flag in (link.responsibility, link.lives_with)]
    return (pupil.key, order, f"7{pupil.key}", scribe.relation(link), "", flags[0], "", flags[1], "1", "1", "1")


def isams(scribe: Scribe) -> Sheet:
    """Contacts copied out of iSAMS: "Parents" are two people in one row, everybody else has a row to themselves."""
    headings = (
        *("School ID", "Pupil Forename", "Pupil Surname", "NC Year", "Form", "Enrolment Date"),
        *(*leaving(scribe, "Leaving Date"), "Contact Type", "Relationship"),
        *(f"{person} Person {part}" for person in ("First", "Second") for part in PERSON),
        *("Telephone Number", "Email Address", "Contact Only"),
    )
    rows = [_isams_row(scribe, pupil, links) for pupil in scribe.pupils() for links in _by_household(pupil.links)]
    return Sheet(headings, tuple(rows), shown(scribe, "restriction", "year", "class", "starting"))


def _by_household(links: tuple[Link, ...]) -> list[tuple[Link, ...]]:
    """The first two who live with the pupil as parents together, each of the others alone."""
    both = tuple(link for link in links if link.relation in COUPLES and link.lives_with and not link.restricted)[:2]
    together = [both] if len(both) > 1 else []
    return together + [(link,) for link in links if not together or link not in both]


def _isams_row(scribe: Scribe, pupil: Pupil, links: tuple[Link, ...]) -> Row:
    persons: list[Cell] = []
    seen: list[Seen] = []
    line = links[0].adult.under("home", "work")[:1]
    shared = scribe.phone(line)
    for link in links:
        cell = scribe.phone(tuple(number for number in link.adult.numbers if number not in line))
        persons += [*scribe.name(link.adult), cell.value]
        theirs = (cell, shared) if line and line[0] in link.adult.numbers else (cell,)
        seen.append(scribe.seen(pupil, link.adult, *theirs))
    persons += [""] * (8 - len(persons))
    kind, relation = ("Parents", "Parents") if len(links) > 1 else ("Home", scribe.relation(links[0]))
    own = (pupil.key, pupil.forename, pupil.surname, scribe.year(pupil), scribe.form(pupil), scribe.day(pupil.starts))
    last = (shared.value, links[0].adult.email, scribe.flag(True) if links[0].restricted else "")
    return Row((*own, *last_day(scribe, pupil), kind, relation, *persons, *last), tuple(seen))
