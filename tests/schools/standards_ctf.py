"""The DfE's Common Transfer File: each pupil with contacts of their own, and no classes."""

from xml.etree.ElementTree import Element

from tests.schools.parcels import Parcel, Record, as_xml, grown
from tests.schools.people import Link, Pupil
from tests.schools.rosters import grade
from tests.schools.scribe import CODES, Scribe
from tests.schools.sheets import Seen


def ctf(scribe: Scribe) -> Parcel:
    """A Common Transfer File of the whole school: each pupil with contacts of their own, and no classes."""
    root = Element("CTfile")
    school = {"LEA": "820", "Estab": "1234", "SchoolName": scribe.school.name}
    header = {
        "DocumentName": "Common Transfer File",
        "CTFversion": ("18.0", "19.0", "25.0")[scribe.plan.variant],
        "DateTime": "2026-11-20T06:00:00",
        "DocumentQualifier": "full",
        "SupplierID": "Holly",
        "SourceSchool": {**school, "AcademicYear": "2026"},
        "DestSchool": {"LEA": "820", "Estab": "LLLL"},
    }
    grown(root, "Header", header)
    seen: list[Seen] = []
    pupils = []
    for pupil in scribe.pupils():
        contacts = []
        for order, link in enumerate(pupil.links, start=1):
            contact, shown = _ctf_contact(scribe, pupil, link, order)
            contacts.append(contact)
            seen.append(shown)
        pupils.append(_ctf_pupil(scribe, pupil, school, contacts))
    grown(root, "CTFpupilData", {"Pupil": pupils})
    shows = frozenset({"relation", "year", "starting", "leaving"})
    return Parcel({"820LLLL_CTF_8201234_001.xml": as_xml(root)}, tuple(seen), shows)


def _ctf_pupil(scribe: Scribe, pupil: Pupil, school: Record, contacts: list[Record]) -> Record:
    stay = {
        **school,
        "EntryDate": f"{pupil.starts}",
        "LeavingDate": f"{pupil.leaves}" if pupil.leaves else None,
    }
    return {
        "UPN": pupil.upn,
        "Surname": pupil.surname,
        "Forename": pupil.forename,
        "DOB": f"{pupil.born}",
        "Sex" if scribe.plan.variant == 2 else "Gender": "U",
        "BasicDetails": {"NCyearActual": grade(pupil)},
        "Contacts": {"Contact": contacts},
        "SchoolHistory": {"School": [stay]},
    }


def _ctf_contact(scribe: Scribe, pupil: Pupil, link: Link, order: int) -> tuple[Record, Seen]:
    title, forename, surname = scribe.name(link.adult)
    cells = [(phone.slot[0].upper(), scribe.phone((phone.number,))) for phone in link.adult.phones]
    phones = [{"TelephoneType": kind, "PhoneNo": str(cell.value)} for kind, cell in cells if cell.value]
    contact = {
        "Order": str(order),
        "Title": title or None,
        "Surname": surname,
        "Forename": forename,
        "Relationship": CODES[link.relation],
        "Responsibility": scribe.flag(link.responsibility) or None,
        "Address": {"AddressAsPupil": "true"} if link.lives_with else None,
        "Phones": {"Phone": phones} if phones else None,
        "Email": link.adult.email,
    }
    return contact, scribe.seen(pupil, link.adult, *(cell for _, cell in cells))
