"""Rosters as plain csv files: School Data Sync 1 and 2.1, Clever."""

from tests.schools.parcels import Parcel, Person, people, seen_of, table
from tests.schools.people import Link, Pupil
from tests.schools.rosters import classes, grade, here, parent, places, role, student
from tests.schools.scribe import Scribe

CLEVER = {"grandmother": "Grandparent", "grandfather": "Grandparent", "aunt": "Aunt/Uncle"}


def sds_1(scribe: Scribe) -> Parcel:
    """School Data Sync 1 with guardians: they are joined to pupils by e-mail, and one telephone is all they have."""
    pupils = here(scribe)
    persons = _with_one_number(scribe, pupils)
    files = {
        "School.csv": table("SIS ID,Name", [("org-1", scribe.school.name)]),
        "Section.csv": table(
            "SIS ID,School SIS ID,Section Name",
            [
                *((place, "org-1", form) for form, place in classes(scribe).items()),
                ("class-recorders", "org-1", "Recorders"),
            ],
        ),
        "Student.csv": table(
            "SIS ID,School SIS ID,Username,First Name,Last Name,Grade",
            [
                (student(pupil), "org-1", f"pupil{pupil.key}", pupil.forename, pupil.surname, grade(pupil))
                for pupil in pupils
            ],
        ),
        "StudentEnrollment.csv": table("Section SIS ID,SIS ID", places(scribe, pupils)),
        "User.csv": table(
            "Email,First Name,Last Name,Phone,SIS ID",
            [
                (person.adult.email, person.name[1], person.name[2], person.phones["mobile"].value, parent(person))
                for person in persons
            ],
        ),
        "GuardianRelationship.csv": table(
            "SIS ID,Email,Role",
            [
                (student(pupil), person.adult.email, role(link).capitalize())
                for person in persons
                for pupil, link in person.links
            ],
        ),
    }
    return Parcel(files, seen_of(scribe, persons), frozenset({"class", "year"}))


def _with_one_number(scribe: Scribe, pupils: list[Pupil], *, carers_only: bool = True) -> list[Person]:
    return [
        Person(person.adult, person.name, {"mobile": person.phones["mobile"]}, person.links)
        for person in people(scribe, pupils, carers_only=carers_only)
    ]


def sds_21(scribe: Scribe) -> Parcel:
    """School Data Sync 2.1: one users file, roles with dates, relationships of their own."""
    pupils = scribe.pupils()
    persons = people(scribe, pupils, carers_only=True)
    users = [(student(pupil), f"pupil{pupil.key}", pupil.forename, pupil.surname, *[""] * 5) for pupil in pupils]
    users += [
        (
            *(parent(person), person.adult.email, person.name[1], person.name[2], "", "", person.adult.email),
            *(person.phones["other"].value, person.phones["mobile"].value),
        )
        for person in persons
    ]
    roles = [
        (student(pupil), "org-1", "student", "session-1", grade(pupil), "true", pupil.starts, pupil.leaves or "")
        for pupil in pupils
    ]
    related = [(student(pupil), parent(person), role(link)) for person in persons for pupil, link in person.links]
    taught = [(place, "org-1", form, "session-1", "") for form, place in classes(scribe).items()]
    files = {
        "orgs.csv": table("sourcedId,name,type,parentSourcedId", [("org-1", scribe.school.name, "school", "")]),
        "users.csv": table(
            "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms", users
        ),
        "roles.csv": table(
            "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate", roles
        ),
        "classes.csv": table(
            "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId",
            [*taught, ("class-recorders", "org-1", "Recorders", "session-1", "")],
        ),
        "enrollments.csv": table(
            "classSourcedId,userSourcedId,role", [(*place, "student") for place in places(scribe, pupils)]
        ),
        "relationships.csv": table("userSourcedId,relationshipUserSourcedId,relationshipRole", related),
    }
    return Parcel(files, seen_of(scribe, persons), frozenset({"class", "year", "starting", "leaving"}))


def clever(scribe: Scribe) -> Parcel:
    """Clever's upload: current pupils, on a row for each contact; classes are sections."""
    pupils = here(scribe)
    persons = _with_one_number(scribe, pupils, carers_only=False)
    ids = classes(scribe)
    listed = [
        (
            *("org-1", student(pupil), pupil.key, pupil.surname, pupil.forename, "Ungraded"),
            *(f"{pupil.born:%m/%d/%Y}", "Primary" if link == pupil.links[0] else "Family", _clever(link)),
            *(f"{person.name[1]} {person.name[2]}", person.phones["mobile"].value, "Cell", person.adult.email),
        )
        for person in persons
        for pupil, link in person.links
    ]
    listed.sort(key=lambda row: row[1])
    files = {
        "schools.csv": table("School_id,School_name,School_number", [("org-1", scribe.school.name, "1")]),
        "students.csv": table(
            "School_id,Student_id,Student_number,Last_name,First_name,Grade,DOB,Contact_type,Contact_relationship,"
            "Contact_name,Contact_phone,Contact_phone_type,Contact_email",
            listed,
        ),
        "teachers.csv": table(
            "School_id,Teacher_id,Teacher_number,Teacher_email,First_name,Last_name",
            [("org-1", "teacher-1", "1", "jo@example.org", "Jo", "Pumphrey")],
        ),
        "sections.csv": table(
            "School_id,Section_id,Teacher_id,Name,Section_number,Grade,Course_name,Period",
            [
                ("org-1", place, "teacher-1", form, "", "", form, "")
                for form, place in [*ids.items(), ("Recorders", "class-recorders")]
            ],
        ),
        "enrollments.csv": table(
            "School_id,Section_id,Student_id", [("org-1", *place) for place in places(scribe, pupils)]
        ),
    }
    return Parcel(files, seen_of(scribe, persons), frozenset({"class"}))


def _clever(link: Link) -> str:
    return "Parent" if link.is_carer else CLEVER.get(link.relation, "Other")
