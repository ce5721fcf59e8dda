"""Rows of one list that are of one person."""

from collections.abc import Iterable

from roster.groups import Member, Problem
from roster.merging import together


def once_each(members: Iterable[Member], *, contacts: bool = False) -> tuple[tuple[Member, ...], tuple[Problem, ...]]:
    """Make one member of the rows of one account: those with one number, or without a number with one address.

    In an address book (`contacts`) two people may have one number, so that only a row that says all the same is one too
    many. People without a number or an address are told apart by nothing, and each row is one of them.
    """
    found: dict[object, Member] = {}
    problems: list[Problem] = []
    for member in members:
        key = _key(member, contacts=contacts) or id(member)
        before = found.get(key)
        found[key] = together(before, member) if before else member
        if before:
            said = f"Row {before.row} has the same number or address; the two rows are one member."
            problems.append(Problem("value", said, row=member.row))
    return tuple(found.values()), tuple(problems)


def _key(member: Member, *, contacts: bool) -> object:
    if contacts:
        reached = (member.phones, member.emails)
        return (member.name, *reached) if any(reached) else None
    return member.phone or member.email
