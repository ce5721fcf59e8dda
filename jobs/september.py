"""The new school year on a night: groups whose class has moved on are held until the office answers, or follow their children."""

from collections.abc import Iterable
from functools import cached_property

from sqlalchemy.orm import Session

from adapters.store import audit, group_scopes, rolls, snapshots, tables
from adapters.store.ending import Word
from adapters.store.judgements import Anchor
from jobs.settings import Settings
from roster.digests import digest_of
from roster.guard import Objection
from roster.roll import Roll
from roster.rollover import Proposal, Rollover, follows_by_itself, rollover, year_rollover
from roster.runs import group_key
from roster.scope import Scope
from roster.snapshot import Snapshot


class September:
    """Holds tonight's roll against the last one on which each group's scope stood unquestioned."""

    def __init__(self, session: Session, settings: Settings, row: tables.Roll, roll: Roll) -> None:
        self._session = session
        self._settings = settings
        self._row = row
        self._roll = roll
        self._seen: dict[int, Rollover | None] = {}

    def question(
        self, group: str, scope: Scope, anchor: Anchor | None
    ) -> tuple[Anchor, Proposal | None, tuple[Objection, ...]]:
        """Ask whether a group's class has moved on since; gives the anchor from now on, what is proposed, what objects."""
        here = self._here(group)
        if anchor is None or _spoken(anchor, here):
            return here, None, ()
        asked = year_rollover(group, scope, self._since(anchor), self._settings.group(group).each_september)
        if asked:
            return anchor, asked[0], asked[1:]
        # Not on to a roll that nobody has accepted: it may be torn, and what it lacks could not be seen to move.
        return Anchor(max(anchor.roll, self._accepted), here.word), None, ()

    def follow(self, groups: Iterable[tuple[str, Scope, Anchor | None]], word: Word) -> bool:
        """Let the groups that keep their children follow them, as the office's word would; says whether any did."""
        moves = [(group, self._move(group, scope, anchor)) for group, scope, anchor in groups]
        for group, proposal in moves:
            if proposal:
                group_scopes.decide(self._session, word, group_key=group_key(group), group=group, scope=proposal.new)
                about = {"group": group, "scope": proposal.new}
                audit.note(self._session, "follow", by=word.by, at=word.at, about=about)
        return any(proposal for _, proposal in moves)

    def _move(self, group: str, scope: Scope, anchor: Anchor | None) -> Proposal | None:
        if anchor is None or _spoken(anchor, self._here(group)):
            return None
        return follows_by_itself(scope, self._since(anchor), self._settings.group(group).each_september)

    def _since(self, anchor: Anchor) -> Rollover | None:
        """What has moved since."""
        if anchor.roll == self._row.id:
            return None
        if anchor.roll not in self._seen:
            before = snapshots.pupils_on(self._session, self._session.get_one(tables.Roll, anchor.roll))
            self._seen[anchor.roll] = rollover(Snapshot(before), self._roll.snapshot, self._roll.day)
        return self._seen[anchor.roll]

    @cached_property
    def _accepted(self) -> int:
        accepted = rolls.last_accepted(self._session)
        return accepted.id or 0 if accepted else 0

    def _here(self, group: str) -> Anchor:
        said = group_scopes.decided(self._session, group_key(group))
        return Anchor(self._row.id or 0, digest_of(said) if said else "")


def _spoken(anchor: Anchor, here: Anchor) -> bool:
    """Whether the office has said meanwhile whom the group is for."""
    return bool(here.word) and anchor.word != here.word
