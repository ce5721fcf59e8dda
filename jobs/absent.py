"""Who is on roll and not in a group; and who has said that they do not want to be."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import Store, audit, rolls, said_no
from adapters.store.ending import Word
from adapters.store.lists import KeptList
from jobs.naming import NotFound, group_named, one_contact
from jobs.night import NotReady
from jobs.settings import Settings
from jobs.standing import roll_of, standing
from roster.decisions import Who
from roster.errors import RosterError
from roster.missing import Missing, missing_from
from roster.people import Contact
from roster.roll import Roll
from roster.scope import Scope
from roster.shown import plain


class NotMissing(RosterError):
    """Somebody said no who would not be asked."""

    headline = "Nothing was noted."


@dataclass(frozen=True, slots=True)
class Lacking:
    """Whom a group's list lacks. `sure` says that the list shows everybody, so that whoever is not on it is not in the group."""

    group: str
    missing: Missing
    sure: bool


def missing(store: Store, settings: Settings, day: date, group: str) -> Lacking:
    """Say whom a group's list lacks. Raises `NotFound` or `NotReady`."""
    with store.reading() as session:
        kept, roll = _ready(session, settings, day, group)
        found = missing_now(session, settings, kept, roll)
        return Lacking(kept.row.group_name, found, kept.listed.proves_absence)


def missing_now(session: Session, settings: Settings, kept: KeptList, roll: Roll) -> Missing:
    """The same, with the roll at hand."""
    return _missing(session, settings, kept, roll, said_no.every(session, kept.row.group_key))[0]


def say_no(store: Store, settings: Settings, word: Word, group: str, contact: str) -> str:
    """Remember that a carer does not want to be in a group; gives the name. Raises `NotFound` or `NotUnique`."""
    with store.writing() as session:
        kept, roll = _ready(session, settings, word.day, group)
        known = one_contact(contact, roll.snapshot.contacts, region=settings.policy.region)
        _must_be_missing(session, settings, kept, roll, known)
        if not any(who.is_(known) for who in said_no.every(session, kept.row.group_key)):
            key, name = kept.row.group_key, kept.row.group_name
            said_no.remember(session, word, Who.of(known), group_key=key, group=name)
            audit.note(session, "say no", by=word.by, at=word.at, about={"group": name, "contact": known.shown})
    return known.shown


def undo_no(store: Store, settings: Settings, word: Word, group: str, contact: str) -> str:
    """Take a carer's no back; gives the name. Raises `NotFound` or `NotUnique`."""
    with store.writing() as session:
        kept, roll = _ready(session, settings, word.day, group)
        known = one_contact(contact, roll.snapshot.contacts, region=settings.policy.region)
        if not said_no.undo(session, word, known, group_key=kept.row.group_key):
            raise NotFound("There is nothing to undo.", headline=f"{known.shown} has not said no.")
        about = {"group": kept.row.group_name, "contact": known.shown}
        audit.note(session, "undo no", by=word.by, at=word.at, about=about)
    return known.shown


def _missing(
    session: Session, settings: Settings, kept: KeptList, roll: Roll, no: Collection[Who]
) -> tuple[Missing, Scope]:
    name, key = kept.row.group_name, kept.row.group_key
    row = rolls.newest(session)
    assert row is not None  # noqa: S101 - there is a roll at hand
    ground = standing(session, settings, roll.day, row, [name])
    ((_, scope),) = ground.groups(roll)
    found = missing_from(kept.listed.members, roll, scope, group=key, decisions=ground.decisions, said_no=no)
    return found, scope


def _must_be_missing(session: Session, settings: Settings, kept: KeptList, roll: Roll, contact: Contact) -> None:
    """Refuse to remember a no of somebody whom nobody would ask. Raises `NotMissing`."""
    found, scope = _missing(session, settings, kept, roll, ())
    if contact in found.carers:
        return
    group = plain(kept.row.group_name)
    if not any(tie.carer and tie.pupil.on_roll(roll.day) and scope.includes(tie.pupil) for tie in contact.ties):
        raise NotMissing(f"{contact.shown} is no carer of a child on roll in {scope.said}.")
    if any(tie.restricted for tie in contact.ties):
        raise NotMissing(f"The school's list restricts {contact.shown}, who is never counted as missing.")
    raise NotMissing(f"{contact.shown} is in {group} by the number.")


def _ready(session: Session, settings: Settings, day: date, group: str) -> tuple[KeptList, Roll]:
    kept, row = group_named(session, group), rolls.newest(session)
    if row is None:
        raise NotReady("Give it an MIS export: roster receive contacts.xlsx.")
    return kept, roll_of(session, settings, day, row)
