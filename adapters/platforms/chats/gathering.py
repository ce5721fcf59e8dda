"""What is kept of a chat while it is read: who wrote and on which lines, and the notices about membership.

Nothing is kept of what people write, but of those whose every message begins alike up to a second ": ": a fingerprint of
that beginning, for it may be a part of their name ("Uncle: Bob").
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from adapters.platforms.chats.notices import Notice, read_notice
from roster.chat_log import OWN
from roster.errors import UnreadableList
from roster.tokens import name_in

BETWEEN = ": "
LONGEST_NOTICE = 1_000
"""Letters; a subject has a hundred at most."""

_LONGEST_PART = 80
_AT_MOST = 100_000


@dataclass(slots=True)
class Doubtful:
    """An author all of whose messages may begin with the rest of their name; `rest` is its fingerprint."""

    first: int
    last: int
    rest: int | None


class Told(NamedTuple):
    """A notice, with the line it stands on and who is its author on an iPhone."""

    line: int
    notice: Notice
    author: str = ""


class Guess(NamedTuple):
    """A line of somebody whom nobody knows, or of a group whose name goes on after its author's: with a notice, or without."""

    line: int
    notice: Notice | None
    author: str


@dataclass(slots=True)
class Gathering:
    """Who wrote, and what befell whom, so far.

    `sure` are authors, in UTF-8, with the lines of their first and last message: whoever is in it needs no second look. In the
    place of the messages of those in `placed` there was something of WhatsApp's. `made_as` is the group's first name
    that is told, `renamed` its last one if that is another; `groups` are names by which it stands as an author.
    `maybe` are lines that are either a message of the author under whom they are kept, or a notice about somebody whose
    name goes on after a ": "; `by_long_name` the lines of what may be a group.
    """

    sure: dict[bytes, list[int]] = field(default_factory=dict)
    doubtful: dict[str, Doubtful] = field(default_factory=dict)
    placed: dict[str, list[int]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    maybe: dict[str, list[Told]] = field(default_factory=dict)
    by_long_name: dict[str, list[Guess]] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    unread: list[int] = field(default_factory=list)
    made_as: str = ""
    renamed: str = ""
    _long: dict[str, set[str]] = field(default_factory=dict)
    _kept: int = 0

    def wrote(self, author: str, rest: str, line: int) -> None:
        """Note a message. `rest` is what follows the head, author and all."""
        lines = self.sure.get(author.encode())
        if lines:
            lines[1] = line
            return
        part = _second_part(author, rest)
        known = self.doubtful.pop(author, None)
        first = known.first if known else line
        if known is None:
            self._keep_one()
        if part is not None and (known is None or known.rest == part):
            self.doubtful[author] = Doubtful(first, line, part)
        elif author in self._long:
            self.doubtful[author] = Doubtful(first, line, None)
        else:
            self.sure[author.encode()] = [first, line]

    def wrote_last(self, author: bytes, line: int) -> None:
        """Note the line of a message of somebody who was sure."""
        if author in self.sure:
            self.sure[author][1] = line
        else:
            self.doubtful[author.decode()].last = line

    def wrote_nothing(self, author: str, line: int) -> None:
        """Note what WhatsApp writes in the place of a message: that a picture was left out, a poll, a call."""
        if author not in self.placed:
            self._keep_one()
        self.placed.setdefault(author, [line, line])[1] = line

    def befell(self, notice: Notice, line: int, author: str = "") -> None:
        """Note a notice. `author` is whom an iPhone gives as its author: whom it befell, or the group.

        Whoever changed a setting of the group is in it as much as who wrote.
        """
        if notice.name and notice.what is None:
            self.renamed = notice.name
        self.made_as = self.made_as or notice.name
        if notice.what is None:
            if notice.by and notice.by != OWN:
                self.wrote_nothing(notice.by, line)
                self.is_long(notice.by)
            return
        if author and not is_same(author, notice.people):
            self.is_group(author)
        self._keep_one()
        self.told.append(Told(line, notice, author))
        for person in (notice.by, *(() if notice.several else (notice.people,))):
            self.is_long(person)

    def may_have_befallen(self, notice: Notice, line: int, author: str) -> bool:
        """Note a line that can be both, if it can be a notice about somebody whose name begins with the author and ": "."""
        if notice.what is None or not any(one.startswith(f"{author}{BETWEEN}") for one in (notice.by, notice.people)):
            return False
        self._keep_one()
        self.maybe.setdefault(author, []).append(Told(line, notice))
        return True

    def may_be_group(self, name: str, notice: Notice | None, line: int, author: str) -> None:
        """Note a line by an author that may be a group with ": " in its name, with the notice if it can be read."""
        self._keep_one()
        self.by_long_name.setdefault(name, []).append(Guess(line, notice, author))

    def is_group(self, author: str) -> None:
        """Note that the group stands as an author, as it does on an iPhone."""
        self.groups.add(author)
        self.is_long(author)

    def is_long(self, name: str) -> None:
        """Note a name that may hold ": ", so that what follows its first part is not taken for a message."""
        begins, found, _ = name.partition(BETWEEN)
        if found:
            self._long.setdefault(begins, set()).add(name)
            lines = self.sure.pop(begins.encode(), None)
            if lines:
                self.doubtful[begins] = Doubtful(lines[0], lines[1], None)

    def long_name(self, author: str, rest: str) -> str:
        """Give the name that `rest` begins with, if it is a known one that holds ": "; else nothing."""
        longer = [name for name in self._long.get(author, ()) if rest.startswith(f"{name}:")]
        return max(longer, key=len, default="")

    def knows(self, author: str, notice: Notice) -> bool:
        """Whether a notice is of somebody whose name is known to go on after an author's."""
        return any(one in self._long.get(author, ()) or self.goes_on(author, one) for one in (notice.people, notice.by))

    def goes_on(self, author: str, token: str) -> bool:
        """Whether a token is an author with what all their messages begin with."""
        doubtful = self.doubtful.get(author)
        begins = f"{author}{BETWEEN}"
        if doubtful is None or not token.startswith(begins):
            return False
        return hash(token[len(begins) :]) == doubtful.rest

    def _keep_one(self) -> None:
        self._kept += 1
        if self._kept > _AT_MOST:
            raise UnreadableList(
                "Export the chat again, and give the file as it comes.",
                headline="This chat has more people in it, and more of them coming and going, than any group.",
            )


def is_same(one: str, other: str) -> bool:
    """Whether two ways of writing somebody are one, but for marks, spaces and case."""
    return one == other or name_in(one).casefold() == name_in(other).casefold()


def notice_in(text: str) -> Notice | None:
    """Read a notice; what is longer than one can be is none."""
    return read_notice(text) if len(text) <= LONGEST_NOTICE else None


def _second_part(author: str, rest: str) -> int | None:
    begins = len(author) + len(BETWEEN)
    ends = rest.find(BETWEEN, begins, begins + _LONGEST_PART)
    return hash(rest[begins:ends]) if ends > begins else None
