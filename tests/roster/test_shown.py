"""People shown to other people: no number, no address, no trickery."""

from hypothesis import given
from hypothesis import strategies as st

from roster.changes import Flag
from roster.phone import Phone
from roster.shown import endings, label, phone_of, plain

numbers = st.integers(0, 10**9 - 1).map(lambda number: Phone(f"+447{number:09}"))


def test_it_keeps_a_name_as_the_group_shows_it():
    assert label("~ Zoë O'Neill-Bello 🌸 (3B)") == "Zoë O'Neill-Bello 🌸 (3B)"
    assert label("👩‍👧 Ola") == "👩‍👧 Ola"


def test_it_takes_out_numbers_and_addresses():
    assert label("Ola 07700 900123") == "Ola"
    assert label("+44 7700 900123") == ""
    assert label("ola@example.org") == ""
    assert label("Ola (ola@example.org)") == "Ola"
    assert label("Ola (07700 900123)") == "Ola"


def test_it_leaves_small_numbers_alone():
    assert label("Ola 3B 2019") == "Ola 3B 2019"


@given(st.text())
def test_it_is_one_short_line_of_visible_characters(text: str):
    shown = plain(text)

    assert len(shown) <= 60
    assert shown.isprintable() or "\u200d" in shown or "\u200c" in shown or any(map(str.isspace, shown))
    assert not {"\r", "\n", "\x00", "\u202e", "\u2066", "\u2028"} & set(shown)


@given(numbers, st.sampled_from(["", "Ola ", "~", "Ola: "]), st.sampled_from(["", " ", "-", "."]))
def test_it_never_shows_a_whole_number(phone: Phone, before: str, between: str):
    digits = phone.e164.removeprefix("+")
    written = between.join((digits[:4], digits[4:8], digits[8:]))

    assert not any(char.isdigit() for char in label(f"{before}{written}"))


@given(st.lists(numbers, max_size=12))
def test_it_tells_every_two_numbers_apart_with_three_digits_or_more(phones: list[Phone]):
    found = endings(phones)

    for phone in phones:
        ending = found[phone.e164]
        assert len(ending) >= 3
        assert [other for other in found if other.endswith(ending)] == [phone.e164]


def test_it_gives_three_digits_where_those_do():
    assert endings([Phone("+447700900123"), Phone("+447700900124")])["+447700900123"] == "123"


def test_it_knows_a_number_from_a_name():
    assert phone_of(Flag("+447700900123", "remove", "not-on-roll")) == Phone("+447700900123")
    assert phone_of(Flag("+ola", "query", "unidentified")) is None
    assert phone_of(Flag("ola", "query", "unidentified")) is None
