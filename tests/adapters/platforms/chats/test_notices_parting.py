"""Parting "A, B and C" where names hold commas and "and"."""

import time

import pytest

from adapters.platforms.chats.notices import parted
from roster.chat_log import OWN

KNOWN = ["Tom and Jerry", "Ade", "~\u202fTola", "Charlie (Oak, 3)", "+44 7700 900123", "Femi B."]


@pytest.mark.parametrize(("people", "parts"), [
    ("Ade", ["Ade"]),
    ("Zo\u00eb of nowhere", ["Zo\u00eb of nowhere"]),
    ("Tom and Jerry", ["Tom and Jerry"]),
    ("tom and jerry", ["tom and jerry"]),
    ("Ade and Tom and Jerry", ["Ade", "Tom and Jerry"]),
    ("Tom and Jerry, Ade", ["Tom and Jerry", "Ade"]),
    ("Tom and Jerry, Charlie (Oak, 3) and Ade", ["Tom and Jerry", "Charlie (Oak, 3)", "Ade"]),
    ("Ade, Tom and Jerry, and Charlie (Oak, 3)", ["Ade", "Tom and Jerry", "Charlie (Oak, 3)"]),
    ("Tola and Ade", ["Tola", "Ade"]),
    ("+44 7700 900100, \u202a+44\u00a07700\u00a0900101\u202c and +44 7700 900102",
     ["+44 7700 900100", "+44\u00a07700\u00a0900101", "+44 7700 900102"]),
    ("+44 7700 900100, +44 7700 900101 and Ola Bello", ["+44 7700 900100", "+44 7700 900101", "Ola Bello"]),
    ("~ Ola, ~ Zo\u00eb and ~ Uri", ["~ Ola", "~ Zo\u00eb", "~ Uri"]),
    ("Bill and Ben, +44 7700 900100 and you", ["Bill and Ben", "+44 7700 900100", OWN]),
    ("Ade and Femi B.", ["Ade", "Femi B."]),
    ("Femi B. and Ade.", ["Femi B.", "Ade"]),
    ("+44 7700 900100 and +44 7700 900101.", ["+44 7700 900100", "+44 7700 900101"]),
    ("", []),
])  # fmt: skip
def test_it_is_sure_where_the_chat_or_the_list_itself_settles_it(people: str, parts: list[str]):
    assert parted(people, "en", KNOWN) == (tuple(parts), True)


@pytest.mark.parametrize(("people", "parts"), [
    ("Bill and Ben", ["Bill", "Ben"]),
    ("Bill, Ben and Uri", ["Bill", "Ben", "Uri"]),
    ("Bill, Ben, and Uri", ["Bill", "Ben", "Uri"]),
    ("Bill, Ben, Uri", ["Bill", "Ben", "Uri"]),
    ("Bill and Ben, Uri and Ida", ["Bill and Ben", "Uri", "Ida"]),
    ("Bill and Ben, Uri", ["Bill and Ben", "Uri"]),
    ("~ Bill, Ben and ~ Uri", ["~ Bill", "Ben", "~ Uri"]),
    ("Tom and Jerry and Uri", ["Tom and Jerry", "Uri"]),
    ("Ade and Uri", ["Ade", "Uri"]),
    ("Uri R.", ["Uri R."]),
])  # fmt: skip
def test_without_evidence_it_parts_the_usual_way_and_says_so(people: str, parts: list[str]):
    found, sure = parted(people, "en", KNOWN)

    assert list(found) == parts
    assert sure is (len(parts) == 1)


def test_two_ways_that_are_both_known_are_not_sure():
    assert parted("Tom and Jerry", "en", [*KNOWN, "Tom", "Jerry"]) == (("Tom", "Jerry"), False)


@pytest.mark.parametrize(("language", "people", "parts"), [
    ("de", "Ade, Tola und Femi", ["Ade", "Tola", "Femi"]),
    ("de", "Tola und dich", ["Tola", OWN]),
    ("es", "Ade, Tola y Femi", ["Ade", "Tola", "Femi"]),
    ("es", "Ade, a Tola y a Femi", ["Ade", "Tola", "Femi"]),
    ("pt", "Ade e Tola", ["Ade", "Tola"]),
    ("fr", "Ade, Tola et Femi", ["Ade", "Tola", "Femi"]),
    ("it", "Ade ed Ola", ["Ade", "Ola"]),
    ("nl", "Ade, Tola en Femi", ["Ade", "Tola", "Femi"]),
    ("tr", "Ade, Tola ve Femi", ["Ade", "Tola", "Femi"]),
    ("pl", "Ade, Tola i Femi", ["Ade", "Tola", "Femi"]),
    ("ro", "Ade, Tola \u0219i Femi", ["Ade", "Tola", "Femi"]),
    ("id", "Ade, Tola, dan Femi", ["Ade", "Tola", "Femi"]),
    ("hi", "Ade, Tola \u0914\u0930 Femi", ["Ade", "Tola", "Femi"]),
    ("ur", "Ade\u060c Tola \u0627\u0648\u0631 Femi", ["Ade", "Tola", "Femi"]),
    ("ar", "Ade\u060c Tola \u0648Femi", ["Ade", "Tola", "Femi"]),
    ("he", "Ade, Tola \u05d5-Femi", ["Ade", "Tola", "Femi"]),
    ("fi", "Ade, Tola ja Femi", ["Ade", "Tola", "Femi"]),
    ("cs", "Ade, Tola a Femi", ["Ade", "Tola", "Femi"]),
])  # fmt: skip
def test_it_parts_as_each_language_lists(language: str, people: str, parts: list[str]):
    assert parted(people, language, ["Ade", "Tola", "Femi", "Ola"]) == (tuple(parts), True)


@pytest.mark.parametrize(
    ("language", "name"),
    [("ar", "\u0623\u062d\u0645\u062f \u0648\u0644\u064a\u062f"), ("he", "\u05d3\u05e0\u05d4 \u05d5\u05e8\u05d3")],
)
def test_an_and_that_may_begin_a_name_parts_only_by_evidence(language: str, name: str):
    first, rest = name.split()

    assert parted(name, language, [first]) == ((name,), False)
    assert parted(name, language, [first, rest[1:]]) == ((first, rest[1:]), True)
    assert parted(name, language, [name]) == ((name,), True)


@pytest.mark.parametrize(
    "people", [", and" * 30_000, "a, " * 30_000, " and " * 30_000, "~" * 30_000, "Tom and Jerry, " * 9_000]
)
def test_a_hostile_list_takes_no_time(people: str):
    begun = time.perf_counter()

    parted(people, "en", KNOWN)

    assert time.perf_counter() - begun < 3
