"""A chat's history replayed: who was in the group at its end, who may be, and who went."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from roster.chat_log import OWN, ChatLog, Event, What
from roster.groups import Presence
from roster.tokens import key_of


class _Last(Enum):
    """The last thing known of somebody."""

    CAME = 1
    WENT = 2
    ACTED = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody the history tells of: as last written, the line where they first appear, and whether they are an admin.

    `former` is how they were written before their number changed; `went_at` when they went, if they did.
    """

    token: str
    line: int
    presence: Presence
    admin: bool = False
    former: tuple[str, ...] = ()
    went_at: datetime | None = None

    @property
    def own(self) -> bool:
        """Whether this is who exported the chat."""
        return self.token == OWN


_PRESENCE = {_Last.CAME: Presence.IN, _Last.WENT: Presence.GONE}


@dataclass(frozen=True, slots=True)
class _Person:
    token: str
    line: int
    last: _Last
    admin: bool = False
    former: tuple[str, ...] = ()
    went: int = 0
    back: bool = False
    went_at: datetime | None = None


def replay(log: ChatLog, region: str = "GB") -> tuple[tuple[Seen, ...], tuple[Seen, ...]]:
    """Give those who are or may be in the group, in the order of their first line, and those who went.

    Only the order of the lines counts, for clocks are changed and copied from telephone to telephone. Whoever wrote or
    did something after having gone is back. Nobody goes by silence. Whoever went before people came whose names the chat
    does not tell, or before a line that nobody understood, may have come back with these.
    """
    group = _Group(region)
    writing = ((line, wrote.token) for wrote in log.senders for line in {wrote.first, wrote.last})
    happenings: list[tuple[int, str | Event]] = [*writing, *((event.line, event) for event in log.events)]
    for line, told in sorted(happenings, key=lambda one: one[0]):
        if isinstance(told, Event):
            group.happen(told)
        else:
            group.act(told, line)
    people = sorted(group.known.values(), key=lambda one: one.line)
    stayed = tuple(_seen(one) for one in people if one.last is not _Last.WENT)
    veiled = max([*log.unread, *(event.line for event in log.events if event.others)], default=0)
    gone = (replace(one, back=one.went < veiled) for one in people if one.last is _Last.WENT)
    return stayed, tuple(map(_seen, gone))


class _Group:
    """Who is known, by what their ways of being written have in common."""

    def __init__(self, region: str) -> None:
        self.known: dict[str, _Person] = {}
        self._region = region
        self._keys: dict[str, str] = {}

    def happen(self, event: Event) -> None:
        """Have something befall people."""
        if event.by:
            self.act(event.by, event.line)
        if event.what is What.RENUMBERED:
            self._renumber(event)
            return
        for token in event.people:
            if event.what is What.CAME:
                self._become(token, event.line, _Last.CAME)
            elif event.what is What.WENT:
                self._become(token, event.line, _Last.WENT)
                key = self._key(token)
                self.known[key] = replace(self.known[key], went=event.line, went_at=event.at)
            else:
                self.act(token, event.line)
                key = self._key(token)
                self.known[key] = replace(self.known[key], admin=event.what is What.PROMOTED)

    def act(self, token: str, line: int) -> None:
        """Note that somebody was in the group at a line, because they wrote or did something there."""
        before = self.known.get(self._key(token))
        came = before is not None and before.last is _Last.CAME
        self._become(token, line, _Last.CAME if came else _Last.ACTED)

    def _become(self, token: str, line: int, last: _Last) -> None:
        key = self._key(token)
        before = self.known.get(key) or _Person(token, line, last)
        admin = before.admin and _Last.WENT not in {before.last, last}
        self.known[key] = _Person(token, before.line, last, admin, before.former)

    def _renumber(self, event: Event) -> None:
        old, new = event.people[0], event.people[1]
        before = self.known.pop(self._key(old), None)
        self.act(new, event.line)
        key = self._key(new)
        now = self.known[key]
        now = replace(now, former=(*now.former, *(before.former if before else ()), before.token if before else old))
        if before and before.last is not _Last.WENT:
            last = _Last.CAME if _Last.CAME in {before.last, now.last} else _Last.ACTED
            now = replace(now, line=min(before.line, now.line), last=last, admin=before.admin or now.admin)
        self.known[key] = now

    def _key(self, token: str) -> str:
        if token not in self._keys:
            self._keys[token] = key_of(token, self._region)
        return self._keys[token]


def _seen(person: _Person) -> Seen:
    presence = Presence.MAY_BE if person.last is _Last.ACTED or person.back else _PRESENCE[person.last]
    return Seen(person.token, person.line, presence, person.admin, person.former, person.went_at)
