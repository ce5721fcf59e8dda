"""A real mail server on this machine that keeps what it is given."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.controller import Controller


@dataclass
class Sink:
    """What arrived. `refuse` maps a recipient to the answer it gets, `envelopes` holds recipients and return paths."""

    port: int = 0
    received: list[tuple[str, EmailMessage, bytes]] = field(default_factory=list)
    envelopes: list[tuple[str, str]] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        message = cast("EmailMessage", message_from_bytes(envelope.content, policy=default))
        (recipient,) = envelope.rcpt_tos
        self.received.append((recipient, message, envelope.content))
        self.envelopes.append((recipient, envelope.mail_from))
        return "250 OK"

    def to(self, recipient: str) -> list[EmailMessage]:
        return [message for known, message, _ in self.received if known == recipient]

    @property
    def recipients(self) -> list[str]:
        return sorted(recipient for recipient, _, _ in self.received)


@contextmanager
def a_sink() -> Iterator[Sink]:
    sink = Sink(port=a_free_port())
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()


def a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    content: str = body.get_content()
    return content


def html_of(message: EmailMessage) -> str:
    body = message.get_body(("html",))
    assert body is not None
    content: str = body.get_content()
    return content
