"""A list format that is no table: text, or the JSON of a program. A module that defines one is in force."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from roster.groups import MemberList


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list came from: the file's name, that without its ending, and the region its numbers are dialled from."""

    file: str
    stem: str
    region: str


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A text that tells its kind by itself. `read` raises `UnreadableList` if nobody can be read from it after all."""

    name: str
    claims: Callable[[str], bool]
    read: Callable[[str, Source], tuple[MemberList, ...]]


@dataclass(frozen=True, slots=True)
class RecordFormat:
    """What a program writes as JSON, parsed. `claims` looks at its shape and never raises."""

    name: str
    claims: Callable[[Any], bool]
    read: Callable[[Any, Source], tuple[MemberList, ...]]
