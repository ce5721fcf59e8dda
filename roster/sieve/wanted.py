"""What the member lists ask of a roll: numbers, addresses, and the words of the names that numbers do not answer."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from roster.groups import Member, MemberList
from roster.identity.label import Label, labels
from roster.identity.sought import Sought
from roster.sieve.phones import key_of


@dataclass(frozen=True, slots=True)
class Called:
    """What may be found in the names of carers, in the forenames of their children, and in the children's family names."""

    carers: Sought
    children: Sought
    families: Sought


@dataclass(frozen=True, slots=True)
class Wanted:
    """Keys to look for: telephone keys and e-mail addresses of all members."""

    phones: frozenset[str]
    emails: frozenset[str]
    members: tuple[Member, ...]

    def names(self, phones: Set[str], emails: Set[str]) -> Called:
        """The names shown for those whom none of the roll's numbers and addresses found belongs to.

        A child's family name is enough to go by only where it stands alone, or beside a word of kinship.
        """
        shown = tuple(label for member in self._unknown(phones, emails) for label in labels(member.name))
        return Called(
            Sought(shown),
            Sought(label for label in shown if not label.initials),
            Sought(label for label in shown if _may_be_a_family(label)),
        )

    def _unknown(self, phones: Set[str], emails: Set[str]) -> Iterable[Member]:
        for member in self.members:
            known = any(key_of(phone.e164) in phones for phone in member.phones) or any(
                address.casefold() in emails for address in member.emails
            )
            if member.name and not known:
                yield member


def wanted_by(lists: Iterable[MemberList]) -> Wanted:
    """Gather what some lists ask for."""
    members = tuple(member for listed in lists for member in listed.members)
    return Wanted(
        frozenset(key_of(phone.e164) for member in members for phone in member.phones),
        frozenset(address.casefold() for member in members for address in member.emails),
        members,
    )


def _may_be_a_family(label: Label) -> bool:
    return label.related or len(label.names) == 1
