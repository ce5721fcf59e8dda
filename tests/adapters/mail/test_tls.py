"""The line to the mail server: with a certificate that holds, and with the right password, or not at all."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509

from adapters.mail.smtp import End, Outcome, Post, Server
from tests.adapters.mail.authority import Authority, an_authority
from tests.jobs.sink import Sink, a_free_port, a_sink

USER, PASSWORD = "roster", "s3cret"


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """The only authority that this machine trusts."""
    made = an_authority(tmp_path / "authority")
    monkeypatch.setenv("SSL_CERT_FILE", str(made.bundle))
    return made


@contextmanager
def a_secure_sink(shown: ssl.SSLContext, security: str) -> Iterator[Sink]:
    """A mail server that takes letters over TLS only, and from whoever knows the password."""

    def authenticated(server: object, session: object, envelope: object, mechanism: str, given: object) -> AuthResult:
        good = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)

    sink = Sink(port=a_free_port())
    how = {"ssl_context": shown} if security == "tls" else {"tls_context": shown, "require_starttls": True}
    controller = Controller(
        sink, hostname="127.0.0.1", port=sink.port, authenticator=authenticated,
        auth_required=security == "starttls", auth_require_tls=security == "starttls", **how,
    )  # fmt: skip
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()


def handed_over(port: int, security: str, password: str = PASSWORD) -> Outcome:
    message = EmailMessage()
    message.set_content("Hello\n")
    post = Post(Server("127.0.0.1", port, security, USER, password, seconds=5, seconds_after_the_dot=5))
    outcome = post.send(message, sender="office@example.org", recipient="ade@example.org", before_the_dot=lambda: None)
    post.hang_up()
    return outcome


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_it_hands_letters_over_a_line_that_nobody_hears(authority: Authority, security: str):
    with a_secure_sink(authority.server(), security) as sink:
        outcome = handed_over(sink.port, security)

    assert outcome == Outcome(End.TAKEN)
    assert sink.recipients == ["ade@example.org"]


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_it_says_nothing_to_somebody_elses_certificate(authority: Authority, security: str):
    with a_secure_sink(authority.server(x509.DNSName("mail.example.org")), security) as sink:
        outcome = handed_over(sink.port, security)

    assert outcome == Outcome(End.LATER, "SSLCertVerificationError", away=True)
    assert not sink.received


def test_it_says_nothing_to_a_certificate_that_has_run_out(authority: Authority):
    with a_secure_sink(authority.server(days=-1), "starttls") as sink:
        outcome = handed_over(sink.port, "starttls")

    assert outcome == Outcome(End.LATER, "SSLCertVerificationError", away=True)
    assert not sink.received


def test_it_says_nothing_to_a_certificate_that_nobody_vouches_for(authority: Authority, tmp_path: Path):
    stranger = an_authority(tmp_path / "stranger")

    with a_secure_sink(stranger.server(), "starttls") as sink:
        outcome = handed_over(sink.port, "starttls")

    assert outcome == Outcome(End.LATER, "SSLCertVerificationError", away=True)
    assert not sink.received


def test_it_waits_where_its_password_is_wrong(authority: Authority):
    with a_secure_sink(authority.server(), "starttls") as sink:
        outcome = handed_over(sink.port, "starttls", "guess")

    assert outcome == Outcome(End.LATER, "SMTPAuthenticationError 535", away=True)
    assert not sink.received


def test_it_gives_no_password_to_a_server_that_cannot_keep_it():
    heard: list[bytes] = []

    with a_sink() as sink:
        outcome = handed_over(sink.port, "starttls")
        heard += [content for _, _, content in sink.received]

    assert (outcome.end, outcome.away) == (End.LATER, True)
    assert outcome.error == "SMTPNotSupportedError"
    assert not heard
