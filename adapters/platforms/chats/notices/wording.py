"""How a language words WhatsApp's notices: patterns with slots, and how it writes a list of people.

A pattern is a whole line. Its slots: `{by}` who did it, `{person}` the one whom it befell, `{list}` those whom it befell,
`{maker}` both at once, `{name}` the group's name, `{new}` a number, `{number}` the one before it, `{any}` something that is
not kept, `{rest}` the same or nothing. A full stop at the end of a line may be missing, and so may a pattern's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from adapters.platforms.chats.notices.plain import plain
from roster.chat_log import What

_SLOT = re.compile(r"\{(\w+)\}")
WORD = re.compile(r"\w+")
STOPS = (".", "।", "۔")


@dataclass(frozen=True, slots=True)
class Fit:
    """A pattern fitted to a line: where each slot stands, and whether there is no other way to fit it."""

    slots: tuple[tuple[str, int, int], ...]
    only: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern and what it says. `by` and `people` are set where the words alone tell who: "Añadiste a {list}"."""

    pattern: str
    what: What | None
    by: str = ""
    people: str = ""
    slots: tuple[str, ...] = field(init=False)
    core: str = field(init=False)
    """The longest of its letters that stand together: a line without them is not of this wording."""
    _literals: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        literals = _SLOT.split(plain(self.pattern))
        object.__setattr__(self, "slots", tuple(literals[1::2]))
        object.__setattr__(self, "_literals", (*literals[:-1:2], literals[-1].removesuffix(".")))
        object.__setattr__(self, "core", max(self._literals, key=len))

    @property
    def whole_words(self) -> frozenset[str]:
        """The words that stand whole in every line of this wording; one that touches a slot may be a part of a longer one."""
        found = set()
        for place, literal in enumerate(self._literals):
            touching = {0} if place else set()
            touching |= {len(literal)} if place < len(self._literals) - 1 else set()
            found |= {word[0] for word in WORD.finditer(literal) if touching.isdisjoint(word.span())}
        return frozenset(found)

    @property
    def ends_open(self) -> bool:
        """Whether the pattern ends in a slot, so that a full stop may be a person's."""
        return not self._literals[-1]

    @property
    def weight(self) -> int:
        """How many letters of a line the pattern accounts for."""
        return sum(map(len, self._literals))

    def fit(self, line: str) -> Fit | None:
        """Fit the pattern to a plain line. The time grows with the length of the line, whatever stands in it."""
        first, *middle, last = self._literals if self.slots else (self._literals[0], "")
        if not self.slots:
            return Fit((), only=True) if line == first else None
        start, end = len(first), len(line) - len(last)
        if start > end or not line.startswith(first) or not line.endswith(last):
            return None
        spans, only = [], True
        for literal in middle:
            at = line.find(literal, start, end)
            if at < 0:
                return None
            only = only and line.rfind(literal, at, end) == at
            spans.append((start, at))
            start = at + len(literal)
        spans.append((start, end))
        if any(
            slot != "rest" and not line[left:right].strip()
            for slot, (left, right) in zip(self.slots, spans, strict=True)
        ):
            return None
        return Fit(tuple((slot, left, right) for slot, (left, right) in zip(self.slots, spans, strict=True)), only)


@dataclass(frozen=True, slots=True)
class Language:
    """A language's wordings. `own` are its words for who exported the chat.

    `commas` part a list anywhere and `ands` only before its last; where `ands` are `glued` to the next name, they begin many
    a name too. `others` are the patterns of "and # others". `tails` begin a last sentence that says where to tap. `unverified` are wordings not seen in any real chat or reader; they are read all the same.
    `things` begin what may stand where people do and is nobody: "this group's icon".
    """

    code: str
    own: tuple[str, ...]
    wordings: tuple[Wording, ...]
    unverified: tuple[Wording, ...] = ()
    ands: tuple[str, ...] = ()
    commas: tuple[str, ...] = (", ",)
    glued: bool = False
    others: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


def came(*patterns: str, by: str = "", people: str = "") -> Iterator[Wording]:
    """Word that somebody came."""
    return (Wording(one, What.CAME, by, people) for one in patterns)


def went(*patterns: str, by: str = "", people: str = "") -> Iterator[Wording]:
    """Word that somebody went."""
    return (Wording(one, What.WENT, by, people) for one in patterns)


def renumbered(*patterns: str) -> Iterator[Wording]:
    """Word that a number changed to another that is told."""
    return (Wording(one, What.RENUMBERED) for one in patterns)


def promoted(*patterns: str, people: str = "") -> Iterator[Wording]:
    """Word that somebody became an admin."""
    return (Wording(one, What.PROMOTED, people=people) for one in patterns)


def demoted(*patterns: str, people: str = "") -> Iterator[Wording]:
    """Word that somebody is no longer an admin."""
    return (Wording(one, What.DEMOTED, people=people) for one in patterns)


def aside(*patterns: str) -> Iterator[Wording]:
    """Word what is not about membership."""
    return (Wording(one, None) for one in patterns)
