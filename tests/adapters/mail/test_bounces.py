"""What comes back, and what we make of it: only a proof stops an address."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.mail.bounces import Report, Sort, report_of
from adapters.mail.marks import Marks
from tests.adapters.mail.reports import (
    MESSAGE_ID,
    a_gmail_report,
    a_report,
    an_answer,
    an_automatic_reply,
    an_exchange_report,
)

MARKS = Marks(b"k" * 32)
MAILBOX = "bounces@example.org"
MARKED = MARKS.return_path(12, MAILBOX)


@pytest.mark.parametrize("report", [a_report, an_exchange_report, a_gmail_report])
def test_it_knows_the_letter_by_its_mark(report):
    known = report_of(report(MARKED), MARKS)

    assert (known.sort, known.letter_id) == (Sort.NOBODY_THERE, 12)


@pytest.mark.parametrize("report", [a_report, an_exchange_report, a_gmail_report])
def test_it_knows_the_letter_by_its_message_id_where_the_mark_was_lost(report):
    known = report_of(report(MAILBOX), MARKS)

    assert (known.sort, known.letter_id, known.message_ids) == (Sort.NOBODY_THERE, None, (MESSAGE_ID,))


def test_it_believes_no_mark_that_it_did_not_make():
    forged = Marks(b"z" * 32).return_path(12, MAILBOX)

    known = report_of(a_report(forged, original="text/plain", message_id="none"), MARKS)

    assert (known.letter_id, known.message_ids) == (None, ())


@pytest.mark.parametrize(
    ("status", "action", "sort"),
    [
        ("5.1.1", "failed", Sort.NOBODY_THERE),
        ("5.2.1", "failed", Sort.NOBODY_THERE),
        ("5.1.10", "failed", Sort.NOBODY_THERE),
        ("5.4.1", "failed", Sort.NOBODY_THERE),
        ("5.2.2", "failed", Sort.LOST),
        ("5.1.8", "failed", Sort.LOST),
        ("5.7.1", "failed", Sort.LOST),
        ("5.7.509", "failed", Sort.LOST),
        ("5.3.4", "failed", Sort.LOST),
        ("4.4.7", "failed", Sort.LOST),
        ("4.4.1", "delayed", Sort.NOTHING),
        ("2.0.0", "delivered", Sort.NOTHING),
        ("2.0.0", "relayed (to mx.example.org)", Sort.NOTHING),
        ("", "", Sort.UNCLEAR),
    ],
)
def test_it_tells_what_the_address_is_at_fault_for_from_the_rest(status: str, action: str, sort: Sort):
    assert report_of(a_report(MARKED, status=status, action=action), MARKS).sort is sort


@pytest.mark.parametrize("message", [an_automatic_reply, an_answer])
def test_it_leaves_to_a_person_what_no_server_wrote(message):
    assert report_of(message(MARKED), MARKS).sort is Sort.UNCLEAR


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"Content-Type: multipart/report; boundary=\n\n--",
        b"To: " + b"<" * 2000,
        a_report(MARKED)[:400],
    ],
)
def test_it_takes_anything_that_strangers_send(content: bytes):
    assert report_of(content, MARKS).sort is Sort.UNCLEAR


@given(st.binary(max_size=300), st.integers(0, 900))
def test_it_never_fails_on_a_report_that_was_damaged(junk: bytes, at: int):
    whole = a_report(MARKED)

    assert isinstance(report_of(whole[:at] + junk + whole[at + len(junk) :], MARKS), Report)


def test_it_logs_nothing_of_what_strangers_write(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        report_of(a_report(MARKED, recipient="ade@example.org"), MARKS)

    assert caplog.records == []
