"""Whether a file is a chat, by its beginning: text with WhatsApp's line heads, a zip that may hold one, Telegram's JSON."""

import re

from adapters.platforms.chats.lines import beginning_of

_ZIP = b"PK\x03\x04"
_OFFICE = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/", b"mimetype", b"META-INF/", b"word/")
_NAME_AT = 30
_TELEGRAM = re.compile(rb'"(?:date_unixtime|from_id|actor_id|personal_information)"')
_SHARE = 4
# Most files are no chats, and are told by this alone.
_BEGINS_WITH_A_FIGURE = re.compile(r"[^\w\s]*\s*[^\w\s]*\d")


def tells_of_chat(head: bytes) -> bool:
    """Whether text begins as a chat does: its first line is headed by a moment, or so many are that it was cut."""
    if b"\0" in head[:400] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    lines = [line for line in beginning_of(head).split("\n") if line.strip()]
    if not any(map(_BEGINS_WITH_A_FIGURE.match, lines)):
        return False

    from adapters.platforms.chats.headers import looks_like_head

    if looks_like_head(lines[0]):
        return True
    return sum(map(looks_like_head, lines)) > max(1, len(lines) // _SHARE)


def may_hold_chats(head: bytes) -> bool:
    """Whether this is a zip, and no workbook or document of an office."""
    return head.startswith(_ZIP) and not head[_NAME_AT : _NAME_AT + 30].startswith(_OFFICE)


def may_be_telegram(head: bytes) -> bool:
    """Whether this is JSON with the words of a Telegram export."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")) and bool(_TELEGRAM.search(head))
