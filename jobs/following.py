"""The ledger, kept up: what each night shows of those who were to be taken out, and what volunteers say of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from adapters.store import audit, ledger, lists, runs, tables
from adapters.store.ending import Word
from adapters.store.ledger import Account, Page
from jobs.naming import NotFound, group_named, one_identity, said_of
from jobs.settings import Settings
from roster.changes import Flag
from roster.groups import Completeness, Member, Presence, Shown
from roster.guard import LIST_GUARDS, SIZE_GUARDS
from roster.ledger import Event, Item, What
from roster.night import REMOVE, GroupNight
from roster.runs import State, group_key
from roster.shown import address_of, label, phone_of, plain
from roster.sight import Sight, next_events

_NOTE_AT_MOST = 200
_UNSURE = frozenset({State.STALE, State.PAUSED})
_SAID = {
    What.SAID_DONE: "said to be taken out; the group's next whole list will show it",
    What.DISPUTED: "disputed; the office's next digest says so, and volunteers are not reminded until the office has answered",
    What.CANNOT_FIND: "said not to be found in the group",
    What.ALREADY_GONE: "said to have gone already; the group's next whole list will show it",
    What.UNSAID: "to be taken out, as before anybody said anything",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A volunteer's word about somebody: one of the claims, or `What.UNSAID` to take the last one back."""

    group: str
    member: str
    what: What
    note: str = ""


def observe(session: Session, run: tables.Run, nights: Iterable[GroupNight], now: datetime, settings: Settings) -> None:
    """Add to the ledger what a run shows, in its transaction, once its groups are kept and before letters are written."""
    kept = {row.group_key: row for row in runs.of_run(session, run)}
    answers = ledger.answers(session)
    for night in nights:
        row = kept[group_key(night.name)]
        known = ledger.account(session, row.group_key)
        page = Page(row.group_key, night.name, run.id, row.list_id)
        sight = _sight(session, night, known, run.slot, answers)
        found = next_events(known.items, sight, at=now, chase_after_days=settings.letters.chase_after_days)
        ledger.add(session, page, found)
        if _is_sure(night):
            ledger.add(session, page, _overdue(session, row.group_key, sight, now, settings))


def said(session: Session, settings: Settings, word: Word, told: Said) -> str:
    """Keep a volunteer's word about somebody whom they were asked to take out, and say what follows.

    It proves nothing and closes nothing. Raises `NotFound` if nothing is open about anybody of that name, or there is
    no word to take back, and `NotUnique`.
    """
    kept = group_named(session, told.group)
    known = ledger.account(session, kept.row.group_key)
    members = _members_of(known, kept.listed.members)
    if not members:
        raise NotFound(
            "roster ledger shows what is open.", headline=f"Nobody is to be taken out of {plain(kept.row.group_name)}."
        )
    member = one_identity(told.member, members, settings.policy.region)
    item = known.items[member.identity]
    who = f"{said_of(member, members)} in {plain(kept.row.group_name)}"
    if told.what is What.UNSAID and not item.claims:
        raise NotFound("There is nothing to take back.", headline=f"Nobody has said anything about {who}.")
    note = plain(told.note, _NOTE_AT_MOST)
    event = Event(item.identity, item.shown_as, told.what, word.at, word.day, by=word.by, note=note)
    ledger.add(session, Page(kept.row.group_key, kept.row.group_name), [event])
    about = {"group": kept.row.group_name, "member": item.identity, "what": told.what.value, "note": note}
    audit.note(session, "said", by=word.by, at=word.at, about=about)
    if told.what is What.UNSAID and len(item.claims) > 1:
        return f"Taken back. What was said before stands: {who} is {_SAID[item.claims[-2].what]}."
    return f"Noted: {who} is {_SAID[told.what]}."


def _sight(session: Session, night: GroupNight, known: Account, slot: date, answers: ledger.Answers) -> Sight:
    removals = (one for one in night.flags if one.standing == REMOVE and one.identity not in night.withheld)
    return Sight(
        day=slot,
        removals={flag.identity: flag.shown_as for flag in removals},
        told=_told(night),
        seen=_seen(session, night, known),
        gone=night.gone,
        listed_on=_listed_on(night),
        answered=answers.in_group(known.key),
        whole=_is_whole(night),
    )


def _is_sure(night: GroupNight) -> bool:
    """Whether nothing speaks against those who were asked for before, though new ones may be held."""
    doubted = night.state is State.HELD and any(one.guard not in SIZE_GUARDS for one in night.objections)
    return night.state not in _UNSURE and not doubted


def _told(night: GroupNight) -> frozenset[str]:
    """Those of whom volunteers know that they are to be taken out, once the night's letters are out."""
    return frozenset(flag.identity for flag in night.told)


def _seen(session: Session, night: GroupNight, known: Account) -> frozenset[str]:
    """Those whom the newest list itself shows; what earlier ones add to it is no sight of anybody."""
    listed = night.judged.listed
    waits = any(item.claims or item.proved_on for item in known.items.values())
    if waits and not listed.proves_absence:
        listed = lists.each_of(session, known.key)[-1].listed
    return frozenset(one.identity for one in listed.members if one.presence is Presence.IN)


def _is_whole(night: GroupNight) -> bool:
    """Whether whoever is not on the list is not in the group, under no other name either."""
    judged = night.judged
    hidden = any(not (one.own or one.phone or one.email) for one in judged.listed.members)
    doubted = any(one.guard in LIST_GUARDS for one in judged.held)
    return judged.listed.proves_absence and not hidden and not doubted


def _listed_on(night: GroupNight) -> date:
    """The day that a list shows: not later than it came; the beginning of time where a chat does not say."""
    listed = night.judged.listed
    if listed.as_of is None:
        return date.min if listed.completeness is Completeness.EVENTS else night.received.on
    return min(listed.as_of.date(), night.received.on)


def _overdue(session: Session, key: str, sight: Sight, now: datetime, settings: Settings) -> Iterable[Event]:
    """Whoever has been open for so long that the office is told: once."""
    days, zone = settings.letters.office_after_days, settings.school.zone
    for item in ledger.account(session, key).unsettled:
        is_due = item.identity in sight.removals and not item.was_told(What.TO_OFFICE)
        if is_due and ledger.days_open(session, key, item, sight.day, zone) >= days:
            yield Event(item.identity, item.shown_as, What.TO_OFFICE, now, sight.day)


def _members_of(known: Account, members: Iterable[Member]) -> tuple[Member, ...]:
    """Those who are open, as the newest list has them, or as they were shown when they were asked for."""
    here = {one.identity: one for one in members}
    return tuple(here.get(item.identity) or _as_member(item) for item in known.unsettled)


def _as_member(item: Item) -> Member:
    flag = Flag(item.identity, REMOVE, "", item.shown_as)
    phone = phone_of(flag)
    shown = Shown.NUMBER if phone else Shown.NO_NUMBER
    return Member(item.shown_as, 0, name=label(item.shown_as), phone=phone, email=address_of(flag), shown=shown)
