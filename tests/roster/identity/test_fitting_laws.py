"""Laws of fitting: who else is in the circle makes no difference, and more facts never take a fit away."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from roster.identity.circle import Circle
from roster.identity.evidence import Person
from roster.identity.fitting import fits
from roster.identity.known import Known
from roster.identity.label import labels
from roster.names import is_the_name, name_of, shown_words
from tests.builders import a_phone, a_pupil, a_tie
from tests.roster.identity.families import EVERYBODY, a_person

WORDS = (
    "Anna Ania Ann Novak Nowak Novaková Smith Smith-Jones Jones Ola Bello Bellow Tola Tolas Toli Zoe Zoe's Ali Liz Beth Elizabeth O A.N. B S Sasha "
    "Александр أحمد Oak 3B RB Y3 mum tata annesi mama Mr Mrs & / of de Souza deSouza Kataryzna Katarzyna 🌸 (Zoe)"
).split()
NAMES = (
    "Anna Novak",
    "Ola Bello",
    "Ali Ali",
    "Elizabeth Smith-Jones",
    "O Bello",
    "Mrs Bello",
    "Ana de Souza",
    "Katarzyna Nowak",
    "Zoe Oak",
    "Desouza",
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
people = st.builds(
    lambda name, children, room: a_person(name, "Mother", *children, room=room),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(("Zoe Novak", "Tola Bello", "Jack Smith", "Ola Souza", "Elizabeth Oak")), min_size=1, max_size=2, unique=True),
    st.sampled_from(("3B", "Oak", "RB")),
)  # fmt: skip


def fit(text: str, person: Person) -> bool:
    return any(fits(label, Known(person)) for label in labels(text))


@settings(max_examples=400)
@given(texts, people, people)
def test_who_else_is_there_makes_no_difference(text: str, one: Person, other: Person):
    among = {id(found.person) for found in Circle((one, other, *EVERYBODY)).fitting(text)}

    assert (id(one) in among) is fit(text, one)
    assert (id(other) in among) is fit(text, other)


@settings(max_examples=400)
@given(texts, people, st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(("3B", "Oak", "RB")))
def test_more_facts_never_take_a_fit_away(text: str, person: Person, name: str, child: str, room: str):
    contact = person.contact
    more = a_pupil(child, classes=(room,))
    richer = (
        replace(person, contact=replace(contact, names=(*contact.names, name_of(full=name)))),
        replace(person, contact=replace(contact, phones=(*contact.phones, a_phone("07700 900777")))),
        Person(replace(contact, ties=(*contact.ties, a_tie(more))), (*person.children, more)),
    )

    if fit(text, person):
        assert all(fit(text, one) for one in richer)


@settings(max_examples=400)
@given(texts, people)
def test_whatever_fitted_by_the_recorded_words_fits(text: str, person: Person):
    shown = shown_words(text)
    possessive = shown | {word.removesuffix("s") for word in shown}
    of_child = any(possessive & frozenset(child.called.given) for child in person.children)

    related = any(way.related for way in labels(text))

    if any(is_the_name(shown, name) for name in person.contact.names) or (related and of_child):
        assert fit(text, person)
