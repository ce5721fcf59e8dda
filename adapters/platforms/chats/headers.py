"""How a line of a WhatsApp export begins: a moment, and then who wrote, or what WhatsApp itself has to say.

The moment is written as the telephone's language has it, the same way throughout a file. The forms are those of real
files and of the tests of public readers: whatstk (lucasrodes), whatsapp-chat-parser (Pustur), chat-miner (joweich),
whats-reader (rodrigogs), whatsapp-wrapped (Duelion), RSMFConverter; the words for the halves of the day are Unicode CLDR's.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
GAPS = " \u00a0\u202f\u2009"

_MARK, _GAP = f"[{MARKS}]", f"[{GAPS}]"
_WORD = r"""[^\d\s\[\]:/,.()<>"'|;=\-]{1,14}\.?"""
_HALF = rf"""{_GAP}*[^\d\s\[\]:/,()<>"'|;=~\-][^\d\n\[\]:/()<>"'|;=~\-]{{0,18}}?"""
_JOIN = rf"[,،、]?{_MARK}*(?:T|{_GAP}{{0,2}}(?:{_WORD}[,،]?{_GAP}{{0,2}}){{0,2}})"
_OPENS = rf"{_MARK}*(?P<opens>\[?){_MARK}*"
_DATE = (
    rf"(?P<one>\d{{1,4}})(?P<between>{_MARK}*[./\-年년]{_GAP}?)(?P<two>\d{{1,4}})(?P<again>{_MARK}*[./\-月월]{_GAP}?)"
    rf"(?P<three>\d{{1,4}})(?P<after>[.日일]?)"
)
_CLOCK = (
    rf"(?P<join>{_JOIN})(?<=\D)(?P<hour>\d{{1,2}})(?P<colon>[:.]|{_GAP}?h{_GAP}?)(?P<minute>\d\d)"
    rf"(?:(?P<dot>[:.]|{_GAP}?min{_GAP}?)(?P<second>\d\d)(?P<s>{_GAP}?s)?)?"
)
_SHAPE = re.compile(
    rf"{_OPENS}{_DATE}{_CLOCK}(?P<half>{_HALF})??{_MARK}*(?P<closes>\]{_GAP}?|{_GAP}[-–](?:{_GAP}|$)|:{_GAP})"
)
# "13. 6. 2018. 21:25:15 Ade: Hi" has nothing between the moment and who wrote; no other form may do without.
_BARE = re.compile(
    rf"(?P<opens>){_MARK}*(?P<one>\d{{1,2}})(?P<between>\.{_GAP})(?P<two>\d{{1,2}})(?P<again>\.{_GAP})(?P<three>\d{{4}})(?P<after>\.)"
    rf"(?P<join>{_GAP})(?P<hour>\d{{1,2}})(?P<colon>:)(?P<minute>\d\d)(?P<dot>:)(?P<second>\d\d)(?P<s>)(?P<half>)"
    rf"(?P<closes>{_GAP})(?![-–]|[AaPp]\.?{_GAP}?[Mm]\b)"
)
_LATIN_HALF = re.compile(rf"{_GAP}*[ap]\.?{_GAP}?m\.?", re.IGNORECASE)

_GAP_IN_UTF8 = b"(?:" + b"|".join(gap.encode() for gap in GAPS) + b")"
_MARKS = rb"(?:\xe2[\x80\x81][\x8e\x8f\xa6-\xae]|\xd8\x9c|\xef\xbb\xbf)*"
_MARK_BEFORE = rb"\xe2\x80[\x8e\x8f]"  # U+200E and U+200F
_AUTHOR = rb"([^:\n]*+(?::(?! )[^:\n]*+)*+)"
_ANY_JOIN = rb"""[^\d\n\[\]:/()<>"'|;=\-]{0,40}"""
_ANY_HALF = rb"""%b*[^\d\s\[\]:/,()<>"'|;=~\-][^\d\n\[\]:/()<>"'|;=~\-]{0,50}?""" % _GAP_IN_UTF8
_ENOUGH = 100
_SHARE = 4
_YEAR = 4
_DAYS, _HOURS, _MINUTES = 31, 24, 59


@dataclass(frozen=True, slots=True)
class Moment:
    """A head's date and time as they stand in it; `words` are those before the clock and after it."""

    fields: tuple[str, str, str]
    between: str
    clock: tuple[int, int, int]
    words: tuple[str, str]


def looks_like_head(line: str) -> bool:
    """Whether a line begins a message or a notice, in any form."""
    return _shape_of(line) is not None


def moment_in(line: str) -> Moment | None:
    """Read the moment that a line begins with; None if it begins with none."""
    found = _shape_of(line)
    if found is None:
        return None
    clock = (int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
    words = (found["join"], found["half"] or "")
    return Moment((found["one"], found["two"], found["three"]), found["between"], clock, words)


@dataclass(frozen=True, slots=True)
class Heads:
    """How the lines of one file begin. `bracketed` is how an iPhone writes."""

    bracketed: bool
    _date: bytes
    _rest: bytes

    def pattern(self, ends: bytes) -> re.Pattern[bytes]:
        """Give what finds the lines of UTF-8 that begin a message or a notice, from the end of the line before them.

        Group 1 is who wrote, up to the first ": ". Without an author, and where a mark follows one, it ends where the
        head does.
        """
        head = rb"%b%b%b" % (self._before(ends), self._date, self._rest)
        return re.compile(rb"%b(?:(?!%b)%b: (?!%b))?" % (head, _MARK_BEFORE, _AUTHOR, _MARK_BEFORE))

    def dates(self, ends: bytes) -> re.Pattern[bytes]:
        """Give what finds the dates of such lines, as group 1."""
        return re.compile(rb"%b(%b)%b" % (self._before(ends), self._date, self._rest))

    def _before(self, ends: bytes) -> bytes:
        return rb"%b(?:%b)*%b" % (re.escape(ends), _MARK_BEFORE, rb"\[" if self.bracketed else b"")


def heads_of(lines: Iterable[str]) -> Heads | None:
    """Find out how a file's lines begin, from its first lines: a message that quotes a head of another form is none.

    What begins the first line settles whether there are brackets. Of several forms, those that begin more than a quarter
    of the lines count.
    """
    shapes = list(islice((found for found in map(_shape_of, lines) if found is not None), _ENOUGH))
    if not shapes:
        return None
    opens = shapes[0]["opens"]
    forms = Counter(_form(found) for found in shapes if found["opens"] == opens)
    counted = [form for form, many in forms.most_common() if many * _SHARE > forms.total()]
    counted = counted or [forms.most_common(1)[0][0]]
    dates, rests = (b"(?:" + b"|".join(dict.fromkeys(parts)) + b")" for parts in zip(*counted, strict=True))
    return Heads(bool(opens), dates, rests)


def _shape_of(line: str) -> re.Match[str] | None:
    found = _BARE.match(line) or _SHAPE.match(line)
    return found if found and _is_sound(found) else None


def _is_sound(found: re.Match[str]) -> bool:
    """Whether the figures can be a moment's, and the brackets and what parts the head from the rest belong together."""
    fields = (found["one"], found["two"], found["three"])
    years = sum(len(one) == _YEAR for one in fields)
    rest = [one for one in fields if len(one) < _YEAR]
    too_high = sum(int(one) > _DAYS for one in rest)
    if any(len(one) == _YEAR - 1 for one in rest) or too_high > (0 if years else 1):
        return False
    if found["closes"].startswith(":") and not _LATIN_HALF.fullmatch(found["half"] or "am"):
        return False
    if years > 1 or (not years and len(fields[2]) == 1) or bool(found["opens"]) != found["closes"].startswith("]"):
        return False
    return int(found["hour"]) <= _HOURS and int(found["minute"]) <= _MINUTES and int(found["second"] or 0) <= _MINUTES


def _form(found: re.Match[str]) -> tuple[bytes, bytes]:
    """Give the patterns, for UTF-8, of the date and of the rest of a head in the form of one that was found."""
    digit = _digit(found["hour"][0])
    lengths = (len(found[place]) for place in ("one", "two", "three"))
    one, two, three = (digit + (b"{4}" if length == _YEAR else b"{1,2}") for length in lengths)
    date = one + _literally(found["between"]) + two + _literally(found["again"]) + three + _literally(found["after"])
    clock = digit + b"{1,2}" + _literally(found["colon"]) + digit + b"{2}"
    if found["second"]:
        clock += _literally(found["dot"]) + digit + b"{2}" + _literally(found["s"] or "")
    closes = rb"\] ?" if found["closes"] in ("]", "] ") else _literally(found["closes"])
    join = found["join"]
    before = _literally(join) if join.isascii() or not any(map(str.isalpha, join)) else _ANY_JOIN
    return date, before + clock + _half_like(found["half"]) + closes


def _half_like(half: str | None) -> bytes:
    if not half:
        return b""
    latin = rb"%b*[AaPp]\.?%b?[Mm]\.?" % (_GAP_IN_UTF8, _GAP_IN_UTF8)
    return (latin if _LATIN_HALF.fullmatch(half) else _ANY_HALF) + _MARKS


def _digit(one: str) -> bytes:
    """Give what finds the digits of the script that one is of."""
    zero = ord(one) - int(one)
    return rb"[0-9]" if one.isascii() else b"(?:" + b"|".join(chr(zero + more).encode() for more in range(10)) + b")"


def _literally(text: str) -> bytes:
    like = {" ": b" ", **dict.fromkeys(GAPS[1:], _GAP_IN_UTF8), **dict.fromkeys(MARKS, _MARKS)}
    return b"".join(like.get(char) or re.escape(char.encode()) for char in text)
