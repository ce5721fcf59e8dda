"""What stands where a number should: numbers in every dress, ids that only look like numbers, words, usernames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.platforms.persons.addresses import addresses_in
from adapters.platforms.persons.numbers import Number, read_number, says_hidden
from roster.groups import Shown

OLA, FEMI = "+447700900123", "+447700900124"


def read(cell: str, *, prefix: str = "", region: str = "GB") -> list[str]:
    return [phone.e164 for phone in read_number(cell, region=region, prefix=prefix).phones]


@pytest.mark.parametrize("cell", [
    "07700 900123", "7700900123", "7700900123.0", "447700900123", "447700900123.0", "+447700900123", "'+447700900123",
    "'07700900123", "00447700900123", "0044 7700 900123", "+44 (0)7700 900123", "\u202a+44\u00a07700\u00a0900123\u202c",
    "447700900123@s.whatsapp.net", "447700900123@c.us", "447700900123:12@s.whatsapp.net", "447700900123.0:1@c.us",
])  # fmt: skip
def test_it_reads_a_number_in_every_dress(cell: str):
    number = read_number(cell, region="GB")

    assert (number.shown, [phone.e164 for phone in number.phones]) == (Shown.NUMBER, [OLA])


@pytest.mark.parametrize(
    "cell",
    [
        "07700 900123 / 07700 900124",
        "07700900123, 07700900124",
        "07700 900123 ::: +44 7700 900124",
        "07700900123 07700900124",
    ],
)
def test_several_numbers_in_a_cell_are_all_kept(cell: str):
    assert read(cell) == [OLA, FEMI]


def test_what_is_left_of_a_number_beside_a_whole_one_is_not_passed_over():
    torn, whole = read_number("07700 900123 / 0770090", region="GB"), read_number(OLA, region="GB")

    assert torn.torn
    assert not whole.torn


@pytest.mark.parametrize(
    "cell",
    ["123456789012345@lid", "447700900123@lid", "447700900123@hosted.lid", "120363000000000000@g.us", "GB.abc123",
     "US.13491208655302741918", "GB.447700900123", "123456789012345", "+123456789012345", "4.477E+11", "4,477E+11", "07700 90012"],
)  # fmt: skip
def test_what_cannot_be_rung_is_never_a_number(cell: str):
    assert read_number(cell, region="GB") == Number(shown=Shown.UNUSABLE)


@pytest.mark.parametrize(
    "cell", ["20102015", "10023456", "102345678", "1002345", "20102015@c.us", "10023456@s.whatsapp.net"]
)
def test_a_plus_that_nobody_wrote_makes_no_number_of_what_is_too_short(cell: str):
    assert read_number(cell, region="GB") == Number(shown=Shown.UNUSABLE)


@pytest.mark.parametrize(("cell", "name"), [("~20102015", "20102015"), ("~ 612345678", "612345678")])
@pytest.mark.parametrize("region", ["GB", "DK", "FR"])
def test_digits_that_somebody_goes_by_are_a_name(cell: str, name: str, region: str):
    assert read_number(cell, region=region) == Number(name=name)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("~447700900123", OLA), ("~07700900123", OLA), ("~ +44 7700 900123", OLA), ("~+4520102015", "+4520102015"),
     ("48512345678", "+48512345678"), ("3541234567@c.us", "+3541234567"), ("٤٤٧٧٠٠٩٠٠١٢٣", OLA)],
)  # fmt: skip
def test_a_whole_number_stays_one(cell: str, number: str):
    assert read(cell) == [number]


@pytest.mark.parametrize("cell", ["4915112345678", "5511987654321", "+49151123456789", "'4915112345678"])
def test_digits_as_long_as_an_id_may_tell_who_somebody_is_and_never_that_they_are_a_stranger(cell: str):
    number = read_number(cell, region="GB")

    assert (number.phone, number.shown) == (None, Shown.UNUSABLE)
    assert [phone.e164 for phone in number.more] == ["+" + cell.lstrip("'+")]


@pytest.mark.parametrize(
    ("cell", "region"), [("+5511987654321", "GB"), ("5511987654321", "BR"), ("8613812345678", "CN")]
)
def test_a_long_number_counts_where_it_is_at_home_or_has_its_plus(cell: str, region: str):
    number = read_number(cell, region=region)

    assert number.phone
    assert number.phone.e164 == f"+{cell.lstrip('+')}"


@given(st.integers(10**12, 10**15 - 1))
def test_no_id_of_whatsapps_makes_a_stranger(opaque: int):
    """A LID has 13 to 15 digits; one in four of them could be dialled somewhere."""
    number = read_number(str(opaque), region="GB")

    assert (number.phone, number.shown) == (None, Shown.UNUSABLE)


@pytest.mark.parametrize(
    ("cell", "ways"),
    [
        ("4512345678", ["+444512345678", "+4512345678"]),
        ("48512345678", ["+48512345678"]),
        ("12025550123", ["+12025550123"]),
    ],
)
def test_digits_that_may_be_from_here_or_abroad_are_both(cell: str, ways: list[str]):
    assert read(cell) == ways


@pytest.mark.parametrize(
    ("prefix", "cell", "first"),
    [("44", "7700900123", OLA), ("44", "447700900123", OLA), ("44", "07700900123", OLA), ("44", "+447700900123", OLA),
     ("48", "512345678", "+48512345678"), ("Hidden", "07700900123", OLA), ("45", "45123456", "+4545123456")],
)  # fmt: skip
def test_a_country_code_may_stand_apart(prefix: str, cell: str, first: str):
    assert read(cell, prefix=prefix)[0] == first


@pytest.mark.parametrize(
    "cell",
    ["", " ", "Hidden (privacy)", "hidden", "Private", "N/A", "--", "null", "Unbekannt", "Oculto", "Sem número", "Masqué",
     "Nascosto", "Gizli", "Ukryty", "Ascuns", "Onbekend", "مخفي", "نامعلوم", "छिपा हुआ"],
)  # fmt: skip
def test_a_hidden_number_is_none_and_no_name(cell: str):
    assert read_number(cell, region="GB") == Number()
    assert says_hidden(cell) == bool(cell.strip())


@pytest.mark.parametrize(
    ("cell", "name"), [("Ola Bello", "Ola Bello"), ("@ola_b", "ola_b"), ("@ola.bello99", "ola.bello99")]
)
def test_a_name_or_a_username_in_the_number_column_is_a_name(cell: str, name: str):
    assert read_number(cell, region="GB") == Number(name=name)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Ola@Example.org", ["ola@example.org"]),
        ("mailto:ola@example.org", ["ola@example.org"]),
        ('"Bello, Ola" <ola@example.org>', ["ola@example.org"]),
        ("ola@example.org ::: femi@example.org ; ola@example.org", ["ola@example.org", "femi@example.org"]),
        ("o'bello@example.org", ["o'bello@example.org"]),
        ("ola_b_example.org#EXT#@school.onmicrosoft.com", ["ola_b@example.org"]),
        ("447700900123@c.us", []),
        ("* Home", []),
        ("@ola", []),
        ("ola@example", []),
    ],
)
def test_it_finds_addresses(cell: str, found: list[str]):
    assert list(addresses_in(cell)) == found


@given(st.text(max_size=60))
def test_no_cell_breaks_it(cell: str):
    number = read_number(cell, region="GB", prefix="44")

    assert (number.shown is Shown.NUMBER) == (number.phone is not None)
    assert all(one == one.casefold() for one in addresses_in(cell))
