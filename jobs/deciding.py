"""The office's answers about members, and what volunteers say of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import Store, audit, hints, links, rolls
from adapters.store.ending import Word
from adapters.store.hints import Hint
from adapters.store.links import About
from adapters.store.lists import KeptList
from jobs.asked import queried
from jobs.naming import (
    NotFound,
    contact_said,
    group_named,
    must_be_nobody_elses,
    one_contact,
    one_identity,
    one_member,
    said_of,
)
from jobs.night import NotReady
from jobs.settings import Settings
from jobs.standing import roll_of, scope_told
from roster.decisions import Answer, Who
from roster.errors import RosterError
from roster.groups import Member
from roster.lapses import is_number
from roster.match import match
from roster.people import Contact
from roster.roll import Roll, present
from roster.scope import scope_of
from roster.shown import plain
from roster.words import spoken

_HINT_AT_MOST = 200
_QUERY_DIGITS = 2


class NotAnAdmin(RosterError):
    """Somebody says something of a group that they do not look after."""

    headline = "Nothing was noted."


class Contradicted(RosterError):
    """An answer that the school's list contradicts."""

    headline = "Nothing was answered."


class NoHint(RosterError):
    """A hint that says nothing, or too much."""

    headline = "Nothing was noted."


@dataclass(frozen=True, slots=True)
class Meant:
    """A member of a group whom somebody has named: who that is for the store, and for people; and the list's day."""

    member: Member
    about: About
    said: str
    on: date

    @classmethod
    def of(cls, kept: KeptList, member: Member) -> "Meant":
        """Say who a member of a group's list is."""
        key, name = kept.row.group_key, kept.row.group_name
        said = f"{said_of(member, kept.listed.members)} in {plain(name)}"
        return cls(member, About(member.identity, member.shown_as, key, name), said, kept.row.day)


def answer(
    store: Store, settings: Settings, word: Word, group: str, member: str, said: Answer, contact: str | None
) -> tuple[str, ...]:
    """Keep the office's answer about a member, and say what follows. Raises `NotFound`, `NotUnique` or `NotReady`."""
    with store.writing() as session:
        kept, meant = _meant(session, settings, group, member)
        must_be_nobody_elses(meant.member, kept.listed.members, kept.row.group_name)
        roll = _newest_roll(session, settings, word)
        known = None if said is Answer.NO_PARENT else _contact(contact or "", roll, settings)
        _must_not_contradict(meant.member, said, known, roll)
        who = Who.of(known) if known else None
        about = replace(meant.about, held_by=tuple(map(Who.of, _holders(meant.member, roll))))
        links.answer(session, word, about, said, who, _seen(session, settings, meant, known, roll))
        hints.answered(session, word, group_key=about.group_key, member=about.member)
        _noted(session, "answer", word, about, said=said.value, contact=who.shown if who else None)
        return tuple(_follows(meant, said, known, roll))


def undo(store: Store, settings: Settings, word: Word, group: str, member: str) -> tuple[str, ...]:
    """Take back every answer about a member. Raises `NotFound` if there is none."""
    with store.writing() as session:
        _, meant = _meant(session, settings, group, member)
        if not links.undo(session, word, meant.about):
            raise NotFound("There is nothing to undo.", headline=f"Nobody has answered about {meant.said}.")
        _noted(session, "undo answer", word, meant.about)
        return (f"Undone: {meant.said} is in question again, or is judged by the number, from the next run on.",)


def hint(store: Store, settings: Settings, word: Word, group: str, member: str, said: str) -> tuple[str, ...]:
    """Keep a volunteer's word for the office; `word.by` is the address. It decides nothing. Raises `NotAnAdmin` and others."""
    by = next((one for one in settings.group(group).admins if one.casefold() == word.by.strip().casefold()), None)
    if by is None:
        raise NotAnAdmin(
            f"Only those who look after a group may say something of its members: see admins under [groups] for {plain(group)}."
        )
    text = plain(said, _HINT_AT_MOST + 1)
    if not text or len(text) > _HINT_AT_MOST:
        raise NoHint(f"Say it in 1 to {_HINT_AT_MOST} characters.")
    with store.writing() as session:
        # By name or number alone: what is in question is nothing that a volunteer may find out.
        kept = group_named(session, group)
        about = Meant.of(kept, one_member(member, kept.listed.members, settings.policy.region)).about
        given = Hint(about.member, about.shown_as, about.group_key, about.group, text, by, word.day)
        theirs = Word(by, word.at, word.day)
        hints.give(session, theirs, given)
        _noted(session, "hint", theirs, about, said=text)
    return ("Thank you. The school office reads it; nothing is decided by it.",)


def is_query_number(said: str) -> bool:
    """Whether this is how `roster queries` numbers those in question, and so says somebody only as of one night."""
    number = said.strip()
    return number.isascii() and number.isdigit() and len(number) <= _QUERY_DIGITS


def named(store: Store, settings: Settings, group: str, member: str) -> str:
    """Say who is meant. Raises `NotFound` or `NotUnique`."""
    with store.reading() as session:
        return _meant(session, settings, group, member)[1].said


def _noted(session: Session, act: str, word: Word, about: About, **more: str | None) -> None:
    who = {"group": about.group, "member": about.member, "shown as": about.shown_as}
    audit.note(session, act, by=word.by, at=word.at, about={**who, **more})


def _meant(session: Session, settings: Settings, group: str, said: str) -> tuple[KeptList, Meant]:
    """Give the member who is named, or who is the query of this number in the last run, and what is known of the group."""
    kept = group_named(session, group)
    if is_query_number(said):
        identity = queried(session, kept.row.group_key, int(said))
        found = next((one for one in kept.listed.members if one.identity == identity), None)
        if found is None:
            raise NotFound(
                "roster queries shows them with their numbers.",
                headline=f"There is no open query {said.strip()} in this group.",
            )
        return kept, Meant.of(kept, found)
    return kept, Meant.of(kept, one_identity(said, kept.listed.members, settings.policy.region))


def _newest_roll(session: Session, settings: Settings, word: Word) -> Roll:
    row = rolls.newest(session)
    if row is None:
        raise NotReady("Give it an MIS export: roster receive contacts.xlsx.")
    return roll_of(session, settings, word.day, row)


def _contact(said: str, roll: Roll, settings: Settings) -> Contact:
    """The contact who is named: one of the roll, and only then one whom it had once."""
    once = (former.contact for former in roll.past.formers)
    return one_contact(said, roll.snapshot.contacts, once, settings.policy.region)


def _must_not_contradict(member: Member, said: Answer, contact: Contact | None, roll: Roll) -> None:
    """Refuse to say that a number is nobody's, or another's, of which the roll says whose it is. Raises `Contradicted`."""
    if said is Answer.SOMEBODY_ELSE:
        return
    numbers = [one for phone in member.phones for one in roll.with_phone(phone)]
    holders = numbers if member.phones else _holders(member, roll)
    here = [one for one in holders if any(present(tie.pupil, roll.day) for tie in one.ties)]
    if here and contact not in holders:
        what = "number" if member.phones else "address"
        raise Contradicted(
            f"The school's list has this {what} for {'; '.join(map(contact_said, dict.fromkeys(here)))}. "
            "Mend it in the MIS first."
        )


def _holders(member: Member, roll: Roll) -> tuple[Contact, ...]:
    held = [one for phone in member.phones for one in roll.with_phone(phone)]
    return tuple(dict.fromkeys((*held, *(one for address in member.emails for one in roll.with_email(address)))))


def _seen(session: Session, settings: Settings, meant: Meant, contact: Contact | None, roll: Roll) -> tuple[str, ...]:
    """What spoke for the contact when the office answered."""
    group = meant.about.group
    scope = scope_of(scope_told(session, settings, group) or group, roll.snapshot.pupils, roll.day)
    found = match(meant.member, roll, scope).candidates
    signs = (sign.said for one in found if one.contact is contact for sign in one.signs)
    return (f"row {meant.member.row} of the list of {spoken(meant.on)}", *signs)


def _follows(meant: Meant, said: Answer, contact: Contact | None, roll: Roll) -> Iterator[str]:
    if said is Answer.NO_PARENT or contact is None:
        yield f"{meant.said} is nobody's parent or carer here. From the next run on nobody's name is offered for them."
        return
    if said is Answer.SOMEBODY_ELSE:
        yield f"{meant.said} is not {_shown(contact, roll)}. From the next run on that name is not offered for them."
        return
    yield f"{meant.said} is {_shown(contact, roll)}, from the next run on and on every later roll, until that changes."
    phone = meant.member.phone
    if phone and is_number(meant.member.identity) and not roll.with_phone(phone):
        yield f"Please update the MIS: {contact.shown}'s number ends {phone.ending(3)}."


def _shown(contact: Contact, roll: Roll) -> str:
    """The name; with the child, where another has the name too."""
    alike = sum(one.shown == contact.shown for one in roll.snapshot.contacts)
    return contact_said(contact) if alike > 1 else contact.shown
