"""Addresses copied from a message, or a list of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.platforms.inside import lists_of
from adapters.platforms.texts.mailman import mailman
from adapters.platforms.texts.recipients import recipients
from roster.errors import RosterError
from roster.groups import Completeness, MemberList, Shown
from tests.builders import an_upload


def read(text: str) -> MemberList:
    (listed,) = lists_of(an_upload(text, "3B.txt"))
    return listed


def people(text: str) -> list[tuple[str, str | None]]:
    return [(member.name, member.email) for member in read(text).members]


THREE = [("Ola Bello", "ola@example.org"), ("Bello, Femi", "femi@example.org"), ("Bello, Ade", "ade@example.org")]


@pytest.mark.parametrize("text", [
    'Ola Bello <ola@example.org>; "Bello, Femi" <femi@example.org>; Bello, Ade <ade@example.org>',
    'Ola Bello <ola@example.org>, "Bello, Femi" <femi@example.org>, Bello, Ade <ade@example.org>,',
    "Ola Bello <ola@example.org>\nBello, Femi <femi@example.org>\n\nBello, Ade <ade@example.org>\n",
    'To: Ola Bello <Ola@Example.org>; "Bello, Femi" <femi@example.org>\nCc: Bello, Ade <ade@example.org>\nSubject: Cake',
    "An: Ola Bello <mailto:ola@example.org>; Bello, Femi [mailto:femi@example.org]; Bello, Ade (ade@example.org)",
    "\ufeffTo: =?utf-8?q?Ola_Bello?= <ola@example.org>\n'Bello, Femi' <femi@example.org>\nBello, Ade <ade@example.org?subject=Cake>",
])  # fmt: skip
def test_it_keeps_names_whole_however_the_recipients_are_parted(text: str):
    assert people(text) == THREE


@pytest.mark.parametrize("text", [
    "ola@example.org, femi@example.org", "ola@example.org; femi@example.org;", "ola@example.org\nfemi@example.org", "ola@example.org femi@example.org",
    "mailto:ola@example.org\nmailto:femi@example.org", "To: <ola@example.org>, <femi@example.org>", "Ola@example.org,\nfemi@example.org,",
])  # fmt: skip
def test_bare_addresses_are_people_without_names(text: str):
    assert people(text) == [("", "ola@example.org"), ("", "femi@example.org")]


def test_the_address_is_the_key_and_case_does_not_matter():
    (ola, femi) = read("OLA@example.org, Femi <femi@example.org>, Ola Bello <ola@EXAMPLE.org>").members

    assert (ola.name, ola.email, ola.identity, ola.shown) == (
        "Ola Bello",
        "ola@example.org",
        "ola@example.org",
        Shown.NO_NUMBER,
    )
    assert femi.shown_as == "Femi"


def test_a_messages_recipients_prove_no_absence():
    read_ = read("ola@example.org, femi@example.org")

    assert (read_.platform, read_.format, read_.completeness) == ("email", "recipients", Completeness.PARTIAL)


@pytest.mark.parametrize("text", [
    "Name,Email\nOla,ola@example.org\n", "ola@example.org,Ola Bello\n", "Ola Bello ola@example.org\n07700 900123\n", "Ola\nfemi@example.org",
    "Ask ola@example.org about the cake, or femi@example.org", "447700900123@c.us\n447700900124@s.whatsapp.net", "Ola; Femi <femi@example.org>",
    "ola@example.org 07700 900123\nfemi@example.org", "Email,Phone\nola@example.org,07700 900123", "Email\nola@example.org\nfemi@example.org",
])  # fmt: skip
def test_a_text_that_is_more_than_addresses_is_not_its(text: str):
    assert not recipients.claims(text)
    assert not mailman.claims(text)


def test_a_message_behind_the_addresses_makes_them_no_list():
    assert not recipients.claims("To: ola@example.org\n\nDear all, there is cake on Friday.")


def test_an_encoding_nobody_knows_leaves_the_name_as_it_stands():
    assert people("=?klingon?q?Ola?= <ola@example.org>, femi@example.org")[0] == (
        "=?klingon?q?Ola?=",
        "ola@example.org",
    )


@pytest.mark.parametrize(
    "text",
    [
        "a@" * 20_000,
        "<" * 20_000,
        "a" * 60_000,
        "a@b." * 20_000,
        "x <a@example.org>" * 5_000,
        '"' * 30_000,
        "mailto:" * 9_000,
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str):
    assert recipients.claims(text) in {True, False}


@given(st.text(alphabet='Ola Bé@.,;<>"\n=?:[]()', max_size=80))
def test_any_text_is_read_or_refused(text: str):
    try:
        found = lists_of(an_upload(text, "list.txt"))
    except RosterError:
        return

    assert all(member.shown_as.strip() for listed in found for member in listed.members)
