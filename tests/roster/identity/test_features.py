"""Levels of features, and that each has a weight and words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.identity.features import levels, read, signs
from roster.identity.known import Known
from roster.identity.label import labels
from roster.identity.weights import WEIGHTS
from roster.identity.wording import said
from tests.roster.identity.families import ALEK, ANNA, EVERYBODY, FEMI, LIZ, OLA, a_person
from tests.roster.identity.test_fitting_laws import people, texts


@pytest.mark.parametrize(("label", "person", "told"), [
    ("Ola Bello", OLA, {"given": "same", "family": "same"}),
    ("Liz Jones", LIZ, {"given": "short", "family": "part"}),
    ("Liz Brown", LIZ, {"given": "short", "family": "childs"}),
    ("Elizabeth Smith-Jones", LIZ, {"given": "same", "family": "same"}),
    ("Aleksander Novak", ALEK, {"given": "alike", "family": "alike"}),
    ("Anna Smith", ANNA, {"given": "same", "family": "other"}),
    ("Sam Bello", OLA, {"given": "other", "family": "same"}),
    ("O Bello", OLA, {"given": "initial", "family": "same"}),
    ("Ola Bellow", OLA, {"given": "same", "family": "slip"}),
    ("Tola's mum", OLA, {"child": "named", "relation": "agrees"}),
    ("Tola's dad", OLA, {"child": "named", "relation": "differs"}),
    ("Tola's nan", OLA, {"child": "named", "relation": "differs"}),
    ("Tola 3B", OLA, {"child": "bare", "class": "agrees"}),
    ("Tola 5A", OLA, {"child": "bare", "class": "differs"}),
    ("Tola Y3", OLA, {"child": "bare", "class": "year"}),
    ("parents of Tola & Ade", OLA, {"child": "several"}),
    ("Mr Bello", FEMI, {"family": "same", "title": "agrees"}),
    ("Mr Bello", OLA, {"family": "same", "title": "differs"}),
    ("Charlie's mum", OLA, {"child": "other", "relation": "agrees"}),
    ("Bello", OLA, {"family": "alone"}),
])  # fmt: skip
def test_it_tells_the_level_of_each_feature(label: str, person, told: dict[str, str]):
    way, *_ = labels(label)

    assert dict(signs(way, person)) == told


@settings(max_examples=600)
@given(texts, st.one_of(people, st.sampled_from(EVERYBODY)))
def test_every_level_has_its_weight_and_its_words(text: str, person):
    known = Known(person)

    for label in labels(text):
        reading = read(label, known)
        for feature, level in levels(label, known, reading):
            m, u = WEIGHTS[feature][level]
            assert 0 < m <= 1
            assert 0 < u <= 1
            assert said(feature, level, reading, known)


@given(st.text(max_size=40))
def test_it_never_raises(text: str):
    known = Known(a_person("Ola Bello", "Mother", "Tola Bello"))

    assert all(signs(label, known.person) is not None for label in labels(text))
