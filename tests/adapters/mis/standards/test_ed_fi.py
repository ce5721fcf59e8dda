"""Ed-Fi as JSON and as XML: the same people, nobody lost between its files."""

import json
from typing import Any

import pytest

from adapters.mis.records.ed_fi import kind_of
from adapters.mis.records.tree import Node
from roster.errors import RosterError
from roster.normalise import normalise
from roster.snapshot import Snapshot
from tests.adapters.mis.standards.documents import Files, files_of, opened, read_as
from tests.builders import OLA, a_member, judged

V5 = {name: json.loads(content) for name, content in files_of("ed-fi-json--v5").items()}
STAYS = "studentSchoolAssociations.json"


def files(**changes: Any) -> Files:
    """The fixture, with the records of some files exchanged."""
    changed = {f"{name}.json": records for name, records in changes.items()}
    return {name: json.dumps(records).encode() for name, records in {**V5, **changed}.items()}


def snapshot(**changes: Any) -> Snapshot:
    return normalise(opened(files(**changes))[0])[0]


def a_stay(student: str = "604821", school: int = 255901107, **facts: str) -> dict[str, Any]:
    return {
        "studentReference": {"studentUniqueId": student},
        "schoolReference": {"schoolId": school},
        "entryDate": "2025-09-01",
        **facts,
    }


def ade(**changes: Any) -> Any:
    return next(pupil for pupil in snapshot(**changes).pupils if pupil.name == "Ade Bello")


@pytest.mark.parametrize(
    ("one", "other"), [("ed-fi-json--v5", "ed-fi-xml--v5"), ("ed-fi-json--v4-parents", "ed-fi-xml--student-parent.xml")]
)
def test_json_and_xml_say_the_same(one: str, other: str):
    said = [read_as(files_of(name)).partition("\n")[2] for name in (one, other)]

    assert said[0] == said[1]


@pytest.mark.parametrize(("case", "lost", "said"), [
    ("ed-fi-json--v5", "students.json", "have no Student."),
    ("ed-fi-json--v5", "contacts.json", "have no Contact (or Parent)."),
    ("ed-fi-json--v5", "studentContactAssociations.json", "have no StudentContactAssociation."),
    ("ed-fi-xml--v5", "Student.xml", "have no Student."),
    ("ed-fi-xml--v5", "Contact.xml", "have no Contact (or Parent) and StudentContactAssociation."),
])  # fmt: skip
def test_it_names_what_is_missing(case: str, lost: str, said: str):
    with pytest.raises(RosterError) as caught:
        opened({name: content for name, content in files_of(case).items() if name != lost})

    assert said in caught.value.headline


def test_associations_between_strangers_mean_a_missing_page():
    with pytest.raises(RosterError, match="1 of 4 associations are between a student and a contact"):
        opened(files(students=V5["students.json"][:2], contacts=V5["contacts.json"][:2]))


def test_a_carer_of_somebody_who_is_not_here_is_never_removed():
    left = [a_stay("604822", exitWithdrawDate="2026-07-17")]
    roll = snapshot(students=V5["students.json"][1:], studentSchoolAssociations=left)

    (verdict,) = judged(roll, a_member("Ola Bello", OLA), group="school").verdicts

    assert verdict.reason.name == "damaged-record"


def test_a_contact_who_is_not_here_protects_whoever_it_is():
    roll = snapshot(contacts=V5["contacts.json"][1:])

    (verdict,) = judged(roll, a_member("~ O", OLA), group="school").verdicts

    assert verdict.reason.name == "damaged-record"


@pytest.mark.parametrize(("stays", "left", "starts"), [
    ([a_stay(exitWithdrawDate="2026-07-17")], "2026-07-17", "2025-09-01"),
    ([a_stay(exitWithdrawDate="2026-07-17"), a_stay(entryDate="2026-09-01")], "None", "2026-09-01"),
    ([a_stay(exitWithdrawDate="2025-07-17"), a_stay(exitWithdrawDate="2026-07-17")], "2026-07-17", "2025-09-01"),
    ([a_stay(), a_stay(entryDate="2027-09-01")], "None", "2025-09-01"),
    ([a_stay("604822")], "None", "None"),
])  # fmt: skip
def test_one_stay_that_goes_on_is_enough(stays: list[Any], left: str, starts: str):
    pupil = ade(studentSchoolAssociations=stays)

    assert (str(pupil.left_on), str(pupil.starts_on)) == (left, starts)


@pytest.mark.parametrize(("grade", "year"), [
    ("uri://ed-fi.org/GradeLevelDescriptor#Third grade", 3), ("Twelfth grade", 12), ("Kindergarten", 0), ("03", 3),
    ("uri://ed-fi.org/GradeLevelDescriptor#Preschool/Prekindergarten", -1), ("Ungraded", None), ("Adult Education", None),
])  # fmt: skip
def test_a_grade_is_a_year_group(grade: str, year: int | None):
    assert ade(studentSchoolAssociations=[a_stay(entryGradeLevelDescriptor=grade)]).year == year


@pytest.mark.parametrize(("kind", "coming"), [("Preregistered", True), ("Current", False)])
def test_the_preregistered_are_no_pupils_yet(kind: str, coming: bool):
    descriptor = f"uri://ed-fi.org/EnrollmentTypeDescriptor#{kind}"

    assert ade(studentSchoolAssociations=[a_stay(enrollmentTypeDescriptor=descriptor)]).applicant is coming


def test_two_schools_are_noted():
    _, (note,) = opened(files(studentSchoolAssociations=[a_stay(), a_stay("604822", school=1)]))

    assert note.message == "These files are of 2 schools; a pupil of any of them counts as on roll."


@pytest.mark.parametrize(
    ("said", "restricted"),
    [("No contact before a hearing", True), ("None", False), ("", False), (None, False), ("N/A", False)],
)
def test_a_restriction_is_any_word_but_a_no(said: str | None, restricted: bool):
    tie = {**V5["studentContactAssociations.json"][0], "contactRestrictions": said}

    (ola, *_) = snapshot(studentContactAssociations=[tie]).contacts

    assert ola.ties[0].restricted is restricted


@pytest.mark.parametrize("reference", [{}, {"link": {"rel": "Contact"}}, None])
def test_an_association_that_names_nobody_is_refused(reference: Any):
    ties = [
        *V5["studentContactAssociations.json"][:1],
        {**V5["studentContactAssociations.json"][1], "contactReference": reference},
    ]

    with pytest.raises(RosterError) as caught:
        opened(files(studentContactAssociations=ties))

    assert caught.value.place == "studentContactAssociations.json, row 2"
    assert "which contact" in caught.value.headline


def test_a_telephone_without_its_number_protects():
    ola = {**V5["contacts.json"][0], "telephones": [{"telephoneNumberTypeDescriptor": "Mobile"}]}
    roll = snapshot(contacts=[ola, *V5["contacts.json"][1:]])

    (verdict,) = judged(roll, a_member("~ O", OLA), group="school").verdicts

    assert verdict.reason.name == "damaged-record"


def test_a_student_on_two_pages_stays_one():
    roll = snapshot(students=[*V5["students.json"], V5["students.json"][0]])

    assert [pupil.name for pupil in roll.pupils].count("Ade Bello") == 1


def test_a_record_unlike_the_others_is_refused():
    with pytest.raises(RosterError, match="not like the others"):
        opened(files(studentSchoolAssociations=[*V5[STAYS], {"nonsense": 1}]))


@pytest.mark.parametrize(("record", "kind"), [
    ({"studentUniqueId": "1"}, "students"), ({"parentUniqueId": "1"}, "contacts"), ({"contactReference": {}}, "ties"),
    ({"studentReference": {}, "sectionReference": {}}, "sections"), (a_stay(), "stays"), ({"studentReference": {}}, ""), ({}, ""),
])  # fmt: skip
def test_a_record_is_told_by_what_it_has(record: dict[str, Any], kind: str):
    assert kind_of(Node(record, "a.json")) == kind
