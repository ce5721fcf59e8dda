"""Wonde's saved pages: all of them or none, with the contacts included, and null anywhere."""

import json
from copy import deepcopy
from typing import Any

import pytest

from roster.errors import RosterError
from roster.normalise import normalise
from roster.snapshot import Snapshot
from tests.adapters.mis.standards.documents import files_of, opened
from tests.builders import OLA, a_member, judged

PAGES = {name: json.loads(content) for name, content in files_of("wonde--pages").items()}
(ADE,) = PAGES["students-1.json"]["data"]
(OLA_RECORD, FEMI_RECORD) = ADE["contacts"]["data"]


def a_page(*records: Any, number: int | None = 1, following: str | None = None) -> dict[str, Any]:
    paging = {"next": following, "previous": None, **({"current_page": number} if number else {})}
    return {"data": list(records), "meta": {"pagination": paging}}


def files(**pages: Any) -> dict[str, bytes]:
    return {f"{name}.json": json.dumps(page).encode() for name, page in pages.items()}


def snapshot(**pages: Any) -> Snapshot:
    return normalise(opened(files(**pages))[0])[0]


def ade(**facts: Any) -> dict[str, Any]:
    return {**deepcopy(ADE), **facts}


def ola(**facts: Any) -> dict[str, Any]:
    return {**deepcopy(OLA_RECORD), **facts}


@pytest.mark.parametrize("lost", ["students-1.json", "students-2.json"])
def test_a_missing_page_is_refused(lost: str):
    left = {name: content for name, content in files_of("wonde--pages").items() if name != lost}

    with pytest.raises(RosterError, match="Not all of the pages of students are here"):
        opened(left)


@pytest.mark.parametrize("number", [1, None])
def test_a_page_that_has_a_next_one_is_not_the_last(number: int | None):
    page = a_page(ade(), number=number, following="https://api.wonde.com/v1.0/schools/A1/students?page=2")

    with pytest.raises(RosterError, match="the last page says that there are more after it"):
        opened(files(students=page))


def test_rows_count_on_through_the_pages():
    pages = {
        f"students-{at}": a_page(ade(id=f"A{at}", forename=f"Ade {at}"), number=at, following="more")
        for at in range(11, 0, -1)
    }
    pages["students-11"]["meta"]["pagination"]["next"] = None

    assert next(contact.rows for contact in snapshot(**pages).contacts) == tuple(range(1, 12))
    assert [pupil.name for pupil in snapshot(**pages).pupils][-2:] == ["Ade 10 Bello", "Ade 11 Bello"]


def test_a_page_may_be_saved_twice():
    assert len(snapshot(a=a_page(ade()), b=a_page(ade())).pupils) == 1


@pytest.mark.parametrize("page", [[ade()], {"data": [ade()]}])
def test_a_page_that_says_nothing_of_others_is_noted(page: Any):
    _, (note,) = opened(files(students=page))

    assert note.message == "students.json does not say whether there are more pages of students: see that all are here."


@pytest.mark.parametrize(("page", "said"), [
    (a_page({name: value for name, value in ade().items() if name != "contacts"}), "without their contacts"),
    (a_page(ade(contacts={"data": [{name: value for name, value in ola().items() if name != "contact_details"}]})),
     "without their telephones"),
    (a_page(ade(contacts="none")), 'a text stands under "contacts"'),
    (a_page(ade(surname={"first": "Bello"})), 'more under "surname"'),
    (a_page(ade(contacts={"data": [ola(contact_details={"data": {"phones": OLA}})]})), "a text stands under"),
    (a_page(*ade()["contacts"]["data"]), "no students in these pages"),
    (a_page(), "no students in these pages"),
    (a_page(ade(), number=10**8), "page 1, 2, 3, 4 and 5 are missing"),
])  # fmt: skip
def test_what_cannot_be_a_roll_is_refused(page: dict[str, Any], said: str):
    with pytest.raises(RosterError) as caught:
        opened(files(page=page))

    assert said in caught.value.headline


def test_a_contact_whose_details_were_not_included_is_protected():
    bare = {name: value for name, value in FEMI_RECORD.items() if name != "contact_details"}
    roll = snapshot(students=a_page(ade(contacts={"data": [ola(), bare]})))

    (verdict,) = judged(roll, a_member("~ F", "07700 900124"), group="3B").verdicts

    assert verdict.reason.name == "damaged-record"


@pytest.mark.parametrize(
    "name", ["form_group", "year", "date_of_birth", "education_details", "is_leaver", "mis_id", "upn"]
)
def test_null_may_stand_anywhere(name: str):
    (pupil,) = snapshot(students=a_page(ade(**{name: None}))).pupils

    assert pupil.name == "Ade Bello"
    assert pupil.left_on is None
    assert not pupil.has_left


@pytest.mark.parametrize("form", ["3B", {"data": {"name": "3B"}}, {"name": "3B"}])
def test_a_class_may_be_a_word_or_a_record(form: Any):
    (pupil,) = snapshot(students=a_page(ade(form_group=form))).pupils

    assert pupil.classes == {"3B"}


@pytest.mark.parametrize(("code", "name", "year"), [("R", "Reception", 0), ("N2", None, -1), (3, "Curriculum Year 3", 3), (None, "Year 3", 3), ("??", "Year 3", 3)])  # fmt: skip
def test_the_year_is_the_code_or_else_the_name(code: Any, name: str | None, year: int):
    (pupil,) = snapshot(
        students=a_page(ade(year={"data": {"code": code, "name": name}}, education_details=None))
    ).pupils

    assert pupil.year == year


@pytest.mark.parametrize(("page", "facts", "left"), [
    ("students", {"is_leaver": True}, True), ("students-leaver", {}, True), ("students", {}, False),
    ("students", {"is_leaver": False}, False), ("students-pre-admission", {"is_leaver": True}, False),
])  # fmt: skip
def test_a_leaver_has_left(page: str, facts: dict[str, Any], left: bool):
    (pupil,) = snapshot(**{page: a_page(ade(**facts))}).pupils

    assert pupil.has_left is left
    assert pupil.applicant is (page == "students-pre-admission")


def test_whoever_is_here_is_no_leaver():
    (pupil,) = snapshot(students=a_page(ade()), leavers=a_page(ade(is_leaver=True))).pupils

    assert not pupil.has_left


def test_the_pages_of_contacts_add_numbers():
    own = {name: value for name, value in OLA_RECORD.items() if name != "relationship"}
    own["contact_details"] = {"data": {"phones": {"mobile": "07700 900125"}, "emails": None}}

    roll = snapshot(students=a_page(ade()), contacts=a_page(own))

    assert {phone.e164 for phone in roll.contacts[0].phones} == {"+441632960123", "+447700900123", "+447700900125"}


def test_a_number_that_lost_its_digits_stays_lost():
    spoilt = json.dumps(a_page(ade())).replace('"07700 900124"', "4.47701E+11").encode()

    (verdict,) = judged(
        normalise(opened({"a.json": spoilt})[0])[0], a_member("~ F", "07700 900124"), group="3B"
    ).verdicts

    assert verdict.reason.name == "damaged-record"
