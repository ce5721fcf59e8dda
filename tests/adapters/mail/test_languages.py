"""The letters' words in other languages: every one of them, with the same blanks to fill in, and the right plurals."""

import re
from datetime import date
from functools import cache
from gettext import c2py

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from adapters.mail.catalog import FOLDER, gathered, pot
from adapters.mail.languages import LANGUAGES, is_checked, words_of
from adapters.mail.languages import Language as Tongue
from jobs.settings_night import Language, Volunteer

TRANSLATED = sorted(set(LANGUAGES) - {"en"})
BLANK = re.compile(r"%\((\w+)\)[sd]")


@cache
def catalog(code: str) -> Catalog:
    with (FOLDER / code / "letters.po").open("rb") as written:
        return read_po(written, locale=code)


def messages(of: Catalog) -> dict:
    return {message.id: message for message in of if message.id}


def forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


def test_it_knows_every_language_that_the_settings_allow():
    assert set(LANGUAGES) == set(Language.__args__)
    assert Volunteer().language in LANGUAGES


def test_the_template_for_catalogs_is_fresh():
    assert (FOLDER / "letters.pot").read_bytes() == pot()


@pytest.mark.parametrize("code", TRANSLATED)
def test_it_has_every_message_of_the_letters_and_no_other(code: str):
    assert set(messages(catalog(code))) == set(messages(gathered()))
    assert not catalog(code).obsolete


@pytest.mark.parametrize("code", TRANSLATED)
def test_it_leaves_no_message_empty_or_in_doubt(code: str):
    for message in messages(catalog(code)).values():
        assert not message.fuzzy
        assert len(forms(message.string)) == (catalog(code).num_plurals if message.pluralizable else 1)
        assert all(one.strip() for one in forms(message.string))


@pytest.mark.parametrize("code", TRANSLATED)
def test_it_has_the_same_blanks_to_fill_in(code: str):
    for known, message in messages(catalog(code)).items():
        wanted = sorted(BLANK.findall(forms(known)[0]))
        assert all(sorted(BLANK.findall(one)) == wanted for one in forms(message.string)), known
        assert all("%" not in BLANK.sub("", one) for one in forms(message.string)), known


@pytest.mark.parametrize("code", TRANSLATED)
def test_it_says_that_a_native_reader_has_yet_to_check_it(code: str):
    head, _, _ = (FOLDER / code / "letters.po").read_text(encoding="utf-8").partition('msgid ""')

    assert "it needs a native reader's check" in head
    assert not is_checked(code)
    assert is_checked("en")


@pytest.mark.parametrize("code", TRANSLATED)
def test_its_plurals_are_those_of_the_language(code: str):
    """Two numbers that CLDR counts alike have one form, and two that it tells apart have two."""
    form_of = c2py(catalog(code).plural_expr)

    pairs = {(Locale.parse(code).plural_form(number), form_of(number)) for number in range(1, 1000)}

    assert len(pairs) == len({category for category, _ in pairs}) == len({form for _, form in pairs})
    assert len(pairs) <= catalog(code).num_plurals


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("pl", 1, "1 osoba do usunięcia z grupy"),
        ("pl", 3, "3 osoby do usunięcia z grupy"),
        ("pl", 5, "5 osób do usunięcia z grupy"),
        ("pl", 12, "12 osób do usunięcia z grupy"),
        ("pl", 22, "22 osoby do usunięcia z grupy"),
        ("cy", 1, "1 person i'w dynnu allan"),
        ("cy", 2, "2 berson i'w tynnu allan"),
        ("cy", 3, "3 pherson i'w tynnu allan"),
        ("cy", 6, "6 pherson i'w tynnu allan"),
        ("cy", 7, "7 person i'w tynnu allan"),
        ("ur", 1, "1 شخص کو گروپ سے نکالنا ہے"),
        ("ur", 2, "2 افراد کو گروپ سے نکالنا ہے"),
    ],
)
def test_it_counts_people_as_the_language_does(code: str, number: int, said: str):
    found = words_of(code).ngettext("%(num)d person to take out", "%(num)d people to take out", number)

    assert found % {"num": number} == said


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "2 November 2026"), ("cy", "2 Tachwedd 2026"), ("pl", "2 listopada 2026"), ("ur", "2 نومبر، 2026")],
)
def test_it_says_dates_as_the_language_does(code: str, said: str):
    assert LANGUAGES[code].spoken(date(2026, 11, 2)) == said


def test_it_says_dates_with_plain_blanks():
    assert Tongue("bg", "bg").spoken(date(2026, 11, 2)).split(" ") == ["2", "ноември", "2026", "г."]
