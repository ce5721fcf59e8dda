"""Carers whom a group is for and who are not in it: counted for the office alone, because joining is voluntary."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from roster.decisions import Decisions, Who
from roster.groups import Member
from roster.match import match
from roster.people import Contact, Pupil
from roster.roll import Roll
from roster.scope import Scope
from roster.words import counted


@dataclass(frozen=True, slots=True)
class Missing:
    """Carers on roll in a group's scope whom its list does not have, and their children there.

    `unsure` of them may be in it, under another number or a name alone. Nobody is in here whom the roll restricts, or who has said no.
    """

    carers: tuple[Contact, ...] = ()
    children: tuple[Pupil, ...] = ()
    unsure: int = 0

    @property
    def said(self) -> str:
        """How many: "12 carers of 9 children are not in the group; joining is voluntary"; empty for nobody."""
        if not self.carers:
            return ""
        carers = counted(len(self.carers), "carer")
        children = counted(len(self.children), "child", "children")
        verb = "is" if len(self.carers) == 1 else "are"
        unsure = f" ({self.unsure} may be, under another number or a name alone)" if self.unsure else ""
        return f"{carers} of {children} {verb} not in the group{unsure}; joining is voluntary"


def missing_from(
    members: Iterable[Member],
    roll: Roll,
    scope: Scope,
    *,
    group: str = "",
    decisions: Decisions,
    said_no: Collection[Who] = (),
) -> Missing:
    """Say which carers a group's list lacks; `group` is the group's key."""
    here: set[int] = set()
    perhaps: set[int] = set()
    for member in members:
        found = match(member, roll, scope, decisions.about(member.identities, group, roll.day))
        here.update(map(id, found.holders))
        perhaps.update(id(one.contact) for one in found.candidates)
    lacking = [one for one in _carers(roll, scope) if id(one) not in here]
    asked = tuple(one for one in lacking if not any(who.is_(one) for who in said_no))
    children = dict.fromkeys(pupil for one in asked for pupil in _children(one, roll, scope))
    return Missing(asked, tuple(children), sum(id(one) in perhaps for one in asked))


def _carers(roll: Roll, scope: Scope) -> Iterator[Contact]:
    for contact in roll.carers_in(scope):
        if not any(tie.restricted for tie in contact.ties) and any(_children(contact, roll, scope)):
            yield contact


def _children(contact: Contact, roll: Roll, scope: Scope) -> Iterator[Pupil]:
    return (
        tie.pupil for tie in contact.ties if tie.carer and tie.pupil.on_roll(roll.day) and scope.includes(tie.pupil)
    )
