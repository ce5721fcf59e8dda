"""A mail server, spoken to step by step, so that each way of failing is told from the others."""

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from enum import Enum

_DOT = re.compile(rb"(?m)^\.")
# What a server says of an address that is none, by either kind of code; unless the finer code says that it is us whom it
# does not want (5.7.x; 5.1.7 and 5.1.8 are the sender's address), or that the mailbox is full or the system (RFC 3463).
_NOBODY_THERE = frozenset({550, 551, 553})
_NO_SUCH = re.compile(rb"(?<![\d.])5\.(1\.(1|2|3|6|10)|2\.1)(?!\d)")
_ELSEWHERE = re.compile(rb"(?<![\d.])5\.(7\.\d{1,3}|1\.[78]|2\.[234]|3\.\d{1,3})(?!\d)")
_WANTS_DATA = 354
_PERMANENT = 500
_RECIPIENT = "recipient"
_OK = 250
# The server may take its time over the whole message (RFC 5321, 4.5.3.2.6).
_SECONDS_AFTER_THE_DOT = 600
_SECONDS = 60


class End(Enum):
    """How handing over a letter ended."""

    TAKEN = "taken"
    LATER = "later"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, and what to remember of it: an error's class and code, never a server's words.

    `away` says that there was no server to speak to, whatever the letter.
    """

    end: End
    error: str = ""
    away: bool = False

    @property
    def nobody_there(self) -> bool:
        """Whether the server says for good that there is no such recipient."""
        return self.end is End.REFUSED and self.error.startswith(f"{_RECIPIENT} ")


@dataclass(frozen=True, slots=True)
class Server:
    """Where the mail server is. `security` is "starttls", "tls" or "none"."""

    host: str
    port: int
    security: str = "starttls"
    user: str | None = None
    password: str | None = None
    seconds: float = _SECONDS
    seconds_after_the_dot: float = _SECONDS_AFTER_THE_DOT


class _Answered(Exception):
    """The server said no, at some step."""

    def __init__(self, step: str, code: int, words: bytes) -> None:
        elsewhere = _ELSEWHERE.search(words)
        super().__init__(f"{step} {code} {elsewhere[0].decode() if elsewhere else ''}".strip())
        self.step = step
        self.code = code
        self.nobody_there = not elsewhere and bool(code in _NOBODY_THERE or _NO_SUCH.search(words))


class Post:
    """Hands letters to a mail server over one connection, made when first needed and again after any trouble."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._line: smtplib.SMTP | None = None

    def send(
        self, message: EmailMessage, *, sender: str, recipient: str, before_the_dot: Callable[[], None]
    ) -> Outcome:
        """Hand one message over. `before_the_dot` is called when all but the final dot has been sent.

        Until then nothing that happens can have made the server take the message; after it, a lost answer
        leaves open whether it did (RFC 1047). What it raises, and anything unforeseen, ends the connection.
        """
        try:
            line = self._connected()
        except (OSError, smtplib.SMTPException, ValueError) as error:
            # A password or a host that cannot be written in the protocol's letters is a ValueError.
            return Outcome(End.LATER, _named(error), away=True)
        try:
            return self._handed_over(line, message, sender, recipient, before_the_dot)
        except BaseException:
            self._drop()
            raise

    def _handed_over(
        self, line: smtplib.SMTP, message: EmailMessage, sender: str, recipient: str, before_the_dot: Callable[[], None]
    ) -> Outcome:
        try:
            _begin(line, sender, recipient, message.as_bytes(policy=message.policy.clone(linesep="\r\n")))
        except _Answered as no:
            self.hang_up()
            return Outcome(_end_of(no), str(no))
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Outcome(End.LATER, _named(error))
        before_the_dot()
        return self._finish(line)

    def hang_up(self) -> None:
        """Let go of the server; whether it says goodbye changes nothing."""
        line, self._line = self._line, None
        if line is None:
            return
        try:
            line.quit()
        except (OSError, smtplib.SMTPException):
            line.close()

    def _drop(self) -> None:
        # Without a goodbye: in the middle of a message it would be taken for part of it.
        line, self._line = self._line, None
        if line:
            line.close()

    def _finish(self, line: smtplib.SMTP) -> Outcome:
        try:
            if line.sock:
                line.sock.settimeout(self._server.seconds_after_the_dot)
            line.send(b".\r\n")
            code, _ = line.getreply()
            if line.sock:
                line.sock.settimeout(self._server.seconds)
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Outcome(End.UNKNOWN, _named(error))
        if code == _OK:
            return Outcome(End.TAKEN)
        self.hang_up()
        return Outcome(End.REFUSED if code >= _PERMANENT else End.LATER, f"message {code}")

    def _connected(self) -> smtplib.SMTP:
        if self._line is None:
            self._line = _dialled(self._server)
        return self._line


def knock(server: Server) -> str:
    """See whether the server lets us in as letters need it, and send nothing; gives "", or the error's class and code."""
    try:
        line = _dialled(server)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        return _named(error)
    with suppress(OSError, smtplib.SMTPException):
        line.quit()
    line.close()
    return ""


def _dialled(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context() if server.security != "none" else None
    if server.security == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.seconds, context=context)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=server.seconds)
    try:
        if line.sock:
            # The final dot is a packet of its own: without this it waits for the answer to the one before.
            line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            line.starttls(context=context)
            line.ehlo()
        if server.user:
            line.login(server.user, server.password or "")
    except BaseException:
        line.close()
        raise
    return line


def _begin(line: smtplib.SMTP, sender: str, recipient: str, content: bytes) -> None:
    _expect("sender", line.mail(sender), below=300)
    _expect(_RECIPIENT, line.rcpt(recipient), below=300)
    line.putcmd("data")
    _expect("data", line.getreply(), below=_WANTS_DATA + 1)
    line.send(_DOT.sub(b"..", content if content.endswith(b"\r\n") else content + b"\r\n"))


def _expect(step: str, reply: tuple[int, bytes], *, below: int) -> None:
    code, words = reply
    if not 200 <= code < below:
        raise _Answered(step, code, words)


def _end_of(no: _Answered) -> End:
    # A sender that is refused, or may not relay, is our settings' fault, and no letter's: it waits until they are mended.
    if no.step == _RECIPIENT:
        return End.REFUSED if no.code >= _PERMANENT and no.nobody_there else End.LATER
    return End.REFUSED if no.code >= _PERMANENT and no.step != "sender" else End.LATER


def _named(error: Exception) -> str:
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()
