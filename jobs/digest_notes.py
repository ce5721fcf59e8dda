"""What the digest says of decisions: numbers for the MIS, exemptions that end or are not needed, hints, answers that lapsed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from adapters.store import exemptions, group_scopes, hints, history, links, tables
from adapters.store.exemptions import Granted
from adapters.store.hints import Hint
from adapters.store.links import Answered
from jobs.missed import missed
from jobs.settings import Settings
from jobs.undelivered import no_school_day, not_taken
from roster.decisions import Answer, Link
from roster.lapses import is_number
from roster.night import GroupNight
from roster.runs import group_key
from roster.shown import label, plain
from roster.verdicts import Standing, Verdict
from roster.words import listed, spoken

FADING = "~"
"""How the key of a note begins whose end is no news."""

ONCE = f"{FADING}once "
"""How the key of a note begins that is said once, as long as it stays so."""

_COUNTS = re.compile(r"\([^)]*\)|\d+")
_SOON = timedelta(days=14)
_EXEMPT = "exempt"


def standing_notes(session: Session, nights: tuple[GroupNight, ...], slot: date) -> Iterator[tuple[str, str]]:
    """Give what is so until it changes: keys by which the next night knows what was said, and sentences."""
    yield from _pauses(nights)
    yield from (
        (f"{FADING}update {one.link.number}", _update(one.link))
        for one in links.every(session)
        if _lacks_the_number(one.link) and not _is_somebodys(session, one)
    )
    for one in exemptions.every(session):
        yield from _of_exemption(one, nights, slot)
    for told in group_scopes.every(session):
        if slot - told.on <= _SOON:
            whom = f"is for {plain(told.scope)}" if told.scope else "stays as it was"
            said = f"{plain(told.group)} {whom}, by the word of {plain(told.by)} on {spoken(told.on)}."
            yield f"{FADING}scope {group_key(told.group)} {told.scope} {told.on}", said


def notes_of_groups(nights: tuple[GroupNight, ...], settings: Settings) -> Iterator[tuple[str, str]]:
    """Give what is missing of groups until it comes: a member list, an admin's address."""
    have = {group_key(night.name) for night in nights}
    without = [name for name in settings.groups if group_key(name) not in have]
    unaddressed = [night.name for night in nights if not settings.group(night.name).admins]
    if without:
        names = listed(list(map(plain, without)))
        yield f"no list {sorted(map(group_key, without))}", f"No member list has been received for {names}."
    if unaddressed:
        names = listed(list(map(plain, unaddressed)))
        yield (
            f"no admin {sorted(map(group_key, unaddressed))}",
            f"No admin's address is known for {names}: add it under [groups] in the settings.",
        )


def notes_of_itself(session: Session, settings: Settings, now: datetime) -> Iterator[tuple[str, str]]:
    """Give what Roster itself did not get done: jobs that did not run, letters that nobody takes or for which no school day is known."""
    for said in missed(session, now):
        # The same job failing on another day is no news.
        yield f"{FADING}missed {_COUNTS.sub('', said)}", said
    for reader, said in not_taken(session, settings, now):
        yield f"{FADING}not taken {reader}", said
    waiting = no_school_day(session, settings, now)
    if waiting:
        yield f"{FADING}no school day", waiting


class Happenings:
    """What has happened to decisions, of which no digest has told."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._hints = [one for one in hints.unanswered(session) if one.new]
        self._lapsed = links.unreported(session)

    def __bool__(self) -> bool:
        return bool(self._hints or self._lapsed)

    @property
    def said(self) -> tuple[str, ...]:
        """A sentence on each."""
        return (*map(_hint, self._hints), *(_lapse(one) for _, one in self._lapsed))

    def told(self, run: tables.Run) -> None:
        """Remember that a run's digest tells of them."""
        hints.reported(self._session, [one.number for one in self._hints], run)
        links.reported(self._session, [number for number, _ in self._lapsed], run)


def _pauses(nights: Iterable[GroupNight]) -> Iterator[tuple[str, str]]:
    until = next((night.paused for night in nights if night.paused), None)
    if until:
        said = (
            f"It is the pause until {spoken(until)}: whatever comes up, no volunteer is written to before it is over."
        )
        yield f"{FADING}pause {until}", said


def _lacks_the_number(link: Link) -> bool:
    known = link.contact and link.member in link.contact.phones
    return link.answer is Answer.SAME and is_number(link.member) and not known


def _is_somebodys(session: Session, one: Answered) -> bool:
    """Whether the school's list still has the number for whoever had it when the answer was given; a later one ends the answer."""
    return one.held and any(seen.until is None for seen in history.sightings(session, [one.link.member], ()))


def _update(link: Link) -> str:
    who = plain(link.contact.shown) if link.contact else ""
    return (
        f"Please update the MIS: {who}'s number ends {link.member[-3:]}, as {plain(link.by)} said on {spoken(link.on)}."
    )


def _of_exemption(granted: Granted, nights: tuple[GroupNight, ...], slot: date) -> Iterator[tuple[str, str]]:
    one = granted.exemption
    if one.until and one.until < slot:
        yield from _ended(granted, nights)
        return
    whose, why = f"The exemption of {_whose(granted)}", _not_needed(granted, nights)
    if why:
        cure = f"End it with roster exempt --end {one.number}"
        yield f"{FADING}unneeded {one.number}", f"{whose} is no longer needed: {why}. {cure}"
    elif one.until and one.until - slot <= _SOON:
        soon = f"({plain(one.reason, 100)}) ends on {spoken(one.until)}"
        yield f"{FADING}expires {one.number}", f"{whose} {soon}. If it should go on, grant it again."


def _ended(granted: Granted, nights: tuple[GroupNight, ...]) -> Iterator[tuple[str, str]]:
    """Tell of an exemption that has run out, if somebody whom it named is flagged now."""
    one = granted.exemption
    flagged = any(
        one.names(verdict.member.identities, group_key(night.name)) for night in nights for verdict in night.verdicts
    )
    if flagged and one.until:
        granted_on = f"The exemption of {spoken(one.granted_on)} of {_whose(granted)}"
        yield f"{ONCE}ended {one.number}", f"{granted_on} ended on {spoken(one.until)}."


def _not_needed(granted: Granted, nights: tuple[GroupNight, ...]) -> str:
    """Say why nobody needs an exemption; "" if somebody does, or may: somebody whom a list that may miss people lacks."""
    one = granted.exemption
    groups = [night for night in nights if one.group is None or group_key(night.name) == one.group]
    named = [
        verdict
        for night in groups
        for verdict in night.judged.verdicts
        if one.names(verdict.member.identities, group_key(night.name))
    ]
    if not groups or any(map(_rests_on_it, named)):
        return ""
    if named:
        return "they belong there anyway"
    return "they are in the group no more" if all(night.judged.listed.proves_absence for night in groups) else ""


def _rests_on_it(verdict: Verdict) -> bool:
    return verdict.reason.name == _EXEMPT or verdict.standing is not Standing.BELONGS


def _whose(granted: Granted) -> str:
    one = granted.exemption
    where = plain(granted.group) if granted.group else "all groups"
    if one.who is None:
        return f"everybody in {where}"
    ending = f"number ending {one.who[-3:]}" if is_number(one.who) else ""
    shown = ", ".join(part for part in (label(granted.shown_as), ending) if part)
    return f"{shown or 'somebody'} in {where}"


def _hint(hint: Hint) -> str:
    who = label(hint.shown_as) or f"number ending {hint.member[-3:]}"
    return f'Of {who} in {plain(hint.group)}, {hint.by} says: "{plain(hint.said, 200)}" Nothing is decided by it; see roster queries.'


def _lapse(one: Answered) -> str:
    who = label(one.shown_as) or "somebody shown only by number"
    ending = f", number ending {one.link.member[-3:]}," if is_number(one.link.member) else ""
    return (
        f"What {plain(one.link.by)} answered about {who}{ending} in {plain(one.group)} is over: {plain(one.why, 200)}."
    )
