"""A mail server made of a raw socket, which misbehaves at one step and on purpose."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_SLOW = 0.1


@dataclass
class Rude:
    """Says `answers[step]` instead of yes; "drop" hangs up there, "hang" says nothing for ever, "slow 250 OK" is late.

    "store and drop" and "store and hang" keep the message first. `stored` holds the messages it took.
    """

    answers: dict[str, str] = field(default_factory=dict)
    stored: list[bytes] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    port: int = 0

    def serve(self, server: socket.socket) -> None:
        while True:
            try:
                line, _ = server.accept()
            except OSError:
                return
            with line, suppress(OSError):
                self._converse(line)

    def _converse(self, line: socket.socket) -> None:
        file = line.makefile("rwb", buffering=0)
        steps = {b"EHLO": "ehlo", b"MAIL": "mail", b"RCPT": "rcpt", b"DATA": "data", b"QUIT": "quit"}
        if not self._say(file, "greeting", "220 rude"):
            return
        while said := file.readline():
            step = steps.get(said[:4].upper(), "other")
            self.seen.append(step)
            if not self._say(file, step, "354 go on" if step == "data" else "250 OK") or step == "quit":
                return
            if step == "data" and "data" not in self.answers and not self._take(file):
                return

    def _take(self, file: socket.SocketIO) -> bool:
        content = b""
        while not content.endswith(b"\r\n.\r\n"):
            if self.answers.get("body") == "drop" and len(content) > 400:
                return False
            more = file.readline()
            if not more:
                return False
            content += more
        if self.answers.get("dot", "250").startswith(("250", "store", "slow")):
            self.stored.append(content)
        return self._say(file, "dot", "250 taken")

    def _say(self, file: socket.SocketIO, step: str, usual: str) -> bool:
        answer = self.answers.get(step, usual).removeprefix("store and ")
        if answer == "hang":
            # Until the other side has had enough.
            while file.read(1000):
                pass
        if answer in {"drop", "hang"}:
            return False
        if answer.startswith("slow "):
            time.sleep(_SLOW)
            answer = answer.removeprefix("slow ")
        file.write(f"{answer}\r\n".encode())
        return True


@contextmanager
def a_rude_server(**answers: str) -> Iterator[Rude]:
    """A server; `rcpt="450 later"`, `dot="drop"`, `body="drop"` ..."""
    rude = Rude(answers)
    with socket.create_server(("127.0.0.1", 0)) as server:
        rude.port = server.getsockname()[1]
        thread = threading.Thread(target=rude.serve, args=(server,))
        thread.start()
        try:
            yield rude
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join(5)
