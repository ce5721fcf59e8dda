"""Whom a member may stand for: first by number, and only then, as a hint that protects, by name."""

from dataclasses import dataclass
from itertools import chain

from roster.groups import Member
from roster.names import Name, is_a_full_name, is_the_name, names_a_relation, same_person, shown_names, shown_words
from roster.people import Contact, Gap, Tie
from roster.phone import Phone
from roster.roll import Roll, present
from roster.scope import Scope


@dataclass(frozen=True, slots=True)
class Match:
    """What the roll knows about a member.

    `holders` have the member's number (or e-mail); `namesakes` are carers who go by the name shown, sought only where
    the number says nothing: carers in scope, and beside an unknown number a full name anywhere in the school; `gaps` are holes in the roll that may be this person; `kin` are contacts of
    pupils still here under the name of a holder all of whose children have left.
    """

    holders: tuple[Contact, ...] = ()
    namesakes: tuple[Contact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    kin: tuple[Contact, ...] = ()

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What the holders are to their children."""
        return tuple(tie for holder in self.holders for tie in holder.ties)


def match(member: Member, roll: Roll, scope: Scope) -> Match:
    """Look a member up. An empty match is an answer."""
    holders = _holders(member, roll)
    if any(present(tie.pupil, roll.day) for holder in holders for tie in holder.ties):
        return Match(holders)
    return Match(
        holders,
        namesakes=() if holders else _namesakes(member, roll, scope),
        gaps=_gaps(member, holders, roll) if member.phone else (),
        kin=tuple(_kin(holders, roll)),
    )


def _holders(member: Member, roll: Roll) -> tuple[Contact, ...]:
    if member.phone:
        return roll.with_phone(member.phone)
    return roll.with_email(member.email) if member.email else ()


def _namesakes(member: Member, roll: Roll, scope: Scope) -> tuple[Contact, ...]:
    shown = shown_words(member.name)
    if not shown:
        return ()
    in_scope = tuple(
        contact
        for contact in roll.carers_in(scope)
        if any(is_the_name(shown, name) for name in contact.names) or _names_a_child_of(contact, shown, roll, scope)
    )
    if in_scope or not (member.phone and is_a_full_name(shown)):
        return in_scope
    # A carer from another class with a new number is still a carer: their own name keeps them off the removal list.
    return tuple(
        contact
        for contact in roll.of_family(shown)
        if any(tie.carer and present(tie.pupil, roll.day) for tie in contact.ties)
        and any(is_the_name(shown, name) for name in contact.names)
    )


def _names_a_child_of(contact: Contact, shown: frozenset[str], roll: Roll, scope: Scope) -> bool:
    """Whether a label such as "Tola's mum" speaks of a child of this contact's."""
    if not names_a_relation(shown):
        return False
    possessive = shown | {word.removesuffix("s") for word in shown}
    return any(
        possessive & frozenset(tie.pupil.called.given)
        for tie in contact.ties
        if tie.carer and present(tie.pupil, roll.day) and scope.includes(tie.pupil)
    )


def _kin(holders: tuple[Contact, ...], roll: Roll) -> list[Contact]:
    found = []
    for holder in holders:
        families = {word for tie in holder.ties for word in tie.pupil.called.family}
        for other in roll.of_family(chain.from_iterable(name.family for name in holder.names)):
            contradicted = holder.emails and other.emails and not set(holder.emails) & set(other.emails)
            here = [tie.pupil for tie in other.ties if present(tie.pupil, roll.day)]
            shared_child_name = any(families & frozenset(pupil.called.family) for pupil in here)
            unreachable = bool(here) and not other.phones
            if (shared_child_name or unreachable) and not contradicted and _same_full_name(holder, other):
                found.append(other)
    return found


def _same_full_name(left: Contact, right: Contact) -> bool:
    return any(one.given and other.given and same_person(one, other) for one in left.names for other in right.names)


def _gaps(member: Member, holders: tuple[Contact, ...], roll: Roll) -> tuple[Gap, ...]:
    phone = member.phone
    assert phone is not None  # noqa: S101 - asked for only with a number
    shown = shown_words(member.name)
    held = tuple(name for holder in holders for name in holder.names)
    return tuple(gap for gap in roll.open_gaps if _may_be(gap, phone, shown, held))


def _may_be(gap: Gap, phone: Phone, shown: frozenset[str], held: tuple[Name, ...]) -> bool:
    """Whether a hole in the roll may be this person: by what is left of the number, then by the name.

    The full name is enough, and any part of it for a record that is whole and only lost its pupil. A gap whose remaining
    digits fit nothing but another number is somebody else's, and so is one with another full name. Somebody shown without
    a name, or by a word that is no full name, may be anybody lost anywhere in the school.
    """
    if phone in gap.phones:
        return True
    by_number = _number_fits(gap, phone)
    if gap.words:
        return _torn_row_may_be(gap, by_number, shown, held)
    full = is_a_full_name(shown)
    whole = not gap.fragments
    if (full or whole) and not held and any(is_the_name(shown, name) for name in gap.names):
        return True
    if by_number is False or gap.explained:
        return False
    if held:
        return any(same_person(one, other) for one in gap.names for other in held)
    return not (gap.names and full)


def _torn_row_may_be(gap: Gap, by_number: bool | None, shown: frozenset[str], held: tuple[Name, ...]) -> bool:
    if held:
        return any(_stands_in(name.all, gap.words) for name in held)
    if is_a_full_name(shown):
        return _stands_in(shown, gap.words)
    return by_number is not False or bool(shown_names(shown) & frozenset(gap.words))


def _stands_in(name: frozenset[str], row: tuple[str, ...]) -> bool:
    """Whether a name stands in a lost row: two words of it at least, side by side, initials aside."""
    plain = frozenset(word for word in name if word.isalpha() and len(word) > 1)
    said = [word for word in row if len(word) > 1]
    return len(plain) > 1 and any(plain == frozenset(said[at : at + len(plain)]) for at in range(len(said)))


def _number_fits(gap: Gap, phone: Phone) -> bool | None:
    answers = {piece.may_be(phone) for piece in gap.fragments}
    return True if True in answers else None if None in answers else False
