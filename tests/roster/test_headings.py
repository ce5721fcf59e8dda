"""Headings as MISs and offices write them, and what each must be."""

import pytest

from roster.headings import Subject, squashed, understood
from roster.vocabulary import Field

P, C = Subject.PUPIL, Subject.CONTACT
KNOWN = {
    Field.ID: "UPN|uniquePupilNumber|AdmissionNumber|Adm No|StudentID|Pupil ID|studentNumber|SchoolId|SIS ID|Unique ID|ID|"
    "Contact ID|Parent ID|Person ID|New Contact Identifier|Unique Pupil Number",
    Field.FIRST: "StudentForename|studentforename|STUDENTFORENAME|Forename|First Name|PreferredFirstName|Known Name|legal_forename|"
    "givenName|KnownAsFirstName|Contact_x0020_Forename|1st Person Forename|Given 1|ContactForename|Contact's First Name|Child First Name|Mum First Name|Mother Forename|Adult 1 Forename",
    Field.LAST: "StudentSurname|Surname|Last Name|PreferredLastName|LegalSurname|familyName|Family name|Child surname|ContactSurname|"
    "Dad's surname|Adult 1 Surname|KnownAsLastName|Contact's Last Name|Parent B Surname|2nd Person Surname",
    Field.FULL: "Pupil|Pupil Name|Child|Child's name|Name of child|Name (child)|Student|Contact1Name|Contact 1|2nd Contact|Mum|Dad|"
    "Mother's name|Guardian combined name|Parent/Guardian|Parent or carer|Parent(s)|Emergency Contact 2|Next of kin|Gran|Full Name",
    Field.TITLE: "Title|Prefix|Contact 1 Title|Parent Title",
    Field.SALUTATION: "salutation|Parental Salutation",
    Field.DOB: "DOB|D.O.B.|Date of Birth|DateOfBirth|Birth Date",
    Field.YEAR: "Year|Yr|Year Group|YearGroup|Current Year Group|School year|NCYear|NCyearActual|Grade|grades|YEAR/GRADE|Year Level|Student Year Level|Grade Level",
    Field.CLASS: "Reg|Reg Group|Registration Group|TutorGroupName|Tutor Group|Registration form|Form|formGroup|Class|Current Class|"
    "(Class) Class Name|Section Name|Class/Form|Yr/Class|Class (current)|Year / Class|Year & Reg|Yr/Reg|Class and Year|"
    "Year Group / Tutor Group|Homeroom",
    Field.LEFT: "leavingDate|Date of leaving|endDate|roleEndDate|DOL|D.O.L.|Date left|Left|Leaving date",
    Field.LEAVER: "is_leaver|Leaver|Leaver?",
    Field.START: "Admission date|Entry Date|DOA|Start Date|Starts|enrolmentDate|Date of entry",
    Field.STATUS: "EnrolmentStateName|Enrolment Status|Enrollment Status|On Roll|Roll status|Status|Current pupil|Currently on roll",
    Field.RELATION: "Relationship|Contact1Relationship|Relationship Type|Relationship Code|relationshipRole|guardianRelationshipType|"
    "Relationship to child|Relationship to Pupil|Relation|Parent 2 Relationship",
    Field.RESPONSIBILITY: "Parental responsibility|Parental Responsibility?|Contact1ParentalResponsibility|Responsibility|Legal guardian|"
    "isLegalGuardian|STUDENTCONTACTDETAILCOREFIELDS.legalGuardian|PR|Has PR|Contact Has Custody|Custody|Parent Flag",
    Field.PRIORITY: "Priority|Contact Priority|(Contact) Priority|Contact Order|Emergency ranking|Order|emergencyContactPriority|"
    "Contact Priority Order",
    Field.LIVES: "Lives with Pupil|Contact Lives With|Lives With|Lives with?|AddressAsPupil|Lives With Flag",
    Field.RESTRICTED: "Court Order Restricted Access|Contact Only|ContactRestrictions|Court order?|No contact|Do not contact|"
    "Any court orders|Non-contact parent|Injunction|Prohibited steps order|Restraining order|No access|Not to contact|Custody Alert|"
    "Non-molestation|Non-mol order|Injunctions|Safeguarding flag|Safeguarding|Safeguarding concern|Occupation order|Contact banned|"
    "Barred from contact|Court order notes|Mum no contact|Parent 1 no contact|Contact 2 - do not contact|Dad: not to be contacted",
    Field.PHONE: "MobileNumber|Mobile Phone|Main Mobile Number|mobile|sms|Contact1Telephone|Contact1Phone|phoneNumberAsEntered|"
    "Default Mob|MOBILE/CELL|Main Telephone|Main Home Telephone|Phone Number|telephoneNumber|Home 1|Home 2|home|work|phone|Ph BH|"
    "Parent 1 mobile|Tel (mobile)|Mum's mobile|Mobile (Mum)|Mobile - Dad|P1 Mobile|Parent/Carer 1 Mobile|Emergency contact 1 phone|"
    "Contact 1 Tel No.|Contact Number|Contact No|Mob.|Tel.|Daytime tel|Tel 1|Mobile number (2)|Landline|WhatsApp|WhatsApp number|"
    "Nan's phone|NOK phone|parent1_mobile|parent1mobile|contact_1_phone|Contact 1: Mobile|Mobile number of parent|Guardian 2 Mobile|"
    "Parent A Mobile (active)|Admin system mobile|AH Alt|Ph AH|Contact's Mobile Number|Business Phone|Parent B Mobile|"
    "2nd Person Mobile|Emergency Contact Number|Telephone: mobile|Preferred contact number|Childminder phone",
    Field.EMAIL: "PrimaryEmail|(Contact) Home Email|emailAddress|Contact1Email|Email|E-Mail|Email 2|Parent email",
    Field.IGNORED: "Gender|Postcode|Address|Address 1|House Name|HouseNumber|Ethnicity|SEN|Notes|Allergies|Leaving reason|Class teacher|"
    "* NOT MAPPED *|unsubscribedFromComms|Is SMS|Permission to Take Home|StudentEmail|In Care Flag|"
    "Private Contact|Parents' evening|Student Contact ID|Unique Subject ID|Fax AH|Contact Type / Description|telephoneNumberRanking|GC|Employer",
}  # fmt: skip
STRANGE = (
    "Photo consent",
    "Mobile consent",
    "Siblings",
    "Sibling",
    "Can we text mobile?",
    "Number",
    "Best bits",
    "Merge",
    "Primary",
    "Year Form Tutor",
    "Year book",
    "Contact only on Fridays",
    "",
    "—",
    "3B",
    "Ola",
)
WHOSE = {
    "Child surname": (P, ""),
    "Pupil": (P, ""),
    "UPN": (P, ""),
    "Adm No": (P, ""),
    "Name of child": (P, ""),
    "Parent 1 mobile": (C, "1"),
    "P1 Mobile": (C, "1"),
    "Parent 1 no contact": (C, "1"),
    "Mum no contact": (C, "mother"),
    "Safeguarding flag": (None, ""),
    "Contact1Telephone": (C, "1"),
    "2nd Contact": (C, "2"),
    "Primary Contact Mobile": (C, "1"),
    "Parent A Mobile": (C, "1"),
    "Parent B": (C, "2"),
    "Name of a parent": (C, ""),
    "2nd Person Surname": (C, "2"),
    "Mum's mobile": (C, "mother"),
    "Mobile (Mum)": (C, "mother"),
    "Dad": (C, "father"),
    "Nan's phone": (C, "grandmother"),
    "Step-dad mobile": (C, "step father"),
    "Emergency contact 1 phone": (C, "emergency1"),
    "Person ID": (C, ""),
    "Surname": (None, ""),
    "Mobile 2": (None, ""),
}


@pytest.mark.parametrize(
    ("heading", "field"), [(text, field) for field, texts in KNOWN.items() for text in texts.split("|")]
)
def test_it_understands(heading: str, field: Field):
    told = understood(heading)

    assert told is not None
    assert told.field is field


@pytest.mark.parametrize("heading", STRANGE)
def test_it_does_not_guess(heading: str):
    assert understood(heading) is None


@pytest.mark.parametrize(("heading", "whose"), WHOSE.items())
def test_it_knows_of_whom(heading: str, whose: tuple[Subject | None, str]):
    told = understood(heading)

    assert told is not None
    assert (told.subject, told.slot) == whose


def test_it_minds_no_case_space_or_punctuation():
    for heading in (
        "Registration Group",
        "registration group",
        "REGISTRATION-GROUP",
        "RegistrationGroup",
        "registrationgroup",
    ):
        assert understood(heading) == understood("Registration Group")
    assert squashed("Contact 1: Mobile ") == squashed("contact1mobile")


def test_a_pupils_own_e_mail_is_nobodys_business():
    told = understood("StudentEmail")

    assert told is not None
    assert told.field is Field.IGNORED
