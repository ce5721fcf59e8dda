"""How a chat writes a person, made comparable."""

import pytest

from roster.tokens import key_of, name_in, phone_in


@pytest.mark.parametrize(
    ("token", "name"),
    [
        ("Ola Bello", "Ola Bello"),
        ("  Ola   Bello ", "Ola Bello"),
        ("~\u202fSunny", "Sunny"),
        ("~ Sunny", "Sunny"),
        ("~Sunny", "Sunny"),
        ("\u2068~\u202fSunny\u2069", "Sunny"),
        ("\u202a+44\u00a07700\u00a0900123\u202c", "+44 7700 900123"),
        ("~ +44 7700 900123", "+44 7700 900123"),
        ("Tola (Year 3, Oak)", "Tola (Year 3, Oak)"),
        ("Anne\u2011Marie", "Anne-Marie"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("O’Hara", "O'Hara"),
        ("~", ""),
        ("", ""),
    ],
)
def test_the_name_is_what_a_person_sees(token: str, name: str):
    assert name_in(token) == name


@pytest.mark.parametrize(
    ("token", "number"),
    [
        ("+44 7700 900123", "+447700900123"),
        ("\u202a+44\u00a07700\u00a0900123\u202c", "+447700900123"),
        ("+44 7700\u2011900123", "+447700900123"),
        ("~ +44 7700 900123", "+447700900123"),
        ("07700 900123", "+447700900123"),
        ("\uff0b\uff14\uff14 7700 900123", "+447700900123"),
        ("+٤٤ ٧٧٠٠ ٩٠٠١٢٣", "+447700900123"),
        ("+४४ ७७०० ९००१२३", "+447700900123"),
        ("+48 512 345 678", "+48512345678"),
        ("Ade 07700 900123", None),
        ("07700 900123 (mum)", None),
        ("Ife 07700", None),
        ("1234567", None),
        ("+1 123 456 789", None),
        ("12:30", None),
        ("²²²²²²²²²", None),
        ("٤٤ and ٧٧٠٠٩٠٠١٢٣", None),
        ("+" * 20, None),
        ("\U00010a40\U00010a41 7700 900123", None),
        ("", None),
    ],
)
def test_a_number_is_one_only_where_nothing_else_stands(token: str, number: str | None):
    phone = phone_in(token)

    assert (phone and phone.e164) == number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("~\u202fSunny", "sunny"),
        ("+44 7700 900123", "07700 900123"),
        ("Tola\u00a0Bello", "TOLA bello"),
        ("STRASSE", "straße"),
    ],
)
def test_what_is_one_person_has_one_key(one: str, other: str):
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ade", "Ade B"), ("Ade", "Adé"), ("+44 7700 900123", "+44 7700 900124"), ("Tola (3B)", "Tola (4B)")],
)
def test_what_may_be_two_people_has_two(one: str, other: str):
    assert key_of(one) != key_of(other)


def test_a_few_figures_are_no_number_anywhere():
    assert phone_in("555 1234", "IS") is None
    assert phone_in("+354 555 1234", "IS")


def test_the_region_is_where_the_number_is_dialled_from():
    assert key_of("512 345 678", "PL") == "+48512345678"
    assert key_of("512 345 678", "GB") == "512 345 678"
