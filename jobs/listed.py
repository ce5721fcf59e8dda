"""The member lists of a command line: NAME=FILE, and what is said of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from adapters.platforms.reading import read_lists
from jobs.uploads import upload
from roster.errors import RosterError
from roster.groups import MemberList
from roster.merging import merged
from roster.runs import group_key

# Telegram's largest groups.
_MEMBERS_AT_MOST = 200_000


class NotUnderstood(RosterError):
    """Something on the command line that fits no list."""

    headline = "The command cannot be understood."


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it was given: the file, and the group's name where that was given too."""

    path: str
    name: str | None = None

    @classmethod
    def of(cls, argument: str) -> "Listed":
        """Take `[NAME=]FILE` apart; a file whose own name has a "=" in it goes before."""
        name, equals, path = argument.partition("=")
        if equals and name.strip() and path and not Path(argument).exists():
            return cls(path, name.strip())
        return cls(argument)

    def read(self, region: str, *, said: int | None, made_by: str | None) -> tuple[MemberList, ...]:
        """Read it. Raises a `RosterError` if nobody can be read from it."""
        given = upload(self.path, folders=False)
        return read_lists(given, name=self.name, region=region, said=said, made_by=made_by)


def said_of(option: str, values: Iterable[str], lists: Iterable[Listed]) -> dict[Listed, str]:
    """Give what an option says of each list, `[NAME=]VALUE`, by the list. Raises `NotUnderstood`."""
    known = list(lists)
    found: dict[Listed, str] = {}
    for value in values:
        name, equals, told = value.partition("=")
        meant = [one for one in known if one.name and group_key(one.name) == group_key(name)] if equals else known
        if len(meant) != 1 or not (told if equals else value).strip():
            raise NotUnderstood(
                f"Write {option} NAME=..., with the name of one of the lists, such as 3B=list.csv.",
                headline=f"It is not clear which list {option} is about.",
            )
        found[meant[0]] = (told if equals else value).strip()
    return found


def numbers_of(option: str, said: dict[Listed, str]) -> dict[Listed, int]:
    """Read what an option says as numbers. Raises `NotUnderstood`."""
    return {one: members_said(option, value) for one, value in said.items()}


def members_said(option: str, value: str) -> int:
    """Read how many members somebody says there are. Raises `NotUnderstood` for what no group has."""
    if not (value.isascii() and value.isdigit() and 0 < int(value) <= _MEMBERS_AT_MOST):
        raise NotUnderstood("Write how many members the app shows, such as 47.", headline=f"{option} takes a number.")
    return int(value)


def one_a_group(lists: Iterable[MemberList]) -> tuple[MemberList, ...]:
    """Put together what several files tell of one group, in whatever order they are given.

    Two different lists that each show everybody stay two groups; what shows only some goes with the first of them.
    """
    given = list(dict.fromkeys(lists))
    whole = [one for one in given if one.proves_absence]
    rest = [one for one in given if not one.proves_absence]
    firsts: dict[str, MemberList] = {}
    for one in (*whole, *rest):
        firsts.setdefault(group_key(one.name), one)
    of_group = {key: [one for one in rest if group_key(one.name) == key] for key in firsts}
    return tuple(
        merged(dict.fromkeys([one, *of_group[group_key(one.name)]])) if one is firsts[group_key(one.name)] else one
        for one in given
        if one.proves_absence or one is firsts[group_key(one.name)]
    )
