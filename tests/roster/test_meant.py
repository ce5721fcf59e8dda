"""A member or a contact named in words: exactly who is meant, or all who may be."""

import pytest

from roster.meant import contacts_meant, members_meant
from tests.builders import FEMI, OLA, a_contact, a_member, a_pupil, a_tie

PEOPLE = (
    a_member("~ Ola 🌸", OLA, row=1),
    a_member("+44 7700 900124", FEMI, row=2),
    a_member("Tola's mum", row=3),
    a_member("Ade", "07700 901123", row=4, email="ade@example.org"),
)


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("ola", [1]),
        ("~ Ola 🌸", [1]),
        ("07700900124", [2]),
        ("0044 7700 900 124", [2]),
        ("tola's  MUM", [3]),
        ("ADE@example.org", [4]),
        ("124", [2]),
        ("…124", [2]),
        ("123", [1, 4]),
        ("900123", [1]),
        ("mum", [3]),
        ("24", []),
        ("Charlie", []),
        ("", []),
    ],
)
def test_it_finds_members(said: str, rows: list[int]):
    assert [member.row for member in members_meant(said, PEOPLE)] == rows


@pytest.mark.parametrize(
    ("said", "ids"),
    [("7", ["7"]), ("ola bello", ["7"]), ("Bello, Ola", ["7"]), ("Ola", ["7", "8"]), ("Olga", []), ("", [])],
)
def test_it_finds_contacts(said: str, ids: list[str]):
    contacts = (a_contact("Ola Bello", ids=("7",)), a_contact("Ola Ojo", FEMI, ids=("8",)))

    assert [contact.ids[0] for contact in contacts_meant(said, contacts)] == ids


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("Sarah", [5]),
        ("sarah", [5, 7]),
        ("Sarah 🌸", [6]),
        ("row 6", [6]),
        (" Row 7 ", [7]),
        ("row 66", []),
        ("row 1", [1, 8]),
    ],
)
def test_what_is_shown_exactly_goes_before_what_fits(said: str, rows: list[int]):
    people = (
        a_member("Kim", row=1),
        a_member("Sarah", row=5),
        a_member("Sarah 🌸", row=6),
        a_member("~ SARAH", row=7),
        a_member("row 1", row=8),
    )

    assert [member.row for member in members_meant(said, people)] == rows


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("Sarah Same", ["7", "8"]),
        ("Sarah Same, contact of Ade Bello (3B)", ["7"]),
        ("sarah same, carer of tola bello", ["8"]),
        ("Sarah Same, contact of Femi Bello", []),
        ("07700 900124", ["8"]),
        ("number ending 124", ["8"]),
        ("…124", ["8"]),
        ("24", []),
        ("123", ["7", "123"]),
    ],
)
def test_contacts_of_one_name_are_told_apart(said: str, ids: list[str]):
    contacts = (
        a_contact("Sarah Same", OLA, ids=("7",)),
        a_contact("Sarah Same", FEMI, ids=("8",), ties=[a_tie(a_pupil("Tola Bello"))]),
        a_contact("Ola Ojo", "07700 900999", ids=("123",)),
    )

    assert [contact.ids[0] for contact in contacts_meant(said, contacts)] == ids
