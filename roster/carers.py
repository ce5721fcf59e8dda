"""Who counts as a carer at this school: the contract's own answer, and the relations that the school adds or leaves out."""

from dataclasses import replace

from roster.people import Contact, Tie
from roster.policy import Policy
from roster.relations import Role, is_the_relation, may_be_in_charge
from roster.snapshot import Snapshot

# A parent, a guardian and a carer count always, and so does whoever may be one for all that is recorded.
_ALWAYS = frozenset({Role.CARER, Role.UNKNOWN, Role.UNREAD})


def recast(snapshot: Snapshot, policy: Policy) -> Snapshot:
    """Give the snapshot with each tie counting as the school's policy has it; the same one where the policy adds nothing."""
    if not policy.also_carers and not policy.never_carers:
        return snapshot
    return replace(snapshot, contacts=tuple(recast_contact(contact, policy) for contact in snapshot.contacts))


def recast_contact(contact: Contact, policy: Policy) -> Contact:
    """Give one contact with each tie counting as the policy has it; the same one where nothing changes."""
    ties = tuple(_recast_tie(tie, policy) for tie in contact.ties)
    return contact if ties == contact.ties else replace(contact, ties=ties)


def _recast_tie(tie: Tie, policy: Policy) -> Tie:
    counts = _counts(tie, policy)
    return tie if counts is tie.counts else replace(tie, counts=counts)


def _counts(tie: Tie, policy: Policy) -> bool | None:
    """What the school says of a tie; a relation that it both adds and leaves out counts."""
    if tie.role in _ALWAYS:
        return None
    if any(is_the_relation(tie.relation, said) for said in policy.also_carers):
        return True
    left_out = any(is_the_relation(tie.relation, said) for said in policy.never_carers)
    return False if left_out and not may_be_in_charge(tie.relation) else None
