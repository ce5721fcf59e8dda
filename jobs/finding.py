"""What a night finds: every group's newest list judged against the newest roll, with what may be said of it to whom."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial

from sqlalchemy.orm import Session

from adapters.store import decisions, forgettings, judgements, lists, releases, rolls
from adapters.store.ending import Word
from jobs.assembling import Asked, Assembly, Newest, against_roll
from jobs.inputs import inputs_digest
from jobs.judging import Brief, GroupSitting, Judging
from jobs.settings import Settings
from jobs.standing import Ground, roll_of, standing
from roster.errors import RosterError
from roster.guard import roll_damaged
from roster.night import GroupNight
from roster.objection import Objection
from roster.roll import Roll

_SETTINGS = "the settings (each_september)"


class NotReady(RosterError):
    """A night's run needs something that is not there yet."""

    headline = "There is nothing to compare yet."


@dataclass(frozen=True, slots=True)
class Found:
    """What a night found, each group with its list and its sitting, in one order. `load` gives the roll, put together once."""

    newest: Newest
    judging: Judging
    sittings: tuple[GroupSitting, ...]
    nights: tuple[GroupNight, ...]
    load: Callable[[], Roll]
    rolls_read: Callable[[], int]


def newest_of(session: Session) -> Newest:
    """Give what a night of now would go by. Raises `NotReady` without a roll or a list."""
    roll, kept = rolls.newest(session), lists.newest_of_each(session)
    if roll is None:
        raise NotReady("Give it an MIS export: roster receive contacts.xlsx.")
    if not kept:
        raise NotReady("Give it a group's member list: roster receive 3B=members.csv.")
    return Newest(roll, kept)


def inputs_of(session: Session, settings: Settings, slot: date, newest: Newest) -> str:
    """Digest all that goes into a night."""
    return inputs_digest(
        slot,
        newest.roll,
        [one.row for one in newest.lists],
        last_release=releases.last(session),
        decided=decisions.stamp(session),
        forgotten=forgettings.last(session),
        settings=settings,
    )


def find(
    session: Session, settings: Settings, *, slot: date, now: datetime, asked: Asked, settles: bool = True
) -> Found:
    """Judge every group, and settle what may be said. Writes nothing but the end of answers that rest on what is so no more,
    and which groups follow their children; nothing at all if it is not to settle anything, for another day than today.

    Raises `NotReady` without a roll or a list.
    """
    newest = newest_of(session)
    load = cache(partial(roll_of, session, settings, slot, newest.roll))
    against = cache(partial(against_roll, session, newest.roll, slot, settings.limits))
    brief = Brief(slot, settings, _ground(session, settings, slot, newest), load)
    judging = _opened(session, brief, newest, against, now) if settles else Judging(session, brief, {})
    sittings = tuple(map(judging.sitting, newest.lists))
    nights = Assembly(session, settings, newest, against_roll=against, asked=asked, load=load).nights(sittings)
    return Found(newest, judging, sittings, nights, load, lambda: load.cache_info().misses)


def _ground(session: Session, settings: Settings, slot: date, newest: Newest) -> Ground:
    return standing(session, settings, slot, newest.roll, [one.row.group_name for one in newest.lists])


def _opened(
    session: Session, brief: Brief, newest: Newest, against: Callable[[], tuple[Objection, ...]], now: datetime
) -> Judging:
    """Make ready to judge; first end the answers that rest on what is so no more, and let groups follow their children."""
    before, decided = judgements.every(session), decisions.stamp(session)
    judging = Judging(session, brief, before)
    if all(map(judging.settled, newest.lists)):
        return judging
    if decisions.any_links(session):
        decisions.lapse(session, brief.roll(), now)
    if not (against() or roll_damaged(brief.roll(), brief.settings.limits)):
        judging.follow(newest.lists, Word(_SETTINGS, now, brief.day))
    session.flush()
    if decisions.stamp(session) == decided:
        return judging
    return Judging(session, replace(brief, ground=_ground(session, brief.settings, brief.day, newest)), before)
