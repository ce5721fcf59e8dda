"""The message a letter becomes. The same letter always becomes the same message, byte for byte."""

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from roster.letters import Letter
from roster.shown import plain

_POLICY = SMTP.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: the school's name and address, and where answers go."""

    name: str
    address: str
    reply_to: str


def message_of(letter: Letter, sender: Sender) -> EmailMessage:
    """Make the message."""
    message = EmailMessage(_POLICY)
    message["From"] = Address(f"{plain(sender.name)} groups", addr_spec=sender.address)
    message["To"] = letter.recipient
    message["Reply-To"] = sender.reply_to
    message["Subject"] = plain(letter.words.subject, 200)
    message["Date"] = letter.written_at
    message["Message-ID"] = letter.message_id
    message["In-Reply-To"] = letter.thread
    message["References"] = letter.thread
    message["Auto-Submitted"] = "auto-generated"
    message["X-Roster-Run"] = letter.run
    message.set_content(letter.words.text)
    message.add_alternative(letter.words.html, subtype="html")
    message.set_boundary(f"=_{letter.message_id.partition('@')[0].strip('<')}")
    return message
