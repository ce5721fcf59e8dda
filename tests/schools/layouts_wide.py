"""Layouts with a row for each pupil: Bromcom's flat view, and what offices keep in a sheet of their own."""

from tests.schools.layouts_long import last_day, leaving, shown
from tests.schools.people import PROFESSIONAL, Link, Pupil
from tests.schools.scribe import Scribe
from tests.schools.sheets import Cell, Row, Seen, Sheet


def bromcom(scribe: Scribe) -> Sheet:
    """StudentFlatView: exactly three contacts; a fourth is cut off without a word."""
    headings = (
        *("StudentId", "PreferredFirstName", "PreferredLastName", "FirstName", "LastName", "GenderCode"),
        *("DateOfBirth", "Upn", "EnrolmentStateName", "YearGroup", "TutorGroupName"),
        *(
            f"Contact{n}{part}"
            for n in (1, 2, 3)
            for part in ("Name", "Telephone", "Email", "Relationship", "ParentalResponsibility")
        ),
        *(*leaving(scribe, "LeavingDate"), "StartDate"),
    )
    rows = tuple(_bromcom_row(scribe, pupil) for pupil in scribe.pupils())
    return Sheet(headings, rows, shown(scribe, "relation", "year", "starting"))


def _bromcom_row(scribe: Scribe, pupil: Pupil) -> Row:
    contacts: list[Cell] = []
    seen: list[Seen] = []
    for link in pupil.links[:3]:
        cell = scribe.phone(link.adult.numbers)
        flag = "yes" if link.responsibility else "no" if link.responsibility is False else ""
        contacts += [scribe.full_name(link.adult), cell.value, link.adult.email, scribe.relation(link), flag]
        seen.append(scribe.seen(pupil, link.adult, cell))
    contacts += [""] * (15 - len(contacts))
    born = f"{pupil.born:%Y-%m-%d}T00:00:00"
    state = "" if pupil.has_left(scribe.school.day) else "C"
    cells = (
        *(pupil.key, pupil.forename, pupil.surname, pupil.forename, f"{pupil.surname} ", "U"),
        *(born, pupil.upn, state, str(pupil.year), scribe.form(pupil) or "NoTutorGrp", *contacts),
        *(*last_day(scribe, pupil), scribe.day(pupil.starts)),
    )
    return Row(cells, tuple(seen))


def office(scribe: Scribe) -> Sheet:
    """One of three sheets that somebody in the office made up."""
    return (_two_parents, _mum_and_dad, _three_telephones)[scribe.plan.variant](scribe)


def _two_parents(scribe: Scribe) -> Sheet:
    headings = (
        *("Child surname", "Child first name", "Class", *leaving(scribe, "Leaving date")),
        *("Parent 1 name", "Parent 1 mobile", "Parent 2 name", "Parent 2 mobile"),
    )
    rows = []
    for pupil in scribe.pupils():
        parents = [link for link in pupil.links if link.relation not in PROFESSIONAL][:2]
        rows.append(_office_row(scribe, pupil, parents, (), 2))
    return Sheet(headings, tuple(rows), shown(scribe))


def _mum_and_dad(scribe: Scribe) -> Sheet:
    headings = (
        *("Child surname", "Child first name", "Class", *leaving(scribe, "Leaving date")),
        *("Mum", "Mum's mobile", "Dad", "Dad's mobile", "Other contact", "Other contact tel"),
        "Other contact relationship",
    )
    rows = []
    for pupil in scribe.pupils():
        mum = next((link for link in pupil.links if link.relation == "mother"), None)
        dad = next((link for link in pupil.links if link.relation == "father"), None)
        other = next((link for link in pupil.links if link not in {mum, dad}), None)
        last = (scribe.relation(other) if other else "",)
        rows.append(_office_row(scribe, pupil, [mum, dad, other], last, 3))
    return Sheet(headings, tuple(rows), shown(scribe, "relation"))


def _office_row(
    scribe: Scribe, pupil: Pupil, links: list[Link | None] | list[Link], last: tuple[Cell, ...], places: int
) -> Row:
    cells: list[Cell] = [pupil.surname, pupil.forename, scribe.form(pupil), *last_day(scribe, pupil)]
    seen: list[Seen] = []
    for link in (*links, *([None] * (places - len(links)))):
        if link is None:
            cells += ["", ""]
            continue
        cell = scribe.phone(link.adult.numbers)
        cells += [scribe.full_name(link.adult), cell.value]
        seen.append(scribe.seen(pupil, link.adult, cell))
    return Row((*cells, *last), tuple(seen))


def _three_telephones(scribe: Scribe) -> Sheet:
    headings = (
        *("Child surname", "Child first name", "Class", "Year", *leaving(scribe, "Leaving date")),
        *("Contact name", "Relationship to child", "Court order", "Tel (mobile)", "Tel (home)", "Tel (work)"),
        "Lives with child",
    )
    rows = []
    for pupil in scribe.pupils():
        for link in pupil.links:
            phones = [scribe.phone(link.adult.under(slot)) for slot in ("mobile", "home", "work")]
            cells = (
                *(pupil.surname, pupil.forename, scribe.form(pupil), scribe.year(pupil)),
                *(*last_day(scribe, pupil), scribe.full_name(link.adult), scribe.relation(link)),
                *(scribe.flag(True) if link.restricted else "", *(phone.value for phone in phones)),
                scribe.flag(link.lives_with),
            )
            rows.append(Row(cells, (scribe.seen(pupil, link.adult, *phones),)))
    return Sheet(headings, tuple(rows), shown(scribe, "relation", "restriction", "year"))
