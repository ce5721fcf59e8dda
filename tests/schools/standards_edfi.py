"""Ed-Fi: the saved answers of its interface, and its bulk files."""

from xml.etree.ElementTree import Element

from tests.schools.parcels import Parcel, Person, Record, as_json, as_xml, grown, people, seen_of
from tests.schools.people import Link, Pupil
from tests.schools.rosters import parent, student
from tests.schools.scribe import Scribe

EDFI = {
    "mother": "Mother", "father": "Father", "stepmother": "Stepmother", "stepfather": "Stepfather",
    "foster mother": "Foster parent", "foster father": "Foster parent", "guardian": "CourtAppointedGuardian",
    "carer": "Guardian", "grandmother": "Grandmother", "grandfather": "Grandfather", "aunt": "Aunt",
    "childminder": "Other", "doctor": "Other", "social worker": "Other",
}  # fmt: skip
GRADES = ("Kindergarten", "First grade", "Second grade", "Third grade", "Fourth grade", "Fifth grade", "Sixth grade")


def edfi_json(scribe: Scribe) -> Parcel:
    """Saved answers of an Ed-Fi API: students, contacts, what ties them, and who is at the school."""
    pupils = scribe.pupils()
    persons = people(scribe, pupils)
    files = {
        "students.json": [_edfi_student(pupil) for pupil in pupils],
        "contacts.json": [_edfi_contact(person) for person in persons],
        "studentContactAssociations.json": [
            {
                "contactReference": {"contactUniqueId": parent(person)},
                "studentReference": {"studentUniqueId": student(pupil)},
                "relationDescriptor": f"uri://ed-fi.org/RelationDescriptor#{EDFI[link.relation]}",
                **({} if link.lives_with is None else {"livesWith": link.lives_with}),
                **({} if link.responsibility is None else {"legalGuardian": link.responsibility}),
                **({"contactRestrictions": "No contact: court order"} if link.restricted else {}),
            }
            for person in persons
            for pupil, link in person.links
        ],
        "studentSchoolAssociations.json": [
            {
                "studentReference": {"studentUniqueId": student(pupil)},
                "schoolReference": {"schoolId": 8201234},
                "entryDate": f"{pupil.starts}",
                "entryGradeLevelDescriptor": f"uri://ed-fi.org/GradeLevelDescriptor#{GRADES[pupil.year]}",
                **({"exitWithdrawDate": f"{pupil.leaves}"} if pupil.leaves else {}),
            }
            for pupil in pupils
        ],
    }
    shows = frozenset({"relation", "restriction", "starting", "leaving"})
    return Parcel({name: as_json(said) for name, said in files.items()}, seen_of(scribe, persons), shows)


def _edfi_student(pupil: Pupil) -> Record:
    return {
        "id": f"{int(pupil.key):032x}",
        "studentUniqueId": student(pupil),
        "birthDate": f"{pupil.born}",
        "firstName": pupil.forename,
        "lastSurname": pupil.surname,
    }


def _edfi_contact(person: Person) -> Record:
    title, forename, surname = person.name
    kinds = {"mobile": "Mobile", "other": "Home"}
    return {
        "id": f"{int(person.adult.key):032x}",
        "contactUniqueId": parent(person),
        **({"personalTitlePrefix": title} if title else {}),
        "firstName": forename,
        "lastSurname": surname,
        "electronicMails": [
            {
                "electronicMailTypeDescriptor": "uri://ed-fi.org/ElectronicMailTypeDescriptor#Home/Personal",
                "electronicMailAddress": person.adult.email,
            }
        ],
        "telephones": [
            {
                "telephoneNumberTypeDescriptor": f"uri://ed-fi.org/TelephoneNumberTypeDescriptor#{kinds[kind]}",
                "telephoneNumber": str(cell.value),
            }
            for kind, cell in person.phones.items()
            if cell.value
        ],
    }


def edfi_xml(scribe: Scribe) -> Parcel:
    """Ed-Fi's bulk files: who is at the school, and the interchange of contacts with what ties them to pupils."""
    pupils = scribe.pupils()
    persons = people(scribe, pupils)
    enrolment, contacts = (
        Element(name, {"xmlns": "http://ed-fi.org/5.2.0"})
        for name in ("InterchangeStudentEnrollment", "InterchangeContact")
    )
    for pupil in pupils:
        stay = {
            "StudentReference": {"StudentIdentity": {"StudentUniqueId": student(pupil)}},
            "SchoolReference": {"SchoolIdentity": {"SchoolId": "8201234"}},
            "EntryDate": f"{pupil.starts}",
            "EntryGradeLevel": f"uri://ed-fi.org/GradeLevelDescriptor#{GRADES[pupil.year]}",
            "ExitWithdrawDate": f"{pupil.leaves}" if pupil.leaves else None,
        }
        grown(enrolment, "StudentSchoolAssociation", stay)
    students = Element("InterchangeStudent", {"xmlns": "http://ed-fi.org/5.2.0"})
    for pupil in pupils:
        name = {"FirstName": pupil.forename, "LastSurname": pupil.surname}
        birth = {"BirthDate": f"{pupil.born}"}
        grown(students, "Student", {"StudentUniqueId": student(pupil), "Name": name, "BirthData": birth})
    for person in persons:
        grown(contacts, "Contact", _edfi_contact_element(person))
    for person in persons:
        for pupil, link in person.links:
            grown(contacts, "StudentContactAssociation", _edfi_tie(person, pupil, link))
    files = {"Student.xml": students, "StudentEnrollment.xml": enrolment, "Contact.xml": contacts}
    shows = frozenset({"relation", "restriction", "starting", "leaving"})
    return Parcel({name: as_xml(root) for name, root in files.items()}, seen_of(scribe, persons), shows)


def _edfi_contact_element(person: Person) -> Record:
    title, forename, surname = person.name
    kinds = {"mobile": "Mobile", "other": "Home"}
    return {
        "ContactUniqueId": parent(person),
        "Name": {"PersonalTitlePrefix": title or None, "FirstName": forename, "LastSurname": surname},
        "Telephone": [
            {
                "TelephoneNumber": str(cell.value),
                "TelephoneNumberType": f"uri://ed-fi.org/TelephoneNumberTypeDescriptor#{kinds[kind]}",
            }
            for kind, cell in person.phones.items()
            if cell.value
        ],
        "ElectronicMail": [
            {
                "ElectronicMailAddress": person.adult.email,
                "ElectronicMailType": "uri://ed-fi.org/ElectronicMailTypeDescriptor#Home/Personal",
            }
        ],
    }


def _edfi_tie(person: Person, pupil: Pupil, link: Link) -> Record:
    return {
        "ContactReference": {"ContactIdentity": {"ContactUniqueId": parent(person)}},
        "StudentReference": {"StudentIdentity": {"StudentUniqueId": student(pupil)}},
        "Relation": f"uri://ed-fi.org/RelationDescriptor#{EDFI[link.relation]}",
        "LivesWith": None if link.lives_with is None else str(link.lives_with).lower(),
        "ContactRestrictions": "No contact: court order" if link.restricted else None,
        "LegalGuardian": None if link.responsibility is None else str(link.responsibility).lower(),
    }
