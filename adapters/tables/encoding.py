"""Which encoding a text is in: told by its byte-order mark, its zeros, or by what decodes."""

import codecs
import re

from roster.errors import UnreadableFile

_TELLING_SHARE = 0.3
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# In these bytes Windows has rare letters and signs, and a Macintosh or an older DOS its commonest accents; or UTF-8
# that was damaged shows as two letters.
_AMBIGUOUS = re.compile(rb"[\x80-\x84\x86-\x90\x98-\x9f]|[\xc2\xc3][\x80-\xbf]")
_EURO_BEFORE_A_SUM = re.compile(rb"\x80(?=\d)")


def decoded(content: bytes) -> str:
    """Decode by byte-order mark, else as UTF-8, else as Windows-1252, which is what Excel writes in Britain."""
    encoding = _wide(content)
    if encoding:
        return _strictly(content, encoding)
    if b"\0" in content:
        raise _cut_off() if b"\0" not in content.rstrip(b"\0") else _no_text()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def is_ambiguous(content: bytes) -> bool:
    """Whether accented letters may have been decoded wrongly: no UTF-8, and bytes that mean different letters elsewhere."""
    if content.isascii() or _wide(content):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _AMBIGUOUS.search(_EURO_BEFORE_A_SUM.sub(b"", content)) is not None
    return False


def _wide(content: bytes) -> str | None:
    if content.startswith(_MARKS):
        return "utf-16"
    sample = content[:400]
    if len(sample) > 3 and sample.count(0) > _TELLING_SHARE * len(sample):
        return "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    return None


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _cut_off() from error
    if "\0" in text:
        raise _cut_off() if "\0" not in text.rstrip("\0") else _no_text()
    return text


def _cut_off() -> UnreadableFile:
    return UnreadableFile(
        "It may have been cut off on the way: copy or export it again.", headline="This text file is damaged."
    )


def _no_text() -> UnreadableFile:
    return UnreadableFile(
        "Export it again as an Excel workbook (.xlsx) or as CSV.", headline="This is neither a spreadsheet nor text."
    )
