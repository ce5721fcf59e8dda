"""Headings with a slip of the pen: a guess if the values fit, and never by one shared word."""

from itertools import combinations

import pytest
from rapidfuzz import fuzz

from roster.columns import PUPIL
from roster.guesses import CLOSE, guess
from roster.normalise import normalise
from roster.samples import guessed, held_against
from roster.vocabulary import BY_PHRASE, BY_SQUASHED, Field
from tests.builders import an_export, problems, read

DATES, NUMBERS, NAMES = ["17/07/2026", "2026-07-17"], ["07700 900123", "07700 900124"], ["Ola Bello", "Femi"]


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Leavng date", DATES, Field.LEFT),
        ("leavimg Date", DATES, Field.LEFT),
        ("DateOfLeavng", DATES, Field.LEFT),
        ("Mothers moblie", NUMBERS, Field.PHONE),
        ("Contct 1 Mobil", NUMBERS, Field.PHONE),
        ("StudentForenme", NAMES, Field.FIRST),
        ("Pupl name", NAMES, Field.FULL),
        ("Relationshp", ["Mother", "Father"], Field.RELATION),
        ("Emial", ["ola@example.org"], Field.EMAIL),
        ("Enrolmant status", ["C", "Leaver"], Field.STATUS),
    ],
)
def test_it_guesses(heading: str, values: list[str], field: Field):
    found = guess(heading, values)

    assert found
    assert found.field is field


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Leavng date", NAMES),
        ("Leavng date", []),
        ("Leavng date", ["17/07/2026", "see file", "tbc"]),
        ("Living date", DATES),
        ("Photo consent date", DATES),
        ("Name of contact's pupil", NAMES),
        ("Emergency number 2 of 9", NAMES),
        ("Gendr", ["M", "F"]),
        ("Lef", DATES),
        ("Leavea", DATES),
        ("", DATES),
    ],
)
def test_it_guesses_nothing(heading: str, values: list[str]):
    assert guess(heading, values) is None


def test_eight_values_in_ten_must_look_right():
    assert guess("Leavng date", DATES * 4 + NAMES)
    assert guess("Leavng date", DATES * 3 + NAMES) is None


def test_no_two_known_headings_that_hold_different_things_are_as_close_as_a_guess_may_be():
    close = [
        (one, other)
        for one, other in combinations(BY_SQUASHED, 2)
        if BY_PHRASE[BY_SQUASHED[one]] is not BY_PHRASE[BY_SQUASHED[other]] and fuzz.ratio(one, other) >= CLOSE
    ]

    assert [pair for pair in close if Field.IGNORED not in {BY_PHRASE[BY_SQUASHED[phrase]] for phrase in pair}] == []


LEAVING = """
    Pupil      | Class | Leavng date | Contact    | Mobile
    Ade Bello  | 3B    | 17/07/2026  | Ola Bello  | 07700 900123
    Tola Bello | 3B    | 17/07/2026  | Femi Bello | 07700 900124
"""


def test_a_guess_that_could_take_somebody_out_is_asked_and_not_used():
    (asked,) = problems(LEAVING)

    assert [pupil.left_on for pupil in read(LEAVING).pupils] == [None, None]
    assert asked.column == "Leavng date"
    assert 'looks like "leaving date"' in asked.message
    assert "roster map" in asked.message


def test_a_guess_at_a_telephone_is_read_at_once_in_its_own_place():
    export = an_export("""
        Pupil      | Class | Mother | Mother's mobil | Father | Father's moblie
        Ade Bello  | 3B    | Ola    | 07700 900123   | Femi   | 07700 900124
        Tola Bello | 3B    | Ayo    | 07700 900125   | Jo     | 07700 900126
    """)

    told, asked = held_against(export.plan, export.lines)
    snapshot, _ = normalise(export)

    assert [(column.heading, column.who) for column in told.columns if column.field is Field.PHONE] == [
        ("Mother's mobil", 0),
        ("Father's moblie", 1),
    ]
    assert [phone.ending(3) for phone in snapshot.contacts[1].phones] == ["124"]
    assert ["Is that right?" in problem.message for problem in asked] == [True, True]


def test_numbers_under_no_heading_at_all_are_read_and_asked_about():
    drawn = """
        Pupil      | Class | Contact    | Mobile       |
        Ade Bello  | 3B    | Ola Bello  | 07700 900123 | 01632 960123
        Tola Bello | 3B    | Femi Bello | 07700 900124 | 01632 960124
    """

    (asked,) = problems(drawn)

    assert "Column E has no heading" in asked.message
    assert [phone.ending(3) for phone in read(drawn).contacts[0].phones] == ["123", "123"]


def test_what_the_office_has_confirmed_is_guessed_no_more():
    from dataclasses import replace

    export = an_export(LEAVING)
    confirmed = replace(export.plan, confirmed="as you say")

    assert guessed(export.plan, export.lines).keys() == {2}
    assert held_against(confirmed, export.lines) == (confirmed, ())
    assert confirmed.of(PUPIL, Field.LEFT) == ()
