"""Layouts with a row for each pupil and contact, and more: SIMS, ParentMail, SchoolBooking, continuation rows."""

from collections.abc import Iterator

from tests.schools.people import Link, Pupil
from tests.schools.scribe import Scribe, Spelt
from tests.schools.sheets import Cell, Row, Sheet

STREETS = ("Mill Lane", "Canal Street", "Orchard Rise", "Station Road")
PLACES = {"mobile": "M", "home": "H", "work": "W"}


def shown(scribe: Scribe, *facts: str) -> frozenset[str]:
    return frozenset(facts) | ({"leaving"} if scribe.plan.leavers_listed else set())


def leaving(scribe: Scribe, heading: str) -> tuple[str, ...]:
    return (heading,) if scribe.plan.leavers_listed else ()


def last_day(scribe: Scribe, pupil: Pupil) -> tuple[Cell, ...]:
    return (scribe.day(pupil.leaves),) if scribe.plan.leavers_listed else ()


def sims(scribe: Scribe) -> Sheet:
    """A SIMS report: free captions, `Surname` and `Forename` twice, a row for each phone and each club."""
    pick = scribe.plan.variant
    headings = (
        *("Surname", "Forename"),
        ("Year", "Year Group", "Current Year Group")[pick],
        ("Reg", "Registration Group", "Reg Group")[pick],
        *leaving(scribe, ("Date of leaving", "Leaving Date", "Date of Leaving")[pick]),
        ("Date of admission", "Start date", "Admission Date")[pick],
        "Club",
        ("Relationship", "Relationship to pupil", "Relationship")[pick],
        *("Title", "Surname", "Forename", "Priority", "Parental Responsibility", "Court Order"),
        ("Telephone", "Telephone Number", "Phone Number")[pick],
        ("Location", "Phone Type", "Location")[pick],
    )
    return Sheet(
        headings,
        tuple(row for pupil in scribe.pupils() for row in _sims_rows(scribe, pupil)),
        shown(scribe, "relation", "restriction", "year", "class", "starting"),
        above=((scribe.school.name,), ("Parents and contacts of pupils",), ()),
        below=((), (f"Total pupils: {len(scribe.pupils())}",), ("Printed on 22/11/2026 at 08:14",)),
    )


def _sims_rows(scribe: Scribe, pupil: Pupil) -> Iterator[Row]:
    for club in scribe.rng.choice((("",), ("",), ("Choir",), ("Choir", "Chess"))):
        for order, link in enumerate(pupil.links, start=1):
            for phone in link.adult.phones:
                cell = scribe.phone((phone.number,))
                yield Row(
                    (
                        *(pupil.surname, pupil.forename, scribe.year(pupil), scribe.form(pupil)),
                        *(*last_day(scribe, pupil), scribe.day(pupil.starts), club),
                        *(scribe.relation(link), *_surname_first(scribe, link), order),
                        *(scribe.flag(link.responsibility), "Yes" if link.restricted else ""),
                        *(cell.value, PLACES[phone.slot]),
                    ),
                    (scribe.seen(pupil, link.adult, cell),),
                )


def sims_crossed(scribe: Scribe) -> Sheet:
    """A SIMS report with several sub-reports: each e-mail beside each telephone of each contact, ids left blank."""
    headings = (
        *("Unique ID", "Legal Surname", "Legal Forename", "Year", "Reg", "Admission Date"),
        *(*leaving(scribe, "Date of Leaving"), "Medical Note", "Contact Title", "Contact Surname", "Contact Forename"),
        *("Relationship", "Priority", "Parental Responsibility", "Court Order", "Telephone", "Location", "Email"),
    )
    return Sheet(
        headings,
        tuple(row for pupil in scribe.pupils() for row in _crossed_rows(scribe, pupil)),
        shown(scribe, "relation", "restriction", "year", "class", "starting"),
        above=((scribe.school.name,), (), ("Contacts, telephones and e-mails",)),
        below=(("Printed on 22/11/2026 at 08:14", "", "Page 1 of 1"), (), (f"Count: {len(scribe.pupils())}",)),
    )


def _crossed_rows(scribe: Scribe, pupil: Pupil) -> Iterator[Row]:
    for note in scribe.rng.choice((("",), ("Asthma",), ("Asthma", "Glasses"))):
        for order, link in enumerate(pupil.links, start=1):
            for phone in link.adult.phones:
                for email in ("", link.adult.email)[scribe.rng.randrange(2) :]:
                    cell = scribe.phone((phone.number,))
                    cells = (
                        *("", pupil.surname, pupil.forename, scribe.year(pupil), scribe.form(pupil)),
                        *(scribe.day(pupil.starts), *last_day(scribe, pupil), note, *_surname_first(scribe, link)),
                        *(scribe.relation(link), order, scribe.flag(link.responsibility)),
                        *("Yes" if link.restricted else "", cell.value, PLACES[phone.slot], email),
                    )
                    yield Row(cells, (scribe.seen(pupil, link.adult, cell),))


def _surname_first(scribe: Scribe, link: Link) -> tuple[str, str, str]:
    title, forename, surname = scribe.name(link.adult)
    return title, surname, forename


def parentmail(scribe: Scribe) -> Sheet:
    """IRIS ParentMail's student csv, with the last and first day when the office added them."""
    headings = (
        *("StudentForename", "StudentSurname", "StudentID", "Year", "Reg", "DOB", "Gender", "Relationship"),
        *("Title", "ContactForename", "ContactSurname", "ContactID", "PrimaryEmail", "MobileNumber"),
        *("HouseName", "HouseNumber", "Street", "District", "Town", "County", "Postcode", "Priority"),
        *leaving(scribe, "Date of leaving"),
        *(("Start Date",) if scribe.plan.variant else ()),
    )
    rows = tuple(
        _parentmail_row(scribe, pupil, link, order)
        for pupil in scribe.pupils()
        for order, link in enumerate(pupil.links, start=1)
    )
    starting = ("starting",) if scribe.plan.variant else ()
    return Sheet(headings, rows, shown(scribe, "relation", "year", "class", *starting))


def _parentmail_row(scribe: Scribe, pupil: Pupil, link: Link, order: int) -> Row:
    cell = scribe.phone(link.adult.numbers)
    street = scribe.rng.choice(STREETS)
    cells = (
        *(pupil.forename, pupil.surname, pupil.key, scribe.year(pupil), scribe.form(pupil)),
        *(f"{pupil.born:%d/%m/%Y}", "U", scribe.relation(link), *scribe.name(link.adult), link.adult.key),
        *(link.adult.email, cell.value, "", str(scribe.rng.randrange(1, 99)), street, "", "Holly"),
        *("", "", order),
        *last_day(scribe, pupil),
        *((scribe.day(pupil.starts),) if scribe.plan.variant else ()),
    )
    return Row(cells, (scribe.seen(pupil, link.adult, cell),))


def schoolbooking(scribe: Scribe) -> Sheet:
    """SchoolBooking's sheet: a row for each pupil, contact and class; `ID` three times, names twice."""
    headings = (
        *("ID", "Forename", "Surname", "ID", "(Contact) Priority", "Parental responsibility"),
        *(
            "Lives with Pupil",
            "Title",
            "Forename",
            "Surname",
            "(Contact) Home Email",
            "Main Telephone",
            "Primary Email",
        ),
        *("Mobile number", "ID", "(Class) Class Name", *leaving(scribe, "Leaving date")),
    )
    classes = {form.name: 700 + n for n, form in enumerate(scribe.school.forms)}
    rows = []
    for pupil in scribe.pupils():
        taught = [(classes[pupil.form], scribe.form(pupil))]
        taught += [(799, "Recorders")] * (scribe.rng.random() < 0.1)
        rows += [
            _booking_row(scribe, pupil, link, order, place)
            for order, link in enumerate(pupil.links, start=1)
            for place in taught
        ]
    return Sheet(headings, tuple(rows), shown(scribe, "class"))


def _booking_row(scribe: Scribe, pupil: Pupil, link: Link, order: int, taught: tuple[int, str]) -> Row:
    line = scribe.phone(link.adult.under("home", "work"))
    mobile = scribe.phone(link.adult.under("mobile"))
    flags = ["" if flag is None else "T" if flag else "F" for flag in (link.responsibility, link.lives_with)]
    adult = link.adult
    cells = (
        *(pupil.key, pupil.forename, pupil.surname, adult.key, order, *flags, *scribe.name(adult)),
        *("", line.value, adult.email, mobile.value, *taught, *last_day(scribe, pupil)),
    )
    return Row(cells, (scribe.seen(pupil, adult, line, mobile),))


def continued(scribe: Scribe) -> Sheet:
    """A pupil's own cells stand on the first row only; blank ones below mean the same pupil."""
    headings = (
        *("Pupil Surname", "Pupil Forename", "Year Group", "Registration Group"),
        *(*leaving(scribe, "Leaving Date"), "Start Date", "Contact Title", "Contact Forename"),
        *("Contact Surname", "Relationship", "Parental Responsibility", "Court Order Restricted Access"),
        *("Home Phone", "Mobile Phone", "Work Phone", "Email"),
    )
    rows = []
    for pupil in scribe.pupils():
        head: tuple[Cell, ...] = (
            *(pupil.surname, pupil.forename, scribe.year(pupil), scribe.form(pupil)),
            *(*last_day(scribe, pupil), scribe.day(pupil.starts)),
        )
        for link in pupil.links:
            phones = [scribe.phone(link.adult.under(slot)) for slot in ("home", "mobile", "work")]
            seen = scribe.seen(pupil, link.adult, *phones)
            rows.append(Row((*head, *_continued_contact(scribe, link, phones)), (seen,)))
            head = ("",) * len(head)
    facts = shown(scribe, "relation", "restriction", "year", "class", "starting")
    return Sheet(headings, tuple(rows), facts, together="pupil")


def _continued_contact(scribe: Scribe, link: Link, phones: list[Spelt]) -> tuple[Cell, ...]:
    return (
        *(*scribe.name(link.adult), scribe.relation(link), scribe.flag(link.responsibility)),
        *(scribe.flag(True) if link.restricted else "", *(phone.value for phone in phones), link.adult.email),
    )
