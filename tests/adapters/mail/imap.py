"""An IMAP server made of a raw socket, which knows as many commands as a client needs that reads one folder."""

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

USER, PASSWORD = "bounces", "s3cret"


@dataclass
class Inbox:
    """Messages and flags by their UIDs. `drop_at` is the command at which the server hangs up."""

    messages: dict[int, bytes] = field(default_factory=dict)
    flags: dict[int, set[str]] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    drop_at: str = ""
    port: int = 0

    def put(self, *contents: bytes) -> None:
        for content in contents:
            number = max(self.messages, default=0) + 1
            self.messages[number], self.flags[number] = content, set()

    def serve(self, server: socket.socket, secure: ssl.SSLContext | None) -> None:
        while True:
            try:
                line, _ = server.accept()
            except OSError:
                return
            with suppress(OSError, ssl.SSLError), line:
                line.settimeout(5)
                self._converse(secure.wrap_socket(line, server_side=True) if secure else line)

    def _converse(self, line: socket.socket) -> None:
        with line, line.makefile("rwb", buffering=0) as file:
            file.write(b"* OK ready\r\n")
            while said := file.readline().decode().strip():
                tag, _, rest = said.partition(" ")
                command = " ".join(rest.upper().split()[: 2 if rest.upper().startswith("UID") else 1])
                self.seen.append(command)
                if self.drop_at == command:
                    return
                lines = self._answer(command, rest)
                refused = command == "LOGIN" and rest.split()[1:] != [f'"{USER}"', f'"{PASSWORD}"']
                if command == "SELECT":
                    file.write(b"* %d EXISTS\r\n" % len(self.messages))
                for one in lines:
                    file.write(one + b"\r\n")
                file.write(f"{tag} {'NO not you' if refused else 'OK done'}\r\n".encode())
                if command == "LOGOUT":
                    return

    def _answer(self, command: str, rest: str) -> list[bytes]:
        if command == "CAPABILITY":
            return [b"* CAPABILITY IMAP4rev1"]
        if command == "LOGOUT":
            return [b"* BYE"]
        if command == "UID SEARCH":
            found = [number for number, flags in self.flags.items() if not flags & {"\\Flagged", "\\Deleted"}]
            return [f"* SEARCH {' '.join(map(str, found))}".encode()]
        if command == "UID FETCH":
            return self._fetched(int(rest.split()[2]), rest)
        if command == "UID STORE":
            number = int(rest.split()[2])
            self.flags.get(number, set()).update(re.findall(r"\\\w+", rest))
        if command == "EXPUNGE":
            for number in [one for one, flags in self.flags.items() if "\\Deleted" in flags]:
                del self.messages[number], self.flags[number]
        return []

    def _fetched(self, number: int, rest: str) -> list[bytes]:
        if number not in self.messages:
            return []
        whole = self.messages[number].replace(b"\n", b"\r\n")
        part = whole.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if "HEADER" in rest.upper() else whole
        name = "BODY[HEADER]" if "HEADER" in rest.upper() else "BODY[]"
        about = f"* 1 FETCH (UID {number} FLAGS () RFC822.SIZE {len(whole)} {name} {{{len(part)}}}\r\n".encode()
        return [about + part + b")"]


@contextmanager
def an_inbox(*contents: bytes, secure: ssl.SSLContext | None = None) -> Iterator[Inbox]:
    """A server with some messages."""
    inbox = Inbox()
    inbox.put(*contents)
    with socket.create_server(("127.0.0.1", 0)) as server:
        inbox.port = server.getsockname()[1]
        thread = threading.Thread(target=inbox.serve, args=(server, secure))
        thread.start()
        try:
            yield inbox
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join(5)
