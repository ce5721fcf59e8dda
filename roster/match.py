"""Whom a member may stand for: by the office's word, by number, and only then, as a hint that protects, by name."""

from dataclasses import dataclass, replace
from itertools import chain

from roster.decisions import NOTHING_DECIDED, Decided, Link
from roster.gaps import Gap, Somebody, may_hide
from roster.groups import BETWEEN_NAMES, Member
from roster.household import kin_of
from roster.identity.circle import Circle
from roster.identity.evidence import Candidate, Person
from roster.names import shown_words
from roster.past import Former
from roster.people import Contact, Tie
from roster.roll import Roll, present
from roster.scope import Scope


@dataclass(frozen=True, slots=True)
class Match:
    """What the roll and its past know about a member.

    `holders` have any of the member's numbers or e-mail addresses, or are the member by the office's word, which is then
    `link`; `formers` had them on an earlier roll. Unless a holder is a carer whom the group is for, there is more:
    `candidates` are the carers in scope whom the label fits, the likeliest first, but for somebody known by the very name
    shown; `elsewhere` are carers of other pupils here whose full name is shown; `gaps` are holes in the roll that
    may be this person; `kin` are contacts of pupils still here who are of a holder's household, or whose full name is shown.
    """

    holders: tuple[Contact, ...] = ()
    formers: tuple[Former, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    elsewhere: tuple[Contact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    kin: tuple[Contact, ...] = ()
    link: Link | None = None

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What the holders are to their children."""
        return tuple(tie for holder in self.holders for tie in holder.ties)

    @property
    def past_ties(self) -> tuple[Tie, ...]:
        """What those who once had the number were to their children."""
        return tuple(tie for former in self.formers for tie in former.contact.ties)

    @property
    def namesakes(self) -> tuple[Contact, ...]:
        """The carers who may be meant by the name alone."""
        return (*(candidate.contact for candidate in self.candidates), *self.elsewhere)


def match(member: Member, roll: Roll, scope: Scope, decided: Decided = NOTHING_DECIDED) -> Match:
    """Look a member up. An empty match is an answer."""
    link = decided.same
    confirmed = roll.contacts_who_are(link.contact) if link and link.contact else ()
    holders = tuple(dict.fromkeys((*confirmed, *_holders(member, roll))))
    formers = _formers(member, roll, link)
    held = (*holders, *(former.contact for former in formers))
    is_meant = confirmed or any(link and link.contact and link.contact.is_(one) for one in held)
    found = Match(holders, formers, link=link if is_meant else None)
    if any(_is_settled(tie, roll, scope) for tie in found.ties):
        return found
    return _shielded(found, held, member, roll, scope, decided) if held else _unknown(member, roll, scope, decided)


def _is_settled(tie: Tie, roll: Roll, scope: Scope) -> bool:
    return tie.carer and present(tie.pupil, roll.day) and scope.includes(tie.pupil)


def _unknown(member: Member, roll: Roll, scope: Scope, decided: Decided) -> Match:
    """Whom a member may be whose number and address nobody has."""
    candidates = _candidates(member, roll, scope, decided)
    return Match(
        candidates=candidates,
        elsewhere=() if candidates or not member.phones else _elsewhere(member, roll, decided),
        gaps=_gaps(member, (), roll, scope) if member.phones and not decided.no_parent else (),
    )


def _shielded(
    found: Match, held: tuple[Contact, ...], member: Member, roll: Roll, scope: Scope, decided: Decided
) -> Match:
    """Who else may speak for somebody who is known: for a child here if theirs have all left, for one in scope otherwise."""
    here = any(present(tie.pupil, roll.day) for tie in found.ties)
    kin = kin_of(held, roll, lambda pupil: present(pupil, roll.day) and (not here or scope.may_include(pupil)))
    another = not _goes_by(member.name, held)
    named = _elsewhere(member, roll, decided) if another and not here else ()
    return replace(
        found,
        candidates=_candidates(member, roll, scope, decided) if another and here else (),
        gaps=() if decided.no_parent else _gaps(member, held, roll, scope),
        kin=tuple(one for one in dict.fromkeys((*kin, *named)) if not decided.refuses(one)),
    )


def _goes_by(label: str, held: tuple[Contact, ...]) -> bool:
    """Whether a label is the name, or tells the child, of somebody who has the number."""
    people = (Person(one, tuple(dict.fromkeys(tie.pupil for tie in one.ties))) for one in held)
    return bool(Circle(people).fitting(label))


def _holders(member: Member, roll: Roll) -> tuple[Contact, ...]:
    """Everybody who has any of the member's numbers or addresses."""
    with_number = (roll.with_phone(phone) for phone in member.phones)
    with_address = (roll.with_email(address) for address in member.emails)
    return tuple(chain.from_iterable((*with_number, *with_address)))


def _formers(member: Member, roll: Roll, link: Link | None) -> tuple[Former, ...]:
    """Everybody who once had any of them, and whom the office has named if they are on the roll no more."""
    with_number = (roll.past.with_phone(phone) for phone in member.phones)
    with_address = (roll.past.with_email(address) for address in member.emails)
    who = link.contact if link else None
    named = (former for former in (roll.past.formers if who else ()) if who and who.is_(former.contact))
    return tuple(dict.fromkeys(chain.from_iterable((*with_number, *with_address, named))))


def _candidates(member: Member, roll: Roll, scope: Scope, decided: Decided) -> tuple[Candidate, ...]:
    """The carers in scope whom the label fits, less those whom the office has said it is not."""
    found = roll.circle(scope).fitting(member.name) if member.name and not decided.no_parent else ()
    return tuple(one for one in found if not decided.refuses(one.contact))


def _elsewhere(member: Member, roll: Roll, decided: Decided) -> tuple[Contact, ...]:
    """Carers of pupils here, in whatever class, by the full name shown: half a school is called Anna, few Anna Novak."""
    found = chain.from_iterable(map(roll.named_in_full, member.name.split(BETWEEN_NAMES)))
    return tuple(one for one in dict.fromkeys(found) if not decided.refuses(one))


def _gaps(member: Member, held: tuple[Contact, ...], roll: Roll, scope: Scope) -> tuple[Gap, ...]:
    """The holes that may hide somebody, by any of their numbers; whoever is known by an address alone, by what they are called."""
    somebody = [
        Somebody(
            phone,
            shown,
            held=tuple(one for holder in held for one in holder.names),
            families=frozenset(word for holder in held for tie in holder.ties for word in tie.pupil.called.family),
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
