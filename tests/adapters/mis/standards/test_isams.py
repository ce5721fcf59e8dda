"""iSAMS: the batch file, and the interface's pages of students with a page of contacts for each."""

import json
from typing import Any

import pytest

from roster.errors import RosterError
from roster.normalise import normalise
from roster.snapshot import Snapshot
from tests.adapters.mis.standards.documents import Files, files_of, opened, read_as
from tests.builders import OLA, a_member, judged

BATCH = files_of("isams-batch--with-contacts.xml")["isams-batch--with-contacts.xml"].decode()
REST = files_of("isams-rest--pages")
ADE, TOLA = "145629077495", "145629077496"


def snapshot(files: Files) -> Snapshot:
    return normalise(opened(files)[0])[0]


def a_batch(text: str) -> Snapshot:
    return snapshot({"batch.xml": text.encode()})


def contacts_of_ade(*records: dict[str, Any], **page: Any) -> Files:
    """The pages, with other contacts for Ade."""
    return {**REST, f"contacts-{ADE}.json": json.dumps({"contacts": list(records), **page}).encode()}


@pytest.mark.parametrize("declared", ["utf-8", "utf-16"])
@pytest.mark.parametrize("written", ["utf-8", "utf-16"])
def test_a_batch_says_utf_16_whatever_it_is(declared: str, written: str):
    text = BATCH.replace('encoding="utf-8"', f'encoding="{declared}"')

    assert read_as({"batch.xml": text.encode(written)}) == read_as({"batch.xml": BATCH.encode()})


def test_the_year_is_never_the_forms():
    years = {pupil.name: pupil.year for pupil in a_batch(BATCH).pupils}

    assert years == {"Ade Bello": 3, "Tola Bello": -1, "Jan Lindqvist": 0}
    assert (
        next(
            pupil for pupil in a_batch(BATCH.replace("<NCYear>3</NCYear>", "")).pupils if pupil.name == "Ade Bello"
        ).year
        is None
    )


@pytest.mark.parametrize(
    ("section", "gone", "coming"),
    [("CurrentPupils", False, False), ("FormerPupils", True, False), ("Applicants", False, True)],
)
def test_a_section_says_who_is_here(section: str, gone: bool, coming: bool):
    text = f"<iSAMS><PupilManager><{section}><Pupil Id='1'><Surname>Bello</Surname></Pupil></{section}></PupilManager></iSAMS>"

    (pupil,) = a_batch(text).pupils

    assert (pupil.has_left, pupil.applicant) == (gone, coming)


def test_first_and_second_person_are_two_people():
    shown = {
        contact.shown: [str(phone) for phone in contact.phones]
        for contact in a_batch(BATCH).contacts
        if "51" in contact.ids
    }

    assert set(shown) == {"Mr Femi Bello", "Mrs Ola Bello"}


def test_a_carer_of_somebody_who_is_not_here_is_never_removed():
    text = BATCH.replace("CurrentPupils>", "FormerPupils>").replace('<Pupil Id="2539"/>', '<Pupil Id="4711"/>')

    (verdict,) = judged(a_batch(text), a_member("Ola Bello", OLA), group="school").verdicts

    assert verdict.reason.name == "damaged-record"


def test_contact_only_is_a_restriction():
    (verdict,) = judged(a_batch(BATCH), a_member("Femi Bello", "07700 900124"), group="school").verdicts

    assert verdict.reason.name == "restricted"


def test_mr_and_mrs_are_two_names():
    couple = next(contact for contact in a_batch(BATCH).contacts if "52" in contact.ids)

    assert len(couple.names) == 2


def test_a_batch_without_contacts_says_so():
    _, (note,) = opened(files_of("isams-batch--pupils-only.xml"))

    assert "nobody can be recognised" in note.message


def test_two_people_of_one_record_are_both_read():
    second = {"forename": "Bisi", "surname": "Bello", "mobileNumber": "07700 900125"}
    couple = {"id": 9, "forename": "Femi", "surname": "Bello", "mobileNumber": "07700 900124", "secondPerson": second}

    contacts = [contact for contact in snapshot(contacts_of_ade(couple)).contacts if "9" in contact.ids]

    assert [(one.shown, one.phones[0].ending(3)) for one in contacts] == [("Femi Bello", "124"), ("Bisi Bello", "125")]


@pytest.mark.parametrize("lost", ["students-page-1.json", "students-page-2.json"])
def test_a_missing_page_of_students_is_refused(lost: str):
    with pytest.raises(RosterError, match="Not all of the pages of students are here"):
        opened({name: content for name, content in REST.items() if name != lost})


def test_fewer_students_than_promised_are_refused():
    (student,) = json.loads(REST["students-page-1.json"])["students"]
    page = json.dumps({"students": [student], "totalCount": 2}).encode()

    with pytest.raises(RosterError, match="there are 1 of 2 records"):
        opened({"students.json": page, f"contacts-{ADE}.json": REST[f"contacts-{ADE}.json"]})


def test_a_student_without_a_page_of_contacts_is_refused():
    with pytest.raises(RosterError, match="no page of contacts for 1 student of 2"):
        opened({name: content for name, content in REST.items() if name != f"contacts-{TOLA}.json"})


def test_students_alone_are_read_and_noted():
    _, (note,) = opened({name: content for name, content in REST.items() if "contacts" not in name})

    assert "nobody can be recognised" in note.message


def test_contacts_alone_are_refused():
    with pytest.raises(RosterError, match="no students in these pages"):
        opened({name: content for name, content in REST.items() if "contacts" in name})


@pytest.mark.parametrize("name", ["more.json", f"{ADE}-and-{TOLA}.json"])
def test_a_page_of_contacts_must_say_whose_they_are(name: str):
    with pytest.raises(RosterError) as caught:
        opened({**REST, name: b'{"contacts": [{"surname": "Bello"}]}'})

    assert caught.value.place == name
    assert "whose they are" in caught.value.headline


@pytest.mark.parametrize("page", [{"schoolId": ADE}, {"_links": {"self": {"href": f"/api/students/{ADE}/contacts"}}}])
def test_a_page_of_contacts_may_say_it_itself(page: dict[str, Any]):
    contact = {"surname": "Eze", "mobileNumber": "07700 900126"}
    roll = snapshot({**REST, "more.json": json.dumps({"contacts": [contact], **page}).encode()})

    (eze,) = (contact for contact in roll.contacts if contact.shown == "Eze")

    assert [tie.pupil.name for tie in eze.ties] == ["Ade Bello"]


@pytest.mark.parametrize(("only", "restricted"), [(True, True), (False, False), (None, False)])
def test_contact_only_in_the_interface_is_a_restriction(only: bool | None, restricted: bool):
    contact = {
        "id": 9,
        "relationship": "Father",
        "surname": "Bello",
        "forename": "Femi",
        "mobileNumber": "07700 900124",
        "contactOnly": only,
    }

    femi = next(one for one in snapshot(contacts_of_ade(contact)).contacts if "9" in one.ids)

    assert femi.ties[0].restricted is restricted


def test_any_telephone_of_a_contact_counts():
    contact = {
        "id": 9,
        "surname": "Bello",
        "workTelephone": "01632 960125",
        "telephoneNumber": "01632 960126",
        "faxNumber": "01632 960127",
    }

    found = next(one for one in snapshot(contacts_of_ade(contact)).contacts if "9" in one.ids)

    assert {phone.e164 for phone in found.phones} == {"+441632960125", "+441632960126"}
