"""Sorting a chat's lines: what people wrote, and what WhatsApp has to say. Seen here are those that need a second look."""

import re

from adapters.platforms.chats.gathering import BETWEEN, Gathering, is_same, notice_in
from adapters.platforms.chats.notices import Notice
from roster.chat_log import OWN
from roster.text import clean
from roster.tokens import name_in

_MARKS = "\u200e\u200f"
_MARKED_LATER = re.compile(rf": [{_MARKS}]+")
_AUTHOR = re.compile(r"([^:]*+(?::(?! )[^:]*+)*+): ")
_EMPTY = re.compile(r"(.+?):\.?\s*")
_ENCRYPTION_AT_LEAST = 50
_ENCRYPTION_AT_LEAST_WIDE = 30
_PLACEHOLDERS_KEPT = 300
_LONGEST_PLACEHOLDER = 60


class Sorter:
    """Sorts the lines of one chat, in their order, and keeps in `gathering` what they tell.

    `bracketed` is how an iPhone writes, and `title` the group's name in the file's. `group` is who stands as the author
    of the first line, if that is the group.
    """

    def __init__(self, gathering: Gathering, *, bracketed: bool, title: str) -> None:
        self.group = ""
        self._gathering = gathering
        self._bracketed = bracketed
        self._title = title
        self._is_first = True
        self._notices_are_marked = False
        self._by_group: list[int] = []
        self._placeholders: set[str] = set()

    def sort(self, rest: str, line: int) -> bool:
        """Sort a line by what follows its head; say whether it is a message."""
        bare = rest.lstrip(_MARKS)
        author = _author_in(rest, bare)
        ended = _EMPTY.fullmatch(bare) if author is None and bare == rest else None
        if author is not None:
            is_message = self._authored(author, bare, line)
        elif ended:
            is_message = self._unmarked(ended[1], bare, "", line)
        else:
            self._nobodys(bare, line, marked=bare != rest)
            is_message = False
        self._is_first = False
        return is_message

    def unread(self) -> list[int]:
        """Give the lines of which only the end shows that they are the group's, and that cannot be read."""
        return self._by_group if self.group and self.group.encode() not in self._gathering.sure else []

    def _authored(self, author: str, rest: str, line: int) -> bool:
        """Sort a line with a ": " in it, which may be a part of who wrote it, or of a notice."""
        longer = self._gathering.long_name(author, rest)
        later = _MARKED_LATER.search(rest, len(author) + 1) if self._bracketed and not longer else None
        if later:
            name, body = rest[: later.start()], rest[later.end() :]
            notice = notice_in(body)
            befallen = notice is not None and notice.what is not None and is_same(name, notice.people)
            if not befallen and not self._begins_group(name, body, notice):
                self._gathering.may_be_group(name, notice, line, author)
                return False
            longer = name
        author = longer or author
        body = rest[len(author) + len(BETWEEN) :]
        text = body.lstrip(_MARKS)
        if self._bracketed and text != body:
            return self._marked(author, text, line)
        return self._unmarked(author, rest, text, line)

    def _nobodys(self, text: str, line: int, *, marked: bool) -> None:
        """Sort a line without an author."""
        self._notices_are_marked = self._notices_are_marked or marked
        if not text.strip():
            return
        notice = notice_in(text) if marked or not self._notices_are_marked else None
        if notice is None:
            self._gathering.unread.append(line)
        else:
            self._gathering.befell(notice, line)

    def _unmarked(self, author: str, rest: str, body: str, line: int) -> bool:
        """Sort a line with an author, or with a ": " that is a part of a notice."""
        notice = None if self._notices_are_marked else notice_in(rest)
        if notice and notice_in(body) is None:
            self._gathering.befell(notice, line)
            return False
        if notice and self._gathering.may_have_befallen(notice, line, author):
            return False
        said = notice_in(body) if self._is_first else None
        if said and self._begins_group(author, body, said):
            self.group = author
            self._gathering.is_group(author)
            return False
        self._gathering.wrote(author, rest, line)
        return True

    def _marked(self, author: str, body: str, line: int) -> bool:
        """Sort what an iPhone has marked: a notice, or what stands in the place of a picture, a poll or a call."""
        gathered = self._gathering
        if (body.startswith("<") and body.endswith(">")) or body in self._placeholders:
            gathered.wrote_nothing(author, line)
            return True
        notice = notice_in(body)
        if self._begins_group(author, body, notice):
            self.group = author
            gathered.is_group(author)
        if notice and notice.what is not None and not self._is_about(notice, author):
            gathered.unread.append(line)
            gathered.wrote_nothing(author, line)
        elif notice and (notice.what is not None or author in gathered.groups or _names(body, author)):
            self._notices_are_marked = True
            gathered.befell(notice, line, author)
        elif _names(body, author):
            gathered.unread.append(line)
        elif author in gathered.groups:
            self._by_group.append(line)
        else:
            if len(body) <= _LONGEST_PLACEHOLDER and len(self._placeholders) < _PLACEHOLDERS_KEPT:
                self._placeholders.add(body)
            gathered.wrote_nothing(author, line)
            return True
        return False

    def _begins_group(self, author: str, body: str, notice: Notice | None) -> bool:
        """Whether this is the first line, which tells of encryption in any language and has the group as its author."""
        long_enough = len(body) >= (_ENCRYPTION_AT_LEAST if body.isascii() else _ENCRYPTION_AT_LEAST_WIDE)
        if not self._is_first or not long_enough or _names(body, author):
            return False
        if notice:
            return notice.what is None
        return not any(map(str.isdigit, body)) and (not self._title or self._is_title(author))

    def _is_about(self, notice: Notice, author: str) -> bool:
        """Whether a notice's author is whom it befell or, where it is not about one other person, the group."""
        if is_same(author, notice.people) or author in self._gathering.groups or self._is_title(author):
            return True
        is_nobody = author.encode() not in self._gathering.sure
        return is_nobody and (notice.several or notice.people in (OWN, notice.by))

    def _is_title(self, author: str) -> bool:
        """Whether an author is what the file is called by, but for what may not stand in a file's name."""
        return bool(self._title) and _letters(author) == _letters(self._title)


def _author_in(rest: str, bare: str) -> str | None:
    """Give what stands before the first ": ", or before a marked body where a mark stands before the author too."""
    if bare == rest:
        author = _AUTHOR.match(bare)
        return author[1] if author else None
    marked = _MARKED_LATER.search(bare)
    return bare[: marked.start()] if marked else None


def _names(body: str, author: str) -> bool:
    return name_in(author).casefold() in " ".join(clean(body).casefold().split())


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name_in(name).casefold()))
