"""The mailbox for bounces: what is dealt with goes, what is left for a person is not read twice."""

from contextlib import AbstractContextManager
from mailbox import Maildir
from pathlib import Path

import pytest
from cryptography import x509

from adapters.mail.mailboxes import Box, ImapServer, MailboxAway, a_maildir, an_imap_inbox
from tests.adapters.mail.authority import an_authority
from tests.adapters.mail.imap import PASSWORD, USER, Inbox, an_inbox
from tests.adapters.mail.reports import a_report, an_answer
from tests.jobs.sink import a_free_port

TO = "bounces@example.org"
REPORT, ANSWER = a_report(TO), an_answer(TO)


def opened(inbox: Inbox, password: str = PASSWORD, *, secure: bool = False) -> AbstractContextManager[Box]:
    return an_imap_inbox(ImapServer("127.0.0.1", inbox.port, USER, password, secure, seconds=5))


def a_folder(folder: Path, *contents: bytes) -> Path:
    made = Maildir(folder / "bounces")
    for content in contents:
        made.add(content)
    return folder / "bounces"


def flat(content: bytes | None) -> bytes | None:
    return content and content.replace(b"\r\n", b"\n")


def test_it_reads_a_maildir_and_clears_what_was_dealt_with(tmp_path: Path):
    folder = a_folder(tmp_path, REPORT, ANSWER)

    with a_maildir(folder) as box:
        for message in box.messages():
            (box.drop if message.content == REPORT else box.leave)(message.name)
        again = list(box.messages())

    (left,) = (folder / "cur").iterdir()
    assert again == []
    assert left.read_bytes() == ANSWER
    assert left.name.endswith(":2,F")
    assert not list((folder / "new").iterdir())


def test_it_drops_a_message_twice_without_trouble(tmp_path: Path):
    with a_maildir(a_folder(tmp_path, REPORT)) as box:
        (message,) = box.messages()
        box.drop(message.name)
        box.drop(message.name)

        assert list(box.messages()) == []


def test_it_gives_no_content_of_what_is_too_long_to_be_a_report(tmp_path: Path):
    folder = a_folder(tmp_path, b"x" * 5_000_001)

    with a_maildir(folder) as box:
        (message,) = box.messages()

    assert message.content is None


def test_it_says_where_there_is_no_maildir(tmp_path: Path):
    with pytest.raises(MailboxAway, match="cannot be read") as known, a_maildir(tmp_path):
        pass

    assert "bounces.folder" in known.value.advice


def test_it_reads_an_inbox_and_clears_what_was_dealt_with():
    with an_inbox(REPORT, ANSWER) as inbox:
        with opened(inbox) as box:
            for message in box.messages():
                (box.drop if flat(message.content) == REPORT else box.leave)(message.name)
        with opened(inbox) as box:
            again = list(box.messages())

    assert again == []
    assert list(inbox.messages.values()) == [ANSWER]
    assert inbox.flags == {2: {"\\Flagged"}}


def test_it_marks_nothing_as_read():
    with an_inbox(REPORT) as inbox, opened(inbox) as box:
        list(box.messages())

    assert inbox.flags == {1: set()}


def test_it_reads_an_inbox_over_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    authority = an_authority(tmp_path / "authority")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.bundle))

    with an_inbox(REPORT, secure=authority.server()) as inbox, opened(inbox, secure=True) as box:
        (message,) = box.messages()

    assert flat(message.content) == REPORT


def test_it_gives_no_password_to_somebody_elses_certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    authority = an_authority(tmp_path / "authority")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.bundle))
    wrong = authority.server(x509.DNSName("imap.example.org"))

    with an_inbox(REPORT, secure=wrong) as inbox, pytest.raises(MailboxAway), opened(inbox, secure=True):
        pass

    assert inbox.seen == []


@pytest.mark.parametrize("at", ["CAPABILITY", "LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "UID STORE", "EXPUNGE"])
def test_it_says_that_the_server_went_away(at: str):
    def emptied(inbox: Inbox) -> None:
        with opened(inbox) as box:
            for message in box.messages():
                box.drop(message.name)

    with an_inbox(REPORT) as inbox:
        inbox.drop_at = at
        with pytest.raises(MailboxAway):
            emptied(inbox)


@pytest.mark.parametrize("password", ["guess", "pässword"])
def test_it_says_that_the_password_is_wrong(password: str):
    with an_inbox(REPORT) as inbox, pytest.raises(MailboxAway) as known, opened(inbox, password):
        pass

    assert password not in known.value.sentence


def test_it_says_that_nobody_is_at_home():
    with (
        pytest.raises(MailboxAway),
        an_imap_inbox(ImapServer("127.0.0.1", a_free_port(), USER, PASSWORD, secure=False)),
    ):
        pass
