"""Wonde's saved answers: pages of students with their contacts."""

from datetime import date

from tests.schools.parcels import Parcel, Record, as_json
from tests.schools.people import Link, Pupil
from tests.schools.rosters import PAGE, grade
from tests.schools.scribe import Scribe
from tests.schools.sheets import Seen


def wonde(scribe: Scribe) -> Parcel:
    """Saved answers of Wonde: pages of students with their contacts; leavers and starters have pages of their own."""
    day = scribe.school.day
    listed: dict[str, list[Record]] = {"students": [], "students-leaver": [], "students-pre-admission": []}
    seen: list[Seen] = []
    for pupil in scribe.pupils():
        contacts = []
        for order, link in enumerate(pupil.links, start=1):
            contact, shown = _wonde_contact(scribe, pupil, link, order)
            contacts.append(contact)
            seen.append(shown)
        coming = "students-pre-admission" if pupil.is_yet_to_start(day) else "students"
        kind = "students-leaver" if scribe.has_left(pupil) else coming
        listed[kind].append(_wonde_student(scribe, pupil, contacts))
    files = {
        f"{kind}-{n}.json": as_json(page)
        for kind, records in listed.items()
        for n, page in enumerate(_wonde_pages(kind, records), start=1)
    }
    shows = frozenset({"relation", "year", "class", "starting", "leaving"})
    return Parcel(files, tuple(seen), shows)


def _wonde_pages(kind: str, records: list[Record]) -> list[Record]:
    """The answers page by page; each but the last says where the next is."""
    pages = [records[at : at + PAGE] for at in range(0, len(records), PAGE)]
    address = f"https://api.wonde.com/v1.0/schools/A1/{kind}?include=contacts,contact_details&page="
    return [
        {
            "data": page,
            "meta": {
                "pagination": {
                    "next": f"{address}{n + 1}" if n < len(pages) else None,
                    "previous": f"{address}{n - 1}" if n > 1 else None,
                    "more": n < len(pages),
                    "per_page": PAGE,
                    "current_page": n,
                },
            },
        }
        for n, page in enumerate(pages, start=1)
    ]


def _wonde_day(day: date | None) -> Record | None:
    return {"date": f"{day} 00:00:00.000000", "timezone_type": 3, "timezone": "Europe/London"} if day else None


def _wonde_student(scribe: Scribe, pupil: Pupil, contacts: list[Record]) -> Record:
    name = "Reception" if pupil.year == 0 else f"Year {pupil.year}"
    return {
        "id": f"A{pupil.key}",
        "upi": f"{int(pupil.key):032x}",
        "mis_id": pupil.key,
        "upn": pupil.upn,
        "forename": pupil.forename,
        "legal_forename": pupil.forename,
        "surname": pupil.surname,
        "legal_surname": pupil.surname,
        "date_of_birth": _wonde_day(pupil.born),
        "is_leaver": scribe.has_left(pupil),
        "form_group": scribe.form(pupil) or None,
        "year": {"data": {"code": grade(pupil), "name": name}},
        "education_details": {
            "data": {"admission_date": _wonde_day(pupil.starts), "leaving_date": _wonde_day(pupil.leaves)}
        },
        "contacts": {"data": contacts},
    }


def _wonde_contact(scribe: Scribe, pupil: Pupil, link: Link, order: int) -> tuple[Record, Seen]:
    title, forename, surname = scribe.name(link.adult)
    slots = ("mobile", "home", "work")
    cells = {slot: scribe.phone(link.adult.under(slot)) for slot in slots}
    phones = {slot: str(cell.value) or None for slot, cell in cells.items()}
    contact = {
        "id": f"C{link.adult.key}",
        "mis_id": link.adult.key,
        "title": title or None,
        "forename": forename,
        "surname": surname,
        "relationship": {
            "bill_payer": None,
            "lives_with_pupil": link.lives_with,
            "relationship": scribe.relation(link),
            "parental_responsibility": link.responsibility,
            "priority": order,
        },
        "contact_details": {
            "data": {
                "phones": {"phone": phones["home"], "primary": None, **phones},
                "emails": {"email": link.adult.email, "primary": link.adult.email, "home": None, "work": None},
                "salutation": None,
            }
        },
    }
    return contact, scribe.seen(pupil, link.adult, *cells.values())
