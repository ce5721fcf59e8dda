"""Layouts with a row for each pupil: Bromcom, SchoolStream, Compass, and what offices keep in a sheet of their own."""

from dataclasses import replace

from tests.schools.layouts_long import last_day, leaving, shown
from tests.schools.people import PROFESSIONAL, Link, Pupil
from tests.schools.scribe import Scribe
from tests.schools.sheets import Cell, Row, Seen, Sheet

ROOMY = 3


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
    return numbered(Sheet(headings, rows, shown(scribe, "relation", "year", "class", "starting")), 3)


def numbered(sheet: Sheet, places: int) -> Sheet:
    """The sheet, knowing which rows have every numbered place taken."""
    return replace(filled(sheet, places), roomy=places >= ROOMY)


def filled(sheet: Sheet, places: int) -> Sheet:
    return replace(sheet, full=frozenset(row.seen[0].pupil for row in sheet.rows if len(row.seen) == places))


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


def schoolstream(scribe: Scribe) -> Sheet:
    """SchoolStream's sheet: two to four contacts, groups without a word on what they are, and staff among the pupils."""
    slots = scribe.plan.variant + 2
    headings = (
        *("FirstName", "LastName"),
        *(f"Contact{n}{part}" for n in range(1, slots + 1) for part in ("FirstName", "LastName", "Email", "Phone")),
        *("Group1", "Group2", "Group3"),
    )
    rows = [_schoolstream_row(scribe, pupil, slots) for pupil in scribe.pupils() if not scribe.has_left(pupil)]
    sheet = numbered(Sheet(headings, tuple(rows), frozenset()), slots)
    staff = ("", "", "Jo", "Pumphrey", "staff1@example.org", "0118 496 0999", *[""] * (4 * slots - 4), "Staff", "", "")
    at = scribe.rng.randrange(len(rows))
    return replace(sheet, rows=(*rows[:at], Row(staff), *rows[at:]))


def _schoolstream_row(scribe: Scribe, pupil: Pupil, slots: int) -> Row:
    contacts: list[Cell] = []
    seen: list[Seen] = []
    for link in pupil.links[:slots]:
        cell = scribe.phone(link.adult.numbers)
        _, forename, surname = scribe.name(link.adult)
        contacts += [forename, surname, link.adult.email, cell.value]
        seen.append(scribe.seen(pupil, link.adult, cell))
    contacts += [""] * (4 * slots - len(contacts))
    club = scribe.rng.choice(("", "Choir", "Chess"))
    return Row((pupil.forename, pupil.surname, *contacts, scribe.form(pupil), club, ""), tuple(seen))


def compass(scribe: Scribe) -> Sheet:
    """A sheet out of Compass: two parents, each with what they typed themselves and what the office has."""
    parts = ("Title", "First Name", "Last Name", "Relationship", "Mobile", "Admin Mobile", "Email")
    headings = (
        *("Student Code", "First Name", "Last Name", "Year Level", "Form Group", *leaving(scribe, "Exit Date")),
        *(f"Parent {n} {part}" for n in (1, 2) for part in parts),
    )
    rows = tuple(_compass_row(scribe, pupil) for pupil in scribe.pupils())
    return numbered(Sheet(headings, rows, shown(scribe, "relation", "year", "class")), 2)


def _compass_row(scribe: Scribe, pupil: Pupil) -> Row:
    contacts: list[Cell] = []
    seen: list[Seen] = []
    for link in [link for link in pupil.links if link.relation not in PROFESSIONAL][:2]:
        first, *others = link.adult.numbers
        cells = [scribe.phone((first,)), scribe.phone(tuple(others[:1]) or (first,))]
        contacts += [*scribe.name(link.adult), scribe.relation(link), *(cell.value for cell in cells), link.adult.email]
        seen.append(scribe.seen(pupil, link.adult, *cells))
    contacts += [""] * (14 - len(contacts))
    own = (pupil.key, pupil.forename, pupil.surname, scribe.year(pupil), scribe.form(pupil))
    return Row((*own, *last_day(scribe, pupil), *contacts), tuple(seen))


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
    return numbered(Sheet(headings, tuple(rows), shown(scribe, "class")), 2)


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
    return filled(Sheet(headings, tuple(rows), shown(scribe, "relation", "class")), 3)


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
    return Sheet(headings, tuple(rows), shown(scribe, "relation", "restriction", "year", "class"))
