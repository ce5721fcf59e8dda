"""What the member lists ask of a roll: numbers, addresses, and the words of the names that numbers do not answer."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from roster.groups import Member, MemberList
from roster.names import names_a_relation, shown_words
from roster.sieve.phones import key_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """Keys to look for: telephone keys and e-mail addresses of all members."""

    phones: frozenset[str]
    emails: frozenset[str]
    members: tuple[Member, ...]

    def words(self, phones: Set[str], emails: Set[str]) -> frozenset[str]:
        """The words shown for those whom none of the roll's numbers and addresses found belongs to."""
        return frozenset(word for member in self._unknown(phones, emails) for word in shown_words(member.name))

    def childrens(self, phones: Set[str], emails: Set[str]) -> frozenset[str]:
        """The words that may be a child's name: "Tola's mum"."""
        labels = (shown_words(member.name) for member in self._unknown(phones, emails))
        related = {word for label in labels if names_a_relation(label) for word in label}
        return frozenset(related | {word.removesuffix("s") for word in related})

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
