"""One person, and by what the database knows them: for whoever asks what is kept of them, or wants it erased."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.cells import contact_of
from adapters.store.needles import Needles
from adapters.store.whos import who_in
from roster.decisions import is_reach
from roster.merge import agree
from roster.people import Contact
from roster.text import folded
from roster.tokens import name_in, phone_in

_CONTACT, _TIE, _MEMBER = tables.Contact, tables.Tie, tables.Member


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody. `contacts` and `children` are rows; `labels` are [group, identity] of members without a number who are them.

    `phones` (E.164) and `emails` are theirs alone; `shared` are those that somebody else has, too, and `namesakes` says
    that somebody else has the very name. `others` tells them from everybody whom the same words may mean.
    """

    shown: str
    names: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    contacts: frozenset[int] = frozenset()
    children: frozenset[int] = frozenset()
    labels: frozenset[tuple[str, str]] = frozenset()
    namesakes: bool = False
    told_apart: str = ""

    @property
    def needles(self) -> Needles:
        """What tells them in a text. A name that others have, too, tells nobody."""
        return Needles(frozenset() if self.namesakes else self.names, self.phones, self.emails)

    def is_identity(self, group_key: str, identity: str) -> bool:
        """Whether an identity, as lists and results know people, is theirs."""
        return identity in self.phones or identity in self.emails or (group_key, identity) in self.labels

    def is_meant(self, who: dict[str, object] | None) -> bool:
        """Whether a decision's JSON means them: by a number or address of theirs alone, or by exactly their name and a child."""
        if not who:
            return False
        meant = who_in(who)
        if not self.phones.isdisjoint(meant.phones) or not self.emails.isdisjoint(meant.emails):
            return True
        return not self.namesakes and folded(meant.shown) in {folded(name) for name in self.names}


def subjects(session: Session, said: str, region: str) -> tuple[Subject, ...]:
    """Everybody whom a number, an address, an id of the MIS or a whole name may mean, told apart."""
    people = _people(session)
    phone, word = phone_in(said, region), folded(name_in(said))
    wanted = [one for one in people if _is_meant(one, said.strip(), phone.e164 if phone else "", word)]
    found = [_subject(session, one, people) for one in wanted] + list(_pupils(session, said.strip(), word))
    if found:
        return tuple(found)
    return tuple(_in_lists_alone(session, phone.e164 if phone else "", said.strip().casefold(), word))


def _people(session: Session) -> list[list[tuple[int, bool, Contact]]]:
    """Every contact of every roll, those of one person together: (row, whether the newest roll has it, contact)."""
    children: dict[int, set[int]] = defaultdict(set)
    for contact_id, child_id in session.execute(select(col(_TIE.contact_id), col(_TIE.child_id))):
        children[contact_id].add(child_id)
    heaps: list[list[tuple[int, bool, Contact]]] = []
    known: dict[Hashable, list[list[tuple[int, bool, Contact]]]] = defaultdict(list)
    for row in session.execute(select(*_CONTACT.__table__.columns).order_by(col(_CONTACT.id))):  # type: ignore[attr-defined]
        contact = contact_of(row)
        keys = [*contact.ids, *contact.phones, *contact.emails, *(("child", one) for one in children[row.id])]
        near = (heap for key in keys for heap in known[key])
        heap = next((one for one in near if _one_person(one, contact)), None)
        if heap is None:
            heap = []
            heaps.append(heap)
        heap.append((row.id, row.until is None, contact))
        for key in keys:
            known[key].append(heap)
    return heaps


def _one_person(heap: Iterable[tuple[int, bool, Contact]], contact: Contact) -> bool:
    """Whether a record is one more of somebody: the same id, or no other and a name that agrees."""
    for _, _, one in heap:
        if one.ids and contact.ids:
            return not set(one.ids).isdisjoint(contact.ids)
    return any(one.names == contact.names or (one.names and agree(one.names, contact.names)) for _, _, one in heap)


def _is_meant(person: list[tuple[int, bool, Contact]], said: str, phone: str, word: str) -> bool:
    return any(
        said in one.ids
        or phone in {number.e164 for number in one.phones}
        or said.casefold() in map(str.casefold, one.emails)
        or (bool(word) and word == folded(one.shown))
        for _, _, one in person
    )


def _subject(
    session: Session, person: list[tuple[int, bool, Contact]], people: list[list[tuple[int, bool, Contact]]]
) -> Subject:
    rows = frozenset(number for number, _, _ in person)
    records = [contact for _, _, contact in person]
    others = [contact for heap in people if heap is not person for _, here, contact in heap if here]
    phones = {phone.e164 for one in records for phone in one.phones}
    emails = {address.casefold() for one in records for address in one.emails}
    taken = {phone.e164 for one in others for phone in one.phones} | {
        address.casefold() for one in others for address in one.emails
    }
    names = frozenset(one.shown for one in records if one.shown)
    alike = {folded(name) for name in names} & {folded(one.shown) for one in others}
    newest = records[-1]
    found = Subject(
        newest.shown,
        names,
        frozenset(phones - taken),
        frozenset(emails - taken),
        frozenset((phones | emails) & taken),
        rows,
        namesakes=bool(alike),
        told_apart=_told_apart(session, rows, newest),
    )
    return replace(found, labels=frozenset(_labels(session, found)))


def _told_apart(session: Session, rows: Iterable[int], contact: Contact) -> str:
    pupil, tie = tables.Pupil, _TIE
    asked = (
        select(col(pupil.name)).join(tie, col(tie.child_id) == col(pupil.child_id)).where(col(tie.contact_id).in_(rows))
    )
    child = session.scalars(asked.order_by(col(pupil.id).desc())).first()
    parts = (
        f"MIS id {contact.ids[0]}" if contact.ids else "",
        f"contact of {child}" if child else "",
        f"number ending {contact.phones[0].ending(3)}" if contact.phones else "",
    )
    return f"{contact.shown or 'somebody without a name'} ({', '.join(part for part in parts if part)})"


def _labels(session: Session, subject: Subject) -> Iterator[tuple[str, str]]:
    """Members without a number or address whom the office has said to be them, or who are shown under exactly their name."""
    for link in session.scalars(select(tables.Link).where(col(tables.Link.answer) == "SAME")):
        if subject.is_meant(link.contact) and not is_reach(link.member):
            yield link.group_key, link.member
    names = set() if subject.namesakes else {folded(name) for name in subject.names}
    for row, group_key in session.execute(select(_MEMBER, col(tables.MemberList.group_key)).join(tables.MemberList)):
        reached = row.phone or row.email or row.more_phones or row.more_emails
        if not reached and folded(row.name or row.shown_as) in names:
            yield group_key, name_in(row.shown_as).casefold()


def _pupils(session: Session, said: str, word: str) -> Iterator[Subject]:
    rows = session.execute(
        select(col(tables.Child.id), col(tables.Child.key), col(tables.Pupil.name)).join(tables.Pupil)
    ).all()
    mine: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        if row.key in (said, f"id {folded(said)}") or (word and word == folded(row.name)):
            mine[row.id].add(row.name)
    for number, names in mine.items():
        elsewhere = {folded(row.name) for row in rows if row.id != number}
        key = next(row.key for row in rows if row.id == number)
        shown = max(names)
        yield Subject(
            shown,
            frozenset({row.name for row in rows if row.id == number}),
            children=frozenset({number}),
            namesakes=any(folded(name) in elsewhere for name in names),
            told_apart=f"{shown} (pupil, MIS {key})" if key.startswith("id ") else f"{shown} (pupil)",
        )


def _in_lists_alone(session: Session, phone: str, address: str, word: str) -> Iterator[Subject]:
    """Members of groups of whom no roll has ever known anything; and volunteers, by the address."""
    found: dict[tuple[str, str], Subject] = {}
    asked = select(_MEMBER, col(tables.MemberList.group_key)).join(tables.MemberList)
    for row, group_key in session.execute(asked):
        numbers = {one for one in (row.phone, *row.more_phones) if one}
        theirs = {one.casefold() for one in (row.email, *row.more_emails) if one}
        label = name_in(row.shown_as).casefold()
        by_reach = phone in numbers or address in theirs
        if not by_reach and not (word and folded(row.name or row.shown_as) == word):
            continue
        key = ("reach", phone or address) if by_reach else (next(iter(sorted(numbers | theirs)), group_key), label)
        before = found.get(key, Subject(row.shown_as, told_apart=f"{row.shown_as} (in {group_key})"))
        labels = set() if numbers or theirs else {(group_key, label)}
        found[key] = replace(
            before,
            names=before.names | {row.name or row.shown_as},
            phones=before.phones | numbers,
            emails=before.emails | theirs,
            labels=before.labels | labels,
        )
    if not found and "@" in address and _is_known_volunteer(session, address):
        found["reach", address] = Subject(address, emails=frozenset({address}), told_apart=address)
    yield from found.values()


def _is_known_volunteer(session: Session, address: str) -> bool:
    columns = (tables.Letter.recipient, tables.Stop.address, tables.Hint.by)
    return any(
        address in {one.casefold() for one in session.scalars(select(col(column)).distinct())} for column in columns
    )
