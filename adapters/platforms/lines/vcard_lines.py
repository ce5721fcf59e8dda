"""Contact cards cut into cards and lines: vCard 2.1 (versit, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350).

Only the lines that say who somebody is and how to reach them are put together; photographs, notes, birthdays and
addresses are stepped over, not read.
"""

import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from roster.groups import Problem

_WANTED = frozenset(
    {"FN", "N", "NICKNAME", "ORG", "TEL", "EMAIL", "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABLABEL", "VERSION"}
)
_NAME = re.compile(r"\s*(?:[\w-]+\.)?([\w-]+)\s*[;:]", re.ASCII)
_LINE = re.compile(r'\s*(?:([\w-]+)\.)?([\w-]+)\s*((?:"[^"]*"|[^":])*+):(.*)', re.ASCII | re.DOTALL)
_PARAMETER = re.compile(r'(?:"[^"]*"|[^";])++')
_NEXT_LINE = re.compile(r"(?:[\w-]+\.)?(?:TEL|EMAIL|FN|N|ORG|VERSION)[;:]", re.ASCII | re.IGNORECASE)
_PRINTABLE = "QUOTED-PRINTABLE"
_UNREAD_ENCODINGS = frozenset({"BASE64", "B"})
_TEXT_ENCODINGS = re.compile(r"utf-8|ascii|iso8859-\d+|cp\d+|koi8-[ru]|mac-\w+|shift_jis|euc_\w+|gb\w+|big5")
_OLD_VERSION = "2.1"
_BEGIN = "BEGIN:VCARD"
_END = "END:VCARD"
_EDGE_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card: `kinds` are its TYPEs in small letters (and 2.1's words without a key), `waid` WhatsApp's digits."""

    name: str
    value: str
    group: str = ""
    kinds: frozenset[str] = frozenset()
    waid: str = ""


@dataclass(slots=True)
class Card:
    """A card and the row it begins in."""

    row: int
    lines: list[Line] = field(default_factory=list)


def cards_in(text: str) -> tuple[list[Card], list[Problem]]:
    """Cut a text into its whole cards. One without an end is set aside, like whatever stands between cards; both are said."""
    cutter = _Cutter()
    for row, name, line in _unfolded(text):
        cutter.take(row, name, line)
    cutter.stop()
    return cutter.cards, cutter.problems


class _Cutter:
    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.problems: list[Problem] = []
        self._card: Card | None = None
        self._last = ""
        self._in_agent = False

    def take(self, row: int, name: str, line: str) -> None:
        if name == _BEGIN and self._card and self._last == "AGENT":
            # Version 2.1 puts the card of somebody's secretary inside theirs.
            self._in_agent = True
        elif name == _BEGIN:
            self.stop()
            self._card = Card(row)
        elif name == _END and self._in_agent:
            self._in_agent = False
        elif name == _END and self._card:
            self.cards.append(self._card)
            self._card = None
        elif self._card is None:
            self._pass_over(row)
        elif not self._in_agent:
            self._keep(self._card, row, name, line)
        self._last = name

    def stop(self) -> None:
        """End a card that does not end by itself."""
        if self._card:
            self._report("This card has no end, so a part of it is lost; it was set aside.", self._card.row)
        self._card = None
        self._in_agent = False

    def _keep(self, card: Card, row: int, name: str, line: str) -> None:
        if not name and self._last in _WANTED:
            self._report("This line belongs to nothing on the card; it was ignored.", row, "value")
        if name in _WANTED:
            read = _read(line)
            if read:
                card.lines.append(read)
            else:
                self._report(
                    f"What stands here under {name} is in an encoding that Roster does not read; it was ignored.",
                    row,
                    "value",
                )

    def _pass_over(self, row: int) -> None:
        if self._last == _END:
            self._report("What stands here is outside of every card; it was set aside.", row)

    def _report(self, message: str, row: int, level: str = "row") -> None:
        self.problems.append(Problem(level, message, row=row))


def _edge(line: str) -> str:
    """Give `BEGIN:VCARD` or `END:VCARD` if the line is that, however it is written."""
    if len(line) > _EDGE_AT_MOST:
        return ""
    edge = "".join(line.replace("\ufeff", "").split()).upper()
    return edge if edge in {_BEGIN, _END} else ""


def _unfolded(text: str) -> Iterator[tuple[int, str, str]]:
    """Give each line with its row and what it is called ("" if nothing); its content only if it is wanted."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    version = ""
    at = 0
    while at < len(lines):
        row, line = at + 1, lines[at]
        at += 1
        if not line.strip("\ufeff \t"):
            continue
        edge = _edge(line)
        if edge:
            yield row, edge, ""
            continue
        found = _NAME.match(line)
        name = found[1].upper() if found else ""
        soft = found is not None and _PRINTABLE in line.partition(":")[0].upper()
        pieces = [line]
        while at < len(lines) and _goes_on(pieces[-1], lines[at], soft=soft, wanted=name in _WANTED):
            if name not in _WANTED:
                pieces.clear()
            _join(pieces, lines[at], soft=soft, old=version == _OLD_VERSION)
            at += 1
        whole = "".join(pieces) if name in _WANTED else ""
        if name == "VERSION":
            version = whole.partition(":")[2].strip()
        yield row, name, whole


def _goes_on(line: str, following: str, *, soft: bool, wanted: bool) -> bool:
    if soft and _is_broken(line):
        # A value that was cut off behind its "=" would else swallow the number, or the card, below it.
        return not (_edge(following) or (wanted and _NEXT_LINE.match(following)))
    return following.startswith((" ", "\t"))


def _join(pieces: list[str], following: str, *, soft: bool, old: bool) -> None:
    if soft and pieces and _is_broken(pieces[-1]):
        pieces[-1] = pieces[-1].rstrip()[:-1]
        pieces.append(following)
    else:
        pieces.append(following if old else following[1:])


def _is_broken(line: str) -> bool:
    return line.rstrip().endswith("=")


def _read(line: str) -> Line | None:
    found = _LINE.match(line)
    group, name, said, value = found.groups() if found else _despite_a_quotation_mark(line)
    kinds: set[str] = set()
    keyed: dict[str, str] = {}
    for parameter in _PARAMETER.findall(said):
        key, has_value, told = parameter.partition("=")
        key, told = key.strip().upper(), told.strip().strip('"')
        if key == "TYPE" or not has_value:
            kinds.update(one.strip().lower() for one in (told if has_value else key).split(","))
        elif key == "PREF":
            kinds.add("pref")
        else:
            keyed[key] = told
    encodings = {keyed.get("ENCODING", "").upper(), *map(str.upper, kinds)}
    if encodings & _UNREAD_ENCODINGS:
        return None
    if _PRINTABLE in encodings:
        value = _decoded(value, keyed.get("CHARSET", ""))
    return Line(name.upper(), value.strip(), (group or "").upper(), frozenset(kinds), keyed.get("WAID", ""))


def _despite_a_quotation_mark(line: str) -> tuple[str, str, str, str]:
    head, _, value = line.partition(":")
    name, _, said = head.partition(";")
    group, _, bare = name.strip().rpartition(".")
    return group, bare, said.replace('"', ""), value


def _decoded(value: str, charset: str) -> str:
    content = quopri.decodestring(value.encode("utf-8", "replace"))
    try:
        named = codecs.lookup(charset).name if charset else ""
    except LookupError:
        named = ""
    if _TEXT_ENCODINGS.fullmatch(named):
        return content.decode(named, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
