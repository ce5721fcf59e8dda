"""The door: a chat export is reduced here, line by line, before anything else holds it; whatever else is let in as it is."""

from collections.abc import Iterable
from typing import IO

from adapters.confined.opening import work_on_file
from adapters.platforms.chats.reduced import as_bytes, from_cells, is_reduced
from adapters.platforms.chats.telling import may_be_telegram, may_hold_chats, tells_of_chat
from roster.chat_log import ChatLog
from roster.errors import UnreadableFile
from roster.export import Upload

_HEAD = 65_536
_ARCHIVE = "adapters.platforms.chats.archive:logs_inside"
_TELEGRAM = "adapters.platforms.chats.telegram:logs_inside"


def let_in(name: str, file: IO[bytes]) -> Upload:
    """Take a file in: a chat export as the reduced chat, anything else as its bytes.

    Of a chat, only one line is held at a time, be the file ever so long; a chat's media are never read. The file must
    be seekable. Raises a `RosterError` for a chat that cannot be read.
    """
    head = file.read(_HEAD)
    file.seek(0)
    logs = None if is_reduced(head) else _logs(name, file, head)
    if logs is None:
        return Upload(name, file.read())
    return Upload(name, as_bytes(logs))


def _logs(name: str, file: IO[bytes], head: bytes) -> Iterable[ChatLog] | None:
    if tells_of_chat(head):
        from adapters.platforms.chats.whatsapp import read_chat

        return [read_chat(file, name)]
    for may_be, work in ((may_hold_chats, _ARCHIVE), (may_be_telegram, _TELEGRAM)):
        if may_be(head):
            told = work_on_file(name, file, work)
            file.seek(0)
            return None if told is None else _believed(told)
    return None


def _believed(told: object) -> list[ChatLog]:
    try:
        return [from_cells(one) for one in told]  # type: ignore[attr-defined]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise UnreadableFile("Export the chat again.", headline="This file is damaged beyond reading.") from error
