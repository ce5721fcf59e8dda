"""Files that list pupils and nobody to ring: nothing follows from them about anybody in a group."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from tests.schools.parcels import Parcel, as_xml, grown, table
from tests.schools.people import Pupil
from tests.schools.rosters import classes, grade, places, student
from tests.schools.scribe import Scribe


def _parcel(files: dict[str, bytes]) -> Parcel:
    return Parcel(files, (), frozenset())


def schoolcomms(scribe: Scribe) -> Parcel:
    """Schoolcomms: no headings, pupils (role 1) and staff by position, a blank after each comma."""
    lines = [
        f"{pupil.key}, {pupil.forename}, {pupil.surname}, {pupil.form}, {pupil.year}, 1" for pupil in scribe.pupils()
    ]
    lines.append("1, Jo, Pumphrey, , , 2")
    return _parcel({"schoolcomms.csv": "\r\n".join(lines).encode()})


def isams_batch(scribe: Scribe) -> Parcel:
    """iSAMS's Batch API: the current pupils, each with a mobile of their own at most."""
    root = Element("iSAMS")
    grown(root, "PupilManager", {"CurrentPupils": {"Pupil": [_isams_pupil(pupil) for pupil in scribe.pupils()]}})
    return _parcel({"isams.xml": as_xml(root)})


def _isams_pupil(pupil: Pupil) -> dict[str, str]:
    return {
        "UPN": pupil.upn,
        "SchoolId": pupil.key,
        "Forename": pupil.forename,
        "Surname": pupil.surname,
        "Fullname": pupil.name,
        "DOB": f"{pupil.born}T00:00:00",
        "Form": pupil.form,
        "NCYear": str(pupil.year),
        "EnrolmentDate": f"{pupil.starts}T00:00:00",
        "FamilyId": "1",
    }


def sds_uk(scribe: Scribe) -> Parcel:
    """School Data Sync 1 as British schools had it: pupils and sections, no guardians."""
    pupils = scribe.pupils()
    return _parcel(
        {
            "School.csv": table("SIS ID,Name", [("org-1", scribe.school.name)]),
            "Section.csv": table(
                "SIS ID,School SIS ID,Section Name",
                [
                    *((place, "org-1", form) for form, place in classes(scribe).items()),
                    ("class-recorders", "org-1", "Recorders"),
                ],
            ),
            "Student.csv": table("ID,School DfE Number,First Name,Last Name,Username,Grade", _sds_pupils(pupils)),
            "StudentEnrollment.csv": table("Section SIS ID,SIS ID", places(scribe, pupils)),
        }
    )


def _sds_pupils(pupils: list[Pupil]) -> Iterator[tuple[str, ...]]:
    for pupil in pupils:
        yield student(pupil), "8201234", pupil.forename, pupil.surname, f"pupil{pupil.key}", grade(pupil)


WITHOUT_CONTACTS: dict[str, Callable[[Scribe], Parcel]] = {
    "schoolcomms": schoolcomms,
    "isams batch": isams_batch,
    "sds uk": sds_uk,
}
