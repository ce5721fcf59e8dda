"""The message that a letter becomes: its headers, and its bytes."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

from adapters.mail.message import Sender, message_of
from roster.letters import Audience, Words
from tests.adapters.mail.test_letters import a_letter

WORDS = Words("Oak Primary: 3B - people to take out", "Żółw\n", "<p>Żółw</p>\n")
DOMAIN = "parents-groups.a-school-with-a-name-that-is-long-and-longer-still.example.org"
SENDER = Sender("Oak Primary", f"groups@{DOMAIN}", "office@example.org")
LINK = f"https://{DOMAIN}/stop/{'a1' * 16}.{'b2' * 16}"
LETTER = replace(a_letter(WORDS), message_id=f"<{'c3' * 16}@{DOMAIN}>", thread=f"<roster.{'d4' * 8}.2026-27@{DOMAIN}>")


def headers(content: bytes) -> list[str]:
    return content.partition(b"\r\n\r\n")[0].decode("ascii").split("\r\n")


def test_it_lets_the_reader_stop_such_letters_by_one_click():
    content = message_of(LETTER, SENDER, LINK).as_bytes()

    assert f"List-Unsubscribe: <{LINK}>" in headers(content)
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in headers(content)


def test_it_offers_no_click_without_a_page_and_none_to_the_office():
    for message in (
        message_of(LETTER, SENDER),
        message_of(replace(LETTER, audience=Audience.OFFICE), SENDER, LINK),
        message_of(replace(LETTER, audience=Audience.LEAD), SENDER, LINK),
    ):
        assert message["List-Unsubscribe"] is None
        assert message["List-Unsubscribe-Post"] is None


def test_it_leaves_what_machines_read_as_it_is_however_long():
    found = headers(message_of(LETTER, SENDER, LINK).as_bytes())

    assert f"Message-ID: {LETTER.message_id}" in found
    assert f"References: {LETTER.thread}" in found
    assert f"In-Reply-To: {LETTER.thread}" in found
    assert f"List-Id: <volunteer.groups.{DOMAIN}>" in found
    assert not any("=?" in line for line in found)


def test_it_says_that_a_machine_writes_and_in_which_language():
    message = message_of(replace(LETTER, language="ur"), SENDER)

    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Precedence"] is None
    assert message["Reply-To"] == "office@example.org"
    assert message["X-Roster-Run"] == "2026-11-22.1"
    assert message["Content-Language"] == "ur"
    assert "attachment" not in message.as_string()


@pytest.mark.parametrize("link", ["", LINK])
def test_it_becomes_the_same_bytes_every_time(link: str):
    first, second = (message_of(LETTER, SENDER, link).as_bytes() for _ in range(2))

    assert first == second
    read = message_from_bytes(first, policy=default)
    assert [part.get_content_type() for part in read.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert read.get_body(("plain",)).get_content().splitlines() == ["Żółw"]
