"""Which column is which: told by the heading, by its place, and by what stands under it."""

import pytest

from roster.columns import PUPIL, Plan, understand
from roster.normalise import normalise
from roster.samples import held_against
from roster.vocabulary import Field
from tests.builders import an_export, read

LAYOUTS = {
    "parentmail": "StudentForename,StudentSurname,StudentID,Year,Reg,DOB,Gender,Relationship,Title,ContactForename,ContactSurname,"
    "ContactID,PrimaryEmail,MobileNumber,HouseName,HouseNumber,Street,District,Town,County,Postcode,Priority",
    "schoolbooking": "ID,Forename,Surname,ID,(Contact) Priority,Parental responsibility,Lives with Pupil,Title,Forename,Surname,"
    "(Contact) Home Email,Main Telephone,Primary Email,Mobile number,ID,(Class) Class Name",
    "bromcom": "StudentId,PreferredFirstName,PreferredLastName,FirstName,LastName,GenderCode,DateOfBirth,StudentEmail,Upn,ExamNumber,"
    "AdmissionNumber,InCareFlag,EnrolmentStateName,YearGroup,TutorGroupName,Contact1Name,Contact1Telephone,Contact1Email,"
    "Contact1Relationship,Contact1ParentalResponsibility,Contact2Name,Contact2Telephone,Contact2Email,Contact2Relationship,"
    "Contact2ParentalResponsibility,Contact3Name,Contact3Telephone,Contact3Email,Contact3Relationship,Contact3ParentalResponsibility",
    "powerschool": "New Contact Identifier,Contact ID,Prefix,First Name,Middle Name,Last Name,Suffix,Gender,Is Active,Email Address,"
    "Is Primary Email Address,Phone Number Priority Order,Phone Type,phoneNumberAsEntered,Is Preferred,Is SMS,studentNumber,"
    "Contact Priority Order,Student Contact ID,Relationship Type,Relationship Note,STUDENTCONTACTDETAILCOREFIELDS.legalGuardian,"
    "Contact Has Custody,Contact Lives With,Contact Allow School Pickup,Is Emergency Contact,Contact Receives Mailings",
    "schoolstream": "FirstName,LastName,Contact1FirstName,Contact1LastName,Contact1Email,Contact1Phone,Contact2FirstName,"
    "Contact2LastName,Contact2Email,Contact2Phone",
    "an office": "Child surname,Child first name,Class,Mum,Mum's mobile,Dad,Dad's mobile,Emergency contact 1,Emergency contact 1 phone",
}  # fmt: skip


def shape(plan: Plan) -> list[tuple[str, int]]:
    return [(column.field.name, column.who) for column in plan.columns if column.field is not Field.IGNORED]


def plan(*headings: str, above: tuple[str, ...] = ()) -> Plan:
    return understand(headings, above)


@pytest.mark.parametrize("name", LAYOUTS)
def test_it_understands_every_heading_of(name: str):
    told = understand(LAYOUTS[name].split(","))

    assert [heading for _, heading in told.unread if heading not in {"Group1", "Group2", "Group3"}] == []
    assert told.names_pupils
    assert told.reaches_contacts


@pytest.mark.parametrize(("name", "contacts"), [("parentmail", 1), ("schoolbooking", 1), ("bromcom", 3), ("schoolstream", 2), ("an office", 3)])  # fmt: skip
def test_it_counts_the_contacts_of_a_row(name: str, contacts: int):
    assert len(understand(LAYOUTS[name].split(",")).slots) == contacts


def test_it_tells_headings_that_come_twice_by_their_place():
    told = plan("ID", "Forename", "Surname", "ID", "Forename", "Surname", "Mobile", "ID", "Class")

    assert shape(told) == [
        ("ID", PUPIL),
        ("FIRST", PUPIL),
        ("LAST", PUPIL),
        ("ID", 0),
        ("FIRST", 0),
        ("LAST", 0),
        ("PHONE", 0),
        ("CLASS", PUPIL),
    ]


def test_it_begins_a_new_contact_when_a_heading_comes_a_third_time():
    told = plan("Forename", "Surname", "Forename", "Surname", "Mobile", "Forename", "Surname", "Mobile")

    assert [who for _, who in shape(told)] == [PUPIL, PUPIL, 0, 0, 0, 1, 1, 1]


def test_it_begins_a_new_contact_when_a_contacts_own_heading_comes_again():
    told = plan("Pupil", "Contact Name", "Contact Mobile", "Contact Name", "Contact Mobile")

    assert [who for _, who in shape(told)] == [PUPIL, 0, 0, 1, 1]


def test_it_keeps_a_mothers_two_numbers_and_no_one_elses():
    told = plan("Pupil", "Mum", "Mum mobile", "Mum work tel", "Dad", "Dad mobile")

    assert [who for _, who in shape(told)] == [PUPIL, 0, 0, 0, 1, 1]
    assert [slot.relation for slot in told.slots] == ["mother", "father"]


def test_it_reads_two_rows_of_headings_as_one():
    told = plan(
        "Name",
        "Class",
        "Name",
        "Mobile",
        "Name",
        "Mobile",
        above=("Pupil", "Pupil", "Mother", "Mother", "Father", "Father"),
    )

    assert shape(told)[2:] == [("FULL", 0), ("PHONE", 0), ("FULL", 1), ("PHONE", 1)]
    assert [slot.relation for slot in told.slots] == ["mother", "father"]


def test_it_reports_headings_it_does_not_know():
    told = plan("Pupil", "Class", "Photo consent", "Contact", "Mobile")

    assert told.unread == ((2, "Photo consent"),)


def test_a_pupils_own_telephone_is_no_parents():
    snapshot = read("""
        Pupil     | Class | Pupil mobile | Contact   | Mobile
        Ade Bello | 3B    | 07700 900555 | Ola Bello | 07700 900123
    """)

    assert [[tie.relation for tie in contact.ties] for contact in snapshot.contacts] == [["self"], [""]]


def test_numbers_correct_a_contacts_name_column():
    export = an_export("""
        Pupil      | Class | Mum          | Dad          | Home tel
        Ade Bello  | 3B    | 07700 900123 | 07700 900124 |
        Tola Bello | 3B    | 07700 900125 |              |
        Temi Ojo   | 3B    | 07700 900126 | 07700 900127 |
    """)

    told, _ = held_against(export.plan, export.lines)

    assert [column.heading for column in told.of(0, Field.PHONE)] == ["Mum"]
    assert [column.heading for column in told.of(1, Field.PHONE)] == ["Dad", "Home tel"]


def test_numbers_under_an_unknown_heading_are_read_and_reported():
    snapshot, problems = normalise(
        an_export("""
        Pupil      | Class | Contact    | Mobile       | Ring me on   | Photo consent
        Ade Bello  | 3B    | Ola Bello  | 07700 900123 | 07700 900555 | yes
        Tola Bello | 3B    | Femi Bello | 07700 900124 | 07700 900556 | no
        """)
    )

    said = {problem.column: problem.message for problem in problems}
    assert "holds telephone numbers" in said["Ring me on"]
    assert "was not read" in said["Photo consent"]
    assert {phone.ending(3) for contact in snapshot.contacts for phone in contact.phones} == {
        "123",
        "124",
        "555",
        "556",
    }


def test_a_pupils_name_is_never_taken_for_a_number():
    export = an_export("""
        Pupil        | Class | Mobile
        07700 900555 | 3B    | 07700 900123
        07700 900556 | 3B    | 07700 900124
    """)

    told, _ = held_against(export.plan, export.lines)

    assert [column.heading for column in told.of(PUPIL, Field.FULL)] == ["Pupil"]


@pytest.mark.parametrize(
    ("headings", "restricted"),
    [
        ("Pupil,Mum,Mum mobile,Dad,Dad mobile,Court order", {0, 1}),
        ("Pupil,Court order,Mum,Mum mobile,Dad,Dad mobile", {0, 1, 2}),
        ("Pupil,Pupil mobile,Mum,Mum mobile,Dad,Dad mobile,No contact", {1, 2}),
        ("Pupil,Mum,Mum mobile,Court order,Dad,Dad mobile,Court order", {0, 1}),
        ("Pupil,Contact 1,Contact 1 court order,Contact 2", {0}),
        ("Pupil,Contact,Mobile,Court order", {0}),
    ],
)
def test_a_restriction_that_names_nobody_holds_for_every_contact_of_the_row(headings: str, restricted: set[int]):
    told = plan(*headings.split(","))

    assert {column.who for column in told.columns if column.field is Field.RESTRICTED} == restricted


def test_it_reads_the_year_and_the_class_out_of_one_cell():
    snapshot = read("""
        Pupil      | Year / Reg      | Contact    | Mobile
        Ade Bello  | Year 3 - 3B     | Ola Bello  | 07700 900123
        Tola Bello | Reception - RB  | Ola Bello  | 07700 900123
        Temi Ojo   | 12/BBN          | Femi Ojo   | 07700 900124
    """)

    assert [(pupil.year, *pupil.classes) for pupil in snapshot.pupils] == [
        (3, "3B"),
        (0, "Reception - RB"),
        (None, "12/BBN"),
    ]
