"""A number is a key: one key for every spelling, and the quick way agrees with the library's."""

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roster.phone import NotANumber, Phone

ends = st.integers(0, 999).map("{:03}".format)
dramatic = ends.map("7700900{}".format) | ends.map("1632960{}".format) | ends.map("2079460{}".format)
nationals = dramatic | st.from_regex(r"[127][0-9]{9}", fullmatch=True) | st.text("0123456789", min_size=6, max_size=12)
heads = st.sampled_from(("", "0", "+44", "+440", "+44 (0)", "0044", "0044 0", "44", "44 0", "(0)", "+353 ", "00353"))
seams = st.sampled_from(("", " ", "-", ".", "(", ")", " - ", "  "))


def spelt(head: str, national: str, cuts: list[int], between: str) -> str:
    for cut in sorted({cut % len(national) for cut in cuts}, reverse=True):
        national = f"{national[:cut]}{between}{national[cut:]}"
    return head + national


spellings = st.builds(spelt, heads, nationals, st.lists(st.integers(1, 12), max_size=3), seams)


def by_library(text: str) -> str | None:
    """What the general library makes of it: possible from anywhere, and for Britain of ten digits or valid."""
    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    nine = number.country_code == 44 and len(str(number.national_number)) != 10
    if nine and not phonenumbers.is_valid_number(number):
        return None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return e164 if len(e164) > 7 and sum(map(str.isdigit, text)) > 6 else None


def parsed(text: str) -> str | None:
    try:
        return Phone.parse(text).e164
    except NotANumber:
        return None


@settings(max_examples=3000)
@given(spellings)
@example("07700 900123")
@example("+44 (0)7700 900123")
@example("016977 3999")
def test_it_reads_as_the_library_does(text: str):
    assert parsed(text) == by_library(text)


@settings(max_examples=300)
@given(nationals, heads)
def test_it_reads_its_own_key_back(national: str, head: str):
    first = parsed(head + national)

    assert first is None or Phone.parse(first).e164 == first


@pytest.mark.parametrize("text", ["+20102015", "+10023456", "+353 000000"])
def test_a_number_that_works_in_one_town_alone_is_none(text: str):
    assert parsed(text) is None


@given(st.text(max_size=40))
def test_it_reads_anything_or_says_not_a_number(text: str):
    try:
        phone = Phone.parse(text)
    except NotANumber:
        return

    assert phone.e164.startswith("+")
    assert phone.e164[1:].isdigit()


@pytest.mark.parametrize(
    "text", ["07700 90012", "07700 9001234", "01204 66123", "4.47701E+11", "", "mum", "07700 900123 mum", "+", "123"]
)
def test_it_is_not_a_number(text: str):
    with pytest.raises(NotANumber):
        Phone.parse(text)


def test_it_is_masked_unless_asked():
    phone = Phone.parse("07700 900123")

    assert str(phone) == "…123"
    assert repr(phone) == "Phone(…123)"
    assert "7700" not in f"{[phone]}"
    assert phone.ending(5) == "00123"


def test_it_is_dialled_from_another_country():
    assert Phone.parse("087 123 4567", "IE").e164 == "+353871234567"
    assert Phone.parse("+44 7700 900123", "IE").e164 == "+447700900123"
