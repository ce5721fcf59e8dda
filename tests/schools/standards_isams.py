"""iSAMS's saved answers: the students, and the contacts of each."""

from typing import Any

from tests.schools.parcels import Parcel, Record, as_json
from tests.schools.people import Link, Pupil
from tests.schools.scribe import Scribe
from tests.schools.sheets import Seen


def isams_json(scribe: Scribe) -> Parcel:
    """Saved answers of iSAMS's REST interface: the students, and one answer for each student's contacts."""
    pupils = scribe.pupils()
    seen: list[Seen] = []
    files: dict[str, Any] = {
        "students.json": {
            "students": [
                {
                    "schoolId": pupil.key,
                    "uniquePupilNumber": pupil.upn,
                    "forename": pupil.forename,
                    "preferredName": pupil.forename,
                    "surname": pupil.surname,
                    "formGroup": scribe.form(pupil) or None,
                    "yearGroup": pupil.year,
                    "dob": f"{pupil.born}T00:00:00",
                    "enrolmentDate": f"{pupil.starts}T00:00:00",
                    "leavingDate": f"{pupil.leaves}T00:00:00" if pupil.leaves else None,
                    "familyId": 1,
                }
                for pupil in pupils
            ],
            "count": len(pupils),
            "page": 1,
            "totalCount": len(pupils),
            "totalPages": 1,
        }
    }
    for pupil in pupils:
        contacts = []
        for link in pupil.links:
            contact, shown = _isams_contact(scribe, pupil, link)
            contacts.append(contact)
            seen.append(shown)
        files[f"students-{pupil.key}-contacts.json"] = {"contacts": contacts}
    shows = frozenset({"relation", "restriction", "class", "year", "starting", "leaving"})
    return Parcel({name: as_json(said) for name, said in files.items()}, tuple(seen), shows)


def _isams_contact(scribe: Scribe, pupil: Pupil, link: Link) -> tuple[Record, Seen]:
    title, forename, surname = scribe.name(link.adult)
    mobile, line = (scribe.phone(link.adult.under(*slots)) for slots in (("mobile",), ("home", "work")))
    contact = {
        "relationship": scribe.relation(link),
        "contactType": "Home" if link.lives_with else "Legal Guardian",
        "title": title,
        "forename": forename,
        "middleNames": None,
        "surname": surname,
        "emailAddress": link.adult.email,
        "mobileNumber": str(mobile.value) or None,
        "telephoneNumber": str(line.value) or None,
        "contactOnly": link.restricted,
        "emergencyNotes": None,
    }
    return contact, scribe.seen(pupil, link.adult, mobile, line)
