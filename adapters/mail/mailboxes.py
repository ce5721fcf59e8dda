"""The mailbox for bounces, as a Maildir on this machine or by IMAP. What Roster leaves there for a person is flagged."""

import imaplib
import mailbox
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from roster.errors import RosterError

_AT_ONCE = 200
_BYTES_AT_MOST = 5_000_000
_FLAG = "F"


class MailboxAway(RosterError):
    """The mailbox for bounces cannot be looked into."""

    headline = "The mailbox for letters that come back cannot be read."


@dataclass(frozen=True, slots=True)
class Returned:
    """A message: its name in the mailbox, and the whole of it; None if it is too long to be a report."""

    name: str
    content: bytes | None


class Box(Protocol):
    """An open mailbox."""

    def messages(self) -> Iterator[Returned]:
        """Give the messages that have not been left for a person, oldest first, two hundred at most."""

    def drop(self, name: str) -> None:
        """Delete a message; one that is gone already is no trouble."""

    def leave(self, name: str) -> None:
        """Flag a message, so that it stays for a person and is not given again."""


Opening = Callable[[], AbstractContextManager[Box]]


class MaildirBox:
    """A Maildir: the folder that has `new`, `cur` and `tmp` in it."""

    def __init__(self, folder: Path) -> None:
        self._box = mailbox.Maildir(folder, factory=None, create=False)
        self._folder = folder

    def messages(self) -> Iterator[Returned]:
        """Give what is in `new` and `cur` and has no flag."""
        waiting = [path for part in ("new", "cur") for path in (self._folder / part).iterdir() if path.is_file()]
        unflagged = [path for path in sorted(waiting, key=lambda path: path.name) if _FLAG not in _info(path.name)]
        for path in unflagged[:_AT_ONCE]:
            try:
                content = path.read_bytes() if path.stat().st_size <= _BYTES_AT_MOST else None
            except FileNotFoundError:
                # Somebody has moved or deleted it meanwhile.
                continue
            yield Returned(path.name.partition(":")[0], content)

    def drop(self, name: str) -> None:
        """Delete the file."""
        self._box.discard(name)

    def leave(self, name: str) -> None:
        """Move the file to `cur`, with the flag in its name."""
        for part in ("new", "cur"):
            for path in (self._folder / part).glob(f"{_escaped(name)}*"):
                flags = "".join(sorted({*_info(path.name), _FLAG}))
                path.rename(self._folder / "cur" / f"{name}:2,{flags}")
                return


@contextmanager
def a_maildir(folder: Path) -> Iterator[Box]:
    """Open a Maildir. Raises `MailboxAway` if there is none at this place."""
    if not all((folder / part).is_dir() for part in ("new", "cur")):
        raise MailboxAway("Look at bounces.folder in the settings: a Maildir has the folders new and cur in it.")
    try:
        yield MaildirBox(folder)
    except OSError as error:
        raise MailboxAway(f"Look whether Roster may write there ({type(error).__name__}).") from error


@dataclass(frozen=True, slots=True)
class ImapServer:
    """Where the mailbox is. Without `secure` the line can be overheard: for this very machine only."""

    host: str
    port: int
    user: str
    password: str
    secure: bool = True
    seconds: float = 60


class ImapBox:
    """The inbox of an IMAP account."""

    def __init__(self, box: BaseMailBox) -> None:
        self._box = box

    def messages(self) -> Iterator[Returned]:
        """Give what is unflagged."""
        for uid in self._box.uids("UNFLAGGED UNDELETED", charset=None)[:_AT_ONCE]:
            for sized in self._box.fetch(uid_list=uid, mark_seen=False, headers_only=True):
                content = self._content(uid) if sized.size_rfc822 <= _BYTES_AT_MOST else None
                yield Returned(uid, content)

    def drop(self, name: str) -> None:
        """Delete the message for good."""
        self._box.delete(name)

    def leave(self, name: str) -> None:
        """Set the flag that mail programs show as a star."""
        self._box.flag(name, "\\Flagged", value=True)

    def _content(self, uid: str) -> bytes:
        _, data = self._box.client.uid("fetch", uid, "(BODY.PEEK[])")
        return next((bytes(one[1]) for one in data if isinstance(one, tuple)), b"")


@contextmanager
def an_imap_inbox(server: ImapServer) -> Iterator[Box]:
    """Sign in, and out at the end. Raises `MailboxAway` if the server is away, its certificate wrong, or it says no."""
    try:
        box = _dialled(server)
    except (OSError, imaplib.IMAP4.error, ImapToolsError, ValueError) as error:
        # A password that the protocol has no letters for is a ValueError.
        raise _away(error) from error
    try:
        yield ImapBox(box)
    except (OSError, imaplib.IMAP4.error, ImapToolsError) as error:
        raise _away(error) from error
    finally:
        _hang_up(box)


def _dialled(server: ImapServer) -> BaseMailBox:
    box: BaseMailBox
    if server.secure:
        box = MailBox(server.host, server.port, server.seconds, ssl_context=ssl.create_default_context())
    else:
        box = MailBoxUnencrypted(server.host, server.port, server.seconds)
    try:
        return box.login(server.user, server.password)
    except BaseException:
        box.client.shutdown()
        raise


def _hang_up(box: BaseMailBox) -> None:
    try:
        box.logout()
    except (OSError, imaplib.IMAP4.error, ImapToolsError):
        box.client.shutdown()


def _away(error: Exception) -> MailboxAway:
    return MailboxAway(f"Look at [bounces] in the settings, and whether the server is up ({type(error).__name__}).")


def _info(name: str) -> str:
    return name.partition(":2,")[2]


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
