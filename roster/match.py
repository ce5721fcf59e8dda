"""Whom a member may stand for: by the office's word, by number, and only then, as a hint that protects, by name."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from roster.calendar import may_stay
from roster.decisions import NOTHING_DECIDED, Decided, Link
from roster.gaps import Gap, Somebody, may_hide
from roster.groups import BETWEEN_NAMES, Member
from roster.household import kin_of
from roster.identity.circle import Circle
from roster.identity.evidence import Candidate, Person
from roster.names import Name, is_the_name, shown_names, shown_words
from roster.past import Former
from roster.people import Contact, Tie
from roster.policy import Policy
from roster.roll import Roll, present
from roster.scope import Scope


@dataclass(frozen=True, slots=True)
class Match:
    """What the roll and its past know about a member.

    `holders` have any of the member's numbers or e-mail addresses, or are the member by the office's word, which is then
    `link`; `formers` had them on an earlier roll. Unless a holder is a carer whom the group is for, there is more:
    `candidates` are the carers in scope whom the label fits, the likeliest first, but for somebody known by the very name
    shown, or by a child of theirs who has left; `elsewhere` are carers of other pupils here whose full name is shown; `gaps` are holes in the roll that
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


def match(
    member: Member, roll: Roll, scope: Scope, decided: Decided = NOTHING_DECIDED, policy: Policy | None = None
) -> Match:
    """Look a member up. An empty match is an answer."""
    return _Inquiry(member, roll, scope, decided, policy or Policy()).answer()


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """One member, and everything that the answer depends on."""

    member: Member
    roll: Roll
    scope: Scope
    decided: Decided
    policy: Policy

    def answer(self) -> Match:
        """Ask for the office's word and the numbers; for anything else only as far as they do not settle it."""
        link = self.decided.same
        confirmed = self.roll.contacts_who_are(link.contact) if link and link.contact else ()
        holders = tuple(dict.fromkeys((*confirmed, *self._holders())))
        formers = self._formers()
        held = (*holders, *(former.contact for former in formers))
        is_meant = confirmed or any(link and link.contact and link.contact.is_(one) for one in held)
        found = Match(holders, formers, link=link if is_meant else None)
        if any(map(self._settles, found.ties)):
            return found
        return self._shielded(found, held) if held else self._unknown()

    def _settles(self, tie: Tie) -> bool:
        return tie.carer and present(tie.pupil, self.roll.day) and self.scope.includes(tie.pupil)

    def _unknown(self) -> Match:
        """Whom a member may be whose number and address nobody has."""
        candidates = self._candidates()
        return Match(
            candidates=candidates,
            elsewhere=() if candidates or not self.member.phones else self._elsewhere(),
            gaps=self._gaps(()) if self.member.phones else (),
        )

    def _shielded(self, found: Match, held: tuple[Contact, ...]) -> Match:
        """Who else may speak for somebody who is known: for a child here if theirs have all left, for one in scope otherwise."""
        here = any(present(tie.pupil, self.roll.day) for tie in found.ties)
        kin = kin_of(held, self.roll, self._counts_in_scope if here else self._counts)
        another = not _goes_by(self.member.name, held, self.roll.day)
        named = self._elsewhere() if another and not here else ()
        return replace(
            found,
            candidates=self._candidates() if another else (),
            gaps=tuple(
                dict.fromkeys((*self._gaps(held), *(filter(self._is_named_in, self._gaps(())) if another else ())))
            ),
            kin=tuple(one for one in dict.fromkeys((*kin, *named)) if not self.decided.refuses(one)),
        )

    def _is_named_in(self, gap: Gap) -> bool:
        """Whether what is left of a lost record has the name shown."""
        if gap.about_its_pupils:
            return False
        return any(
            shown_names(shown) & frozenset(gap.words) or any(is_the_name(shown, name) for name in gap.names)
            for shown in _ways_shown(self.member.name)
        )

    def _counts(self, tie: Tie) -> bool:
        return present(tie.pupil, self.roll.day)

    def _counts_in_scope(self, tie: Tie) -> bool:
        return tie.carer and self._counts(tie) and self.scope.may_include(tie.pupil)

    def _holders(self) -> tuple[Contact, ...]:
        """Everybody who has any of the member's numbers or addresses."""
        with_number = map(self.roll.with_phone, self.member.phones)
        with_address = map(self.roll.with_email, self.member.emails)
        return tuple(chain.from_iterable((*with_number, *with_address)))

    def _formers(self) -> tuple[Former, ...]:
        """Everybody who once had any of them, and whom the office has named if they are on the roll no more."""
        past, link = self.roll.past, self.decided.same
        with_number = map(past.with_phone, self.member.phones)
        with_address = map(past.with_email, self.member.emails)
        who = link.contact if link else None
        named = (former for former in (past.formers if who else ()) if who and who.is_(former.contact))
        return tuple(dict.fromkeys(chain.from_iterable((*with_number, *with_address, named))))

    def _candidates(self) -> tuple[Candidate, ...]:
        """The carers in scope whom the label fits, less those whom the office has said it is not."""
        name = "" if self.decided.no_parent else self.member.name
        found = self.roll.circle(self.scope).fitting(name) if name else ()
        return tuple(one for one in found if not self.decided.refuses(one.contact))

    def _elsewhere(self) -> tuple[Contact, ...]:
        """Carers of pupils here, in whatever class, by the full name shown: half a school is called Anna, few Anna Novak."""
        found = chain.from_iterable(map(self.roll.named_in_full, self.member.name.split(BETWEEN_NAMES)))
        return tuple(one for one in dict.fromkeys(found) if not self.decided.refuses(one))

    def _gaps(self, held: tuple[Contact, ...]) -> tuple[Gap, ...]:
        """The holes that may hide somebody, by any of their numbers; whoever is known by an address alone, by what they are called."""
        if self.decided.no_parent:
            return ()
        somebody = [
            Somebody(
                phone,
                shown,
                held=tuple(one for holder in held for one in holder.names),
                families=frozenset(word for holder in held for tie in holder.ties for word in tie.pupil.called.family),
            )
            for phone in self.member.phones or (None,)
            for shown in _ways_shown(self.member.name)
        ]
        near = filter(self._is_near, self.roll.open_gaps(self.policy))
        return tuple(gap for gap in near if any(may_hide(gap, one) for one in somebody))

    def _is_near(self, gap: Gap) -> bool:
        """Whether a gap can hide anybody of this group: one about a pupil's further contacts only in the pupil's own groups."""
        if not gap.about_its_pupils:
            return True
        day = self.roll.day
        return any(may_stay(pupil, day, self.policy) and self.scope.may_include(pupil) for pupil in gap.pupils)


def _goes_by(label: str, held: tuple[Contact, ...], day: date) -> bool:
    """Whether a label may be the name of somebody who has the number, or speaks of a child of theirs who has left."""
    names = [name for one in held for name in one.names]
    if not names or any(_may_stand_for(name, label) for name in names):
        return True
    people = (Person(one, tuple(tie.pupil for tie in one.ties if tie.carer and tie.pupil.left(day))) for one in held)
    return bool(Circle(people).fitting(label))


def _may_stand_for(name: Name, label: str) -> bool:
    """Whether only an initial is recorded, and a word of the label begins so: "Mr Y Ojo" may be Yusuf."""
    initial = name.given[0] if name.given else ""
    return len(initial) == 1 and any(word.startswith(initial) for word in shown_names(shown_words(label)))


def _ways_shown(name: str) -> list[frozenset[str]]:
    """The words of each name that somebody goes by: two of one word each are no full name together."""
    return [shown_words(one) for one in name.split(BETWEEN_NAMES)]
