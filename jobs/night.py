"""A night's run: everything read, judged, kept and written about in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, partial

from sqlalchemy.orm import Session

from adapters.store import Store, decisions, judgements, lists, outbox, rolls, runs, tables
from adapters.store.ending import Word
from adapters.store.lists import KeptList
from jobs.crashing import crash_point
from jobs.digest import digest_of
from jobs.inputs import inputs_digest
from jobs.judging import Brief, GroupSitting, Judging
from jobs.results import Night, as_before, result_of
from jobs.settings import Settings
from jobs.standing import Ground, roll_of, standing
from jobs.writing import Writer
from roster.errors import RosterError
from roster.guard import Objection, roll_damaged
from roster.letters import Letter
from roster.night import AgainstRoll, GroupNight, Memory, Received, Rules, night_of, roll_objections
from roster.policy import Limits
from roster.runs import State
from roster.service_guards import ROLL_GUARDS

_REFUSED_FOR = timedelta(days=7)
_SETTINGS = "the settings (each_september)"


class NotReady(RosterError):
    """A night's run needs something that is not there yet."""

    headline = "There is nothing to compare yet."


def run_night(store: Store, settings: Settings, *, slot: date, now: datetime) -> Night:
    """Hold every group's newest list against the newest roll, keep the result, and write the letters.

    Raises `NotReady` without a roll, a list, or an office to write to. Sends nothing: that is `deliver`'s.
    """
    office = _office_of(settings)
    with store.writing() as session:
        newest = _newest(session)
        before = runs.latest(session)
        if before and before.slot == slot and before.inputs == _inputs(session, slot, newest, settings):
            return as_before(session, before)
        load = cache(partial(roll_of, session, settings, slot, newest.roll))
        judging = _opened(session, Brief(slot, settings, _ground(session, settings, slot, newest), load), newest, now)
        inputs = _inputs(session, slot, newest, settings)
        run = runs.begin(session, slot, roll_id=newest.roll.id or 0, inputs=inputs, at=now)
        refused = outbox.refused_since(session, now - _REFUSED_FOR)
        sittings = tuple(map(judging.sitting, newest.lists))
        nights = _nights(session, newest, sittings, _Asked(settings, refused))
        writer = Writer(settings, run, office, now)
        digest = digest_of(session, run, newest.roll, nights, settings, load)
        letters = [*_to_volunteers(nights, writer, refused, settings), *([writer.office(digest)] if digest else [])]
        for night, one in zip(nights, newest.lists, strict=True):
            runs.keep(session, run, night, list_id=one.row.id or 0)
            runs.void_others(session, one.row.group_key, night.digest, now)
        for sitting in sittings:
            judging.keep(sitting)
        if _proved_good(nights):
            rolls.accept(session, newest.roll, now)
        for letter in letters:
            outbox.write(session, run, letter)
        run.finished_at = now
        crash_point("night")
        anew = [sitting.anew for sitting in sittings if sitting.anew]
        done = Night(slot, run.number, tuple(map(result_of, nights)), len(letters))
        return replace(done, judged=sum(anew), groups_judged=len(anew), rolls_read=load.cache_info().misses)


@dataclass(frozen=True, slots=True)
class _Newest:
    roll: tables.Roll
    lists: tuple[KeptList, ...]


def _inputs(session: Session, slot: date, newest: _Newest, settings: Settings) -> str:
    return inputs_digest(
        slot,
        newest.roll,
        [one.row for one in newest.lists],
        last_release=runs.last_release(session),
        decided=decisions.stamp(session),
        settings=settings,
    )


def _ground(session: Session, settings: Settings, slot: date, newest: _Newest) -> Ground:
    return standing(session, settings, slot, newest.roll, [one.row.group_name for one in newest.lists])


def _opened(session: Session, brief: Brief, newest: _Newest, now: datetime) -> Judging:
    """Make ready to judge; first end the answers that rest on what is so no more, and let groups follow their children."""
    before, decided = judgements.every(session), decisions.stamp(session)
    judging = Judging(session, brief, before)
    if all(map(judging.settled, newest.lists)):
        return judging
    if decisions.any_links(session):
        decisions.lapse(session, brief.roll(), now)
    limits = brief.settings.limits
    if not (_against(session, newest.roll, brief.day, limits) or roll_damaged(brief.roll(), limits)):
        judging.follow(newest.lists, Word(_SETTINGS, now, brief.day))
    session.flush()
    if decisions.stamp(session) == decided:
        return judging
    return Judging(session, replace(brief, ground=_ground(session, brief.settings, brief.day, newest)), before)


@dataclass(frozen=True, slots=True)
class _Asked:
    settings: Settings
    refused: frozenset[str]

    def admins(self, group: str) -> tuple[str, ...]:
        return reachable(self.settings, group, self.refused)


def reachable(settings: Settings, group: str, refused: frozenset[str]) -> tuple[str, ...]:
    """The admins of a group who can be written to, each once."""
    return tuple(dict.fromkeys(one for one in settings.group(group).admins if one not in refused))


def _office_of(settings: Settings) -> str:
    if settings.school.office_email is None:
        raise NotReady(
            "Put school.office_email into the settings: the digest goes there, and what volunteers answer.",
            headline="Nobody knows where the office's letters should go.",
        )
    return settings.school.office_email


def _newest(session: Session) -> _Newest:
    roll, kept = rolls.newest(session), lists.newest_of_each(session)
    if roll is None:
        raise NotReady("Give it an MIS export: roster receive contacts.xlsx.")
    if not kept:
        raise NotReady("Give it a group's member list: roster receive 3B=members.csv.")
    return _Newest(roll, kept)


def _nights(
    session: Session, newest: _Newest, sittings: tuple[GroupSitting, ...], asked: _Asked
) -> tuple[GroupNight, ...]:
    settings, roll = asked.settings, newest.roll
    against = AgainstRoll(roll.id or 0, _against(session, roll, sittings[0].day, settings.limits))
    rules = Rules(settings.policy, settings.limits)
    return tuple(
        night_of(_received(one, asked), sitting, _memory(session, sitting.key), rules, against)
        for one, sitting in zip(newest.lists, sittings, strict=True)
    )


def _against(session: Session, roll: tables.Roll, day: date, limits: Limits) -> tuple[Objection, ...]:
    """What speaks against the roll as such, held against the last one that proved good."""
    accepted = rolls.last_accepted(session)
    before = rolls.facts(session, accepted) if accepted and accepted.id != roll.id else None
    return roll_objections(rolls.facts(session, roll), before, day, limits)


def _received(one: KeptList, asked: _Asked) -> Received:
    return Received(one.listed, one.row.day, addressed=bool(asked.admins(one.row.group_name)))


def _memory(session: Session, key: str) -> Memory:
    told = tuple(flag for flag in runs.flags(session, runs.last_told(session, key)) if flag.standing == "remove")
    last = runs.flags(session, runs.last_of(session, key))
    return Memory(told, last, runs.in_force(session, key), read=bool(runs.releases(session, key)))


def _to_volunteers(
    nights: Iterable[GroupNight], writer: Writer, refused: frozenset[str], settings: Settings
) -> Iterable[Letter]:
    for night in nights:
        if night.tells:
            words = writer.volunteers_words(night)
            for admin in reachable(settings, night.name, refused):
                yield writer.volunteer(night, words, admin)


def _proved_good(nights: Iterable[GroupNight]) -> bool:
    """Whether nothing speaks against the roll, or the office has released every group that it was held for."""
    return all(night.state is State.RELEASED for night in nights if any(map(_is_about_the_roll, night.objections)))


def _is_about_the_roll(objection: Objection) -> bool:
    return objection.guard in ROLL_GUARDS
