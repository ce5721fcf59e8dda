"""School Data Sync, all three of its formats: who is whose contact, and what a set without contacts is good for."""

from collections.abc import Callable

import pytest

from adapters.mis import read_export
from roster.errors import RosterError
from tests.adapters.mis.standards.documents import Files, an_upload_of
from tests.adapters.mis.standards.sets import files_of, people_in, said_of, snapshot_of, with_text, without
from tests.builders import CHARLIE, FEMI, OLA, TODAY, a_member, judged

FIRST, BRITISH, SECOND, NEWEST = "sds-1--guardians", "sds-1--british", "sds-2--no-contacts", "sds-2.1--contacts"
UCHE, ALONE, GREY = "07700 900126", "07700 900129", "07700 900130"


def reason(files: Files, number: str, shown_as: str = "~ Jo", group: str = "3B") -> str:
    """Why somebody with this number may or may not stay."""
    (verdict,) = judged(snapshot_of(files), a_member(shown_as, number), group=group, on=TODAY).verdicts
    return verdict.reason.name


@pytest.mark.parametrize(("case", "number", "expected"), [
    (FIRST, OLA, "carer-on-roll"),
    (FIRST, FEMI, "carer-on-roll"),
    (FIRST, "01632 960140", "not-a-carer"),
    (FIRST, UCHE, "all-children-left"),
    (FIRST, ALONE, "damaged-record"),
    (NEWEST, OLA, "carer-on-roll"),
    (NEWEST, FEMI, "carer-on-roll"),
    (NEWEST, "01632 960140", "not-a-carer"),
    (NEWEST, UCHE, "all-children-left"),
])  # fmt: skip
def test_a_family_is_understood(case: str, number: str, expected: str):
    assert reason(files_of(case), number) == expected


def test_relationships_may_stand_either_way_round():
    assert people_in(files_of("sds-2.1--reversed")) == people_in(files_of(NEWEST))


def test_a_guardian_who_is_in_no_file_of_guardians_may_be_anybody():
    assert reason(files_of(FIRST), CHARLIE) == "damaged-record"
    known = with_text(FIRST, "guardianrelationship.csv", "2,nobody@example.org,Relative\n", "")
    assert reason(known, CHARLIE, "Charlie Strange") == "not-on-roll"


def test_a_contact_whose_relationship_is_lost_is_protected():
    lost = with_text(NEWEST, "relationships.csv", "1,92,guardian\n", "")

    assert reason(lost, FEMI) == "damaged-record"


def test_a_teacher_is_a_contact_if_the_relationship_says_what_they_are():
    said = {contact.shown: [tie.relation for tie in contact.ties] for contact in snapshot_of(files_of(NEWEST)).contacts}

    assert said["Jo Grey"] == ["Grandmother"]


def test_a_guardian_is_known_by_their_address_whatever_its_case():
    shouted = with_text(FIRST, "guardianrelationship.csv", "1,ola@example.org", "1,OLA@EXAMPLE.ORG")

    assert people_in(shouted) == people_in(files_of(FIRST))


@pytest.mark.parametrize("case", [BRITISH, SECOND, "sds-2.1--contacts"])
def test_a_set_without_contacts_has_its_pupils_and_says_what_it_lacks(case: str):
    files = without(case, "relationships.csv")
    if "users.csv" in files:
        files["users.csv"] = b"".join(
            line
            for line in files["users.csv"].splitlines(keepends=True)
            if not line.startswith((b"91", b"92", b"93", b"94"))
        )

    assert snapshot_of(files).contacts == ()
    assert len(snapshot_of(files).pupils) > 1
    assert any("nobody in a group can be recognised" in one.message for one in read_export(an_upload_of(files))[1])


def test_a_pupil_in_the_lines_of_two_schools_is_one_and_here_if_one_line_says_so():
    files = with_text(FIRST, "Student.csv", "3,sch,rokoro", "1,other,abello,Ade,Bello,3,Inactive,\n3,sch,rokoro")

    assert people_in(files) == people_in(files_of(FIRST))


@pytest.mark.parametrize(("change", "said"), [
    (lambda: without(FIRST, "Student.csv"), "has no student.csv"),
    (lambda: {**files_of(FIRST), "Student.csv": files_of(FIRST)["Student.csv"].splitlines()[0]}, "nothing under them"),
    (lambda: without(NEWEST, "roles.csv"), "has no roles.csv"),
    (lambda: without(NEWEST, "users.csv"), "has no users.csv"),
    (lambda: with_text(NEWEST, "roles.csv", "role,", "part,"), "role included"),
    (lambda: with_text(SECOND, "users.csv", "Student", "staff"), "role of a student"),
])  # fmt: skip
def test_a_set_that_is_no_roll_is_refused_in_a_sentence(change: Callable[[], Files], said: str):
    with pytest.raises(RosterError) as caught:
        read_export(an_upload_of(change()))

    assert said in caught.value.sentence


def test_nothing_it_makes_up_is_shown():
    shown = [one for contact in snapshot_of(files_of(FIRST)).contacts for one in contact.ids]

    assert shown == ["91", "93"]
    assert not any("guardian ola" in message for message in said_of(files_of(FIRST)))
