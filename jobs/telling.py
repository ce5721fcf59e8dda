"""Whom of the volunteers is written to, and what of: one letter to each, about all their groups that have news."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from adapters.mail.marks import KEY, Marks
from adapters.mail.sections import Section
from adapters.store import ledger, runs, secrets, tables
from adapters.store.believed import believed
from adapters.store.stops import Stopped
from jobs.settings import Settings
from jobs.writing import Writer
from roster.changes import Changeset, Flag
from roster.letters import Letter
from roster.night import REMOVE, GroupNight
from roster.runs import State, group_key

_SPEAKING = frozenset({State.TOLD, State.RELEASED, State.HELD, State.CLEAR})


def writer_of(session: Session, run: tables.Run, settings: Settings, office: str, at: datetime) -> Writer:
    """Give whoever writes a run's letters, in a writing transaction. `office` is the address that answers go to."""
    return Writer(settings, run, office, at, Marks(secrets.key(session, KEY)))


def letters_of(session: Session, nights: Iterable[GroupNight], writer: Writer, stopped: Stopped) -> tuple[Letter, ...]:
    """Write to the volunteers of every group that has news, before anything else of tonight is written.

    The admins hear whatever they have not heard yet. Co-admins hear of nobody new; but whom any volunteer was once asked
    to take out, in whatever letter and whatever they were then, and who is cleared, they hear at once.
    """
    sections: dict[str, list[Section]] = {}
    for night in nights:
        for reader, section in _sections(session, night, writer, stopped):
            sections.setdefault(reader, []).append(section)
    return tuple(writer.volunteer(said, reader) for reader, said in sections.items())


def reachable(settings: Settings, group: str, stopped: Stopped) -> tuple[str, ...]:
    """The admins of a group who can be written to about it, each once."""
    return tuple(dict.fromkeys(one for one in settings.group(group).admins if not stopped.covers(one, group)))


def last_told_on(session: Session, group: str, reader: str) -> date | None:
    """The day of the night that a volunteer was last told of, in a group of this key."""
    told = runs.last_told(session, group, to=reader)
    return session.get_one(tables.Run, told.run_id).slot if told else None


def _sections(session: Session, night: GroupNight, writer: Writer, stopped: Stopped) -> Iterator[tuple[str, Section]]:
    if night.paused or night.state not in _SPEAKING:
        return
    key, group = group_key(night.name), writer.settings.group(night.name)
    disputed = ledger.disputed(session, key)
    admins = reachable(writer.settings, night.name, stopped)
    others = (one for one in group.co_admins if one not in group.admins and not stopped.covers(one, night.name))
    for reader in dict.fromkeys((*admins, *others)):
        own = night.as_for(reader).changes if night.tells and reader in admins else Changeset()
        changes = replace(own, cleared=(*own.cleared, *_still_believed(session, night, own, reader)))
        if not changes.noop:
            since = last_told_on(session, key, reader) if reader in admins else None
            yield reader, writer.section(replace(night, changes=changes), since, disputed)


def _still_believed(session: Session, night: GroupNight, own: Changeset, reader: str) -> Iterator[Flag]:
    """Those whom a reader believes to be to take out, though they are not, and of whom nothing else is said to them."""
    said = {flag.identity for flag in (*night.told, *own.cleared)}
    for identity, shown_as in believed(session, group_key(night.name), reader).items():
        if identity not in said:
            yield Flag(identity, REMOVE, "", shown_as)
