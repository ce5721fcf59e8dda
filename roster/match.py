"""Whom a member may stand for: first by number, and only then, as a hint that protects, by name."""

from dataclasses import dataclass
from itertools import chain

from roster.gaps import Gap, Somebody, may_hide
from roster.groups import BETWEEN_NAMES, Member
from roster.names import is_only_a_first_name, is_the_name, names_a_relation, same_person, shown_words
from roster.people import Contact, Tie
from roster.roll import Roll, present
from roster.scope import Scope


@dataclass(frozen=True, slots=True)
class Match:
    """What the roll knows about a member.

    `holders` have any of the member's numbers or e-mail addresses; `namesakes` are carers in scope who go by the name shown, sought only where
    the number says nothing; `alike` are those whom the label fits at all, be it by a first name; `gaps` are holes in the roll that may be this person; `kin` are contacts of
    pupils still here under the name of a holder all of whose children have left.
    """

    holders: tuple[Contact, ...] = ()
    namesakes: tuple[Contact, ...] = ()
    alike: tuple[Contact, ...] = ()
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
    alike = () if holders else _alike(member, roll, scope)
    return Match(
        holders,
        namesakes=_namesakes(member, alike),
        alike=alike,
        gaps=_gaps(member, holders, roll, scope) if member.phones or holders else (),
        kin=tuple(_kin(holders, roll)),
    )


def _holders(member: Member, roll: Roll) -> tuple[Contact, ...]:
    """Everybody who has any of the member's numbers or addresses."""
    with_number = (roll.with_phone(phone) for phone in member.phones)
    with_address = (roll.with_email(address) for address in member.emails)
    return tuple(dict.fromkeys(chain.from_iterable((*with_number, *with_address))))


def _alike(member: Member, roll: Roll, scope: Scope) -> tuple[Contact, ...]:
    """The carers in scope whom the label fits, be it only by a first name or by a child's."""
    shown = shown_words(member.name)
    return tuple(
        contact
        for contact in (roll.carers_in(scope) if shown else ())
        if any(is_the_name(shown, name) for name in contact.names) or _names_a_child_of(contact, shown, roll, scope)
    )


def _namesakes(member: Member, alike: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Those of the carers alike whose name it is; beside an unknown number, a first name alone is nobody's name.

    It is that of a carer whose number the school does not have: this may be the number.
    """
    shown = shown_words(member.name)
    if not member.phone or names_a_relation(shown):
        return alike
    return tuple(
        one for one in alike if not (one.phones and all(is_only_a_first_name(shown, name) for name in one.names))
    )


def _names_a_child_of(contact: Contact, shown: frozenset[str], roll: Roll, scope: Scope) -> bool:
    """Whether a label such as "Tola's mum" speaks of a child of this contact's."""
    if not names_a_relation(shown):
        return False
    possessive = shown | {word.removesuffix("s") for word in shown}
    return any(
        possessive & frozenset(tie.pupil.called.given)
        for tie in contact.ties
        if tie.carer and present(tie.pupil, roll.day) and scope.may_include(tie.pupil)
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


def _gaps(member: Member, holders: tuple[Contact, ...], roll: Roll, scope: Scope) -> tuple[Gap, ...]:
    """The holes that may hide somebody, by any of their numbers; whoever is known by an address alone, by what they are called."""
    somebody = [
        Somebody(
            phone,
            shown,
            held=tuple(one for holder in holders for one in holder.names),
            families=frozenset(word for holder in holders for tie in holder.ties for word in tie.pupil.called.family),
        )
        for phone in member.phones or (None,)
        for shown in _ways_shown(member.name)
    ]
    return tuple(
        gap for gap in roll.open_gaps if _in_reach(gap, roll, scope) and any(may_hide(gap, one) for one in somebody)
    )


def _ways_shown(name: str) -> list[frozenset[str]]:
    """The words of each name that somebody goes by: two of one word each are no full name together."""
    return [shown_words(one) for one in name.split(BETWEEN_NAMES)]


def _in_reach(gap: Gap, roll: Roll, scope: Scope) -> bool:
    """Whether a gap can hide anybody of this group: one about a pupil's further contacts only in the pupil's own groups."""
    if not gap.about_its_pupils:
        return True
    return any(present(pupil, roll.day) and scope.may_include(pupil) for pupil in gap.pupils)
