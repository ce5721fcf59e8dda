"""What an adult is to a child, in the words and codes of the standards, the MISs and offices."""

import pytest

from roster.relations import Role, restricts, role_of

# The relations of Ed-Fi and CEDS, as words and as codes.
ED_FI = {
    Role.CARER: "Adoptive parents|Court appointed guardian|CourtAppointedGuardian|Father|Father, foster|Father, step|Foster father|"
    "Foster mother|Foster parent|Guardian|Mother|Mother, foster|Mother, step|Parent|Stepfather|Stepmother",
    Role.RELATIVE: "Adopted daughter|Adopted son|Aunt|Brother, half|Brother, step|Brother-in-law|BrotherInlaw|Cousin|Daughter|"
    "Daughter-in-law|Emergency|Emergency Contact|Employer|Family member|Father's significant other|FathersCivilPartner|"
    "FatherInLaw|Fiance|Fiancee|Former husband|Former wife|Foster daughter|Foster son|Friend|Godparent|Granddaughter|Grandfather|"
    "Grandmother|Grandparent|Grandson|Great aunt|Great Grandparent|Great uncle|Host family|Husband|Life partner|Life partner of "
    "parent|Mother's significant other|MothersSignificantOther|MothersCivilPartner|Mother-in-law|Neighbor|Nephew|Niece|Other|"
    "Partner|Partner of parent|Self|Sibling|SignificantOther|Sister, half|Sister, step|Sister-in-law|Son|Son-in-law|Spouse|"
    "Stepbrother|Stepdaughter|Stepsister|Stepson|Uncle|Ward|Wife",
    Role.PROFESSIONAL: "Case Worker|Children's home|Doctor|Probation officer",
    Role.UNKNOWN: "Unknown|None",
}
CODES = {
    Role.CARER: "PAM|PAF|STM|STF|FOM|FOF|CAR|M|F",
    Role.RELATIVE: "REL|FAM|OTH",
    Role.PROFESSIONAL: "SWR|DOC|CHM",
}
OFFICES = {
    Role.CARER: "Step Father|Step-Mother|Stepmum|Legal Guardian|Parents|Home|Parent/Guardian|Parent/Carer|Mum & Dad|Birth mother|"
    "Non-resident parent|Kinship carer|Special Guardian|Mother of child|Grandmother (carer)|Aunt - Special Guardian|"
    "Grandparent & Legal Guardian|Mother (doctor)|Mum - teaching assistant|Mother no longer in contact|Parent 1",
    Role.RELATIVE: "Carer's partner|Mother's partner|Mum's friend|Previous carer|Ex-foster carer|Aunt/Uncle|Other Family Member|"
    "Other Contact|Not related|Stepchild|Foster child|Nan|Family friend",
    Role.PROFESSIONAL: "Childminder|Child Minder|Social Worker|Family Support Worker|Head Teacher|Religious/Spiritual Contact|Au pair|"
    "Nanny|Key worker|Mother's doctor|Social worker for mother|Aide|Day care",
    Role.UNKNOWN: "|n/a|Not known|Contact|Contact 1|Primary|Secondary contact",
    Role.UNREAD: "zebra|42|Blue",
}


@pytest.mark.parametrize(
    ("relation", "role"),
    [(one, role) for known in (ED_FI, CODES, OFFICES) for role, said in known.items() for one in said.split("|")],
)
def test_it_reads_a_relation(relation: str, role: Role):
    assert role_of(relation) is role
    assert role_of(relation.upper() if " " in relation else relation) is role


@pytest.mark.parametrize(
    "relation",
    "Mother (no contact)|Non-contact parent|NON CONTACT PARENT|Father - do not contact|Father (contact only)|Father (court order)|"
    "Mother - restricted|Father: injunction|Dad (not to be contacted)|Father, no access".split("|"),
)
def test_a_relation_may_say_that_there_is_to_be_no_contact(relation: str):
    assert restricts(relation)
    assert role_of(relation) is Role.CARER


@pytest.mark.parametrize(
    "relation",
    "Mother|Emergency contact|Contact|Father, no court order|Mother - no restrictions|Primary contact|Not known|Other Contact|".split(
        "|"
    ),
)
def test_no_other_relation_says_so(relation: str):
    assert not restricts(relation)
