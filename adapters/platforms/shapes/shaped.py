"""Members from the JSON of a program, by its shape."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial, reduce
from typing import Any

from adapters.platforms.persons.jids import jid_in, number_in
from adapters.platforms.reader import RecordFormat, Source
from adapters.platforms.shapes.shape import Group, Shape, groups_in
from roster.errors import UnreadableList
from roster.groups import Completeness, Member, MemberList, Problem, Shown
from roster.merging import names_together
from roster.text import clean, folded
from roster.words import counted

_IS_ADMIN = frozenset({"admin", "superadmin", "super_admin", "creator", "owner"})
_PEOPLE_AT_MOST = 50_000


def record_format(shape: Shape) -> RecordFormat:
    """Make a format of a shape."""
    return RecordFormat(shape.name, shape.claims, partial(_read, shape))


def _read(shape: Shape, document: Any, source: Source) -> tuple[MemberList, ...]:
    """Read every group that lists somebody. One that lists nobody proves nothing, and is only counted."""
    groups = groups_in(document, shape.people)
    peopled = [group for group in groups if group[shape.people]]
    if sum(len(group[shape.people]) for group in peopled) > _PEOPLE_AT_MOST:
        raise UnreadableList(
            f"Give the file of one group; at most {_PEOPLE_AT_MOST:,} people are read from one file.",
            headline="This file lists more people than any group of parents has.",
        )
    return tuple(
        _list(shape, group, source, place, empty=len(groups) - len(peopled) if place == 1 else 0)
        for place, group in enumerate(peopled, start=1)
    )


def _list(shape: Shape, group: Group, source: Source, place: int, *, empty: int) -> MemberList:
    apart = group.get(shape.admins)
    admins = {key for one in apart for key in _keys(one, shape)} if isinstance(apart, list) else set()
    people = _People(shape, source.region, admins)
    for row, one in enumerate(group[shape.people], start=1):
        people.add(one, row)
    stale = bool(shape.inside) and group.get(shape.inside) is False
    return MemberList(
        name=_title(group, shape) or (source.stem if place == 1 else f"{source.stem} ({place})"),
        members=tuple(people.members),
        platform=shape.platform,
        format=shape.name,
        completeness=Completeness.PARTIAL if people.nobody or stale else Completeness.COMPLETE,
        said=_size(group, shape),
        file=source.file,
        problems=tuple(_said_of(people, empty, stale=stale)),
        as_of=_moment(group.get(shape.made)),
    )


@dataclass(slots=True)
class _People:
    """The people of a group, and how many entries are none of them."""

    shape: Shape
    region: str
    admins: set[str]
    members: list[Member] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    nobody: int = 0
    again: int = 0
    left: int = 0

    def add(self, one: Any, row: int) -> None:
        """Add an entry of the list, whatever it is."""
        person = _as_object(one, self.shape)
        if self.shape.left(person):
            self.left += 1
            return
        member = self._member(person, row)
        if member is None:
            self.nobody += 1
            return
        keys = _keys(person, self.shape) | {phone.e164 for phone in member.phones[:1]}
        if keys & self.seen:
            self.again += 1
            return
        self.seen |= keys
        self.members.append(member)

    def _member(self, person: Group, row: int) -> Member | None:
        jids = [jid for key in self.shape.numbers if (jid := jid_in(person.get(key)))]
        numbers = [number_in(jid, self.region) for jid in jids]
        phones = list(dict.fromkeys(number.phone for number in numbers if number.phone))
        maybe = [phone for number in numbers for phone in number.more if phone not in phones]
        names = [name for key in self.shape.names if (name := _name(person.get(key)))]
        shown_as = next(iter(names), "") or (
            phones[0].e164 if phones else _first_name(person, self.shape.usernames) or "".join(jids[:1])
        )
        if not shown_as:
            return None
        return Member(
            shown_as,
            row,
            reduce(names_together, names, ""),
            next(iter(phones), None),
            shown=Shown.NUMBER if phones else Shown.UNUSABLE if jids else Shown.NO_NUMBER,
            admin=any(_says_admin(person.get(key)) for key in self.shape.roles) or not self.admins.isdisjoint(jids),
            more_phones=(*phones[1:], *maybe),
        )


def _as_object(one: Any, shape: Shape) -> Group:
    if isinstance(one, str):
        return {shape.numbers[0]: one}
    return one if isinstance(one, dict) else {}


def _keys(one: Any, shape: Shape) -> set[str]:
    person = _as_object(one, shape)
    return {jid for key in shape.numbers if (jid := jid_in(person.get(key)))}


def _first_name(person: Group, keys: tuple[str, ...]) -> str:
    return next(filter(None, (_name(person.get(key)) for key in keys)), "")


def _name(value: Any) -> str:
    """Give a name, "" for what is none. Digits and signs alone are a number, or what is left of one that is hidden."""
    if isinstance(value, dict):
        return " ".join(filter(None, (_name(value.get("first_name")), _name(value.get("last_name")))))
    name = value.strip() if isinstance(value, str) else ""
    plain = clean(name)
    numeric = any(map(str.isdigit, plain)) and not any(map(str.isalpha, plain))
    return "" if numeric or not plain else name


def _says_admin(value: Any) -> bool:
    return value is True or (isinstance(value, str) and folded(value) in _IS_ADMIN)


def _title(group: Group, shape: Shape) -> str:
    said = (group.get(key) for key in shape.titles)
    return next((title.strip() for title in said if isinstance(title, str) and title.strip()), "")


def _size(group: Group, shape: Shape) -> int | None:
    said = (group.get(key) for key in shape.sizes)
    return next((size for size in said if type(size) is int and 0 < size <= _PEOPLE_AT_MOST), None)


def _moment(said: Any) -> datetime | None:
    try:
        told = datetime.fromisoformat(said)
    except (ValueError, TypeError):
        return None
    return None if told.tzinfo else told


def _said_of(people: _People, empty: int, *, stale: bool) -> Iterator[Problem]:
    if people.nobody:
        yield Problem(
            "file",
            f"{counted(people.nobody, 'entry', 'entries')} in this list {'names' if people.nobody == 1 else 'name'} "
            f"nobody, so nobody counts as gone because they are not in it.",
        )
    if people.again:
        said = counted(people.again, "entry", "entries")
        yield Problem("file", f"{said} {'is' if people.again == 1 else 'are'} of somebody listed before.")
    if people.left:
        yield Problem(
            "file",
            f"{counted(people.left, 'person', 'people')} in this file {'has' if people.left == 1 else 'have'} left the "
            f"group or did not come into it, and {'is' if people.left == 1 else 'are'} not in the list.",
        )
    if stale:
        yield Problem("file", "Whoever made this file is not in the group, so the list may be an old one.")
    if empty:
        yield Problem(
            "file",
            f"{counted(empty, 'further group')} in this file {'lists' if empty == 1 else 'list'} nobody; nothing was "
            f"read of {'it' if empty == 1 else 'them'}.",
        )
