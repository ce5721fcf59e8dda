"""A chat's file as texts of whole lines, whatever its encoding and its ends of lines, and however long a line is.

WhatsApp writes UTF-8. Offices save it again as UTF-16 or Windows-1252. iOS ends messages with CRLF, and lines within a
message with a bare LF. The texts stay bytes of UTF-8, for most of them are only passed over.
"""

import codecs
from collections.abc import Iterator
from typing import IO

LONGEST_LINE = 1 << 17
"""Bytes of a line that are kept, and more than twice what WhatsApp takes for a message; the rest is thrown away."""

CRLF, LF = b"\r\n", b"\n"
PIECE = 1 << 18
"""Bytes that are read at once."""

_BEGINNING = 1 << 16

_MARK = codecs.BOM_UTF8
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST_LETTER = 4


def beginning_of(head: bytes) -> str:
    """Decode a file's first bytes, which may end amid a letter."""
    head = head[:_BEGINNING]
    if head.startswith(_WIDE):
        return head[: len(head) & ~1].decode("utf-16", "replace")
    return decoded(head.removeprefix(_MARK))


def texts_in(file: IO[bytes], head: bytes, *, ends: bytes) -> Iterator[bytes]:
    """Give a file as texts of whole lines, each line after what ends one, as many as a piece of it holds.

    `head` was read before. `ends` is what ends a line: `LF`, or `CRLF` where a bare LF is a message's own. A file that
    goes on without any CRLF for longer than a message can be has all its LFs made CRLF from there.
    """
    begun, bare = b"", False
    for piece in _pieces(file, head):
        text = begun + (piece.replace(LF, CRLF) if bare else piece)
        if ends == CRLF and not bare and len(text) > LONGEST_LINE and CRLF not in text and LF in text:
            text, bare = text.replace(LF, CRLF), True
        cut = text.rfind(ends)
        if cut >= 0:
            yield ends + text[:cut]
            begun = text[cut + len(ends) :]
        else:
            begun = text if len(text) <= LONGEST_LINE else text[:LONGEST_LINE] + text[-1:]
    if begun:
        yield ends + begun


def decoded(text: bytes) -> str:
    """Decode UTF-8, or Windows-1252 where most of what is beyond ASCII is no UTF-8. What is neither becomes U+FFFD."""
    try:
        return text.decode()
    except UnicodeDecodeError:
        read = text.decode("utf-8", "replace")
    beyond_ascii = len(read) - len(read.encode("ascii", "ignore"))
    return text.decode("cp1252", "replace") if read.count("\ufffd") * 2 > beyond_ascii else read


def _pieces(file: IO[bytes], head: bytes) -> Iterator[bytes]:
    """Give the bytes as UTF-8, or what is to be taken for it."""
    wide = head.startswith(_WIDE)
    decoder = codecs.getincrementaldecoder("utf-16" if wide else "cp1252")("replace")
    if wide or not _may_be_utf8(head):
        while head:
            yield decoder.decode(head).encode()
            head = file.read(PIECE)
        return
    head = head.removeprefix(_MARK)
    while head:
        yield head
        head = file.read(PIECE)


def _may_be_utf8(head: bytes) -> bool:
    """Whether what was read first is UTF-8, but for a letter that it may end amid, or damage here and there."""
    whole = head[:-_LONGEST_LETTER]
    return decoded(whole) == whole.decode("utf-8", "replace")
