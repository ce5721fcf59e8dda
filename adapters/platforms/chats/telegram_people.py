"""Who is who in a Telegram chat: whoever writes has an id and a name, those whom a notice names have only a name."""

from collections import defaultdict
from dataclasses import dataclass, field

from roster.chat_log import Event, What, Wrote
from roster.tokens import key_of


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice tells: `ids` and `names` are those whom it befell, `by` who did it.

    `nameless` counts further ones, who have no name.
    """

    line: int
    what: What
    by: str = ""
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    nameless: int = 0


@dataclass(slots=True)
class People:
    """Everybody who wrote or did something in a chat, by id."""

    _names: dict[str, str] = field(default_factory=dict)
    _spans: dict[str, list[int]] = field(default_factory=dict)

    def did(self, identity: str, name: str, line: int) -> None:
        """Note that somebody wrote or did something at a line. An export has one name for an id, that of its day."""
        if name:
            self._names[identity] = name
        self._spans.setdefault(identity, [line, line])[1] = line

    def written(self, notices: list[Notice]) -> "Written":
        """Write everybody as one token each; of two people under one name, the ids tell them apart: "Jo (user77)".

        A deleted account has no name, and counts as one whom the chat does not name.
        """
        bearers: dict[str, list[str]] = defaultdict(list)
        for identity, name in self._names.items():
            bearers[key_of(name)].append(identity)
        tokens = {
            identity: name if identity == name or len(bearers[key_of(name)]) == 1 else f"{name} ({identity})"
            for identity, name in self._names.items()
        }
        written = Written(
            senders=[Wrote(tokens[identity], *span) for identity, span in self._spans.items() if identity in tokens]
        )
        doubtful = _borne_by_several(notices, self._names, bearers)
        for notice in notices:
            sure = [name for name in notice.names if (key_of(name), notice.what) not in doubtful]
            if len(sure) < len(notice.names):
                written.unsure.append(notice.line)
            named = (tokens[bearers[key_of(name)][0]] if key_of(name) in bearers else name for name in sure)
            people = (*(tokens[identity] for identity in notice.ids if identity in tokens), *named)
            if people or notice.nameless:
                by = tokens.get(notice.by, "")
                written.events.append(Event(notice.line, notice.what, people, by, notice.nameless))
        nameless = (span[0] for identity, span in self._spans.items() if identity not in tokens)
        written.events += [Event(line, What.CAME, (), others=1) for line in nameless]
        written.events.sort(key=lambda event: event.line)
        return written


@dataclass(slots=True)
class Written:
    """A chat's people as a log has them. `unsure` are the lines that name one of several people who have one name."""

    senders: list[Wrote]
    events: list[Event] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)


def _borne_by_several(
    notices: list[Notice], names: dict[str, str], bearers: dict[str, list[str]]
) -> set[tuple[str, What]]:
    """Find the names of which a notice cannot say whom it means, each with what cannot be said of it.

    Of two ids that have a name, it may be either. A name that was added while it was there already is two people's, or
    else somebody left unseen: one of them leaving must not take the other along.
    """
    doubtful = {(key, what) for key, ids in bearers.items() if len(ids) > 1 for what in What}
    here: set[str] = set()
    for notice in notices:
        for key in map(key_of, (*notice.names, *(names[identity] for identity in notice.ids if identity in names))):
            if notice.what is What.WENT:
                here.discard(key)
                continue
            if key in here:
                doubtful.add((key, What.WENT))
            here.add(key)
    return doubtful
