"""How the JSON of a program lists a group's members: which key means what, and by which keys it is told from others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from adapters.platforms.persons.jids import is_of_a_group, jid_in
from adapters.platforms.persons.numbers import is_id

_NONE: frozenset[str] = frozenset()
_WRAPS = ("groupMetadata", "groupInfo", "group", "groups", "data", "result", "results", "response")
_GROUPS_IDS = ("id", "groupId", "JID", "jid")
_DEPTH = 4
_TELLING = 200

Group = dict[str, Any]


def _nobody(_: Group) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Shape:
    """A program's JSON. The keys named are the only ones read; what people write about themselves stays behind.

    A group is an object with a list under `people`; a bare list of people is a group too, so that its marks must tell it
    from an address book. `has`, `one_of` and `lacks` are
    marks of its people, `group_has` and `group_lacks` keys of the group. A mark is a key, or "id:jid" for an `id` of
    WhatsApp's that is text, "id:parts" for one in parts, and "text" for somebody who is nothing but a text.

    `numbers` are tried in order for a number; of `names` and `usernames` the first that is one is shown. `left` tells
    those who are listed and not in the group. Of the group, `admins` are listed apart, `inside` says whether whoever
    made the file is in it, and `made` when they did.
    """

    name: str
    numbers: tuple[str, ...]
    names: tuple[str, ...] = ()
    usernames: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    left: Callable[[Group], bool] = _nobody
    has: frozenset[str] = _NONE
    one_of: frozenset[str] = _NONE
    lacks: frozenset[str] = _NONE
    platform: str = "whatsapp"
    people: str = "participants"
    group_has: frozenset[str] = _NONE
    group_lacks: frozenset[str] = _NONE
    titles: tuple[str, ...] = ("subject", "name")
    sizes: tuple[str, ...] = ("size",)
    admins: str = ""
    inside: str = ""
    made: str = ""

    def claims(self, document: Any) -> bool:
        """Whether a document is of this shape. Never raises."""
        groups = groups_in(document, self.people)
        marks = {mark for group in groups for mark in _marks(group[self.people])}
        keys = {key for group in groups for key in group}
        return bool(
            marks
            and self.has <= marks
            and (not self.one_of or self.one_of & marks)
            and not self.lacks & marks
            and self.group_has <= keys
            and not self.group_lacks & keys
        )


def groups_in(document: Any, people: str, depth: int = _DEPTH) -> list[Group]:
    """Find the groups: alone, listed, by group id, or wrapped in an answer or a chat.

    One that lists nobody has an empty list.
    """
    if not depth or not isinstance(document, dict | list):
        return []
    if isinstance(document, list):
        found = [group for item in document if isinstance(item, dict) for group in groups_in(item, people, depth - 1)]
        bare = not found and any(isinstance(item, dict | str) for item in document)
        return [{people: document}] if bare else found
    if isinstance(document.get(people), list):
        return [document]
    for key in _WRAPS:
        found = groups_in(document.get(key), people, depth - 1)
        if found:
            return [{**_named(document), **group} for group in found]
    by_id = [value for key, value in document.items() if is_of_a_group(key)]
    found = [group for value in by_id for group in groups_in(value, people, depth - 1)]
    named = any(is_of_a_group(document.get(key)) for key in _GROUPS_IDS)
    return [{**document, people: []}] if named and not found else found


def _named(chat: Group) -> Group:
    """Give what a chat object calls the group that it wraps."""
    return {"name": chat["name"]} if isinstance(chat.get("name"), str) else {}


def _marks(listed: Iterable[Any]) -> set[str]:
    marks: set[str] = set()
    for one in islice(listed, _TELLING):
        if isinstance(one, dict):
            marks |= one.keys()
            if is_id(jid_in(one.get("id"))):
                marks.add("id:parts" if isinstance(one["id"], dict) else "id:jid")
        elif isinstance(one, str):
            marks.add("text")
    return marks
