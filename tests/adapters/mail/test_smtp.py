"""What a mail server may do to a letter, and what we make of it."""

from email.message import EmailMessage

import pytest

from adapters.mail.smtp import End, Outcome, Post, Server
from tests.adapters.mail.servers import Rude, a_rude_server
from tests.jobs.sink import a_free_port, a_sink


def a_message(text: str = "Hello\n") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "3B"
    message.set_content(text)
    return message


def sent_to(port: int, dots: list[int], message: EmailMessage | None = None, security: str = "none") -> Outcome:
    post = Post(Server("127.0.0.1", port, security, seconds=5, seconds_after_the_dot=5))
    outcome = post.send(
        message or a_message(),
        sender="office@example.org",
        recipient="ade@example.org",
        before_the_dot=lambda: dots.append(1),
    )
    post.hang_up()
    return outcome


@pytest.mark.parametrize(
    ("answers", "end", "error", "dotted"),
    [
        ({}, End.TAKEN, "", True),
        ({"quit": "drop"}, End.TAKEN, "", True),
        ({"greeting": "drop"}, End.LATER, "SMTPServerDisconnected", False),
        ({"greeting": "421 closing"}, End.LATER, "SMTPConnectError 421", False),
        ({"mail": "550 not you"}, End.LATER, "sender 550", False),
        ({"mail": "drop"}, End.LATER, "SMTPServerDisconnected", False),
        ({"rcpt": "450 later"}, End.LATER, "recipient 450", False),
        ({"rcpt": "550 nobody"}, End.REFUSED, "recipient 550", False),
        ({"rcpt": "550 5.1.1 nobody"}, End.REFUSED, "recipient 550", False),
        ({"rcpt": "550 5.7.1 not from you"}, End.LATER, "recipient 550 5.7.1", False),
        ({"rcpt": "554 5.7.1 relay access denied"}, End.LATER, "recipient 554 5.7.1", False),
        ({"rcpt": "553 sorry, not in my list of hosts (#5.7.1)"}, End.LATER, "recipient 553 5.7.1", False),
        ({"rcpt": "550 5.1.8 sender's domain not found"}, End.LATER, "recipient 550 5.1.8", False),
        ({"rcpt": "550 5.2.2 mailbox full"}, End.LATER, "recipient 550 5.2.2", False),
        ({"rcpt": "552 5.2.2 mailbox full"}, End.LATER, "recipient 552 5.2.2", False),
        ({"rcpt": "554 5.1.1 nobody"}, End.REFUSED, "recipient 554", False),
        ({"rcpt": "521 5.2.1 disabled"}, End.REFUSED, "recipient 521", False),
        ({"rcpt": "554 5.5.2 what?"}, End.LATER, "recipient 554", False),
        ({"rcpt": "530 authenticate first"}, End.LATER, "recipient 530", False),
        ({"mail": "554 5.7.1 not you"}, End.LATER, "sender 554 5.7.1", False),
        ({"rcpt": "drop"}, End.LATER, "SMTPServerDisconnected", False),
        ({"data": "451 later"}, End.LATER, "data 451", False),
        ({"data": "554 no"}, End.REFUSED, "data 554", False),
        ({"dot": "451 later"}, End.LATER, "message 451", True),
        ({"dot": "552 too big"}, End.REFUSED, "message 552", True),
        ({"dot": "drop"}, End.UNKNOWN, "SMTPServerDisconnected", True),
        ({"dot": "store and drop"}, End.UNKNOWN, "SMTPServerDisconnected", True),
    ],
)
def test_it_tells_each_end_from_the_others(answers: dict[str, str], end: End, error: str, dotted: bool):
    dots: list[int] = []

    with a_rude_server(**answers) as server:
        outcome = sent_to(server.port, dots)

    assert outcome == Outcome(end, error, away="greeting" in answers)
    assert bool(dots) is dotted


def test_it_knows_that_a_message_cut_in_the_middle_was_not_taken():
    long = a_message("x" * 70 + "\n" + ("y" * 70 + "\n") * 200_000)
    dots: list[int] = []

    with a_rude_server(body="drop") as server:
        outcome = sent_to(server.port, dots, long)

    assert outcome.end is End.LATER
    assert not dots
    assert not server.stored


def test_it_finds_nobody_at_home():
    outcome = sent_to(a_free_port(), [])

    assert outcome == Outcome(End.LATER, "ConnectionRefusedError", away=True)


def test_it_keeps_a_letter_that_waits_for_a_password_in_the_protocols_letters():
    with a_rude_server(ehlo="250-rude\r\n250 AUTH PLAIN LOGIN") as server:
        post = Post(Server("127.0.0.1", server.port, "none", "roster", "pässword", seconds=5))
        outcome = post.send(a_message(), sender="a@example.org", recipient="b@example.org", before_the_dot=lambda: None)

    assert outcome == Outcome(End.LATER, "UnicodeEncodeError", away=True)


def test_it_does_not_speak_to_a_server_that_cannot_keep_a_secret():
    with a_sink() as sink:
        outcome = sent_to(sink.port, [], security="starttls")

    assert outcome.end is End.LATER
    assert not sink.received


def test_it_sends_dots_and_all_over_one_line():
    text = ".\n..\n.hidden\nend\n"
    with a_sink() as sink:
        post = Post(Server("127.0.0.1", sink.port, "none"))
        for _ in range(3):
            post.send(a_message(text), sender="a@example.org", recipient="b@example.org", before_the_dot=lambda: None)
        post.hang_up()

    assert [message.get_content().replace("\r\n", "\n") for message in sink.to("b@example.org")] == [text] * 3


def test_it_leaves_nothing_behind_when_it_may_not_send_the_dot():
    def forbidden() -> None:
        raise ZeroDivisionError

    with a_rude_server() as server:
        post = Post(Server("127.0.0.1", server.port, "none", seconds=5))
        with pytest.raises(ZeroDivisionError):
            post.send(a_message(), sender="a@example.org", recipient="b@example.org", before_the_dot=forbidden)

    assert isinstance(server, Rude)
    assert not server.stored
