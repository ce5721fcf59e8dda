"""A night's run: everything read, judged, kept and written about in one transaction."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from adapters.store import Store, outbox, releases, rolls, runs, stops, tables
from jobs import keeping
from jobs.crashing import crash_point
from jobs.digest import ForOffice, office_letters
from jobs.finding import Found, NotReady, find, inputs_of, newest_of
from jobs.following import observe
from jobs.results import Night, as_before, result_of
from jobs.settings import Settings
from jobs.telling import letters_of, reachable, writer_of
from roster.guard import Objection
from roster.letters import Letter
from roster.night import GroupNight
from roster.runs import State
from roster.service_guards import ROLL_GUARDS

__all__ = ["NotReady", "is_of_today", "run_night", "stands_today"]


def run_night(
    store: Store, settings: Settings, *, slot: date, now: datetime, mine: Callable[[Session], None] | None = None
) -> Night:
    """Hold every group's newest list against the newest roll, keep the result, and write the letters.

    A run for another day than the school's today, a missed one made up for or one that somebody asks for, is kept and
    writes to nobody: what holds on that day is not what holds now. `mine` is asked, within the transaction, whether the
    night is still this process's to run; it raises if not. Raises `NotReady` without a roll, a list, or an office to write
    to. Sends nothing: that is `deliver`'s.
    """
    office = _office_of(settings)
    with store.writing() as session:
        if mine:
            mine(session)
        speaks = is_of_today(slot, now, settings)
        before = runs.latest(session)
        # One that was made before its day came has told nobody, and stands for nothing on the day.
        spoke = before is not None and (not speaks or is_of_today(slot, before.started_at, settings))
        if before and before.slot == slot and spoke and _has_the_same_inputs(session, settings, before):
            return as_before(session, before)
        if speaks:
            # What has not gone yet is said anew, so that what goes is always what the newest run says.
            outbox.withdraw_unsent(session, now)
        stood = keeping.stood(session)
        stopped = stops.in_force(session)
        asked = partial(reachable, settings, stopped=stopped) if speaks else _nobody
        found = find(session, settings, slot=slot, now=now, asked=asked, settles=speaks)
        inputs = inputs_of(session, settings, slot, found.newest)
        run = runs.begin(session, slot, roll_id=found.newest.roll.id or 0, inputs=inputs, at=now)
        writer = writer_of(session, run, settings, office, now)
        _keep(session, run, found)
        if speaks:
            _follow_up(session, found, now)
        keeping.keep(session, run, settings, stood, found, asked, now)
        letters: tuple[Letter, ...] = ()
        if speaks:
            observe(session, run, found.nights, now, settings)
            told = ForOffice(found.newest.roll, found.nights, found.load)
            letters = (*letters_of(session, found.nights, writer, stopped), *office_letters(session, run, told, writer))
        _write(session, run, letters)
        run.finished_at = now
        crash_point("night")
        return replace(_said(run, found, len(letters)), silent=not speaks)


def _office_of(settings: Settings) -> str:
    if settings.school.office_email is None:
        raise NotReady(
            "Put school.office_email into the settings: the digest goes there, and what volunteers answer.",
            headline="Nobody knows where the office's letters should go.",
        )
    return settings.school.office_email


def is_of_today(slot: date, now: datetime, settings: Settings) -> bool:
    """Whether a night is the school's today; until the hour at which the next one is due, the last one still is."""
    local = now.astimezone(settings.school.zone)
    return slot == local.date() or (slot == local.date() - timedelta(days=1) and local.time() < settings.schedule.at)


def stands_today(session: Session, settings: Settings, now: datetime) -> bool:
    """Whether a run of today has said, by writing or by silence, what volunteers are to be told, and all it rests on is still so."""
    run = runs.latest(session)
    if run is None or not (is_of_today(run.slot, now, settings) and is_of_today(run.slot, run.started_at, settings)):
        return False
    return _has_the_same_inputs(session, settings, run)


def _has_the_same_inputs(session: Session, settings: Settings, run: tables.Run) -> bool:
    return run.inputs == inputs_of(session, settings, run.slot, newest_of(session))


def _nobody(_group: str) -> tuple[str, ...]:
    return ()


def _keep(session: Session, run: tables.Run, found: Found) -> None:
    for night, one in zip(found.nights, found.newest.lists, strict=True):
        runs.keep(session, run, night, list_id=one.row.id or 0)


def _follow_up(session: Session, found: Found, now: datetime) -> None:
    """Keep the judgement for the nights to come, end the releases that were for other people, accept the roll if it proved good."""
    for sitting in found.sittings:
        found.judging.keep(sitting)
    for night, one in zip(found.nights, found.newest.lists, strict=True):
        releases.void_others(session, one.row.group_key, night.digest, now)
    if _proved_good(found.nights):
        rolls.accept(session, found.newest.roll, now)


def _write(session: Session, run: tables.Run, letters: Iterable[Letter]) -> None:
    for letter in letters:
        outbox.write(session, run, letter)


def _said(run: tables.Run, found: Found, letters: int) -> Night:
    anew = [sitting.anew for sitting in found.sittings if sitting.anew]
    groups = tuple(map(result_of, found.nights))
    return Night(
        run.slot, run.number, groups, letters, judged=sum(anew), groups_judged=len(anew), rolls_read=found.rolls_read()
    )


def _proved_good(nights: Iterable[GroupNight]) -> bool:
    """Whether nothing speaks against the roll, or the office has released every group that it was held for."""
    return all(night.state is State.RELEASED for night in nights if any(map(_is_about_the_roll, night.objections)))


def _is_about_the_roll(objection: Objection) -> bool:
    return objection.guard in ROLL_GUARDS
