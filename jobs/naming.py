"""A group, a member or a contact as the office names them: exactly one, or a sentence that says which ones there are."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from adapters.mail.lines import Lines
from adapters.store import lists
from adapters.store.lists import KeptList
from roster.errors import RosterError
from roster.groups import Member
from roster.meant import contacts_meant, members_meant
from roster.people import Contact
from roster.runs import group_key
from roster.shown import label, plain
from roster.words import listed


class NotFound(RosterError):
    """Nobody, or nothing, is called so."""

    headline = "Nobody fits."


class NotUnique(RosterError):
    """Several fit."""

    headline = "More than one fits."


def group_named(session: Session, said: str) -> KeptList:
    """Give what is known of a group, however its name is spelt. Raises `NotFound`."""
    known = lists.newest_of_each(session)
    for one in known:
        if one.row.group_key == group_key(said):
            return one
    names = listed([plain(one.row.group_name) for one in known])
    raise NotFound(
        f"Right now there are lists of {names}." if known else "Receive its member list first.",
        headline=f"There is no member list of {plain(said)}.",
    )


def one_member(said: str, members: Iterable[Member], region: str) -> Member:
    """Give the member who is named. Raises `NotFound` or `NotUnique`."""
    known = tuple(members)
    found = members_meant(said, known, region)
    if not found:
        raise NotFound(
            "Give the name as the list shows it, the number, or its last digits.",
            headline=f"Nobody on the list is shown as {plain(said)}.",
        )
    _must_be_one(found, said, [said_of(one, known) for one in found])
    return found[0]


def one_contact(said: str, contacts: Iterable[Contact]) -> Contact:
    """Give the contact who is named. Raises `NotFound` or `NotUnique`."""
    found = contacts_meant(said, contacts)
    if not found:
        raise NotFound(
            "Give the name as the school's list has it, or the MIS's id.",
            headline=f"No contact on the school's list is called {plain(said)}.",
        )
    _must_be_one(found, said, list(map(contact_said, found)))
    return found[0]


def said_of(member: Member, others: Iterable[Member]) -> str:
    """Say a member so that no other of the list can be meant: as the group shows them, with the number's last digits, and the row."""
    line = Lines(others, ()).of(label(member.shown_as), member.phone)
    return f"{line.said} (row {member.row})"


def contact_said(contact: Contact) -> str:
    """Say a contact so that no other is meant: name, MIS id, children."""
    ids = f" (MIS id {contact.ids[0]})" if contact.ids else ""
    children = listed(tuple(dict.fromkeys(tie.pupil.placed for tie in contact.ties)))
    return plain(f"{contact.shown}{ids}, contact of {children}", 300)


def _must_be_one(found: Sequence[object], said: str, names: Sequence[str]) -> None:
    if len(found) > 1:
        raise NotUnique(f"Say which: {'; '.join(names)}.", headline=f"{plain(said)} may be {len(found)} people.")
