"""A member or a contact named in words: exactly who is meant, or all who may be."""

import pytest

from roster.meant import contacts_meant, members_meant
from tests.builders import FEMI, OLA, a_contact, a_member

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
