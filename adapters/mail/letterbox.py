"""A mail server on this machine that keeps every letter as a file: for the demo, and for looking at letters."""

import socket
from contextlib import AbstractContextManager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from types import TracebackType

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

_HERE = "127.0.0.1"


class Letterbox(AbstractContextManager["Letterbox"]):
    """Takes letters over SMTP on a free port of 127.0.0.1 and keeps them in a folder, as .eml, .txt and .html."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.received: list[EmailMessage] = []
        self._controller = Controller(self, hostname=_HERE, port=self.port)

    def __enter__(self) -> "Letterbox":
        self.folder.mkdir(parents=True, exist_ok=True)
        self._controller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._controller.stop()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep one letter."""
        content = envelope.original_content or b""
        message = message_from_bytes(content, policy=policy.default)
        self.received.append(message)
        stem = f"{len(self.received):02d} to {', '.join(envelope.rcpt_tos)}"
        (self.folder / f"{stem}.eml").write_bytes(content)
        for kind, ending in (("plain", "txt"), ("html", "html")):
            body = message.get_body((kind,))
            if body is not None:
                (self.folder / f"{stem}.{ending}").write_text(body.get_content(), encoding="utf-8")
        return "250 kept"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HERE, 0))
        return int(probe.getsockname()[1])
