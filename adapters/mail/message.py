"""The message a letter becomes. The same letter always becomes the same message, byte for byte."""

from dataclasses import dataclass
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy, Policy
from typing import Any

from roster.letters import Attached, Audience, Letter
from roster.shown import plain

_KINDS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
# What machines read, however long: the standard library would encode a long word as if it were a subject's.
_NEVER_FOLDED = ("in-reply-to", "references", "list-id", "list-unsubscribe", "x-roster-run")


class _AsItIs(UnstructuredHeader, BaseHeader):
    """A header in one line (RFC 5322 allows 998 characters)."""

    def fold(self, *, policy: Policy) -> str:
        """Write it out."""
        return f"{self.name}: {self}{policy.linesep}"


def _policy() -> "EmailPolicy[Any]":
    headers = HeaderRegistry()
    for name in _NEVER_FOLDED:
        headers.map_to_type(name, _AsItIs)
    return SMTP.clone(cte_type="7bit", header_factory=headers)


_POLICY = _policy()


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: the school's name and address, and where answers go."""

    name: str
    address: str
    reply_to: str


def message_of(letter: Letter, sender: Sender, stop_link: str = "") -> EmailMessage:
    """Make the message. `stop_link` is the address at which one click stops such letters (RFC 8058), if there is one."""
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
    message["List-Id"] = _list_id(letter, sender)
    if letter.audience is Audience.VOLUNTEER and stop_link:
        message["List-Unsubscribe"] = f"<{stop_link}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["X-Roster-Run"] = letter.run
    message.set_content(letter.words.text)
    message.add_alternative(letter.words.html, subtype="html")
    if letter.words.attached:
        _attach(message, letter.words.attached)
    message["Content-Language"] = letter.language
    for number, part in enumerate(filter(EmailMessage.is_multipart, message.walk())):
        part.set_boundary(f"=_{letter.message_id.partition('@')[0].strip('<')}.{number}")
    return message


def _attach(message: EmailMessage, attached: Attached) -> None:
    main, _, sub = _KINDS[attached.name.rpartition(".")[2]].partition("/")
    message.add_attachment(attached.content, main, sub, filename=attached.name)


def _list_id(letter: Letter, sender: Sender) -> str:
    """Name what the letter belongs to, as RFC 2919 does: a mark of its own for each audience, the same for every school year."""
    return f"<{letter.audience.value}.groups.{sender.address.rpartition('@')[2]}>"
