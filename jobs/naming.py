"""A group, a member or a contact as the office names them: exactly one, or a sentence that says which ones there are."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from adapters.mail.lines import Lines
from adapters.store import lists
from adapters.store.lists import KeptList
from roster.decisions import is_reach
from roster.errors import RosterError
from roster.groups import Member
from roster.meant import contacts_meant, members_meant
from roster.people import Contact
from roster.runs import group_key
from roster.shown import label, plain
from roster.words import listed

_MEMBER_FORMS = 'Give the name as the list shows it, the row as in "row 13", the number or its last digits.'
_CONTACT_FORMS = (
    "Give the name as the school's list has it, the MIS's id, or a telephone number of theirs or its last digits."
)
_ENDS_WITH_ROW, _CONTACT_OF = "(row ", ", contact of "


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
    found = _members(said, known, region)
    _must_be_one(found, said, [said_of(one, known) for one in found], 'Give the row, as in "row 13", or the number.')
    return found[0]


def one_identity(said: str, members: Iterable[Member], region: str) -> Member:
    """Give the member who is named, or the first of several who are shown alike and without a number. Raises `NotFound` or `NotUnique`."""
    known = tuple(members)
    found = _members(said, known, region)
    return found[0] if len({one.identity for one in found}) == 1 else one_member(said, known, region)


def must_be_nobody_elses(member: Member, members: Iterable[Member], group: str) -> None:
    """Refuse a label that several members share: it says who none of them is. Raises `NotUnique`."""
    alike = sum(one.identity == member.identity for one in members)
    if alike > 1 and not is_reach(member.identity):
        raise NotUnique(
            "Ask the group's admin to save them under different names, or answer by number.",
            headline=f"{alike} people are shown as {plain(member.shown_as)} in {plain(group)}.",
        )


def one_contact(said: str, contacts: Iterable[Contact], once: Iterable[Contact] = (), region: str = "GB") -> Contact:
    """Give the contact who is named: one of the roll, and only then one whom it had `once`. Raises `NotFound` or `NotUnique`."""
    if not plain(said):
        raise NotFound(_CONTACT_FORMS, headline="No contact is named.")
    known = tuple(contacts)
    found = _contacts(said, known, region) or _contacts(said, tuple(once), region)
    if not found:
        raise NotFound(_CONTACT_FORMS, headline=f"No contact on the school's list is called {plain(said)}.")
    _must_be_one(
        found, said, _told_apart(found),
        "Give one of these as it stands here, or a telephone number of theirs, or its last digits.",
    )  # fmt: skip
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


def _members(said: str, members: tuple[Member, ...], region: str) -> tuple[Member, ...]:
    exactly = tuple(one for one in members if said.strip() == said_of(one, members)) if _ENDS_WITH_ROW in said else ()
    found = exactly or members_meant(said, members, region)
    if not found:
        raise NotFound(_MEMBER_FORMS, headline=f"Nobody on the list is shown as {plain(said)}.")
    return found


def _contacts(said: str, contacts: tuple[Contact, ...], region: str) -> tuple[Contact, ...]:
    whole = " ".join(said.split())
    exactly = tuple(one for one in contacts if whole == contact_said(one)) if _CONTACT_OF in said else ()
    return exactly or contacts_meant(said, contacts, region)


def _told_apart(contacts: Sequence[Contact]) -> list[str]:
    """Say each, with the last digits of the number where nothing else tells them apart."""
    names = list(map(contact_said, contacts))
    return [
        f"{name}, number ending {one.phones[0].ending(3)}" if names.count(name) > 1 and one.phones else name
        for name, one in zip(names, contacts, strict=True)
    ]


def _must_be_one(found: Sequence[object], said: str, names: Sequence[str], how: str) -> None:
    if len(found) > 1:
        raise NotUnique(f"Say which: {'; '.join(names)}. {how}", headline=f"{plain(said)} may be {len(found)} people.")
