"""A label as a group shows it, held against the carers of a class."""

import pytest

from roster.identity.circle import Circle
from roster.identity.evidence import Likelihood
from tests.roster.identity.families import ALEK, ANNA, EVERYBODY, FEMI, LIZ, OLA, OMAR, PAT, a_person, found


@pytest.mark.parametrize(("label", "first"), [
    ("Anna (Zoe's mum) 3B", ANNA),
    ("Zoe's mum", ANNA),
    ("Mum of Tola & Ade", OLA),
    ("Nanny Pat", PAT),
    ("Ola 🌸", OLA),
    ("Tola Mama", OLA),
    ("Tolas Papa", FEMI),
    ("mama Toli", OLA),
    ("Zoe'nin annesi", ANNA),
    ("Liz S", LIZ),
    ("Beth Jones", LIZ),
    ("Liz Brown", LIZ),
    ("Anna Novák", ANNA),
    ("Александр Новак", ALEK),
    ("Sasha Nowak", ALEK),
    ("Bello, Ola", OLA),
    ("Ade's Dad - Femi", FEMI),
    ("Mrs Bello", OLA),
    ("Mr Bello", FEMI),
    ("محمد أحمد", OMAR),
    ("Muhammad Ahmad", OMAR),
    ("E.S.", LIZ),
    ("Femi / the boss", FEMI),
    ("Ola & Charlie Smith / Anna Novak", ANNA),
    ("Lizzie S-J", LIZ),
    ("Nandu", a_person("Nandini Iyer")),
    ("Nana Owusu", a_person("Nana Owusu")),
    ("Vijay Das", a_person("Vijay Das")),
    ("Preet Gill", a_person("Gurpreet Gill")),
    ("Σταύρος", a_person("Stavros Galanis", "Father")),
    ("Fatma Kaya", a_person("Fatima Kaya")),
    ("Faarax Yusuf", a_person("Farah Yusuf", "Father")),
    ("Jaamac", a_person("Jama Mohamed", "Father")),
    ("Heth", a_person("Heather Grant")),
    ("Jamie", a_person("Jim Hughes", "Father")),
    ("Gem Green", a_person("Jemma Green")),
    ("Zain", a_person("Zainulabidin Shah", "Father")),
    ("Tunde", a_person("Babatunde Okonkwo", "Father")),
    ("Vijay", a_person("Vij Patel", "Father")),
    ("IK", a_person("Ikechukwu Eze", "Father")),
    ("Nan Lisa", a_person("Lisa Jones", "Grandmother")),
    ("Liz Brown (Jack's mum)", LIZ),
    ("Ka mum", a_person("Yan Do", "Mother", "Ka Do")),
    ("Liam's mum", a_person("Anna Green", "Mother", "William Green")),
    ("Ying Ma", a_person("Ying Ma")),
    ("Sarah mum", a_person("Sarah Green")),
])  # fmt: skip
def test_it_finds_the_likeliest_carer(label: str, first):
    assert found(label, *EVERYBODY, first)[:1] == [first.contact.shown]


def test_a_short_form_that_is_mostly_a_small_word_is_a_name_where_it_stands_alone():
    assert found("Al", a_person("Alan Wright", "Father")) == ["Alan Wright"]


@pytest.mark.parametrize("label", [
    "~ Jo", "Anna Smith", "Anna Brown", "Sam Bello", "Kate Green", "Charlie", "Mum", "🌸", "3B", "", "Anna & Tom Smith", "Tola Smith", "Charlie's mum", "School Office", "Dr",
])  # fmt: skip
def test_an_honest_nobody(label: str):
    assert found(label) == []


@pytest.mark.parametrize(("label", "person"), [
    ("Maria", a_person("Mark Green", "Father")),
    ("Ivan", a_person("Sean Green", "Father")),
    ("Jurgen", a_person("Anna Green", "Mother", "George Green")),
    ("David Davies", a_person("David Fox", "Father")),
    ("Lucy dad", a_person("Declan Green", "Father", "Luca Green")),
    ("Andrzej's Dad", a_person("Andrew Green", "Father")),
    ("Auntie Anna", a_person("Ania Green")),
    ("Tomasz's Dad", a_person("Tomasz Green", "Father")),
    ("Emre (Zoe's dad)", a_person("Emre Green", "Father")),
    ("🌸 (RA)", a_person("Rachel Green")),
    ("Michael", a_person("Em Mitchell")),
    ("Samina Mahmood", a_person("Samina Mirza", "Mother", "Muhammad Mirza")),
    ("Mum of Margaret", a_person("Margaret Jones", "Mother", "Otis Jones")),
    ("Margaret’s Mum", a_person("Margaret Jones", "Mother", "Otis Jones")),
    ("Dad of Matthew", a_person("Matthew Moore", "Father", "Leo Moore")),
    ("Grandad Jamie", a_person("Anna Green", "Mother", "James Green")),
    ("Auntie Libby", a_person("Anna Green", "Mother", "Isabella Green")),
    ("Uncle Luis", a_person("Anna Green", "Mother", "Luis Green")),
    ("Auntie Ami", a_person("Amir Ali", "Father")),
    ("fatima dad", a_person("Fatima Hamdan")),
    ("eoin dad", a_person("John Hall", "Father")),
    ("Fadumo", a_person("Fatma Kaya")),
    ("Khadija", a_person("Hatice Polat")),
    ("Tomasz", a_person("Anna Collins", "Mother", "Thomas Collins")),
    ("ELLIE’S MUM", a_person("Anna Green", "Mother", "Eliza Green")),
    ("Mum of Theo", a_person("Anna Green", "Mother", "Thea Green")),
    ("Ana Martin", a_person("Anthony Martin", "Father")),
    ("James Ward", a_person("Edward Harrison", "Father", "James Harrison")),
    ("Zahra Shah Khan", a_person("Shahid Khan", "Father", "Noah Khan")),
    ("Maha Ahmed", a_person("Mohamed Duale", "Father")),
    ("Samina Ahmed", a_person("Saima Ahmed")),
    ("mama bear", a_person("Bea Lopez")),
    ("Salma", a_person("Sal Wright")),
    ("Abdullahi Abdullahi", a_person("Abdi Barre", "Father")),
    ("Muhammad Malik", a_person("Ali Arslan", "Father", "Muhammad Arslan")),
])  # fmt: skip
def test_what_is_only_alike_is_somebody_elses(label: str, person):
    assert found(label, person) == []


@pytest.mark.parametrize(("label", "fits"), [
    ("Bello Family", {"Ola Bello", "Femi Bello"}),
    ("Ola/Femi", {"Ola Bello", "Femi Bello"}),
    ("Zoe 3B", {"Anna Novak"}),
    ("Brown family", {"Elizabeth Smith-Jones"}),
    ("Dr. A. Novak", {"Anna Novak", "Aleksandr Nowak"}),
    ("Tola Bello", {"Ola Bello", "Femi Bello"}),
])  # fmt: skip
def test_it_gives_all_who_may_be_meant(label: str, fits: set[str]):
    assert set(found(label)) == fits


@pytest.mark.parametrize(("label", "likelihood"), [
    ("Ola Bello", Likelihood.VERY_LIKELY),
    ("Anna (Zoe)", Likelihood.VERY_LIKELY),
    ("Zoe's mum", Likelihood.LIKELY),
    ("Ola", Likelihood.LIKELY),
    ("Bello", Likelihood.POSSIBLE),
    ("O Bello", Likelihood.LIKELY),
])  # fmt: skip
def test_very_likely_takes_more_than_one_name(label: str, likelihood: Likelihood):
    crowd = [
        a_person(f"Given{letter} Family{letter}", "Mother", f"Child{letter} Family{letter}") for letter in "abcdefghi"
    ]

    first, *_ = Circle((*EVERYBODY, *crowd)).fitting(label)

    assert first.likelihood is likelihood


def test_two_of_one_name_are_as_likely_as_each_other():
    twin = a_person("Anna Novak", "Mother", "Max Novak")

    one, other = Circle((ANNA, twin, OLA)).fitting("Anna Novak")

    assert one.share == pytest.approx(other.share)
    assert {one.likelihood, other.likelihood} == {Likelihood.POSSIBLE}


def test_it_says_why_in_plain_words():
    first, *_ = Circle(EVERYBODY).fitting("Liz (Jack's dad) 3B")

    assert {sign.said: sign.bits > 0 for sign in first.signs if sign.bits} == {
        "the given name is another form of Elizabeth": True,
        "Jack is the child's name": True,
        "what they call themselves is not what the school has recorded": False,
        "the class is the child's": True,
    }
    assert "no other carer of this group is called Elizabeth" in [sign.said for sign in first.signs]


def test_the_shares_leave_room_for_nobody():
    shares = [one.share for one in Circle(EVERYBODY).fitting("Bello")]

    assert 0 < sum(shares) < 1


def test_a_first_name_alone_is_never_very_likely():
    (only,) = Circle((ANNA,)).fitting("Anna")

    assert only.share > 0.97
    assert only.likelihood is Likelihood.LIKELY


def test_a_name_is_worth_the_less_the_more_have_it():
    one, other = Circle((ANNA, a_person("Anna Green", "Mother", "Max Green"))).fitting("Anna")

    (common,) = (sign for sign in one.signs if sign.feature == "given-frequency")
    assert (common.said, common.bits) == ("another carer of this group is called Anna", -1)
    assert one.share == pytest.approx(other.share)


def test_the_name_of_the_childs_class_is_no_name_of_somebody_else():
    oak = a_person("Anna Novak", "Mother", "Zoe Novak", room="3 Oak")

    assert found("Anna Oak", oak) == ["Anna Novak"]
    assert found("Anna Oak", ANNA) == []
