"""The household shield: who else may speak for somebody all of whose children have left.

A shared number protects however many families have it. A switchboard's keeps a leaver's carer in doubt, which an answer
settles; were it to tie nobody, a fifth family's entry could cost the first its place.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, product

from roster.names import Name, same_person
from roster.people import Contact, Pupil, Tie
from roster.relations import Role
from roster.roll import Roll

Counts = Callable[[Tie], bool]
_RECORDED = frozenset({Role.CARER, Role.RELATIVE})


def kin_of(held: tuple[Contact, ...], roll: Roll, counts: Counts) -> tuple[Contact, ...]:
    """Those with a tie that counts who may be one of these people under another record, or of one household with them.

    One step leads to each: the same full name, whatever they are to the child; and to a carer, never through somebody whose
    work it is, a number or an address in common, or a child of whom both are carers, be it under a second record.
    """
    near = chain.from_iterable((*_namesakes(one, roll, counts), *_household(one, roll, counts)) for one in held)
    return tuple(dict.fromkeys(one for one in near if one not in held))


def are_namesakes(left: Contact, right: Contact) -> bool:
    """Whether two records are under one full name, or an initial of it, and no address tells them apart."""
    contradicted = left.emails and right.emails and not set(left.emails) & set(right.emails)
    return not contradicted and any(_is_one_name(*pair) for pair in product(left.names, right.names))


def _is_one_name(one: Name, other: Name) -> bool:
    """Whether two full names may be one person's; of "Ana Maria Bello" and "Ana Maria Ojo" neither family name holds the other."""
    families = set(one.family), set(other.family)
    nested = families[0] <= families[1] or families[1] <= families[0]
    return bool(nested and one.given and other.given and same_person(one, other))


def share_a_line(left: Contact, right: Contact) -> bool:
    """Whether two contacts have a number or an address in common."""
    return not (set(left.phones).isdisjoint(right.phones) and set(left.emails).isdisjoint(right.emails))


def _namesakes(one: Contact, roll: Roll, counts: Counts) -> Iterator[Contact]:
    for other in roll.of_family(chain.from_iterable(name.family for name in one.names)):
        if any(map(counts, other.ties)) and are_namesakes(one, other):
            yield other


def _household(one: Contact, roll: Roll, counts: Counts) -> Iterator[Contact]:
    if all(tie.role is Role.PROFESSIONAL for tie in one.ties):
        return
    for other in _reached(one, roll):
        if _carer_of_any(other, counts):
            yield other
    for tie in one.ties:
        if tie.carer:
            yield from _co_carers(tie.pupil, roll, counts)


def _reached(one: Contact, roll: Roll) -> Iterator[Contact]:
    yield from chain.from_iterable(map(roll.with_phone, one.phones))
    yield from chain.from_iterable(map(roll.with_email, one.emails))


def _co_carers(child: Pupil, roll: Roll, counts: Counts) -> Iterator[Contact]:
    """The carers of a child who are carers of one who counts: by this roll, and as an earlier one had them."""
    for other in roll.contacts_of(child):
        if _leads_on(other.ties, other, child, counts):
            yield other
        if any(tie.carer and tie.pupil.key == child.key for tie in other.ties):
            yield from _twins(other, child, roll, counts)
    for former in roll.formers_of(child):
        for other in _reached(former.contact, roll):
            if _leads_on(former.contact.ties, other, child, counts):
                yield other


def _twins(carer: Contact, child: Pupil, roll: Roll, counts: Counts) -> Iterator[Contact]:
    """The second records of a child's carer: no number tells them apart, and the children share a family name."""
    for twin in _namesakes(carer, roll, counts):
        here = (tie.pupil for tie in twin.ties if tie.carer and counts(tie))
        of_the_family = any(set(child.called.family) & set(one.called.family) for one in here)
        if twin != carer and of_the_family and (not twin.phones or share_a_line(twin, carer)):
            yield twin


def _leads_on(known: Iterable[Tie], other: Contact, child: Pupil, counts: Counts) -> bool:
    """Whether a carer of the child, by what is known of them, is a carer of one who counts.

    Of whom nobody recorded what they are may be everybody's doctor: then the children must share a name.
    """
    here = [tie for tie in other.ties if tie.carer and counts(tie)]
    of_the_child = [tie for tie in known if tie.carer and tie.pupil.key == child.key]
    if not of_the_child:
        return False
    family = set(child.called.family)
    recorded = any(tie.role in _RECORDED for tie in of_the_child)
    return any((recorded and tie.role in _RECORDED) or family & set(tie.pupil.called.family) for tie in here)


def _carer_of_any(other: Contact, counts: Counts) -> bool:
    return any(tie.carer and counts(tie) for tie in other.ties)
