"""Clever: a pupil's lines are one pupil, a contact's lines one contact, and nobody is merged by name alone."""

import pytest

from adapters.mis import read_export
from roster.errors import MissingColumns, RosterError
from roster.people import Contact
from tests.adapters.mis.standards.documents import Files, an_upload_of, opened
from tests.adapters.mis.standards.sets import files_of, snapshot_of, with_text, without
from tests.builders import FEMI, OLA, TODAY, a_member, judged

CASE = "clever--contacts"
HEAD = "School_id,Student_id,Last_name,First_name,Grade,Contact_relationship,Contact_type,Contact_name,Contact_phone,Contact_email,Contact_sis_id"


def contacts(*lines: str) -> tuple[Contact, ...]:
    """The contacts of a students.csv with these lines."""
    return snapshot_of({"students.csv": "\n".join([HEAD, *lines]).encode()}).contacts


def reason(files: Files, number: str, group: str) -> str:
    (verdict,) = judged(snapshot_of(files), a_member("~ Jo", number), group=group, on=TODAY).verdicts
    return verdict.reason.name


@pytest.mark.parametrize(("number", "group", "expected"), [
    (OLA, "3B", "carer-on-roll"), ("01632 960123", "RB", "carer-on-roll"), (FEMI, "RB", "carer-on-roll"),
    ("07700 900125", "3B", "not-a-carer"),
])  # fmt: skip
def test_a_family_is_understood(number: str, group: str, expected: str):
    assert reason(files_of(CASE), number, group) == expected


def test_an_id_of_the_schools_own_joins_a_contacts_lines():
    (ola,) = contacts(
        "s,1,Bello,Ade,3,Parent,Primary,Ola Bello,07700900123,,91",
        "s,2,Bello,Tola,1,Parent,Primary,O. Bello,01632960123,,91",
    )

    assert ola.ids == ("91",)
    assert {phone.ending(3) for phone in ola.phones} == {"123"}
    assert [tie.pupil.name for tie in ola.ties] == ["Ade Bello", "Tola Bello"]


def test_two_of_one_name_and_no_address_are_two():
    found = contacts("s,1,Bello,Ade,3,Parent,Primary,Jo Bello,,,", "s,2,Bello,Remi,4,Parent,Primary,Jo Bello,,,")

    assert len(found) == 2


@pytest.mark.parametrize(("relationship", "kind", "carer"), [
    ("Parent", "Primary", True), ("Other", "Parent/Guardian", True), ("", "Parent/Guardian", True), ("", "Emergency", True),
    ("Grandparent", "Parent/Guardian", True), ("Grandparent", "Emergency", False), ("Other", "Emergency", False),
    ("Doctor", "Parent/Guardian", False),
])  # fmt: skip
def test_a_guardian_is_a_carer_whoever_they_are_besides(relationship: str, kind: str, carer: bool):
    (contact,) = contacts(f"s,1,Bello,Ade,3,{relationship},{kind},Jo Bello,07700900123,,")

    assert contact.ties[0].carer is carer


def test_a_pupil_without_contacts_is_a_pupil():
    assert {pupil.name: sorted(pupil.classes) for pupil in snapshot_of(files_of(CASE)).pupils}["Kit Novak"] == ["3B"]


def test_nothing_it_makes_up_is_shown():
    assert [contact.ids for contact in snapshot_of(files_of(CASE)).contacts] == [("91",), (), ()]


def test_a_section_without_a_name_goes_by_its_number():
    assert {one for pupil in snapshot_of(files_of(CASE)).pupils for one in pupil.classes} == {"3B", "RB"}


def test_a_line_whose_cells_have_slipped_loses_nobody():
    files = with_text(CASE, "students.csv", "Other,Parent/Guardian,Femi Bello,", "Other,Parent/Guardian,Bello, Femi,")

    assert reason(files, FEMI, "3B") == "carer-on-roll"


def test_a_set_without_pupils_or_names_is_refused_in_a_sentence():
    with pytest.raises(MissingColumns, match="missing"):
        opened(with_text(CASE, "students.csv", "First_name", "Initial"))
    with pytest.raises(RosterError):
        read_export(an_upload_of(without(CASE, "students.csv")))
