"""A small invented school, as OneRoster and as Wonde hand it over."""

from typing import Any

from tests.adapters.pulls.servers import OneRosterServer, WondeServer

Record = dict[str, Any]


def a_oneroster(version: str = "1.2", **more: Any) -> OneRosterServer:
    """Ade and Tola in 3B, their mother, and Femi's."""
    return OneRosterServer(records=oneroster_records(version), version=version, **more)


def a_wonde(**more: Any) -> WondeServer:
    """The same pupils; Ola is to come, and Charlie Novak has left."""
    pupils = [a_student("Ade", "1"), a_student("Tola", "2"), a_student("Femi", "3")]
    to_come, gone = [a_student("Ola", "4")], [a_student("Charlie", "5", surname="Novak", is_leaver=True)]
    return WondeServer(records={"students": pupils, "students-pre-admission": to_come, "students-leaver": gone}, **more)


def oneroster_records(version: str) -> dict[str, list[Record]]:
    org, term = ref("org", "school"), ref("academicSession", "year")
    users = [a_user(version, name, "student") for name in ("ade", "tola", "femi")]
    mother = a_user(version, "yemi", "guardian") | {
        "sms": "07700 900100",
        "agents": [ref("user", "ade"), ref("user", "tola")],
    }
    other = a_user(version, "bisi", "parent") | {"sms": "07700 900101", "agents": [ref("user", "femi")]}
    return {
        "orgs": [common("school") | {"name": "Oak Primary", "type": "school", "identifier": "1"}],
        "academicSessions": [
            common("year") | {
                "title": "2026-27", "type": "schoolYear", "startDate": "2026-09-01", "endDate": "2027-08-31",
                "schoolYear": "2027",
            }
        ],
        "classes": [
            common("3b") | {
                "title": "3B", "classCode": "3B", "classType": "homeroom", "grades": ["03"], "school": org, "terms": [term],
            }
        ],
        "users": [*users, mother, other],
        "enrollments": [
            common(f"in-{name}") | {
                "role": "student", "primary": "true", "user": ref("user", name), "class": ref("class", "3b"), "school": org,
            }
            for name in ("ade", "tola", "femi")
        ],
    }  # fmt: skip


def common(sourced_id: str) -> Record:
    return {"sourcedId": sourced_id, "status": "active", "dateLastModified": "2026-11-01T00:00:00.000Z"}


def ref(kind: str, sourced_id: str) -> Record:
    return {"href": f"https://mis.example.org/{kind}s/{sourced_id}", "sourcedId": sourced_id, "type": kind}


def a_user(version: str, name: str, role: str) -> Record:
    user = common(name) | {
        "username": name, "enabledUser": "true", "givenName": name.title(), "familyName": "Bello", "identifier": name,
        "email": f"{name}@example.org", "sms": "", "phone": "", "grades": ["03"] if role == "student" else [],
    }  # fmt: skip
    org = ref("org", "school")
    if version == "1.1":
        return user | {"role": role, "orgs": [org]}
    return user | {"roles": [{"roleType": "primary", "role": role, "org": org}], "primaryOrg": org}


def a_student(name: str, number: str, *, surname: str = "Bello", is_leaver: bool = False) -> Record:
    """A pupil as `students?include=contacts.contact_details` gives one; each has a mother of the same surname."""
    return {
        "id": f"B{number}", "upi": f"u{number}", "mis_id": number, "upn": None,
        "surname": surname, "forename": name, "legal_surname": surname, "legal_forename": name, "is_leaver": is_leaver,
        "date_of_birth": {"date": "2018-03-04 00:00:00.000000", "timezone_type": 3, "timezone": "Europe/London"},
        "year": {"data": {"id": "Y3", "code": "3", "name": "Year 3"}},
        "education_details": {"data": {"admission_number": number, "current_nc_year": "3", "form_group": "3B"}},
        "form_group": {"data": {"name": "3B"}},
        "contacts": {"data": [a_contact(surname, number)]},
    }  # fmt: skip


def a_contact(surname: str, number: str) -> Record:
    phone = f"07700 90010{number}"
    return {
        "id": f"C{number}", "mis_id": f"c{number}", "title": "Ms", "surname": surname, "forename": "Yemi",
        "relationship": {"relationship": "Mother", "parental_responsibility": True, "priority": 1},
        "contact_details": {"data": {
            "phones": {"phone": phone, "primary": phone, "home": None, "work": None, "mobile": phone},
            "emails": {"email": None, "primary": None, "home": None, "work": None},
        }},
    }  # fmt: skip
