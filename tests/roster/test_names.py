"""Names are a hint: what is alike, what is not, and what is nobody's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster.names import (
    is_a_full_name,
    is_the_name,
    name_of,
    names_in,
    names_of_several,
    same_person,
    shown_words,
)

OLA = name_of("Ola", "Bello")


@pytest.mark.parametrize(("full", "given", "family"), [
    ("Ola Bello", "ola", "bello"),
    ("Bello, Ola", "ola", "bello"),
    ("Mrs O A Bello", "o a", "bello"),
    ("Mrs Bello", "", "bello"),
    ("Dr. Ola Adé-Bello", "ola", "ade bello"),
    ("OLA BELLO", "ola", "bello"),
    ("Ola", "ola", ""),
    ("Ola O’Brien", "ola", "obrien"),
    ("Bello, Mrs Ola", "ola", "bello"),
])  # fmt: skip
def test_it_reads_a_name_in_one_cell(full: str, given: str, family: str):
    name = name_of(full=full)

    assert (" ".join(name.given), " ".join(name.family)) == (given, family)


@pytest.mark.parametrize(("given", "family", "title"), [("Ola", "Bello", ""), ("Mrs Ola", "Bello", ""), ("", "Ola Bello", ""), ("Ola Bello", "", ""), ("OLA", "BELLO", "Mrs")])  # fmt: skip
def test_it_reads_a_name_in_two_cells(given: str, family: str, title: str):
    name = name_of(given, family, title)

    assert (name.given, name.family) == (("ola",), ("bello",))


@pytest.mark.parametrize(("cell", "names"), [
    ("Mr and Mrs Bello", [("", "bello"), ("", "bello")]),
    ("Ola & Femi Bello", [("ola", "bello"), ("femi", "bello")]),
    ("Ola Bello / Femi Ojo", [("ola", "bello"), ("femi", "ojo")]),
    ("Ola Bello", [("ola", "bello")]),
    ("Alexander Bello", [("alexander", "bello")]),
    ("Mr O & Mrs F Bello", [("o", "bello"), ("f", "bello")]),
    ("Mr Femi Bello and Ms Ola Novak", [("femi", "bello"), ("ola", "novak")]),
    ("Bello, Mr & Mrs", [("", "bello"), ("", "bello")]),
    ("Bello, Femi & Ola", [("femi", "bello"), ("ola", "bello")]),
    ("Bello, Ola", [("ola", "bello")]),
])  # fmt: skip
def test_it_reads_several_people_in_one_cell(cell: str, names: list[tuple[str, str]]):
    found = names_of_several(cell)

    assert [(" ".join(name.given), " ".join(name.family)) for name in found] == names


@pytest.mark.parametrize(
    "label",
    *[
        [
            "Ola Bello",
            "Bello Ola",
            "O Bello",
            "Ola B",
            "Mrs Bello",
            "Ola",
            "~ Ola Bello 🌸 (3B)",
            "Ola Bellow",
            "OLA BELLO",
            "Óla Bello",
        ]
    ],
)
def test_it_is_olas_name(label: str):
    assert is_the_name(shown_words(label), OLA)


@pytest.mark.parametrize(
    "label", ["Sam Bello", "Femi Bello", "Charlie", "Ola Smith", "🌸", "Mum", "3B", "", "F Bello", "Bella", "Mrs"]
)
def test_it_is_not_olas_name(label: str):
    assert not is_the_name(shown_words(label), OLA)


@pytest.mark.parametrize(("left", "right", "same"), [
    ("Ola Bello", "Ola Bello", True),
    ("Ola Bello", "Bello Ola", True),
    ("Ola Bello", "O Bello", True),
    ("Ola Bello", "Mrs Bello", True),
    ("Ola Bello", "Ola Bello-Smith", True),
    ("Ola Bello", "Ola A Bello", True),
    ("Ola Bello", "Femi Bello", False),
    ("Mr Bello", "Mrs Bello", False),
    ("Ola Bello", "Ola Smith", False),
])  # fmt: skip
def test_it_tells_one_person_from_another(left: str, right: str, same: bool):
    one, other = name_of(full=left), name_of(full=right)

    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_it_knows_a_full_name_from_a_label():
    assert is_a_full_name(shown_words("Charlie Smith"))
    assert not is_a_full_name(shown_words("Charlie"))
    assert not is_a_full_name(shown_words("Tola's Mum Jo"))
    assert not is_a_full_name(shown_words("Charlie 3B"))


@pytest.mark.parametrize(("cells", "names"), [
    ({"title": "Mr & Mrs", "first": "Femi & Ola", "last": "Bello"}, ["femi bello", "ola bello"]),
    ({"title": "Mr & Ms", "first": "Femi & Ola", "last": "Bello & Novak"}, ["femi bello", "ola novak"]),
    ({"first": "Mr O & Mrs F", "last": "Bello"}, ["mr o bello", "mrs f bello"]),
    ({"title": "Mr & Mrs", "last": "Bello"}, ["mr bello", "mrs bello"]),
    ({"title": "Mr and Mrs", "full": "Bello"}, ["mr bello", "mrs bello"]),
    ({"last": "Mr & Mrs Bello"}, ["mr bello", "mrs bello"]),
    ({"title": "Mr & Mrs", "first": "Femi", "last": "Bello"}, ["femi bello", "bello"]),
    ({"first": "Ola & Femi Bello"}, ["ola bello", "femi bello"]),
    ({"title": "Mrs", "first": "Ola", "last": "Bello"}, ["mrs ola bello"]),
    ({"first": "Ola", "last": "Bello/Novak"}, ["ola bello novak"]),
    ({"title": "Mr & Mrs"}, []),
    ({}, []),
])  # fmt: skip
def test_it_reads_two_people_over_several_cells(cells: dict[str, str], names: list[str]):
    found = names_in(**cells)

    assert [" ".join(filter(None, (one.title, *one.given, *one.family))) for one in found] == names


@given(st.text(max_size=40), st.text(max_size=40))
def test_it_never_raises(one: str, other: str):
    several = (*names_of_several(one), *names_in(one, other), *names_in(title=one, full=other))
    names = [*several, name_of(one, other), name_of(full=other)]

    assert all(is_the_name(shown_words(one), name) in {True, False} for name in names)
    assert all(same_person(name, name) for name in names if name)
