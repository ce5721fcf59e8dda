"""Single words: other scripts, other spellings, short forms, words of kinship."""

import pytest

from roster.identity.kinship import Place, Sex, kin_recorded, kin_said
from roster.identity.nicknames import is_in_full, listed_as_short, names_behind, nearness
from roster.identity.scripts import consonants, latin
from roster.identity.spelling import (
    as_in_english,
    begins_as,
    clipped,
    family_sound,
    fond,
    resembles,
    said_of,
    slipped,
    sound,
)


@pytest.mark.parametrize(("text", "spelt"), [
    ("Александр Новак", "aleksandr novak"),
    ("अनिता शर्मा", "anita srma"),
    ("Γιώργος", "giorgos"),
    ("Tola妈妈", "tola mama"),
    ("Ola 🌸", "ola"),
    ("Zoë’s mum 3B", "zoes mum 3b"),
    ("أم عمر", "umm omar"),
])  # fmt: skip
def test_it_writes_any_script_in_latin_letters(text: str, spelt: str):
    assert " ".join(latin(text)[0]) == spelt


def test_a_script_without_vowels_is_compared_by_consonants():
    (word,), bare = latin("جمال")

    assert word in bare
    assert consonants(word) == consonants("jamal") == "jml"
    assert consonants("io") == ""


@pytest.mark.parametrize(("one", "other"), [("katarzyna", "katazyna"), ("novak", "nowak"), ("shevchenko", "szewczenko"), ("yuri", "juri"), ("hussain", "hussein"), ("mueller", "muller"), ("catherine", "katherine")])  # fmt: skip
def test_it_hears_two_spellings_as_one(one: str, other: str):
    assert (sound(one) == sound(other)) or slipped(one, other)


def test_a_womans_family_name_sounds_as_a_mans():
    assert family_sound("nowakowska") == family_sound("nowakowski")
    assert family_sound("ivanova") == family_sound("ivanov")
    assert family_sound("novak") != family_sound("nolan")


def test_a_short_word_has_no_sound_of_its_own():
    assert sound("jan") == sound("3b") == ""


def test_it_knows_short_forms():
    assert names_behind("liz") & names_behind("elizabeth")
    assert names_behind("mariia") & names_behind("masha")
    assert not names_behind("liz") & names_behind("anna")
    assert is_in_full("elizabeth")
    assert not is_in_full("liz")


@pytest.mark.parametrize(
    ("short", "name"),
    [("nandu", "nandini"), ("lulu", "lucia"), ("kimmy", "kim"), ("si", "simon"), ("bella", "isabella")],
)
def test_it_knows_a_fond_form(short: str, name: str):
    assert fond(short, name)


@pytest.mark.parametrize(("word", "name"), [("anastasia", "anna"), ("zoes", "zoe"), ("ola", "ola"), ("mark", "maria")])
def test_not_everything_is_a_fond_form(word: str, name: str):
    assert not fond(word, name)


def test_the_beginning_of_a_name_stands_for_it():
    assert clipped("vij", "vijay")
    assert not clipped("vi", "vijay")
    assert not clipped("vijaya", "vijay")


def test_a_word_may_resemble_a_name():
    assert begins_as("sal", "sarah")
    assert resembles("teo", "matteo")
    assert resembles("stefani", "stefanie")
    assert not resembles("femi", "ola")


def test_a_public_list_knows_further_english_short_forms():
    assert listed_as_short("lib", "elizabeth")
    assert not listed_as_short("lib", "ola")


def test_names_are_bent_only_beside_words_of_languages_that_bend_them():
    assert "tola" in said_of("tolas")
    assert "tola" in said_of("toli", inflected=True)
    assert "luca" not in said_of("lucy")


def test_it_knows_words_of_kinship_and_what_is_recorded():
    assert kin_said("hooyo") == kin_said("mum") == kin_recorded("Mother")
    assert kin_recorded("PAF").sex is Sex.MAN
    assert kin_recorded("Grandmother").place is Place.GRANDPARENT
    assert kin_said("charlie") is None


@pytest.mark.parametrize(("word", "name", "told"), [
    ("heth", "heather", "short"),
    ("fane", "stefan", "short"),
    ("leni", "helena", "short"),
    ("jamie", "jim", "short"),
    ("liam", "william", "short"),
    ("deeps", "dipak", "short"),
    ("fatma", "fatima", "alike"),
    ("keeva", "caoimhe", "alike"),
    ("steven", "stephen", "alike"),
    ("fadumo", "fatma", "form"),
    ("hatice", "khadija", "form"),
    ("tomasz", "thomas", "form"),
    ("tomasz", "john", ""),
    ("eoin", "john", "form"),
    ("mark", "marco", "form"),
])  # fmt: skip
def test_it_tells_a_short_form_from_another_name_of_one_origin(word: str, name: str, told: str):
    assert nearness(word, name) == told


@pytest.mark.parametrize(("somali", "english"), [("faarax", "farah"), ("xasan", "hasan"), ("jaamac", "jama"), ("cali", "ali"), ("maxamed", "mahamed"), ("cabdi", "abdi")])  # fmt: skip
def test_it_reads_somali_spelling(somali: str, english: str):
    assert as_in_english(somali) == english


@pytest.mark.parametrize("word", ["alex", "carl", "candy", "max", "cian"])
def test_what_is_not_somali_stays(word: str):
    assert as_in_english(word) == ""


@pytest.mark.parametrize(("text", "spelt"), [("Αγγελική", "angeliki"), ("Κωνσταντίνα", "konstantina"), ("Δέσποινα", "despina")])  # fmt: skip
def test_greek_letters_in_twos_are_one_sound(text: str, spelt: str):
    assert latin(text)[0] == (spelt,)
