"""One seed's member list: its file, and who is in it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from tests.chats.bodies import Secrets
from tests.chats.disagreements import Disagreement
from tests.chats.documents import DOCUMENTS
from tests.chats.guests import Listing, Seen, guests
from tests.chats.tables import TABLES

if TYPE_CHECKING:
    from roster.groups import Member, MemberList

FORMATS = (*TABLES, *DOCUMENTS)


@cache
def a_listing(seed: int, *, prefix: str = "qxz") -> Listing:
    """The same list for the same seed; the formats take turns."""
    rng, secrets = Random(f"list {seed}"), Secrets(prefix)
    made = FORMATS[seed % len(FORMATS)](guests(rng, rng.randrange(6, 13)), rng, secrets)
    return replace(made, secrets=tuple(secrets.given))


def in_listing(case: Listing, lists: "tuple[MemberList, ...]") -> list[Disagreement]:
    """Everything that is wrong about a list as it was read."""
    return [Disagreement(kind, f"{what} ({case.format}, {case.file})") for kind, what in _wrong(case, lists)]


def _wrong(case: Listing, lists: "tuple[MemberList, ...]") -> Iterable[tuple[str, str]]:
    if len(lists) != 1:
        yield "invented", f"{len(lists)} groups"
        return
    (listed,) = lists
    members = [member for member in listed.members if not member.own]
    yield from (("missed", repr(one)) for one in case.seen if not any(_is(one, member) for member in members))
    yield from (("invented", repr(m.shown_as)) for m in members if not any(_is(one, m) for one in case.seen))
    if len(members) > len(case.seen):
        yield "invented", f"{len(members)} of {len(case.seen)}"
    yield from (
        ("not told as gone", repr(one)) for one in case.gone if not any(_is(one, member) for member in listed.gone)
    )
    if len(listed.gone) > len(case.gone):
        yield "false gone", f"{len(listed.gone)} of {len(case.gone)}"
    numbers = {one.number for one in case.seen}
    yield from (
        ("invented", "a number") for member in listed.members for phone in member.phones if phone.e164 not in numbers
    )
    if case.absence is not None and listed.proves_absence is not case.absence:
        yield ("told as complete" if listed.proves_absence else "not told as complete"), listed.completeness.value
    if case.events is not (listed.completeness.value == "events"):
        yield "told as complete", listed.completeness.value
    if any(word in repr(listed) for word in case.secrets):
        yield "leaked", "a word that is nobody's business is in the list"


def _is(one: Seen, member: "Member") -> bool:
    return one.is_shown_by([phone.e164 for phone in member.phones], member.emails, (member.name, member.shown_as))
