"""One volunteer's letter: the same in both parts, in every language, about one group or five."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from adapters.mail.conduct import Conduct
from adapters.mail.languages import LANGUAGES, words_of
from adapters.mail.lines import Line
from adapters.mail.sections import COUNT, FULL, Section, open_section, section_of
from adapters.mail.volunteers import Manner, volunteers_letter
from roster.changes import Flag
from roster.letters import Kind, Words
from tests.adapters.mail.test_letters import HOSTILE, a_member, a_night

DAY = date(2026, 11, 22)
OAK = Manner("Oak Primary", "office@example.org")
LINK = "https://roster.example.org/stop/" + "a1" * 16 + "." + "b2" * 16
CHARLIE, JO = Line("Charlie Nobody", "900"), Line("Jo", "901")
SECTION = Section("3B", DAY, new=(CHARLIE,), remaining=(JO, Line("", "902")), since=date(2026, 11, 20))
EVERYTHING = replace(SECTION, stay=(Line("Ola", "903"),), open=(Line("Femi", ""),), gone=(Line("", ""),))
KINDS = (Kind.LIST, Kind.NUDGE, Kind.CO_ADMIN)


def a_letter(*sections: Section, language: str = "en", stop: str = LINK, kind: Kind = Kind.LIST, manner: Manner = OAK):
    return volunteers_letter(sections or (SECTION,), manner, kind=kind, language=language, stop=stop)


def seen(words: Words) -> str:
    """What a reader of the HTML sees, as one line."""
    body = words.html.partition("<body")[2].partition(">")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def in_words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def test_it_says_how_much_there_is_before_anything_is_opened():
    words = a_letter()

    assert "3 people to take out (1 new, 2 still to do)" in words.text
    assert seen(words).startswith("1 new, 2 still to do Oak Primary : 3B 3 people to take out 1 new, 2 still to do")


def test_it_says_since_when_somebody_is_new():
    words = a_letter()

    assert "PLEASE TAKE OUT: NEW SINCE 20 NOVEMBER 2026" in words.text
    assert "Please take out: new since 20 November 2026" in seen(words)
    assert "PLEASE TAKE OUT: NEW\n" in a_letter(replace(SECTION, since=None)).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_it_says_the_same_in_both_parts(language: str, kind: Kind):
    manner = replace(OAK, conduct=Conduct(("Be kind.",)))

    words = a_letter(EVERYTHING, replace(SECTION, group="4A"), language=language, kind=kind, manner=manner)

    headings = in_words(words_of(language).gettext("Shown in the group as") + words_of(language).gettext("Number"))
    text = in_words(words.text.replace(LINK, ""))
    assert text - in_words(words_of(language).gettext("number ending %(digits)s")) <= in_words(seen(words))
    assert in_words(seen(words)) - headings <= text
    assert LINK in words.text
    assert LINK in words.html


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("detail", ["masked", COUNT])
def test_it_has_no_english_in_another_language(language: str, kind: Kind, detail: str):
    manner = replace(OAK, detail=detail, conduct=Conduct(link="https://example.org/code"))
    for stop in ("", LINK):
        words = a_letter(EVERYTHING, EVERYTHING, language=language, kind=kind, manner=manner, stop=stop)

        english = {"the", "people", "please", "school", "number", "take", "list", "ending", "shown", "still", "new"}
        assert not english & in_words(words.text.replace(LINK, "") + seen(words))


def test_it_is_right_to_left_in_urdu_and_sets_names_apart():
    words = a_letter(language="ur")

    assert '<html lang="ur" dir="rtl">' in words.html
    assert "text-align:right" in words.html
    assert "text-align:left" not in words.html
    assert "<bdi>Charlie Nobody</bdi>" in words.html
    assert "* \u2068Charlie Nobody\u2069، " in words.text


def test_a_name_that_is_read_from_the_right_does_not_turn_an_english_line():
    assert "* \u2068محمد\u2069, number ending 900" in a_letter(Section("3B", DAY, new=(Line("محمد", "900"),))).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_and_addresses_stand_alone_on_their_lines(language: str):
    manner = replace(OAK, conduct=Conduct(link="https://example.org/code"))

    lines = a_letter(language=language, manner=manner).text.splitlines()

    assert {LINK, "https://example.org/code", "office@example.org"} <= set(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_text_has_plain_blanks_and_short_lines(language: str):
    text = a_letter(EVERYTHING, SECTION, language=language, stop="").text

    assert not re.search("[\u00a0\u202f\u2007\t]", text)
    assert all(len(line) <= 110 for line in text.splitlines())


def test_it_says_to_answer_where_there_is_no_page_to_stop_letters():
    words = a_letter(stop="")

    assert "reply and say so: the school office stops" in " ".join(words.text.split())
    assert "href" not in words.html


def test_it_says_whom_to_ask_and_how_to_disagree():
    text = " ".join(a_letter().text.split())

    assert "Leave the person in, and reply to this e-mail: your answer goes to the school office." in text
    assert "The school office: office@example.org" in text
    assert "We write on school days only" in text
    assert "the group's member list of 22 November 2026" in text


def test_it_tells_of_five_groups_in_one_letter():
    sections = [replace(SECTION, group=name) for name in ("1A", "2A", "3B", "4A", "Whole school")]

    words = a_letter(*sections)

    assert words.subject == "Oak Primary: your groups - people to take out"
    assert "15 people to take out (5 new, 10 still to do)" in words.text
    assert [words.text.index(f"\n{one.group}\n") for one in sections] == sorted(
        words.text.index(f"\n{one.group}\n") for one in sections
    )
    assert words.text.count("Not on the school's list for this group.") == 5
    assert words.html.count("<h2") == 5


@pytest.mark.parametrize("kind", [Kind.LIST, Kind.NUDGE])
def test_its_subject_stays_the_same_whatever_it_says(kind: Kind):
    for section in (SECTION, EVERYTHING, Section("3B", DAY, gone=(JO,))):
        assert a_letter(section, kind=kind).subject == "Oak Primary: 3B - people to take out"


def test_a_co_admin_is_asked_for_help_under_another_subject():
    words = a_letter(kind=Kind.CO_ADMIN, manner=replace(OAK, days=10))

    assert words.subject == "Oak Primary: 3B - your help is wanted"
    assert "was to be taken out 10 days ago or longer" in " ".join(words.text.split())
    assert a_letter(SECTION, EVERYTHING, kind=Kind.CO_ADMIN).subject == "Oak Primary: your groups - your help is wanted"


def test_a_reminder_says_that_nothing_is_new():
    flag = Flag("+447700900900", "remove", "unknown-number", "Charlie Nobody")

    section = open_section("3B", (a_member("Charlie Nobody", 900),), DAY, [flag])
    words = a_letter(section, kind=Kind.NUDGE)

    assert "1 person to take out (1 still to do)" in words.text
    assert "A reminder: nothing is new" in words.text
    assert "* Charlie Nobody, number ending 900" in words.text
    assert "unknown-number" not in words.text + words.html


def test_it_gives_the_whole_number_only_where_the_school_wants_it():
    night = a_night(a_member("Charlie Nobody", 900))

    full = a_letter(section_of(night, detail=FULL), manner=replace(OAK, detail=FULL))
    masked = a_letter(section_of(night))

    assert "* Charlie Nobody, +447700900900" in full.text
    assert '<bdi dir="ltr">+447700900900</bdi>' in full.html
    assert "7700" not in masked.text + masked.html
    assert section_of(night).new == (CHARLIE,)


def test_a_whole_number_keeps_its_plus_in_front_in_urdu():
    section = section_of(a_night(a_member("Charlie Nobody", 900)), detail=FULL)

    text = a_letter(section, manner=replace(OAK, detail=FULL), language="ur").text

    assert "\u2066+447700900900\u2069" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_nobody_where_the_school_wants_a_count(language: str):
    new, left, gone = a_member("Xavier Nobody", 911), a_member("Yolanda Nobody", 922), a_member("Zed Nobody", 933)
    section = section_of(a_night(new, left, told=(left, gone)), detail=COUNT)

    words = a_letter(section, manner=replace(OAK, detail=COUNT), language=language, stop="")

    assert {*section.new, *section.remaining, *section.gone} == {Line("", "")}
    assert not re.search("Nobody|Xavier|Yolanda|Zed|911|922|933", words.subject + words.text + words.html)
    if language == "en":
        assert "2 people to take out (1 new, 1 still to do, 1 no longer on the list)" in words.text
        assert "PLEASE TAKE OUT: NEW\n  1 person\n" in words.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_not_broken_by_a_name_in_any_language(name: str, language: str):
    night = a_night(a_member(name, 900), name=name)

    words = a_letter(
        section_of(night), section_of(night), language=language, manner=Manner(name, "office@example.org"), stop=""
    )

    assert "\n" not in words.subject
    assert not re.search(r"<script|<img|<meta http|49\b", words.html)
    assert not re.search("[\u202a-\u202e\u2067\x00\x1b\u2028]", words.html + words.text + words.subject)
    assert words.text.count("\u2068") == words.text.count("\u2069")
    assert len(words.text) < 6_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_written_the_same_every_time(language: str):
    assert a_letter(EVERYTHING, SECTION, language=language) == a_letter(EVERYTHING, SECTION, language=language)


def test_it_reads_well_on_a_phone_in_the_dark_and_loads_nothing():
    for language in LANGUAGES:
        html = a_letter(EVERYTHING, SECTION, language=language, kind=Kind.CO_ADMIN).html

        assert min(map(int, re.findall(r"font-size:(\d+)px", html))) >= 16
        assert "max-width:580px" in html
        assert "prefers-color-scheme: dark" in html
        assert "telephone=no" in html
        assert not re.search(r"<img|<script|<link|url\(|src=", html)
        assert re.findall(r'https?://[^"<\s]+', html) == [LINK]
