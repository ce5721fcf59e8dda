"""OneRoster: 1.1 and 1.2 as csv files in bulk, and the saved answers of a 1.1 service."""

from tests.schools.parcels import Parcel, Person, Record, as_json, people, seen_of, table
from tests.schools.people import Pupil
from tests.schools.rosters import PAGE, classes, grade, parent, places, role, student
from tests.schools.scribe import Scribe

STAMP = "2026-11-20T06:00:00.000Z"


def oneroster_11(scribe: Scribe) -> Parcel:
    """OneRoster 1.1 in bulk; leavers are marked for deletion; agents are on the pupil, the parent or both."""
    pupils = scribe.pupils()
    persons = people(scribe, pupils, carers_only=True)
    points = ("from pupils", "from parents", "both")[scribe.plan.variant]
    users = [
        (
            *(student(pupil), "tobedeleted" if scribe.has_left(pupil) else "", "", "true", "org-1", "student", ""),
            *("", pupil.forename, pupil.surname, "", pupil.upn, "", "", ""),
            *(",".join(_agents(persons, pupil)) if points != "from parents" else "", grade(pupil), ""),
        )
        for pupil in pupils
    ]
    users += [
        (
            *(parent(person), "", "", "true", "org-1", role(person.links[0][1]), "", "{SIS:1},{LTI:2}"),
            *(person.name[1], person.name[2], "", "", person.adult.email),
            *(person.phones["mobile"].value, person.phones["other"].value),
            *(",".join(student(pupil) for pupil, _ in person.links) if points != "from pupils" else "", "", ""),
        )
        for person in persons
    ]
    users.append(
        ("teacher-1", "", "", "true", "org-1", "teacher", "", "", "Jo", "Pumphrey", *[""] * 5, "teacher-1", "", "")
    )
    headings = (
        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
        "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password"
    )
    files = {"users.csv": table(headings, users), **_oneroster_rest(scribe, pupils, "1.1")}
    return Parcel(files, seen_of(scribe, persons), frozenset({"class", "year"}))


def _agents(persons: list[Person], pupil: Pupil) -> list[str]:
    return [parent(person) for person in persons if any(child == pupil for child, _ in person.links)]


def _oneroster_rest(scribe: Scribe, pupils: list[Pupil], version: str) -> dict[str, bytes]:
    taught = [
        (place, "", "", form, "", "course-1", form, "homeroom", "", "org-1", "term-1", "", "", "")
        for form, place in classes(scribe).items()
    ]
    taught.append(
        ("class-recorders", "", "", "Recorders", "", "course-1", "", "scheduled", "", "org-1", "term-1", *[""] * 3)
    )
    enrolled = [
        (f"enrolment-{n}", "", "", place, "org-1", pupil, "student", "false", "", "")
        for n, (place, pupil) in enumerate(places(scribe, pupils))
    ]
    manifest = [
        *(("manifest.version", "1.0"), ("oneroster.version", version), ("file.users", "bulk")),
        *(("file.classes", "bulk"), ("file.enrollments", "bulk"), ("file.orgs", "bulk")),
        *([("file.roles", "bulk")] if version == "1.2" else []),
    ]
    return {
        "manifest.csv": table("propertyName,value", manifest),
        "orgs.csv": table(
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
            [("org-1", "", "", scribe.school.name, "school", "", "")],
        ),
        "classes.csv": table(
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
            "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
            taught,
        ),
        "enrollments.csv": table(
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
            enrolled,
        ),
    }


def oneroster_12(scribe: Scribe) -> Parcel:
    """OneRoster 1.2: roles have a file of their own, with first and last days; one parent teaches at the school."""
    pupils = scribe.pupils()
    persons = people(scribe, pupils, carers_only=True)
    points = ("from pupils", "from parents", "both")[scribe.plan.variant]
    users = [
        (
            *(student(pupil), "", "", "true", "", "", pupil.forename, pupil.surname, "", pupil.upn, "", "", ""),
            *(",".join(_agents(persons, pupil)) if points != "from parents" else "", grade(pupil), *[""] * 7),
        )
        for pupil in pupils
    ]
    users += [
        (
            *(parent(person), "", "", "true", "", "", person.name[1], person.name[2], "", "", person.adult.email),
            *(person.phones["mobile"].value, person.phones["other"].value),
            *(",".join(student(pupil) for pupil, _ in person.links) if points != "from pupils" else "", *[""] * 8),
        )
        for person in persons
    ]
    roles = [
        (
            *(f"role-{pupil.key}", "", "", student(pupil), "primary", "student"),
            *(pupil.starts, pupil.leaves or "", "org-1", ""),
        )
        for pupil in pupils
    ]
    roles += [
        (f"role-{person.adult.key}", "", "", parent(person), "primary", role(person.links[0][1]), "", "", "org-1", "")
        for person in persons[1:]
    ]
    teaching = parent(persons[0])
    roles.append(("role-teaching", "", "", teaching, "primary", "teacher", "", "", "org-1", ""))
    roles.append(("role-caring", "", "", teaching, "secondary", role(persons[0].links[0][1]), "", "", "org-1", ""))
    headings = (
        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,"
        "email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,"
        "preferredFamilyName,primaryOrgSourcedId,pronouns"
    )
    files = {
        "users.csv": table(headings, users),
        "roles.csv": table(
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
            roles,
        ),
        **_oneroster_rest(scribe, pupils, "1.2"),
    }
    shows = frozenset({"class", "year", "starting", "leaving"})
    return Parcel(files, seen_of(scribe, persons), shows)


def oneroster_rest(scribe: Scribe) -> Parcel:
    """Saved answers of a OneRoster 1.1 service, page by page."""
    pupils = scribe.pupils()
    persons = people(scribe, pupils, carers_only=True)
    users = [_rest_student(scribe, pupil, persons) for pupil in pupils]
    users += [_rest_parent(person) for person in persons]
    taught = [
        {"sourcedId": place, "status": "active", "title": form, "classType": "homeroom"}
        for form, place in classes(scribe).items()
    ]
    taught.append({"sourcedId": "class-recorders", "status": "active", "title": "Recorders", "classType": "scheduled"})
    enrolled = [
        {
            "sourcedId": f"enrolment-{n}",
            "status": "active",
            "dateLastModified": STAMP,
            "role": "student",
            "user": {"href": f"https://example.org/users/{pupil}", "sourcedId": pupil, "type": "user"},
            "class": {"href": f"https://example.org/classes/{place}", "sourcedId": place, "type": "class"},
        }
        for n, (place, pupil) in enumerate(places(scribe, pupils))
    ]
    files = {
        f"{name}-{at // PAGE + 1}.json": as_json({name: records[at : at + PAGE]})
        for name, records in (("users", users), ("classes", taught), ("enrollments", enrolled))
        for at in range(0, len(records), PAGE)
    }
    return Parcel(files, seen_of(scribe, persons), frozenset({"class", "year"}))


def _rest_student(scribe: Scribe, pupil: Pupil, persons: list[Person]) -> Record:
    agents = [person for person in persons if any(child == pupil for child, _ in person.links)]
    return {
        "sourcedId": student(pupil),
        "status": "tobedeleted" if scribe.has_left(pupil) else "active",
        "dateLastModified": STAMP,
        "enabledUser": "true",
        "role": "student",
        "givenName": pupil.forename,
        "familyName": pupil.surname,
        "identifier": pupil.upn,
        "grades": [grade(pupil)],
        "agents": [
            {"href": f"https://example.org/users/{parent(one)}", "sourcedId": parent(one), "type": "user"}
            for one in agents
        ],
    }


def _rest_parent(person: Person) -> Record:
    return {
        "sourcedId": parent(person),
        "status": "active",
        "dateLastModified": STAMP,
        "enabledUser": "true",
        "role": role(person.links[0][1]),
        "givenName": person.name[1],
        "familyName": person.name[2],
        "email": person.adult.email,
        "sms": str(person.phones["mobile"].value),
        "phone": str(person.phones["other"].value),
        "agents": [],
    }
