"""Exemptions, and whom a group is for: the office's word, kept, listed and ended."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import Store, audit, exemptions, group_scopes, lists, rolls
from adapters.store.ending import Word
from adapters.store.exemptions import Granted
from adapters.store.lists import KeptList
from jobs.naming import NotFound, group_named, must_be_nobody_elses, one_identity
from jobs.settings import Settings
from jobs.standing import roll_of
from roster.decisions import Capacity, Exemption
from roster.errors import RosterError
from roster.groups import Member
from roster.roll import Roll
from roster.scope import Kind, Scope, scope_of
from roster.shown import plain
from roster.tokens import phone_in
from roster.words import counted, listed, spoken


class NotGranted(RosterError):
    """An exemption that would say too much, or nothing."""

    headline = "Nothing was granted."


class NoScope(RosterError):
    """Words that say no class, year or school."""

    headline = "The group's scope was left as it is."


@dataclass(frozen=True, slots=True)
class Wish:
    """An exemption as it is asked for: None for `group` is every group, None for `member` everybody in it."""

    group: str | None
    member: str | None
    reason: str
    until: date | None = None
    capacity: Capacity = Capacity.OTHER


def exempt(store: Store, settings: Settings, word: Word, wish: Wish) -> Granted:
    """Grant an exemption. Raises `NotGranted`, `NotFound` or `NotUnique`."""
    reason = plain(wish.reason, 200)
    if not reason:
        raise NotGranted("Say why.")
    if wish.until and wish.until < word.day:
        raise NotGranted(f"{spoken(wish.until)} is over already.")
    with store.writing() as session:
        blank = Exemption(None, None, reason, word.by, word.day, wish.until, wish.capacity)
        new = exemptions.grant(session, word, _granted(session, settings, wish, blank))
        audit.note(session, "exempt", by=word.by, at=word.at, about=_about(new))
        return new


def granted(store: Store) -> tuple[Granted, ...]:
    """Every exemption that nobody has ended."""
    with store.reading() as session:
        return exemptions.every(session)


def end(store: Store, word: Word, number: int) -> None:
    """End an exemption. Raises `NotFound`."""
    with store.writing() as session:
        if not exemptions.over(session, number, word):
            raise NotFound("roster exempt --list shows them.", headline=f"There is no exemption {number}.")
        audit.note(session, "end exemption", by=word.by, at=word.at, about={"number": number})


def rescope(store: Store, settings: Settings, word: Word, group: str, scope: str | None) -> str:
    """Say whom a group is for from now on; None leaves it as its name and the settings say. Raises `NoScope` or `NotFound`."""
    with store.writing() as session:
        kept = group_named(session, group)
        said = _scope_said(session, settings, word, scope) if scope is not None else "as its name and the settings say"
        name = kept.row.group_name
        group_scopes.decide(session, word, group_key=kept.row.group_key, group=name, scope=scope)
        audit.note(session, "rescope", by=word.by, at=word.at, about={"group": name, "scope": scope})
    return f"{plain(name)} is for {said}." if scope is not None else f"{plain(name)} stays {said}."


def undo_scope(store: Store, word: Word, group: str) -> str:
    """Take back what was said of a group's scope. Raises `NotFound` if nothing was."""
    with store.writing() as session:
        row = group_named(session, group).row
        name = row.group_name
        if not group_scopes.undo(session, word, row.group_key):
            raise NotFound("There is nothing to undo.", headline=f"Nobody has said whom {plain(group)} is for.")
        audit.note(session, "undo rescope", by=word.by, at=word.at, about={"group": name})
    return f"Undone: {plain(name)} is for whom its name and the settings say."


def _about(new: Granted) -> dict[str, str | int | None]:
    given = new.exemption
    whom = {"number": given.number, "member": given.who, "shown as": new.shown_as, "group": new.group}
    return {**whom, "reason": given.reason, "until": given.until.isoformat() if given.until else None}


def _granted(session: Session, settings: Settings, wish: Wish, blank: Exemption) -> Granted:
    kept = group_named(session, wish.group) if wish.group is not None else None
    if wish.member is None:
        if kept is None:
            raise NotGranted("That would be everybody in every group: name a group, or somebody.")
        return Granted(replace(blank, group=kept.row.group_key), "", kept.row.group_name)
    member = _member(session, settings, wish.member, kept)
    if kept is None:
        if not member.phones and not member.emails:
            raise NotGranted("Of all groups only a number or an address is one person's: give that, or name the group.")
        return Granted(replace(blank, who=member.identity), member.shown_as, "")
    must_be_nobody_elses(member, kept.listed.members, kept.row.group_name)
    return Granted(replace(blank, who=member.identity, group=kept.row.group_key), member.shown_as, kept.row.group_name)


def _member(session: Session, settings: Settings, said: str, kept: KeptList | None) -> Member:
    """Whoever is named among the members; a whole number may be exempt before it is in any group."""
    region = settings.policy.region
    people = list(kept.listed.members) if kept else _everybody(session)
    phone = phone_in(said, region)
    if phone and not any(phone in member.phones for member in people):
        return Member(said, 0, phone=phone)
    return one_identity(said, people, region)


def _everybody(session: Session) -> list[Member]:
    members = (member for one in lists.newest_of_each(session) for member in one.listed.members)
    return list({member.identity: member for member in members}.values())


def _scope_said(session: Session, settings: Settings, word: Word, scope: str) -> str:
    row = rolls.newest(session)
    roll = roll_of(session, settings, word.day, row) if row else None
    meant = scope_of(scope, roll.snapshot.pupils if roll else (), word.day)
    if meant.guessed:
        raise NoScope(f"{plain(scope)} says no class, no year and not the whole school.")
    return _counted(meant, roll) if roll else meant.said


def _counted(meant: Scope, roll: Roll) -> str:
    number = sum(pupil.on_roll(roll.day) and meant.includes(pupil) for pupil in roll.snapshot.pupils)
    if not number:
        classes = sorted({one for pupil in roll.snapshot.pupils for one in pupil.classes})
        there = f" The classes on the roll are {listed(classes)}." if meant.kind is Kind.CLASS and classes else ""
        raise NoScope(f"No pupil on roll is in {meant.said}.{there}")
    return f"{meant.said}, {counted(number, 'child', 'children')} on roll, from the next run on"
