"""Where a list that was read departs from what is true."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.chats.people import Person, key_of
from tests.chats.truth import Standing

if TYPE_CHECKING:
    from roster.groups import Member, MemberList
    from tests.chats.cases import Case

PRESENT = frozenset({Standing.IN, Standing.MAY_BE, Standing.PRESENT})
GRAVE = frozenset({"missed", "false gone", "invented", "told as complete", "leaked", "refused"})


@dataclass(frozen=True)
class Disagreement:
    """`kind` is one of GRAVE, or what is merely wrong."""

    kind: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.what}"


def keys_of(member: "Member") -> frozenset[str]:
    """By what a member that was read may be recognised."""
    return frozenset(filter(None, (member.phone and member.phone.e164, key_of(member.shown_as), key_of(member.name))))


def in_chat(case: "Case", listed: "MemberList") -> list[Disagreement]:
    """Everything that is wrong about a chat as it was read."""
    found = [*_people(case, listed), *_rest(case, listed)]
    return [Disagreement(kind, f"{what} ({case})") for kind, what in found]


def _people(case: "Case", listed: "MemberList") -> Iterable[tuple[str, str]]:
    members, gone = _by_key(listed.members), _by_key(listed.gone)
    for one, standing in case.truth.standings.items():
        shown, left = _of(one, members), _of(one, gone)
        if standing in PRESENT and not shown:
            yield "missed", repr(one)
        if standing in PRESENT and left:
            yield "false gone", repr(one)
        if standing in {Standing.GONE, Standing.NOT_IN} and shown:
            yield "not seen to go", repr(one)
        if standing is Standing.GONE and not left:
            yield "not told as gone", repr(one)
        if shown and standing in {Standing.IN, Standing.MAY_BE} and shown.presence.value != standing.value:
            yield "presence", f"{one!r} is {shown.presence.value}, not {standing.value}"
    known = frozenset().union(*(one.keys for one in case.truth.standings)) | case.truth.loose
    for member in (*listed.members, *listed.gone):
        split = any(key.endswith(ending) for key in keys_of(member) for ending in case.truth.endings)
        if not member.own and not split and not keys_of(member) & known:
            yield "invented", repr(member.shown_as)


def _rest(case: "Case", listed: "MemberList") -> Iterable[tuple[str, str]]:
    if listed.proves_absence or listed.completeness.value != "events":
        yield "told as complete", listed.completeness.value
    if any(word in repr(listed) for word in case.secrets):
        yield "leaked", "a word of a message is in the list"
    if case.names and listed.name not in case.names:
        yield "name", f"{listed.name!r}, not one of {sorted(case.names)}"
    if case.as_of and listed.as_of != case.as_of:
        yield "as of", f"{listed.as_of}, not {case.as_of}"
    if case.truth.unread and not listed.problems:
        yield "nothing said", "of a line that nobody can read"
    if case.truth.lost and not listed.problems:
        yield "nothing said", "of people who were added and not named"


def _by_key(members: "Iterable[Member]") -> "dict[str, Member]":
    return {key: member for member in members for key in keys_of(member)}


def _of(one: Person, members: "dict[str, Member]") -> "Member | None":
    return next((members[key] for key in one.keys if key in members), None)
