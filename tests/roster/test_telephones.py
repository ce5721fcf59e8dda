"""What offices and spreadsheets make of a telephone cell: the facts' phone table, line by line, and more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.phone import Phone
from roster.telephones import NO_TELEPHONES, Fragment, read_telephones, says_none

ONE = {
    "a zero lost": "7400123456",
    "a zero lost, and a point": "7400123456.0",
    "the country without a plus": "447400123456",
    "the country and a zero": "44 07400 123456",
    "a zero in brackets": "+44 (0)7400 123456",
    "dialled from abroad": "0044 7400 123456",
    "plus and zero": "+4407400123456",
    "a note in brackets": "07400 123456 (work)",
    "a note": "07400 123456 mum",
    "a note before": "after 6pm 07400 123456",
    "a label": "Mob: 07400 123456",
    "a link": "tel:07400123456",
    "an extension": "07400 123456 ext 12",
    "a short extension": "07400 123456 x12",
    "an apostrophe": "'07400 123456",
    "a letter for the zero": "O7400 123456",
    "full-width digits": "０７４００ １２３４５６",
    "no-break spaces": "07400\u00a0123\u00a0456",
    "no-break hyphens": "07400\u2011123456",
    "marks that turn the text": "\u202a+44 7400 123456\u202c",
    "a letter inside": "074O0 123456",
    "two letters inside": "O74OO 123456",
    "a capital I": "07400 I23456",
    "hyphens": "07400-123-456",
    "dots": "07400.123.456",
    "brackets": "(07400) 123456",
    "a formula's sign": "=07400123456",
    "a point at the end": "07400123456.",
    "Arabic digits": "٠٧٤٠٠١٢٣٤٥٦",
}  # fmt: skip
SEVERAL = {
    "07400 123456 / 07400 123457": 2,
    "07400123456/07400123457": 2,
    "07400 123456; 07400 123457": 2,
    "07400 123456, 07400 123457": 2,
    "07400 123456\n07400 123457": 2,
    "07400 123456 07400 123457": 2,
    "07400123456 7400123457": 2,
    "447400123456 447400123457": 2,
    "+447400123456+447400123457": 2,
    "07400 123456 or 07400 123457": 2,
    "Mum 07400 123456 Dad 07400 123457": 2,
    "07400 123456(mum)/07400 123457(dad)": 2,
    "NEW 07400 123456 (old 07400 123457)": 2,
    "1. 07400123456 2. 07400123457": 2,
}
ELSEWHERE = {
    "+353 87 123 4567": ["+353871234567"],
    "00353 87 123 4567": ["+353871234567"],
    "016977 3999": ["+44169773999"],
    "07624 123456": ["+447624123456"],
    "07070 123456": ["+447070123456"],
    "07700 900123 020 7946 0123": ["+447700900123", "+442079460123"],
    "+44 7700 900 123 +353 87 123 4567": ["+447700900123", "+353871234567"],
}
NONE = ("", "XD", "Ex-directory", "N/A", "n/a", "-", "none", "tbc", "0", "not known")
NOBODYS = ("0800 1111", "07777777777", "01234567890", "07000000000", "0345 123 4567")
LOST = ("4.47701E+11", "07400 12345", "07400 1234567", "01204 66123", "#N/A", "#REF!", "see office", "999")

pieces = st.sampled_from((*ONE.values(), *NONE, *NOBODYS, *LOST, "07700 9", "ext", "(", ")", "+", "/", "x", "O", "e+9"))


def said(cell: str) -> list[str]:
    return [phone.e164 for phone in read_telephones(cell).phones]


@pytest.mark.parametrize("cell", ONE.values(), ids=ONE)
def test_it_reads_a_number_however_it_is_spelt(cell: str):
    assert said(cell) == ["+447400123456"]


@pytest.mark.parametrize("cell", SEVERAL)
def test_it_reads_every_number_of_a_cell(cell: str):
    assert said(cell) == ["+447400123456", "+447400123457"]


@pytest.mark.parametrize(("cell", "numbers"), ELSEWHERE.items())
def test_it_reads_numbers_of_other_kinds(cell: str, numbers: list[str]):
    assert said(cell) == numbers


@pytest.mark.parametrize("cell", NONE)
def test_it_takes_no_number_for_an_answer(cell: str):
    read = read_telephones(cell)

    assert read == NO_TELEPHONES


@pytest.mark.parametrize("cell", [cell for cell in NONE if cell])
def test_it_knows_the_words_for_none(cell: str):
    assert says_none(cell)
    assert not says_none("07700 900123")
    assert not says_none("")


@pytest.mark.parametrize("cell", NOBODYS)
def test_it_passes_over_what_is_nobodys_own(cell: str):
    read = read_telephones(cell)

    assert read.passed_over
    assert read.phones == ()
    assert read.fragments == ()


@pytest.mark.parametrize("cell", LOST)
def test_it_keeps_what_is_left_of_a_lost_number(cell: str):
    read = read_telephones(cell)

    assert read.fragments
    assert not read.phones


@pytest.mark.parametrize(
    ("cell", "theirs"),
    [
        ("4.47701E+11", "+447700900123"),
        ("4,47701E+11", "+447700900123"),
        ("7.7009E+09", "07700 900123"),
        ("07700 90012", "07700 900123"),
        ("07700 9001233", "07700 900123"),
        ("07700 90123", "07700 900123"),
        ("07700 9x0123", "07700 900123"),
        ("0770090012307700900124", "07700 900124"),
        ("l7700 900123", "07700 900123"),
        ("07700 9", "07700 900123"),
        ("960123", "01632 960123"),
    ],
)
def test_it_may_still_be_told_whose_it_was(cell: str, theirs: str):
    answers = [piece.may_be(Phone.parse(theirs)) for piece in read_telephones(cell).fragments]

    assert True in answers


@pytest.mark.parametrize("cell", ["4.47701E+11", "07700 90012", "0770090012307700900124"])
def test_it_can_be_told_whose_it_was_not(cell: str):
    answers = [piece.may_be(Phone.parse("01632 960555")) for piece in read_telephones(cell).fragments]

    assert answers == [False] * len(answers)


@pytest.mark.parametrize("cell", ["#N/A", "see office", "999"])
def test_it_may_have_been_anybodys(cell: str):
    answers = [piece.may_be(Phone.parse("01632 960555")) for piece in read_telephones(cell).fragments]

    assert None in answers


def test_it_draws_the_line_of_a_rounded_number_half_way():
    (piece,) = read_telephones("7.70E+09").fragments

    assert piece.may_be(Phone("+447704999999"))
    assert not piece.may_be(Phone("+447705100000"))


@settings(max_examples=1500)
@given(st.lists(pieces, max_size=5), st.sampled_from((" ", "", "/", "\n", ", ")))
def test_it_never_raises_and_gives_each_number_once(parts: list[str], between: str):
    read = read_telephones(between.join(parts))

    assert len(set(read.phones)) == len(read.phones)
    assert all(phone.e164[1:].isdigit() for phone in read.phones)
    assert read == read_telephones(between.join(parts))


@given(st.text(max_size=60))
def test_it_never_raises_whatever_the_cell(cell: str):
    read = read_telephones(cell)

    assert all(isinstance(piece, Fragment) for piece in read.fragments)


@pytest.mark.parametrize(
    "cell",
    ["07700900123; 07700900124", "7700900123;7700900124", "447700900123; 447700900124", "07700900123,,07700900124"],
)
def test_what_follows_a_semicolon_is_a_number_and_no_extension(cell: str):
    read = read_telephones(cell)

    assert [phone.ending(3) for phone in read.phones] == ["123", "124"]
    assert not read.fragments
