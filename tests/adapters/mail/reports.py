"""Messages as they come back: written as the programs that send them write them, about people who do not exist."""

from email.message import EmailMessage

MESSAGE_ID = "0123456789abcdef" * 2


def an_original(message_id: str = MESSAGE_ID) -> str:
    """The beginning of the letter, as it is sent back."""
    return (
        "From: Oak Primary groups <groups@example.org>\nTo: ade@example.org\n"
        f"Subject: Oak Primary: 3B - people to take out\nMessage-ID: <{message_id}@example.org>\n"
    )


def a_report(
    to: str,
    *,
    status: str = "5.1.1",
    action: str = "failed",
    recipient: str = "ade@example.org",
    message_id: str = MESSAGE_ID,
    original: str = "text/rfc822-headers",
    headers: str = "",
) -> bytes:
    """A report as RFC 3464 has it (Postfix, Exchange and Gmail write such)."""
    return (
        f"Return-Path: <>\nDelivered-To: {to}\nFrom: MAILER-DAEMON@mx.example.org (Mail Delivery System)\nTo: {to}\n"
        "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        f'{headers}Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain; charset=us-ascii\n\nI'm sorry to have to inform you that your message could not\n"
        "be delivered to one or more recipients.\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\nArrival-Date: Mon, 23 Nov 2026\n\n"
        f"Final-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\n"
        "Diagnostic-Code: smtp; 550 whatever the server said\n\n"
        f"--b\nContent-Type: {original}\n\n{an_original(message_id)}\n--b--\n"
    ).encode()


def an_exchange_report(to: str) -> bytes:
    """As Exchange of old writes it: prose, and the letter whole."""
    return (
        f"Delivered-To: {to}\nFrom: System Administrator <postmaster@example.org>\nTo: {to}\n"
        "Subject: Undeliverable: Oak Primary: 3B - people to take out\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=us-ascii\n\n'
        "Your message\n\n  To:      ade@example.org\n  Subject: Oak Primary: 3B - people to take out\n"
        "  Sent:    Mon, 23 Nov 2026 07:00:00 -0000\n\ndid not reach the following recipient(s):\n\n"
        "ade@example.org on Mon, 23 Nov 2026 07:00:01 -0000\n    The recipient name is not recognized\n"
        "        MSEXCH:IMS:Example:Org:MAIL 0 (000C05A6) Unknown Recipient\n\n"
        f"--b\nContent-Type: message/rfc822\n\n{an_original()}\nHello\n--b--\n"
    ).encode()


def a_gmail_report(to: str) -> bytes:
    """As Gmail writes it: a related part with a picture before the report."""
    return a_report(to, headers="X-Failed-Recipients: ade@example.org\n", original="message/rfc822")


def an_automatic_reply(to: str) -> bytes:
    """Somebody is away; their mail program answers the return path, quoting a bounce that it has nothing to do with."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "ade@example.org", to, "Automatic reply: people to take out"
    message["Auto-Submitted"] = "auto-replied"
    message["In-Reply-To"] = f"<{MESSAGE_ID}@example.org>"
    message.set_content(
        "I am away until Monday.\n\nThe following addresses had permanent fatal errors\n<ade@example.org>\n"
    )
    return bytes(message)


def an_answer(to: str) -> bytes:
    """A person writes to the return path."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "ade@example.org", to, "Re: people to take out"
    message.set_content("Femi is Tola's father, please leave him in.\n")
    return bytes(message)
